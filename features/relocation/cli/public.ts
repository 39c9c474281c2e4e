/** Commands of relocation. None of them opens a database. */
export { compensate } from './compensate.ts';
export { schemeCheck } from './scheme-check.ts';
export { schemeCompare } from './scheme-compare.ts';
export { type Stopped, toldSentence } from './told.ts';
