/**
 * What the outside may ask of areas, grids, sites and plans: the one entry to
 * `contract/`, whose files hold one idea each (ADR 0038). Everybody outside that
 * folder imports from here.
 */
export { addArea, endArea, inTheWayOfArea, renameArea } from './contract/area-steps.ts';
export { AreaSummary, getArea, listAreas } from './contract/areas.ts';
export { copyDivision, Division, findDivisions, listCopies } from './contract/divisions.ts';
export { gridWorkers } from './contract/grid-workers.ts';
export { areaBorders, areaGrids, areaSites, placesTile } from './contract/layers.ts';
export { DECIDERS, PLANNERS, type PlanPointRow } from './contract/plan.ts';
export { gridNotices, seeNotice } from './contract/plan-notices.ts';
export {
  bringPlanIntoForce,
  consultPlan,
  replyToOpinion,
  withdrawPlan,
} from './contract/plan-steps.ts';
export {
  type GridWorker,
  MOST_PLAN_POINTS,
  planningGround,
  proposePlan,
} from './contract/planning-table.ts';
export {
  getPlan,
  listPlans,
  type Opinion,
  type PlanSummary,
  planPoints,
} from './contract/plans.ts';
export {
  addPremises,
  type Estate,
  endPremise,
  findPremises,
  getBuilding,
  KEEPERS,
  listEstates,
  listPremises,
  type Premise,
  renamePremise,
} from './contract/premises.ts';
export { followOpinion, giveOpinion, publicPlan, publicPlans } from './contract/public-plans.ts';
export { publicPlaceAt, publicSites } from './contract/where-one-lives.ts';
