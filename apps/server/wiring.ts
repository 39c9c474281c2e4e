/** What the server is made of: routes, aggregates, live sources. Features are named here and nowhere else. */
import { type PortalOptions, portalRoutes } from '#apps/portal/routes.ts';
import { type Access, accessRoutes } from '#features/access/server/public.ts';
import {
  categoryAggregate,
  firstStepsRoute,
  liveMatters,
  matterAggregate,
  routes as matterRoutes,
  openMatters,
  portalPorts,
  reporterAggregate,
} from '#features/matters/server/public.ts';
import {
  ORGANISATION_AGGREGATES,
  organisationsRoutes,
} from '#features/organisations/server/public.ts';
import { PLACES_AGGREGATES, placeAt, placesRoutes } from '#features/places/server/public.ts';
import type { AggregateTable } from '#platform/command/change.ts';
import type { Database } from '#platform/database/database.ts';
import type { AnyRoute } from '#platform/http/route.ts';
import type { Hub } from '#platform/live/hub.ts';
import { liveRoute } from '#platform/live/live-route.ts';
import type { LiveSource } from '#platform/live/live-source.ts';

/** Every route there is, in the order in which they are registered; the probes read this list. */
export function allRoutes(
  access: Access,
  hub: Hub,
  portal: Omit<PortalOptions, 'ports'>,
): readonly AnyRoute[] {
  return [
    ...accessRoutes(access),
    ...placesRoutes,
    ...organisationsRoutes([openMatters]),
    firstStepsRoute(access),
    ...matterRoutes,
    liveRoute(hub),
    ...portalRoutes({ ...portal, ports: { ...portalPorts, placeAt } }),
  ];
}

export function liveSources(database: Database): readonly LiveSource[] {
  return [liveMatters(database)];
}

/** Every table with a chain of events, for the audit. */
export const aggregates: readonly AggregateTable[] = [
  ...PLACES_AGGREGATES,
  ...ORGANISATION_AGGREGATES,
  categoryAggregate,
  reporterAggregate,
  matterAggregate,
];
