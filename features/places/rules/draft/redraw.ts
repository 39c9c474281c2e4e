/** What screens may use of redrawing borders. */
export { straighten } from '#features/planning/rules/redraw/bend.ts';
export { split } from '#features/planning/rules/redraw/cut.ts';
export type { Fabric } from '#features/planning/rules/redraw/fabric.ts';
export { toSpot, unitsOf } from '#features/planning/rules/redraw/fabric.ts';
export { join } from '#features/planning/rules/redraw/join.ts';
