/** What the system administrator changes of a category. */
import { describe, expect, it } from 'vitest';
import type { CategoryId } from '#kernel/ids.ts';
import { engines, useDatabase } from '#tests/engines/engines.ts';
import { type District, foundDistrict } from '#tests/worlds/district.ts';
import { changeLimit, changeUnitDuty } from './keep-catalogue.ts';
import { limits } from './limits.ts';

const RULE = '本区办法第八条';

describe.each(engines)('the catalogue of a place on the %s engine', (engine) => {
  const database = useDatabase(engine);

  const kept = async (world: District, categoryId: CategoryId) => {
    const read = await limits(world.services, world.system);
    if (!read.ok) throw new Error(read.refusal.code);
    const found = read.value.categories.find((one) => one.categoryId === categoryId);
    if (found === undefined) throw new Error('the category is not among those kept');
    return found;
  };

  it('keeps a limit with the rule it comes from, for whoever saw the last version', async () => {
    const world = await foundDistrict(database());
    const categoryId = world.categories['B0101'] as CategoryId;
    const change = (version: number, amount: number) =>
      changeLimit(world.services, world.system, {
        params: { categoryId },
        query: undefined,
        commandId: world.commandId(),
        body: { version, stage: 'handle', condition: '', amount, unit: 'working_day', rule: RULE },
      });
    const { version } = await kept(world, categoryId);
    expect(await change(version, 5)).toEqual({ ok: true, value: { version: version + 1 } });
    expect(await change(version, 9)).toMatchObject({
      ok: false,
      refusal: { code: 'command.stale' },
    });
    const now = await kept(world, categoryId);
    expect(now.version).toBe(version + 1);
    expect(now.limits.filter(({ stage }) => stage === 'handle')).toEqual([
      { stage: 'handle', condition: '', amount: 5, unit: 'working_day', rule: RULE },
    ]);
  });

  it('says whose duty a category is and no longer is', async () => {
    const world = await foundDistrict(database());
    const categoryId = world.categories['B0102'] as CategoryId;
    const { organisationId } = world.units.roads;
    const change = async (holds: boolean) =>
      changeUnitDuty(world.services, world.system, {
        params: { categoryId },
        query: undefined,
        commandId: world.commandId(),
        body: {
          version: (await kept(world, categoryId)).version,
          organisationId,
          basis: 'owner',
          holds,
        },
      });
    expect(await change(true)).toMatchObject({ ok: true });
    expect((await kept(world, categoryId)).duties).toMatchObject([
      { organisationId, basis: 'owner' },
    ]);
    expect(await change(false)).toMatchObject({ ok: true });
    expect((await kept(world, categoryId)).duties).toEqual([]);
  });
});
