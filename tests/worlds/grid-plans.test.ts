/** A plan for grids from the table to the day it holds, on both engines: who may, who is heard, who is told. */
import { beforeAll, describe, expect, it } from 'vitest';
import { aggregates } from '#apps/server/wiring.ts';
import { gridWorkerSource } from '#features/organisations/server/grid-workers.ts';
import { grids as gridsOfDay } from '#features/places/server/geojson-reads.ts';
import { bringIntoForce, consult, withdraw } from '#features/places/server/plans/decide.ts';
import { ground } from '#features/places/server/plans/ground.ts';
import { notices, see } from '#features/places/server/plans/notices.ts';
import { follow, give, reply } from '#features/places/server/plans/opinions.ts';
import { propose } from '#features/places/server/plans/propose.ts';
import { heardPlan, heardPlans } from '#features/places/server/plans/public-plans.ts';
import { plan, plans, points } from '#features/places/server/plans/read-plans.ts';
import type { Context } from '#kernel/context.ts';
import type { GridPlanId } from '#kernel/ids.ts';
import type { Outcome } from '#kernel/outcome.ts';
import { verifyTenant } from '#platform/audit/verify.ts';
import { engines, START_LIMIT, useDatabase } from '#tests/engines/engines.ts';
import { type District, foundDistrict, sure } from '#tests/worlds/district.ts';
import { COURTYARDS, LANE, layGrids, rectangle } from '#tests/worlds/lopsided-grids.ts';

type Body = Parameters<typeof propose>[2]['body'];
type Shape = NonNullable<Body['grids'][number]['geometry']>;

const DAY = 86_400_000;
const PLANNER = 'north intake';
const LEADER = 'north leader';

const code = async (outcome: Promise<Outcome<unknown>>): Promise<string> => {
  const settled = await outcome;
  return settled.ok ? 'done' : settled.refusal.code;
};

