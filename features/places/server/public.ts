/** What the application and later features take from places. */

import { type AnyRoute, rawRoute, route } from '#platform/http/route.ts';
import { defineImporter, type Importer } from '#platform/import/importer.ts';
import * as contract from '../contract.ts';
import { addLocalArea } from './add-area.ts';
import { endAreaWith, type InAreas, inTheWayWith, renameLocalArea } from './area-commands.ts';
import { area, areas, borders } from './area-reads.ts';
import { askForCopy, copies, divisions } from './division-copies.ts';
import { findSites } from './find-sites.ts';
import { grids, sites } from './geojson-reads.ts';
import { workersOfArea } from './grid-workers.ts';
import { divisionsImporter } from './import-divisions.ts';
import { gridsImporter } from './import-grids.ts';
import { premisesImporter } from './import-premises.ts';
import { sitesImporter } from './import-sites.ts';
import { placeAt } from './lookup.ts';
import { follow, give } from './plans/opinions.ts';
import { heardPlan, heardPlans } from './plans/public-plans.ts';
import { planRoutes } from './plans/routes.ts';
import type { GridWorkerSource } from './plans/workers.ts';
import { premiseRoutes } from './premises/routes.ts';
import { tile } from './tiles.ts';

export { AGGREGATES as PLACES_AGGREGATES } from './aggregates.ts';
export { copyDivisions } from './copy-divisions.ts';
export { copyWhatWasAsked, tenantsWithCopies } from './division-copies.ts';
export { areasAt, gridsAt, gridsOfSite, siteStatement } from './place-at.ts';
export type { GridWorkerPost, GridWorkerSource } from './plans/workers.ts';
export { areaSearch } from './search-source.ts';
export { placesTakeBack, placesUses } from './take-back.ts';
export { divisionsImporter, gridsImporter, premisesImporter, sitesImporter };

export const placesImporters: readonly Importer[] = [
  defineImporter(divisionsImporter),
  defineImporter(gridsImporter),
  defineImporter(sitesImporter),
  defineImporter(premisesImporter),
];

/** What the portal asks of places. */
export const placePorts = {
  placeAt,
  findSites,
  publicPlans: heardPlans,
  publicPlan: heardPlan,
  giveOpinion: give,
  followOpinion: follow,
};

/**
 * @param workers who works in the grids, as organisations know
 * @param inAreas what of later features stands in the way of an area that is to end
 */
export function placesRoutes(workers: GridWorkerSource, inAreas: InAreas): readonly AnyRoute[] {
  return [
    route(contract.listAreas, areas),
    route(contract.getArea, area),
    route(contract.addArea, addLocalArea),
    route(contract.renameArea, renameLocalArea),
    route(contract.inTheWayOfArea, inTheWayWith(inAreas)),
    route(contract.endArea, endAreaWith(inAreas)),
    route(contract.findDivisions, divisions),
    route(contract.copyDivision, askForCopy),
    route(contract.listCopies, copies),
    route(contract.areaBorders, borders),
    route(contract.areaGrids, grids),
    route(contract.gridWorkers, (services, context, input) =>
      workersOfArea(services, workers, context, input),
    ),
    route(contract.areaSites, sites),
    route(contract.publicPlaceAt, placeAt),
    route(contract.publicSites, findSites),
    rawRoute(contract.placesTile, tile),
    ...planRoutes(workers),
    ...premiseRoutes,
  ];
}
