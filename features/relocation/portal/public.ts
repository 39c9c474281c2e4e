/** The portal's pages of compensation, and how their form is read. */
export { type Calculation, calculate, calculatePage } from './calculate-page.ts';
export { schemeListPage } from './list-page.ts';
export { schemePage } from './scheme-page.ts';
export { compensationDoor } from './shown.ts';
export { sayFor as compensationSay, voiceFor as compensationVoice } from './texts.ts';
