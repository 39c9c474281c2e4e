/** Places given to posts from a day on, on both engines: history stays, and two who share out at once do not overwrite. */
import { beforeAll, describe, expect, it } from 'vitest';
import { aggregates } from '#apps/server/wiring.ts';
import { assignmentOf, assignPlaces } from '#features/organisations/server/assignments.ts';
import type { Outcome } from '#kernel/outcome.ts';
import { verifyTenant } from '#platform/audit/verify.ts';
import { engines, START_LIMIT, useDatabase } from '#tests/engines/engines.ts';
import { type District, foundDistrict, sure } from '#tests/worlds/district.ts';
import { layGrids } from '#tests/worlds/lopsided-grids.ts';

type Body = Parameters<typeof assignPlaces>[2]['body'];

describe.each(engines)('places given to posts on the %s engine', (engine) => {
  const database = useDatabase(engine);
  let world: District;
  beforeAll(async () => {
    world = await foundDistrict(database());
    await layGrids(world.services, world.system);
  }, START_LIMIT);

  const ground = (who = world.system) =>
    assignmentOf(world.services, who, {
      params: { organisationId: world.units.north.organisationId },
      query: undefined,
      body: undefined,
    });
  const saves = (body: Body, who = world.system) =>
    assignPlaces(world.services, who, {
      params: { organisationId: world.units.north.organisationId },
      query: undefined,
      body,
      commandId: world.commandId(),
    });
  const code = async (outcome: Promise<Outcome<unknown>>): Promise<string> => {
    const settled = await outcome;
    return settled.ok ? 'done' : settled.refusal.code;
  };
  /** All places to the post with this number among the unit's. */
  const allTo = async (post: number, from: string): Promise<Body> => {
    const { posts, places, rounds } = await sure(ground());
    const [last] = rounds;
    return {
      last: last ? { assignmentId: last.assignmentId, version: last.version } : null,
      from,
      settings: { slack: 0, change: 0, fairness: 0 },
      places: places.map(({ siteId }) => ({
        siteId,
        postId: posts[post]?.postId as Body['places'][number]['postId'],
        pinned: false,
      })),
    };
  };

  it('are the courtyards of the unit and its posts, to who may see them', async () => {
    const told = await sure(ground());
    expect([told.places.length, told.posts.length, told.rounds]).toEqual([100, 4, []]);
    expect(told.posts.flatMap(({ holders }) => holders)).toContain('网格员甲');
    expect((await sure(ground(world.as('north leader')))).mayAssign).toBe(false);
    expect(await code(ground(world.as('lane handler')))).toBe('organisation.unknown');
    expect(await code(saves(await allTo(0, '2026-11-02'), world.as('north leader')))).toBe(
      'access.not_allowed',
    );
  });

  it('are refused where a post or a place is not of the unit, or the day is over', async () => {
    const right = await allTo(0, '2026-11-02');
    const [first] = right.places;
    const { postId } = world.post('lamp fitter');
    const wrong = (body: Partial<Body>) => code(saves({ ...right, ...body }));
    expect(await wrong({ from: '2026-11-01' })).toBe('assignment.period');
    expect(await wrong({ places: right.places.map((place) => ({ ...place, postId })) })).toBe(
      'assignment.post',
    );
    expect(await wrong({ places: [...right.places, ...(first ? [first] : [])] })).toBe(
      'assignment.place',
    );
  });

  it('hold from a day on, and the one before ends that day', async () => {
    const first = await allTo(0, '2026-11-02');
    expect(await code(saves(first))).toBe('done');
    expect(await code(saves(first))).toBe('command.stale');
    expect(await code(saves(await allTo(1, '2026-11-02')))).toBe('assignment.period');
    expect(await code(saves(await allTo(1, '2026-12-01')))).toBe('done');
    const told = await sure(ground());
    expect(told.rounds).toMatchObject([
      { from: '2026-12-01', to: null, places: 100 },
      { from: '2026-11-02', to: '2026-12-01', places: 100, version: 2 },
    ]);
    const second = told.posts[1]?.postId;
    expect(told.places.every(({ postId }) => postId === second)).toBe(true);
  });

  it('leave an audit that holds', async () => {
    const { services, installation, tenantId } = world;
    const audited = { ...installation, ...services, aggregates };
    expect((await verifyTenant(audited, tenantId)).findings).toEqual([]);
  });
});
