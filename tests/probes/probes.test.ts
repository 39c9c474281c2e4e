/**
 * Every route the server registers is probed: the list is read from the running
 * app, and a route without a probe fails. Each probe aims at something real in
 * the north of one tenant and is tried by everybody who must not reach it.
 */
import { beforeAll, describe, expect, it } from 'vitest';
import { allRoutes } from '#apps/server/wiring.ts';
import type { Access } from '#features/access/server/public.ts';
import { refused } from '#kernel/outcome.ts';
import type { AnyRoute } from '#platform/http/route.ts';
import type { Hub } from '#platform/live/hub.ts';
import type { Presence } from '#platform/live/presence.ts';
import { engines, START_LIMIT, useDatabase } from '#tests/engines/engines.ts';
import type { Probe } from './probe.ts';
import { probeEndpoint } from './probe-suite.ts';
import { makeProbeWorld, type ProbeWorld } from './probe-world.ts';
import { probesOfAccess } from './probes-of-access.ts';
import { probesOfMatters } from './probes-of-matters.ts';
import { probesOfOrganisations } from './probes-of-organisations.ts';
import { probesOfPlaces } from './probes-of-places.ts';
import { probesOfSearch } from './probes-of-search.ts';

const PROBES: readonly Probe[] = [
  ...probesOfAccess,
  ...probesOfOrganisations,
  ...probesOfMatters,
  ...probesOfPlaces,
  ...probesOfSearch,
];

/** What is served without a contract, and why that is right. */
const WITHOUT_CONTRACT: Readonly<Record<string, string>> = {
  '/api/health': 'says whether the database answers, nothing else',
  '/api/docs': 'the description of the API itself',
};

/** Nobody is let in: what the stream tells whom is tested beside it. */
const closedHub = { open: async () => refused({ code: 'request.too_many' }) } as unknown as Hub;

/** Nobody else is ever there: who sees whom is tested in presence.test.ts. */
const nobodyElse: Presence = {
  look: async () => [],
  leave: async () => undefined,
  stop: async () => undefined,
};

const routesOf = (access: Access): readonly AnyRoute[] =>
  allRoutes(access, closedHub, nobodyElse, {
    assets: { style: '/portal/style.css', script: '/portal/script.js' },
  });

/** The contracts alone, to name the tests before a server runs. */
const endpoints = routesOf({} as Access).map((route) => route.endpoint);

describe.each(engines)('probes on the %s engine', (engine) => {
  const database = useDatabase(engine);
  let made: ProbeWorld | undefined;
  const world = (): ProbeWorld => {
    if (!made) throw new Error('the world is made before the first test');
    return made;
  };
  beforeAll(async () => {
    made = await makeProbeWorld(database(), routesOf);
  }, START_LIMIT);

  it('know every route the server registers', () => {
    const known = new Set(PROBES.map((probe) => probe.endpoint));
    const unknown = world()
      .app.routesList.filter(({ endpoint }) => endpoint === undefined || !known.has(endpoint.id))
      .filter(({ url }) => !Object.keys(WITHOUT_CONTRACT).some((prefix) => url.startsWith(prefix)));
    expect(unknown.map(({ method, url }) => `${method} ${url}`)).toEqual([]);
  });

  it('are of routes that exist, one each', () => {
    const registered = world().app.routesList.map(({ endpoint }) => endpoint?.id);
    expect(PROBES.filter((probe) => !registered.includes(probe.endpoint))).toEqual([]);
    expect(new Set(PROBES.map((probe) => probe.endpoint)).size).toBe(PROBES.length);
  });

  for (const endpoint of endpoints) {
    const probe = PROBES.find((each) => each.endpoint === endpoint.id);
    if (probe) describe(endpoint.id, () => probeEndpoint(endpoint, probe, world));
  }
});
