/** What the application and later features take from places. */

import { type AnyRoute, rawRoute, route } from '#platform/http/route.ts';
import { defineImporter, type Importer } from '#platform/import/importer.ts';
import * as contract from '../contract.ts';
import { addLocalArea } from './add-area.ts';
import { area, areas, borders } from './area-reads.ts';
import { askForCopy, copies, divisions } from './division-copies.ts';
import { grids, sites } from './geojson-reads.ts';
import { divisionsImporter } from './import-divisions.ts';
import { gridsImporter } from './import-grids.ts';
import { sitesImporter } from './import-sites.ts';
import { placeAt } from './lookup.ts';
import { tile } from './tiles.ts';

export { AGGREGATES as PLACES_AGGREGATES } from './aggregates.ts';
export { copyDivisions } from './copy-divisions.ts';
export { copyWhatWasAsked, tenantsWithCopies } from './division-copies.ts';
export { placeAt } from './lookup.ts';
export { areasAt, gridsAt } from './place-at.ts';
export { areaSearch } from './search-source.ts';
export { divisionsImporter, gridsImporter };

export const placesImporters: readonly Importer[] = [
  defineImporter(divisionsImporter),
  defineImporter(gridsImporter),
  defineImporter(sitesImporter),
];

export const placesRoutes: readonly AnyRoute[] = [
  route(contract.listAreas, areas),
  route(contract.getArea, area),
  route(contract.addArea, addLocalArea),
  route(contract.findDivisions, divisions),
  route(contract.copyDivision, askForCopy),
  route(contract.listCopies, copies),
  route(contract.areaBorders, borders),
  route(contract.areaGrids, grids),
  route(contract.areaSites, sites),
  route(contract.publicPlaceAt, placeAt),
  rawRoute(contract.placesTile, tile),
];
