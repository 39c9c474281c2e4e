/** What the application takes from matters: routes, aggregates, and the work of the clock. */
import type { Access } from '#features/access/server/public.ts';
import { type AnyRoute, rawRoute, route } from '#platform/http/route.ts';
import type { Presence } from '#platform/live/presence.ts';
import * as contract from '../contract.ts';
import { act } from './act.ts';
import { categories } from './catalogue.ts';
import { detail } from './detail.ts';
import { exportCsv } from './export.ts';
import { figures } from './figures.ts';
import { showFirstSteps } from './first-steps.ts';
import { actForReporter, follow } from './follow.ts';
import { groups } from './groups.ts';
import { changeCommunityDuty, changeLimit, changeUnitDuty } from './keep-catalogue.ts';
import { limits } from './limits.ts';
import { count, list } from './list.ts';
import { lookWith } from './look.ts';
import { inBox, tile } from './map.ts';
import { news } from './news.ts';
import { orderFile } from './order-file.ts';
import { correctOwnContact, eraseHeldData } from './own-contact.ts';
import { copyHeldData, readOwnData } from './own-data.ts';
import { photo, takePhoto } from './photos.ts';
import { portalPorts, reportFromPortal } from './portal-ports.ts';
import { preview } from './preview.ts';
import { publicPoints } from './public-map.ts';
import { publicChoices, publicNumbers } from './public-view.ts';
import { report } from './report.ts';
import { reveal } from './reveal.ts';
import { similar } from './similar.ts';
import {
  answerOneSuggestion,
  readOwnSuggestions,
  readSuggestion,
  readSuggestions,
  sendStaffSuggestion,
  sendSuggestion,
} from './suggestions.ts';
import { today } from './today.ts';
import { units } from './units.ts';
import { change, chooseFirst, remove, save } from './view-commands.ts';
import { views } from './views.ts';

export { act } from './act.ts';
export {
  categoryAggregate,
  firstViewAggregate,
  matterAggregate,
  reporterAggregate,
  suggestionAggregate,
  viewAggregate,
} from './aggregates.ts';
export { foldAll } from './fold.ts';
export { mattersImporter } from './import/importer.ts';
export { mattersInAreas, mattersTakeBack, mattersUses } from './import/take-back.ts';
export { installCatalogue } from './install-catalogue.ts';
export { liveMatters } from './live.ts';
export { openMatters } from './open-work.ts';
export { recount } from './recount.ts';
export { report } from './report.ts';
export { matterSearch } from './search-source.ts';
export { setDuties } from './set-duties.ts';
export { escalateLate } from './sweep.ts';
export { renewWall, wallSource, wallsOfArea } from './wall/find-wall.ts';
export { makeWall } from './wall/manage-walls.ts';
export { wallRoutes } from './wall/routes.ts';
export { liveWalls } from './wall/show-wall.ts';
export { wallAggregate } from './wall/wall-table.ts';

export { portalPorts };

const PHOTO = { files: 1, bytes: 10 * 1024 * 1024 };

/** Reads accounts too, so it is made over them. */
export function firstStepsRoute(access: Access): AnyRoute {
  return route(contract.firstStepsOf, (services, context) =>
    showFirstSteps(access, services, context),
  );
}

/** @param presence who has a matter open, in memory */
export const routesWith = (presence: Presence): readonly AnyRoute[] => [
  route(contract.listMatters, list),
  route(contract.groupMatters, groups),
  route(contract.listViews, views),
  route(contract.saveView, save),
  route(contract.chooseFirstView, chooseFirst),
  route(contract.changeView, change),
  route(contract.removeView, remove),
  route(contract.countMatters, count),
  route(contract.todayMatters, today),
  route(contract.newsOfMatters, news),
  route(contract.listCategories, categories),
  route(contract.listLimits, limits),
  route(contract.setLimit, changeLimit),
  route(contract.setCommunityDuty, changeCommunityDuty),
  route(contract.changeDuty, changeUnitDuty),
  route(contract.getFigures, figures),
  route(contract.mattersInBox, inBox),
  rawRoute(contract.matterTile, tile),
  rawRoute(contract.exportMatters, exportCsv),
  route(contract.getMatter, detail),
  route(contract.lookAtMatter, lookWith(presence)),
  route(contract.similarMatters, similar),
  route(contract.suggestUnits, units),
  rawRoute(contract.matterPhoto, photo),
  rawRoute(contract.matterOrder, orderFile),
  route(contract.enterMatter, (services, context, { body, commandId }) =>
    report(services, context, commandId, body),
  ),
  route(contract.actOnMatter, (services, context, { params, body, commandId }) =>
    act(services, context, { ...params, ...body, commandId }),
  ),
  route(contract.previewAction, preview),
  route(contract.revealReporter, reveal),
  route(
    contract.uploadPhoto,
    (services, context, _input, exchange) => takePhoto(services, context, exchange),
    PHOTO,
  ),
  route(
    contract.publicUploadPhoto,
    (services, context, _input, exchange) => takePhoto(services, context, exchange),
    PHOTO,
  ),
  route(contract.reportMatter, reportFromPortal),
  route(contract.followMatter, follow),
  route(contract.actAsReporter, actForReporter),
  route(contract.ownData, readOwnData),
  route(contract.copyOwnData, copyHeldData),
  route(contract.correctContact, correctOwnContact),
  route(contract.eraseOwnData, eraseHeldData),
  route(contract.suggest, sendSuggestion),
  route(contract.followSuggestion, readSuggestion),
  route(contract.suggestAsStaff, sendStaffSuggestion),
  route(contract.ownSuggestions, readOwnSuggestions),
  route(contract.listSuggestions, readSuggestions),
  route(contract.answerSuggestion, answerOneSuggestion),
  route(contract.publicMap, publicPoints),
  route(contract.publicFigures, publicNumbers),
  route(contract.publicCategories, publicChoices),
];
