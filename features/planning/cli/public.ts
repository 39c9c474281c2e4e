/** What the command line of the house uses. */
export { type AssignOptions, type AssignReport, assignPlaces } from './assign.ts';
export { type RegridOptions, type RegridReport, regrid } from './regrid.ts';
