/**
 * What servers keep in memory of people's authority never outlives a change of
 * it: after any command, here and in a second process on the same database, the
 * next request knows the same as one that reads everything anew (ADR 0012).
 */
import { type ChildProcess, fork } from 'node:child_process';
import { once } from 'node:events';
import { mkdtempSync, readdirSync, readFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import fc from 'fast-check';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { aggregates } from '#apps/server/wiring.ts';
import { createAccess, sessionSource, tenantsTable } from '#features/access/server/public.ts';
import { appointmentSource } from '#features/organisations/server/public.ts';
import type { PersonId, TenantId } from '#kernel/ids.ts';
import { collectMigrations, ROOT } from '#platform/database/migration-files.ts';
import type { Session, SessionSource } from '#platform/http/session-source.ts';
import { engines, START_LIMIT } from '#tests/engines/engines.ts';
import { freshServerDatabase } from '#tests/engines/server-engine.ts';
import { makeProbeWorld, type ProbeWorld } from '#tests/probes/probe-world.ts';
import { routesOf } from '#tests/probes/routes.ts';
import { Caller } from '../caller.ts';
import { type Drawing, MOVES, OTHER_MOVES } from './moves.ts';
import type { Asked, Started, Told } from './second-server.ts';
import {
  authorityCommands,
  type Cookies,
  groundOf,
  signInAgain,
  type Watched,
  watchPeople,
} from './town.ts';

function sourcesUnder(folder: string): readonly string[] {
  return readdirSync(folder, { recursive: true, encoding: 'utf8' })
    .filter((name) => name.endsWith('.ts') && !name.endsWith('.test.ts'))
    .map((name) => join(folder, name));
}

const ALL_MOVES = [...Object.keys(MOVES), ...Object.keys(OTHER_MOVES)];

describe('the tables that authority is read from', () => {
  it('belong to no aggregate that is declared to carry none', () => {
    const statements = appointmentSource.statements('' as TenantId, '' as PersonId, '2026-11-02');
    const read = statements.flatMap(({ sql }) =>
      [...sql.matchAll(/\b(?:from|join) (\w+)/g)].map(([, table]) => table),
    );
    const without = aggregates.filter(({ authority }) => authority === 'none');
    expect(read.sort()).toEqual([
      'appointments',
      'organisations',
      'people',
      'posts',
      'substitutes',
    ]);
    expect(without.filter(({ table }) => read.includes(table))).toEqual([]);
  });

  it('are written beside the spine only where the revision is raised too', () => {
    const writes =
      /(?:insert into|update|delete from) (?:people|posts|appointments|substitutes|organisations|access_policies)\b/;
    const by = ['apps', 'features', 'platform']
      .flatMap((folder) => sourcesUnder(join(ROOT, folder)))
      .filter((file) => writes.test(readFileSync(file, 'utf8')));
    const silent = by.filter((file) => !readFileSync(file, 'utf8').includes('raiseAuthority('));
    expect([by.length > 0, silent]).toEqual([true, []]);
  });
});

describe.runIf(engines.includes('server'))('authority kept in memory by two servers', () => {
  let world: ProbeWorld;
  let watched: Watched[];
  let second: ChildProcess;
  let anew: SessionSource;
  let remembering: SessionSource;
  let drop: () => Promise<void>;

  beforeAll(async () => {
    const folder = mkdtempSync(join(tmpdir(), 'lianxin-authority-'));
    const fresh = await freshServerDatabase(collectMigrations());
    world = await makeProbeWorld(fresh.database, routesOf, folder);
    const { services, clock } = world.here;
    const sourceOf = (rememberPeople: boolean) =>
      sessionSource(
        createAccess(services, {
          appointments: appointmentSource,
          tenants: tenantsTable(services),
          rememberPeople,
        }),
      );
    anew = sourceOf(false);
    remembering = sourceOf(true);
    watched = await watchPeople(world);
    const started: Started = { url: fresh.url, folder, now: clock.now() };
    second = fork(join(import.meta.dirname, 'second-server.ts'), [JSON.stringify(started)], {
      execArgv: [],
    });
    await once(second, 'message');
    drop = async () => {
      second.disconnect();
      await once(second, 'exit');
      await fresh.database.close();
      await fresh.drop();
    };
  }, START_LIMIT);
  afterAll(() => drop(), START_LIMIT);

  let asked = 0;
  async function inSecond(cookies: Cookies): Promise<Session | undefined> {
    asked += 1;
    const id = asked;
    second.send({ id, cookies } satisfies Asked);
    for (;;) {
      const [told] = (await once(second, 'message')) as [Told];
      if (told.id === id) return told.session ?? undefined;
    }
  }

  const known = (source: SessionSource) =>
    Promise.all(watched.map(({ cookies }) => source.findSession({ headers: {}, cookies })));

  async function knownInSecond() {
    const sessions: (Session | undefined)[] = [];
    for (const { cookies } of watched) sessions.push(await inSecond(cookies));
    return sessions;
  }

  function drawing(ground: Drawing['ground'], chances: readonly number[]): Drawing {
    let at = 0;
    return {
      world,
      ground,
      watched,
      one: (list) => {
        at += 1;
        return list[(chances[at % chances.length] ?? 0) % Math.max(1, list.length)];
      },
    };
  }

  async function make(move: string, draw: Drawing): Promise<void> {
    await OTHER_MOVES[move]?.(draw);
    const endpoint = authorityCommands(world).find(({ id }) => id === move);
    if (endpoint === undefined) return;
    const { params = {}, body = {}, role, as } = MOVES[move]?.(draw) ?? {};
    const caller = role ? world.as(role, 'here', 'district') : new Caller(world.app);
    for (const [name, value] of Object.entries(as?.cookies ?? {})) caller.cookies.set(name, value);
    const path = endpoint.path.replaceAll(/:(\w+)/g, (_, name: string) => params[name] ?? '');
    const answer = await caller.send(endpoint.method, path, body, {
      'idempotency-key': crypto.randomUUID(),
    });
    expect(answer.status).toBeLessThan(500);
  }

  it('has a move for every command of access, organisations and places', () => {
    expect(Object.keys(MOVES).sort()).toEqual(
      authorityCommands(world)
        .map(({ id }) => id)
        .sort(),
    );
  });

  it('is what a request without memory reads, after every command, in both', async () => {
    let changed = 0;
    await fc.assert(
      fc.asyncProperty(
        fc.shuffledSubarray(ALL_MOVES, { minLength: ALL_MOVES.length }),
        fc.array(fc.nat(), { minLength: 7, maxLength: 7 }),
        async (moves, chances) => {
          for (const [at, each] of watched.entries()) watched[at] = await signInAgain(world, each);
          for (const [at, move] of moves.entries()) {
            const before = await known(anew);
            const ground = await groundOf(world, watched);
            await make(move, drawing(ground, [...chances.slice(at % 7), ...chances, at]));
            const now = await known(anew);
            expect([move, await known(remembering)]).toEqual([move, now]);
            expect([move, await knownInSecond()]).toEqual([move, now]);
            if (JSON.stringify(before) !== JSON.stringify(now)) changed += 1;
          }
        },
      ),
      { seed: 12, numRuns: 6, endOnFailure: true },
    );
    // The moves are not all refused: authority did change, many times.
    expect(changed).toBeGreaterThan(20);
  }, 600_000);
});
