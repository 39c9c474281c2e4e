/** What apps and the portals of later features may use of this portal: its pages and how its forms are read. */
export { legalDayText } from './days.ts';
export { figuresPage } from './figures-page.ts';
export { type FollowTyped, followPage, readProof } from './follow-page.ts';
export {
  described,
  errorSummary,
  type FieldErrors,
  hidden,
  NO_ERRORS,
  notes,
} from './form.ts';
export { type Content, page } from './frame.ts';
export { type Asked, homePage } from './home-page.ts';
export { type MapFilter, mapPage } from './map-page.ts';
export { type ActState, REPORTER_ACTIONS, type ReporterAction } from './matter-facts.ts';
export { matterPage } from './matter-page.ts';
export { ownDataFile, ownDataJson } from './own-data-file.ts';
export { contactErrors, readContact } from './own-data-form.ts';
export { dataErasedPage, type OwnDataFacts, ownDataPage } from './own-data-page.ts';
export { type Contact, privacyPage } from './privacy-page.ts';
export { refusalPage } from './refusal-page.ts';
export {
  type Fields,
  one,
  type ReportTyped,
  readReport,
  reportBody,
  reportErrors,
} from './report-form.ts';
export { reportPage } from './report-page.ts';
export { readAction } from './reporter-actions.ts';
export { type Responsible, type ResponsibleFacts, responsiblePage } from './responsible-page.ts';
export { rightsPage } from './rights-page.ts';
export { sentPage } from './sent-page.ts';
export {
  readSuggest,
  type SuggestFacts,
  suggestAnswerPage,
  suggestErrors,
  suggestPage,
  suggestSentPage,
} from './suggest-page.ts';
export { refusalSentence } from './texts.ts';
export { type Assets, at, type Door, type Visit, visit } from './visit.ts';
