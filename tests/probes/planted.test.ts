/** The probes themselves are probed: breaches planted in an app must be found. */
import { beforeAll, describe, expect, it } from 'vitest';
import { z } from 'zod';
import { endpoint } from '#kernel/endpoint.ts';
import { done } from '#kernel/outcome.ts';
import type { Database } from '#platform/database/database.ts';
import { type AnyRoute, route } from '#platform/http/route.ts';
import { engines, START_LIMIT, useDatabase } from '#tests/engines/engines.ts';
import type { Probe } from './probe.ts';
import { tryFromOtherArea, tryFromOtherTenant } from './probe-suite.ts';
import { makeProbeWorld, type ProbeWorld } from './probe-world.ts';

const showsAll = endpoint({
  id: 'planted.shows_all',
  method: 'GET',
  path: '/api/planted/people',
  kind: 'read',
  audience: 'signed_in',
  summary: 'Shows the people of every tenant',
  answer: z.object({ people: z.array(z.string()) }),
});

const changesAny = endpoint({
  id: 'planted.changes_any',
  method: 'POST',
  path: '/api/planted/organisations/:organisationId',
  kind: 'command',
  audience: ['system_admin'],
  summary: 'Renames an organisation of any tenant and area, and refuses afterwards',
  params: z.object({ organisationId: z.uuid() }),
  answer: z.object({}),
});

const asOwner = (database: Database, sql: string, ...parameters: readonly unknown[]) =>
  database.asOwner((transaction) => transaction.run({ sql, parameters }));

const planted: readonly AnyRoute[] = [
  route(showsAll, async ({ database }) => {
    const [found] = await asOwner(database, 'select person_id from people');
    return done({ people: (found?.rows ?? []).map((row) => String(row['person_id'])) });
  }),
  route(changesAny, async ({ database }, _context, { params }) => {
    const sql = `update organisations set name = name || '!' where organisation_id = $1`;
    await asOwner(database, sql, params.organisationId);
    return { ok: false, refusal: { code: 'access.not_allowed' } };
  }),
];

const shows: Probe = { endpoint: showsAll.id, reach: 'area', aim: () => ({}) };
const changes: Probe = {
  endpoint: changesAny.id,
  reach: 'area',
  aim: ({ north }) => ({ params: { organisationId: north.organisationId }, body: {} }),
};

describe.each(engines.slice(0, 1))('the probes, on the %s engine', (engine) => {
  const database = useDatabase(engine);
  let world: ProbeWorld;
  beforeAll(async () => {
    world = await makeProbeWorld(database(), () => planted);
  }, START_LIMIT);

  it('find a route that shows what belongs to another tenant', async () => {
    await expect(tryFromOtherTenant(showsAll, shows, world)).rejects.toThrow();
  });

  it('find a route that changes another tenant, even though it says that it refused', async () => {
    await expect(tryFromOtherTenant(changesAny, changes, world)).rejects.toThrow();
  });

  it('find a route that changes another area, even though it says that it refused', async () => {
    await expect(tryFromOtherArea(changesAny, changes, world)).rejects.toThrow();
  });
});