describe.each(engines)('plans for grids on the %s engine', (engine) => {
  const database = useDatabase(engine);
  let world: District;
  let gridPlanId: GridPlanId;
  beforeAll(async () => {
    world = await foundDistrict(database());
    await layGrids(world.services, world.system);
  }, START_LIMIT);

  const as = (title: string): Context => world.as(title);
  const input = <P, B>(params: P, body: B) => ({
    params,
    body,
    query: undefined,
    commandId: world.commandId(),
  });
  const groundOf = (who: Context, areaId = world.areas.lane.areaId) =>
    ground(world.services, gridWorkerSource, who, {
      params: { areaId },
      query: undefined,
      body: undefined,
    });
  const planOf = async (who = as(PLANNER)) =>
    sure(plan(world.services, gridWorkerSource, who, input({ gridPlanId }, undefined)));
  const gridsOn = async (day: string) => {
    const { features } = await sure(
      gridsOfDay(world.services, world.system, {
        params: { areaId: world.areas.lane.areaId },
        query: { day },
        body: undefined,
      }),
    );
    return features.map(({ properties }) => properties.name).toSorted();
  };

  /** Three grids in place of two: four columns of courtyards, three, and three. */
  const columns = [0, 0.02, 0.035, LANE.side];
  const shapeOf = (at: number): Shape =>
    rectangle(
      LANE.lng + (columns[at] ?? 0),
      LANE.lat,
      (columns[at + 1] ?? 0) - (columns[at] ?? 0),
      LANE.side,
    ) as unknown as Shape;
  async function wanted(): Promise<Body> {
    const { areaId, grids: known } = await sure(groundOf(as(PLANNER)));
    const today = (lng: number) => (lng < LANE.lng + 0.04 ? 0 : 1);
    const numberOf = (key: string) => known.findIndex(({ name }) => name === key);
    const order = [numberOf('第一网格'), numberOf('第二网格')];
    const planned = (lng: number) => columns.findLastIndex((from) => lng >= LANE.lng + from);
    // In the order of the server: new grids after those of today.
    const shapes = new Map([
      [order[0], shapeOf(0)],
      [order[1], shapeOf(2)],
    ]);
    const to = [order[0], 2, order[1]];
    return {
      areaId,
      name: '杨柳巷网格调整方案',
      reason: '第一网格住户太多',
      settings: { size: { grids: 3 }, tolerance: 0.2, stay: 0, seed: 1 },
      grids: [
        ...known.map(({ gridId, version, name }, at) => ({
          gridId,
          version,
          name,
          areaId,
          geometry: shapes.get(at) ?? null,
        })),
        { gridId: null, version: null, name: '第三网格', areaId, geometry: shapeOf(1) },
      ],
      points: COURTYARDS.map(({ lng, lat, households, name }) => [
        lng,
        lat,
        households,
        order[today(lng)] ?? -1,
        to[planned(lng)] ?? 0,
        name,
        false,
      ]),
      findings: [],
    };
  }
  const proposes = async (who: Context, change: (body: Body) => Body = (body) => body) =>
    propose(
      world.services,
      who,
      input(undefined, change(await wanted())) as Parameters<typeof propose>[2],
    );

  it('lay the households, the grids of today and who works in them on the table', async () => {
    const told = await sure(groundOf(as(PLANNER)));
    expect(told.grids.map(({ name }) => name).toSorted()).toEqual(['第一网格', '第二网格']);
    expect([told.points.length, told.points[0]?.[2], told.unknown]).toEqual([100, 20, 0]);
    expect(told.workers).toMatchObject([{ title: 'grid worker', holders: ['网格员甲'] }]);
    expect(await code(groundOf(as('grid worker')))).toBe('place.unknown');
    expect(await code(groundOf(as(PLANNER), world.areas.south.areaId))).toBe('place.unknown');
  });

  it('are refused where they do not hold together', async () => {
    const [first] = COURTYARDS;
    const wrong = (change: (body: Body) => Body) => code(proposes(as(PLANNER), change));
    expect(
      await wrong((body) => ({
        ...body,
        points: [...body.points, [first?.lng ?? 0, first?.lat ?? 0, 5, -1, 2, 'x', false]],
      })),
    ).toBe('plan.point_elsewhere');
    expect(
      await wrong((body) => ({
        ...body,
        grids: body.grids.map((grid) => ({ ...grid, version: grid.version && 7 })),
      })),
    ).toBe('plan.overtaken');
    const wide = rectangle(LANE.lng, LANE.lat, LANE.side, LANE.side) as unknown as Shape;
    expect(
      await wrong((body) => ({
        ...body,
        grids: body.grids.map((grid) =>
          grid.gridId === null ? { ...grid, geometry: wide } : grid,
        ),
      })),
    ).toBe('plan.geometry');
    const { areaId } = world.areas.south;
    expect(
      await wrong((body) => ({ ...body, grids: body.grids.map((grid) => ({ ...grid, areaId })) })),
    ).toBe('plan.area');
    expect(await wrong((body) => ({ ...body, areaId }))).toBe('access.not_allowed');
  });

  it('are counted from their households, whatever the browser says', async () => {
    const proposed = await sure(proposes(as(PLANNER)));
    gridPlanId = proposed.gridPlanId;
    const { figures, grids, state, actions, proposedBy } = await planOf();
    expect([state, proposedBy, actions]).toEqual([
      'proposed',
      '北街受理员甲',
      ['consult', 'withdraw'],
    ]);
    expect(figures).toMatchObject({
      ...{ fewestBefore: 400, mostBefore: 1600, fewestAfter: 600, mostAfter: 800 },
      ...{ moved: 800, had: 2000, gridsBefore: 2, gridsAfter: 3 },
    });
    expect(grids.at(-1)?.figures).toMatchObject({ before: 0, after: 600, movedIn: 600, pieces: 1 });
    const told = await sure(points(world.services, as(LEADER), input({ gridPlanId }, undefined)));
    expect(told.points).toHaveLength(100);
  });

  it('are seen by who works in the area, and before they are heard about by no resident', async () => {
    const of = async (title: string) =>
      (
        await sure(
          plans(world.services, as(title), { params: undefined, query: {}, body: undefined }),
        )
      ).plans.length;
    expect([await of('grid worker'), await of('supervisor'), await of('lane handler')]).toEqual([
      1, 1, 0,
    ]);
    expect(await sure(heardPlans(world.services, world.public))).toEqual({ plans: [] });
    expect(
      await code(
        heardPlan(
          world.services,
          world.public,
          input({ tenant: world.slug, gridPlanId }, undefined),
        ),
      ),
    ).toBe('plan.unknown');
    const said = input({ tenant: world.slug, gridPlanId }, { text: 'x', open: false });
    expect(await code(give(world.services, world.public, said))).toBe('plan.unknown');
  });

  const consults = (who: Context, until: string, version = 1) =>
    consult(
      world.services,
      gridWorkerSource,
      who,
      input({ gridPlanId }, { version, until, notice: '请大家提意见' }),
    );

  it('are put before the residents for a week at least, and the grid workers are told', async () => {
    expect(await code(consults(as(PLANNER), '2026-11-07'))).toBe('plan.period');
    expect(await code(consults(as(LEADER), '2026-11-08'))).toBe('plan.unknown');
    expect(await code(consults(as(PLANNER), '2026-11-08', 2))).toBe('command.stale');
    expect(await code(consults(as(PLANNER), '2026-11-08'))).toBe('done');
    expect(await code(consults(as(PLANNER), '2026-11-08', 2))).toBe('plan.state');
    const worker = as('grid worker');
    const { notices: told } = await sure(notices(world.services, worker));
    expect(told).toMatchObject([{ stage: 'consulted', consultUntil: '2026-11-08', seenAt: null }]);
    expect(told[0]?.grids).toEqual(
      expect.arrayContaining([{ name: '第三网格', movedIn: 600, movedOut: 0 }]),
    );
    expect(await sure(notices(world.services, as('lamp fitter')))).toEqual({ notices: [] });
    const noticeId = told[0]?.noticeId as NonNullable<(typeof told)[0]>['noticeId'];
    expect(await code(see(world.services, as('lamp fitter'), input({ noticeId }, {})))).toBe(
      'plan.notice_unknown',
    );
    expect(await code(see(world.services, worker, input({ noticeId }, {})))).toBe('done');
    expect(await code(see(world.services, worker, input({ noticeId }, {})))).toBe('done');
    expect((await planOf()).told).toMatchObject([{ title: 'grid worker', stage: 'consulted' }]);
  });

  it('answer each resident, and show to everybody only what may be shown', async () => {
    const says = (text: string, open: boolean) =>
      sure(
        give(
          world.services,
          world.public,
          input({ tenant: world.slug, gridPlanId }, { text, open }),
        ),
      );
    const first = await says('我家电话 13812345678，别把我们院分开', true);
    const second = await says('同意', false);
    expect((await planOf()).unanswered).toBe(2);
    const { said } = await planOf();
    expect(said.map(({ body }) => body).join()).not.toContain('13812345678');
    expect((await planOf(as('grid worker'))).said).toEqual([]);
    for (const { opinionId, version } of said) {
      const answer = input({ opinionId }, { version, text: '不会分开。' });
      expect(await code(reply(world.services, as(LEADER), answer))).toBe('plan.opinion_unknown');
      expect(await code(reply(world.services, as(PLANNER), answer))).toBe('done');
      expect(
        await code(reply(world.services, as(PLANNER), { ...answer, commandId: world.commandId() })),
      ).toBe('command.stale');
    }
    const seen = await sure(
      heardPlan(world.services, world.public, input({ tenant: world.slug, gridPlanId }, undefined)),
    );
    expect(seen).toMatchObject({
      heard: true,
      opinions: 2,
      said: [{ number: first.number, reply: '不会分开。' }],
    });
    expect(seen.moves).toHaveLength(40);
    expect(seen.grids.map(({ after }) => after).toSorted()).toEqual([600, 600, 800]);
    const looks = ({ number, followKey }: typeof first) =>
      follow(world.services, world.public, {
        body: { number: number.toLowerCase(), key: ` ${followKey} ` },
      });
    expect(await sure(looks(second))).toMatchObject({ body: '同意', reply: '不会分开。' });
    expect(await code(looks({ ...second, followKey: first.followKey }))).toBe(
      'plan.opinion_unknown',
    );
  });

  const decides = async (who: Context, from: string) => {
    const { version } = await planOf(world.system);
    return bringIntoForce(
      world.services,
      gridWorkerSource,
      who,
      input({ gridPlanId }, { version, from }),
    );
  };

  it('hold from a day on when they were heard, by a leader, and history is kept', async () => {
    expect(await code(decides(as(LEADER), '2026-11-20'))).toBe('plan.consulting');
    expect((await planOf(as(LEADER))).waits).toBe('plan.consulting');
    world.clock.move(8 * DAY);
    const late = input({ tenant: world.slug, gridPlanId }, { text: '晚了', open: true });
    expect(await code(give(world.services, world.public, late))).toBe('plan.not_heard');
    expect(await code(decides(as(PLANNER), '2026-11-20'))).toBe('plan.unknown');
    expect(await code(decides(as(LEADER), '2026-11-09'))).toBe('plan.begins');
    expect((await planOf(as(LEADER))).actions).toEqual(['bring_into_force', 'withdraw']);
    expect(await code(decides(as(LEADER), '2026-11-20'))).toBe('done');
    expect(await gridsOn('2026-11-19')).toEqual(['第一网格', '第二网格']);
    expect(await gridsOn('2026-11-20')).toEqual(['第一网格', '第三网格', '第二网格']);
    expect((await sure(notices(world.services, as('grid worker')))).notices).toMatchObject([
      { stage: 'in_force', inForceFrom: '2026-11-20' },
      { stage: 'consulted' },
    ]);
    expect((await planOf()).actions).toEqual([]);
  });

  it('are overtaken by one that was decided before them', async () => {
    const third = await sure(groundOf(as(PLANNER)));
    expect(third.grids).toHaveLength(3);
    expect(
      await code(proposes(as(PLANNER), (body) => ({ ...body, grids: body.grids.slice(0, 2) }))),
    ).not.toBe('done');
  });

  it('can be taken back, with the reason that who was asked reads', async () => {
    const end = rectangle(LANE.lng, LANE.lat, LANE.side, LANE.side) as unknown as Shape;
    const proposed = await sure(
      proposes(as(PLANNER), (body) => ({
        ...body,
        grids: body.grids
          .filter(({ gridId }) => gridId !== null)
          .map((grid, at) => ({ ...grid, geometry: at === 0 ? end : null })),
        points: [
          [
            LANE.lng + 0.001,
            LANE.lat + 0.001,
            10,
            body.grids.findIndex(({ name }) => name === '第一网格'),
            0,
            '',
            false,
          ],
        ],
      })),
    );
    gridPlanId = proposed.gridPlanId;
    expect((await planOf()).figures.gridsAfter).toBe(1);
    const takesBack = (version: number) =>
      withdraw(world.services, as(PLANNER), input({ gridPlanId }, { version, reason: '重新考虑' }));
    expect(await code(takesBack(1))).toBe('done');
    expect(await code(takesBack(2))).toBe('plan.state');
    expect(await planOf()).toMatchObject({
      state: 'withdrawn',
      withdrawnReason: '重新考虑',
      actions: ['reply'],
    });
  });

  it('leave an audit that holds', async () => {
    const { services, tenantId } = world;
    expect(
      (await verifyTenant({ ...world.installation, ...services, aggregates }, tenantId)).findings,
    ).toEqual([]);
  });
});
