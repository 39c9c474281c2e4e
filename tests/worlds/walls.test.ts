/** Walls from the code on a screen to its end, by requests as the screens send them. */
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type RunningServer, startServer } from '#apps/server/start.ts';
import {
  findAccountOfPerson,
  makeAccount,
  makeSignInLink,
} from '#features/access/server/public.ts';
import type { Board } from '#features/matters/contract.ts';
import { recount } from '#features/matters/server/public.ts';
import type { PersonId } from '#kernel/ids.ts';
import { engines, START_LIMIT, useDatabase } from '#tests/engines/engines.ts';
import { filed } from '#tests/journeys/told.ts';
import { Caller } from '#tests/worlds/caller.ts';
import { type District, foundDistrict, sure } from '#tests/worlds/district.ts';

const DAY = 86_400_000;

describe.each(engines)('a wall, on the %s engine', (engine) => {
  const database = useDatabase(engine);
  let world: District;
  let server: RunningServer;
  beforeAll(async () => {
    world = await foundDistrict(database());
    const policy = {
      sql: `insert into access_policies (tenant_id, second_factor_roles) values ($1, '[]')`,
      parameters: [world.tenantId],
    };
    await database().write(world.tenantId, [policy], async () => undefined);
    server = await startServer(world.installation, {
      port: 0,
      version: '0',
      checkAnswers: true,
      publicCommandsPerMinute: 10_000,
    });
  }, START_LIMIT);
  afterAll(async () => server.close(), START_LIMIT);

  const screen = () => new Caller(server.app);
  const at = async (title: string): Promise<Caller> => {
    const caller = new Caller(server.app);
    const { tenantId } = world;
    const personId = world.post(title).personId as PersonId;
    const known = await findAccountOfPerson(server.access, tenantId, personId);
    const { accountId } =
      known ??
      (await sure(makeAccount(server.access, { tenantId, personId, madeBy: 'system:test' })));
    const { token } = await makeSignInLink(server.access, accountId, 'system:test');
    await caller.post('/api/access/sign-in-link', { token });
    return caller;
  };
  const codeOn = async (wall: Caller) =>
    String((await wall.post('/api/access/devices')).body['code']);
  const allowed = async (
    by: Caller,
    code: string,
    area: 'district' | 'north' | 'south' = 'north',
  ) => by.post('/api/walls', { code, name: '会议室', areaId: world.areas[area].areaId, days: 30 });
  const hung = async (area: 'district' | 'north' | 'south' = 'north') => {
    const wall = screen();
    const answer = await allowed(await at('leader'), await codeOn(wall), area);
    return { wall, wallId: String(answer.body['wallId']) };
  };
  const boardOf = async (wall: Caller) =>
    (await wall.get('/api/wall/board')).body as unknown as {
      board: Board;
      wall: { version: number; scene: string | null; held: boolean };
    };

  it('shows nothing until somebody at a desk has allowed its code', async () => {
    const wall = screen();
    expect((await wall.get('/api/wall/board')).status).toBe(401);
    const code = await codeOn(wall);
    expect(code).toMatch(/^[2-9A-HJKMNP-Z]{4}-[2-9A-HJKMNP-Z]{4}$/);
    expect((await wall.get('/api/wall/board')).status).toBe(401);
    expect((await allowed(await at('leader'), code)).status).toBe(200);
    expect((await wall.get('/api/wall/board')).body['wall']).toMatchObject({ name: '会议室' });
  });

  it('is allowed by its code however it is typed, and only once', async () => {
    const wall = screen();
    const code = await codeOn(wall);
    const leader = await at('leader');
    expect((await allowed(leader, code.toLowerCase().replace('-', ' '))).status).toBe(200);
    expect((await allowed(leader, code)).body['code']).toBe('wall.code_unknown');
  });

  it('is not allowed any more when its code is too old', async () => {
    const code = await codeOn(screen());
    world.clock.move(11 * 60_000);
    expect((await allowed(await at('leader'), code)).body['code']).toBe('wall.code_unknown');
  });

  it('is allowed by leaders of its area, and by nobody whose area does not hold it', async () => {
    const north = await at('north leader');
    expect((await allowed(north, await codeOn(screen()), 'north')).status).toBe(200);
    const south = await allowed(north, await codeOn(screen()), 'south');
    expect([south.status, south.body['code']]).toEqual([403, 'access.not_allowed']);
    const clerk = await allowed(await at('intake'), await codeOn(screen()));
    expect([clerk.status, clerk.body['code']]).toEqual([403, 'access.not_allowed']);
  });

  it('shows nothing more from its next request on when it is ended, or its days are over', async () => {
    const leader = await at('leader');
    const { wall, wallId } = await hung();
    expect((await leader.post(`/api/walls/${wallId}/revoke`, { version: 1 })).status).toBe(200);
    expect((await wall.get('/api/wall/board')).status).toBe(401);
    const other = await hung();
    world.clock.move(31 * DAY);
    expect((await other.wall.get('/api/wall/board')).status).toBe(401);
  });

  it('is turned and held from a desk by who may present it', async () => {
    const { wall, wallId } = await hung();
    const turned = await (await at('supervisor')).post(`/api/walls/${wallId}/turn`, {
      scene: 'matrix',
      held: true,
    });
    expect(turned.status).toBe(200);
    expect((await boardOf(wall)).wall).toMatchObject({ scene: 'matrix', held: true, version: 2 });
    const south = await (await at('north intake')).get(`/api/walls/${wallId}`);
    expect(south.status).toBe(200);
  });

  it('withholds the first nine, and shows the tenth', async () => {
    const { wall } = await hung('district');
    for (let count = 0; count < 9; count += 1) await filed(world);
    expect((await boardOf(wall)).board.totals).toMatchObject({ filedInYear: null, open: null });
    await filed(world);
    const { totals, areas } = (await boardOf(wall)).board;
    expect(totals).toMatchObject({ filedInYear: 10, open: 10, late: 0 });
    expect(areas.map(({ name }) => name)).toEqual(['north', 'south']);
    expect(areas[0]?.rates.overdue).toEqual({ numerator: 0, denominator: 10 });
  });

  it('shows what a recount counts, folded or not', async () => {
    for (let count = 0; count < 4; count += 1) await filed(world);
    const { wall } = await hung('district');
    const filedIn = async () =>
      (await recount(database(), world.tenantId, 'Asia/Shanghai'))
        .filter(({ measure }) => measure === 'filed')
        .reduce((all, { total }) => all + total, 0);
    const before = (await boardOf(wall)).board.totals.filedInYear;
    expect(before).toBe(await filedIn());
    await server.work.round();
    expect((await boardOf(wall)).board.totals.filedInYear).toBe(before);
  });

  it('knows the borders of its areas, and a point in each for its name', async () => {
    const { wall } = await hung('district');
    const { shapes } = (await wall.get('/api/wall/shapes')).body as unknown as {
      shapes: { rings: unknown[][]; at: unknown }[];
    };
    expect(shapes.map(({ rings, at }) => [rings.length, rings[0]?.length, at])).toEqual([
      [1, 5, [expect.any(Number), expect.any(Number)]],
      [1, 5, [expect.any(Number), expect.any(Number)]],
    ]);
  });

  it('hears that something changed in its area, and never what', async () => {
    const { wall, wallId } = await hung('south');
    const north = await hung('north');
    const heardInSouth = await listen(server.origin, wall);
    const heardInNorth = await listen(server.origin, north.wall);
    await filed(world);
    await heardInNorth.until('event: changed');
    await (await at('supervisor')).post(`/api/walls/${wallId}/turn`, {
      scene: 'ended',
      held: false,
    });
    await heardInSouth.until('event: changed');
    const words = `${heardInSouth.text()}${heardInNorth.text()}`;
    expect(words).not.toMatch(/matter|wall|[0-9a-f]{8}-/);
    // The report in the north came first and was none of the south's.
    expect(heardInSouth.text().match(/event: changed/g)).toHaveLength(1);
    heardInSouth.end();
    heardInNorth.end();
  });

  it('is told to go when it is ended while it listens', async () => {
    const { wall, wallId } = await hung();
    const heard = await listen(server.origin, wall);
    await (await at('leader')).post(`/api/walls/${wallId}/revoke`, { version: 1 });
    await heard.until('event: end');
    heard.end();
  });
});

/** The stream of a wall as text, for as long as somebody waits for it. */
async function listen(origin: string, wall: Caller) {
  const ending = new AbortController();
  const cookie = [...wall.cookies].map(([name, value]) => `${name}=${value}`).join('; ');
  const answer = await fetch(`${origin}/api/wall/live`, {
    headers: { cookie },
    signal: ending.signal,
  });
  const reader = answer.body?.pipeThrough(new TextDecoderStream()).getReader();
  let said = '';
  return {
    text: () => said,
    until: async (words: string): Promise<void> => {
      while (!said.includes(words)) {
        const next = await reader?.read();
        if (next === undefined || next.done) throw new Error(`the stream ended with: ${said}`);
        said += next.value;
      }
    },
    end: () => ending.abort(),
  };
}
