/** What the server is made of: routes, aggregates, live sources. Features are named here and nowhere else. */
import { type PortalOptions, portalRoutes } from '#apps/portal/routes.ts';
import { type Access, accessRoutes } from '#features/access/server/public.ts';
import { IMPORT_AGGREGATES, importRoutes } from '#features/imports/server/public.ts';
import {
  categoryAggregate,
  firstStepsRoute,
  firstViewAggregate,
  liveMatters,
  liveWalls,
  matterAggregate,
  matterSearch,
  mattersInAreas,
  openMatters,
  portalPorts,
  reporterAggregate,
  routesWith,
  suggestionAggregate,
  viewAggregate,
  wallAggregate,
  wallRoutes,
} from '#features/matters/server/public.ts';

import {
  gridWorkerSource,
  ORGANISATION_AGGREGATES,
  organisationSearch,
  organisationsInAreas,
  organisationsRoutes,
} from '#features/organisations/server/public.ts';
import {
  areaSearch,
  PLACES_AGGREGATES,
  placePorts,
  placesRoutes,
} from '#features/places/server/public.ts';
import {
  compensationPorts,
  relocationRoutes,
  SCHEME_AGGREGATES,
  schemesInAreas,
} from '#features/relocation/server/public.ts';
import type { AggregateTable } from '#platform/command/change.ts';
import type { Database } from '#platform/database/database.ts';
import type { AnyRoute } from '#platform/http/route.ts';
import type { Uses } from '#platform/import/take-back.ts';
import type { Hub } from '#platform/live/hub.ts';
import { liveRoute } from '#platform/live/live-route.ts';
import type { LiveSource } from '#platform/live/live-source.ts';
import type { Presence } from '#platform/live/presence.ts';
import { searchRoutes } from '#platform/search/search-route.ts';
import type { SearchSource } from '#platform/search/source.ts';

/** Every route there is, in the order in which they are registered; the probes read this list. */
export function allRoutes(
  access: Access,
  hub: Hub,
  presence: Presence,
  portal: Omit<PortalOptions, 'ports'>,
): readonly AnyRoute[] {
  return [
    ...accessRoutes(access),
    ...placesRoutes(gridWorkerSource, inAreas),
    ...organisationsRoutes([openMatters]),
    firstStepsRoute(access),
    ...routesWith(presence),
    ...searchRoutes(searchSources),
    ...wallRoutes(access, hub),
    liveRoute(hub),
    ...relocationRoutes,
    ...importRoutes(access),
    ...portalRoutes({
      ...portal,
      ports: { ...portalPorts, ...placePorts, compensation: compensationPorts },
    }),
  ];
}

/** What the one search of the desk finds; of kinds that come equally close the first is named first. */
export const searchSources: readonly SearchSource[] = [
  matterSearch,
  ...organisationSearch,
  areaSearch,
];

/** What stands in the way of an area that is to end, beside what places knows itself. */
export const inAreas: readonly Uses[] = [
  ...organisationsInAreas,
  ...mattersInAreas,
  ...schemesInAreas,
];

export function liveSources(database: Database): readonly LiveSource[] {
  return [liveMatters(database), liveWalls(database)];
}

/** Every table with a chain of events, for the audit. */
export const aggregates: readonly AggregateTable[] = [
  ...PLACES_AGGREGATES,
  ...ORGANISATION_AGGREGATES,
  categoryAggregate,
  reporterAggregate,
  matterAggregate,
  wallAggregate,
  viewAggregate,
  firstViewAggregate,
  suggestionAggregate,
  ...SCHEME_AGGREGATES,
  ...IMPORT_AGGREGATES,
];
