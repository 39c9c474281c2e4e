/** The entries of plans for grids. */
import { type AnyRoute, route } from '#platform/http/route.ts';
import * as contract from '../../contract.ts';
import { bringIntoForce, consult, withdraw } from './decide.ts';
import { ground } from './ground.ts';
import { notices, see } from './notices.ts';
import { follow, give, reply } from './opinions.ts';
import { propose } from './propose.ts';
import { heardPlan, heardPlans } from './public-plans.ts';
import { plan, plans, points } from './read-plans.ts';
import type { GridWorkerSource } from './workers.ts';

export function planRoutes(workers: GridWorkerSource): readonly AnyRoute[] {
  return [
    route(contract.planningGround, (services, context, input) =>
      ground(services, workers, context, input),
    ),
    route(contract.proposePlan, propose),
    route(contract.listPlans, plans),
    route(contract.getPlan, (services, context, input) => plan(services, workers, context, input)),
    route(contract.planPoints, points),
    route(contract.consultPlan, (services, context, input) =>
      consult(services, workers, context, input),
    ),
    route(contract.replyToOpinion, reply),
    route(contract.bringPlanIntoForce, (services, context, input) =>
      bringIntoForce(services, workers, context, input),
    ),
    route(contract.withdrawPlan, withdraw),
    route(contract.gridNotices, notices),
    route(contract.seeNotice, see),
    route(contract.publicPlans, heardPlans),
    route(contract.publicPlan, heardPlan),
    route(contract.giveOpinion, give),
    route(contract.followOpinion, follow),
  ];
}
