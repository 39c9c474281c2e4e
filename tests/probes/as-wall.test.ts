/**
 * A paired screen walks every route that the server registers. Those of walls
 * answer it; those for everybody answer it as they answer anybody; all others
 * do not even know that it is there.
 */
import { beforeAll, describe, expect, it } from 'vitest';
import type { Access } from '#features/access/server/public.ts';
import { engines, START_LIMIT, useDatabase } from '#tests/engines/engines.ts';
import { fingerprint } from './fingerprint.ts';
import { shoot } from './probe-suite.ts';
import { makeProbeWorld, type ProbeWorld } from './probe-world.ts';
import { PROBES } from './probes.ts';
import { routesOf } from './routes.ts';

const endpoints = routesOf({} as Access).map(({ endpoint }) => endpoint);
const closedToWalls = endpoints.filter(
  ({ audience }) => audience !== 'public' && audience !== 'wall',
);

describe.each(engines.slice(-1))('the screen of a wall, on the %s engine', (engine) => {
  const database = useDatabase(engine);
  let world: ProbeWorld;
  beforeAll(async () => {
    world = await makeProbeWorld(database(), routesOf);
  }, START_LIMIT);

  const aimed = async (id: string) => {
    const probe = PROBES.find(({ endpoint }) => endpoint === id);
    if (probe === undefined) throw new Error(`no probe of ${id}`);
    return probe.aim(world);
  };

  it('is a screen that holds: its own board answers', async () => {
    expect((await world.asWall().get('/api/wall/board')).status).toBe(200);
  });

  it('is refused by every route that is not for walls or for everybody, and changes nothing', async () => {
    // What an aim needs may have to be made first.
    const aims: [(typeof closedToWalls)[number], Awaited<ReturnType<typeof aimed>>][] = [];
    for (const endpoint of closedToWalls) aims.push([endpoint, await aimed(endpoint.id)]);
    const before = await fingerprint(world.database, world.here.tenantId);
    const answers: [string, number, unknown][] = [];
    for (const [endpoint, aim] of aims) {
      const answer = await shoot(world.asWall(), endpoint, aim);
      answers.push([endpoint.id, answer.status, answer.body['code']]);
    }
    expect(answers.length).toBeGreaterThan(40);
    expect(answers).toEqual(answers.map(([id]) => [id, 401, 'access.sign_in_required']));
    expect(await fingerprint(world.database, world.here.tenantId)).toEqual(before);
  });

  it('sees of what is for everybody no more than anybody does', async () => {
    const reads = endpoints.filter(
      ({ audience, kind }) => audience === 'public' && kind === 'read',
    );
    for (const endpoint of reads) {
      const aim = await aimed(endpoint.id);
      const [wall, anybody] = [
        await shoot(world.asWall(), endpoint, aim),
        await shoot(world.anonymous(), endpoint, aim),
      ];
      expect([endpoint.id, wall.status, lasting(wall.text)]).toEqual([
        endpoint.id,
        anybody.status,
        lasting(anybody.text),
      ]);
    }
  });
});

/** Without what each answer has of its own: ids of commands in forms. */
function lasting(text: string): string {
  return text.replaceAll(/[0-9a-f]{8}-[0-9a-f]{4}-7[0-9a-f-]{21}/g, '');
}
