/** Buildings, entrances and rooms on both engines: brought in by a list, kept by hand, read within reach alone. */
import { beforeAll, describe, expect, it } from 'vitest';
import { aggregates } from '#apps/server/wiring.ts';
import { add, end, rename } from '#features/places/server/premises/commands.ts';
import { building, estates, found, premises } from '#features/places/server/premises/reads.ts';
import { premisesImporter } from '#features/places/server/public.ts';
import type { Context } from '#kernel/context.ts';
import type { PremiseId } from '#kernel/ids.ts';
import type { Outcome } from '#kernel/outcome.ts';
import { verifyTenant } from '#platform/audit/verify.ts';
import { engines, START_LIMIT, useDatabase } from '#tests/engines/engines.ts';
import { type District, foundDistrict, sure } from '#tests/worlds/district.ts';
import { buildEstate, type Estate, ROOMS } from '#tests/worlds/estate.ts';

type Added = Parameters<typeof add>[2]['body'];

describe.each(engines)('buildings and rooms on the %s engine', (engine) => {
  const database = useDatabase(engine);
  let world: District;
  let estate: Estate;
  beforeAll(async () => {
    world = await foundDistrict(database());
    estate = await buildEstate(world.services, world.system, 'T-lane');
  }, START_LIMIT);

  const code = async (outcome: Promise<Outcome<unknown>>): Promise<string> => {
    const settled = await outcome;
    return settled.ok ? 'done' : settled.refusal.code;
  };
  const asks = <P, Q>(params: P, query: Q) => ({ params, query, body: undefined });
  const told = <P, B>(params: P, body: B) => ({
    ...{ params, body },
    query: undefined,
    commandId: world.commandId(),
  });
  /** Somebody of another street. */
  const outsider = (): Context => {
    const { actor } = world.as('north leader');
    const areaPath = world.areas.south.areaPath;
    const grants = 'grants' in actor ? actor.grants.map((grant) => ({ ...grant, areaPath })) : [];
    return { ...world.system, actor: { ...actor, grants } as Context['actor'] };
  };
  const keeper = (): Context => world.as('north intake');
  const listed = (who: Context = world.system) =>
    estates(world.services, who, asks({ areaId: world.areas.north.areaId }, {}));
  const below = (aboveId?: PremiseId, who: Context = world.system) =>
    premises(world.services, who, asks({ siteId: estate.siteId }, aboveId ? { aboveId } : {}));
  const adds = (body: Partial<Added>, who: Context = keeper()) =>
    add(
      world.services,
      who,
      told(undefined, {
        siteId: estate.siteId,
        aboveId: estate.entrance,
        kind: 'room' as const,
        items: [{ name: '401', floor: 4 }],
        ...body,
      }),
    );

  it('come in by a list of rooms, each with what it stands in, and a second time change nothing', async () => {
    const [garden] = (await sure(listed())).estates;
    expect(garden).toMatchObject({ name: '锦绣花园', below: 2, buildings: 2, rooms: 24 });
    const houses = await sure(below());
    expect(houses.premises.map(({ name, rooms }) => [name, rooms])).toEqual([
      ['1号楼', 12],
      ['2号楼', 12],
    ]);
    const rooms = await sure(below(estate.entrance));
    expect(rooms.premises.map(({ name, floor }) => [name, floor]).slice(0, 3)).toEqual([
      ['101', 1],
      ['102', 1],
      ['201', 2],
    ]);
    const again = await premisesImporter.write(
      world.services,
      world.system,
      ROOMS.map((values, at) => ({ number: at + 1, digest: values.key, values })),
      { dryRun: false, accepted: new Set() },
    );
    expect(new Set(again)).toEqual(new Set(['unchanged']));
  });

  it('are refused in a list where what they stand in is not known', async () => {
    const blank = { building: null, entrance: null, room: null, floor: null };
    const [site, door, nothing] = await premisesImporter.write(
      world.services,
      world.system,
      [
        { key: 'a', siteKey: 'nowhere', ...blank, room: '101' },
        { key: 'b', siteKey: 'garden', ...blank, entrance: '1单元', room: '101' },
        { key: 'c', siteKey: 'garden', ...blank },
      ].map((values, at) => ({ number: at + 1, digest: values.key, values })),
      { dryRun: false, accepted: new Set() },
    );
    expect(site).toMatchObject({ code: 'import.parent_unknown', field: 'siteKey' });
    expect(door).toMatchObject({ code: 'import.parent_unknown', field: 'entrance' });
    expect(nothing).toMatchObject({ code: 'import.value_missing' });
  });

  it('are begun, renamed and ended by who keeps them, and by nobody of another area', async () => {
    const { premiseIds } = await sure(adds({}));
    const [room] = premiseIds as [PremiseId];
    expect(await code(adds({}))).toBe('premise.name_taken');
    expect(await code(adds({ aboveId: estate.room }))).toBe('premise.kind');
    expect(await code(adds({ aboveId: null, kind: 'entrance' }))).toBe('premise.kind');
    const twice = [
      { name: '501', floor: 5 },
      { name: '501', floor: 5 },
    ];
    expect(await code(adds({ items: twice }))).toBe('premise.name_taken');
    expect(await code(adds({}, world.as('lane handler')))).toBe('access.not_allowed');
    expect(await code(adds({}, outsider()))).toBe('access.not_allowed');
    expect(await code(adds({}, world.as('north leader')))).toBe('access.not_allowed');

    const renames = (version: number, name: string, who = keeper()) =>
      rename(world.services, who, told({ premiseId: room }, { version, name, floor: 5 }));
    expect(await code(renames(1, '101'))).toBe('premise.name_taken');
    expect(await code(renames(2, '502'))).toBe('command.stale');
    expect(await code(renames(1, '502'))).toBe('done');
    expect(await code(renames(2, '503', world.as('north leader')))).toBe('access.not_allowed');

    const ends = (premiseId: PremiseId, version: number, who = keeper()) =>
      end(world.services, who, told({ premiseId }, { version }));
    expect(await code(ends(room, 2, world.as('north leader')))).toBe('access.not_allowed');
    expect(await code(ends(room, 2))).toBe('done');
    expect(await code(ends(room, 3))).toBe('premise.unknown');
    // Its name is free again, and what stands in a building ends with it.
    expect(await code(adds({ items: [{ name: '502', floor: 5 }] }))).toBe('done');
    expect((await sure(ends(estate.building, 1))).ended).toBe(1 + 2 + 13);
    const [garden] = (await sure(listed())).estates;
    expect(garden).toMatchObject({ buildings: 1, rooms: 12 });
    expect(
      await code(
        building(world.services, world.system, asks({ premiseId: estate.building }, undefined)),
      ),
    ).toBe('premise.unknown');
  });

  it('are read within reach alone, by address too', async () => {
    const finds = (words: string, who: Context = world.system) =>
      found(world.services, who, asks({ areaId: world.areas.north.areaId }, { words }));
    const [best] = (await sure(finds('锦绣花园2号楼1单元301'))).found;
    expect(best?.path.map(({ name }) => name)).toEqual(['2号楼', '1单元', '301']);
    expect((await sure(finds('2号楼 2单元'))).found.length).toBeGreaterThan(1);
    expect((await sure(finds('%'))).found).toEqual([]);
    // Who works in the lane reads what stands there, and nothing by the street above it.
    const lane = world.as('lane handler');
    expect(await code(listed(lane))).toBe('place.unknown');
    expect(await code(finds('101', lane))).toBe('place.unknown');
    expect(await code(below(undefined, lane))).toBe('done');
    expect(await code(below(undefined, outsider()))).toBe('premise.unknown');
    const reads = await sure(listed(world.as('north leader')));
    expect([reads.keeps, reads.estates.length]).toEqual([false, 1]);
  });

  it('leave a chain that verifies and replays', async () => {
    const audited = { ...world.installation, ...world.services, aggregates };
    expect((await verifyTenant(audited, world.tenantId)).findings).toEqual([]);
  });
});
