/** The list in groups and in its orders, and the export that is exactly what is seen. */
import { beforeAll, describe, expect, it } from 'vitest';
import type { Context } from '#kernel/context.ts';
import { instantNow } from '#kernel/context.ts';
import { engines, START_LIMIT, useDatabase } from '#tests/engines/engines.ts';
import { closed, dispatchedTo, filed, inHand, reported, type Told } from '#tests/journeys/told.ts';
import { type District, foundDistrict, sure } from '#tests/worlds/district.ts';
import { exportMatters, groupMatters, listMatters, type MatterSummary } from '../contract.ts';
import { GROUPINGS, type Grouping } from '../rules/list-shape.ts';
import { urgency } from '../rules/urgency.ts';
import { exportCsv } from './export.ts';
import { commonPath, groups } from './groups.ts';
import { list } from './list.ts';

const NONE = { params: undefined, body: undefined };
const HOUR = 3_600_000;

describe('what all paths begin with', () => {
  it('is a whole number of levels', () => {
    expect(commonPath(['001001', '001002'])).toBe('001');
    expect(commonPath(['001001', '001001002'])).toBe('001001');
    expect(commonPath(['001', '002'])).toBe('');
    expect(commonPath([])).toBe('');
  });
});

describe.each(engines)('the shape of the list on the %s engine', (engine) => {
  const database = useDatabase(engine);
  let world: District;
  let told: Readonly<Record<'reported' | 'filed' | 'roads' | 'late' | 'closed' | 'court', Told>>;
  beforeAll(async () => {
    world = await foundDistrict(database());
    const late = await inHand(world, { description: '超期的一件。' });
    world.clock.move(30 * 24 * HOUR);
    told = {
      late,
      reported: await reported(world),
      filed: await filed(world),
      roads: await dispatchedTo(world, 'roads', { description: '=1+1，路面塌陷' }),
      closed: await closed(world),
      court: await filed(world, { lng: 113.57, lat: 34.82, description: '楼院里没有灯。' }),
    };
  }, START_LIMIT);

  async function groupsFor(title: string, asked: Readonly<Record<string, string>>) {
    const query = groupMatters.query?.parse(asked) as never;
    return (await sure(groups(world.services, world.as(title), { ...NONE, query }))).groups;
  }
  async function listFor(context: Context, asked: Readonly<Record<string, string>>) {
    const query = listMatters.query?.parse({ limit: '200', ...asked }) as never;
    return (await sure(list(world.services, context, { ...NONE, query }))).items;
  }
  async function csvFor(title: string, asked: Readonly<Record<string, string>>) {
    const query = exportMatters.query?.parse(asked) as never;
    const { body } = await sure(exportCsv(world.services, world.as(title), { ...NONE, query }));
    const pieces: string[] = [];
    for await (const piece of body as AsyncIterable<string>) pieces.push(piece);
    return pieces.join('').trimEnd().split('\r\n');
  }

  it.each(GROUPINGS)('by %s has every matter in exactly one group, whoever looks', async (by) => {
    for (const title of ['supervisor', 'north intake', 'lamp fitter', 'road mender']) {
      const all = await listFor(world.as(title), {});
      const found = await groupsFor(title, { by });
      const seen: string[] = [];
      for (const { key, count } of found) {
        const items = await listFor(world.as(title), { group: by, key });
        expect([title, key, items.length]).toEqual([title, key, count]);
        seen.push(...items.map((item) => item.matterId));
      }
      expect(seen.toSorted()).toEqual(all.map((item) => item.matterId).toSorted());
    }
  });

  it('filters by a category with all below it, and by no other', async () => {
    const supervisor = world.as('supervisor');
    const { B01 = '', B0101 = '', B0102 = '' } = world.categories;
    const under = async (categoryId: string) =>
      (await listFor(supervisor, { categoryId })).map((item) => item.matterId).toSorted();
    const lamps = await under(B0101);
    expect(lamps).toContain(told.filed.matterId);
    expect(lamps).not.toContain(told.reported.matterId);
    expect(await under(B01)).toEqual(lamps);
    expect(await under(B0102)).toEqual([]);
  });

  it('says how many of a group are late', async () => {
    const found = await groupsFor('supervisor', { by: 'handler', open: 'true' });
    const lamps = found.find(({ key }) => key === world.units.lamps.organisationId);
    expect(lamps).toMatchObject({ name: '市政设施养护所', count: 1, late: 1 });
    expect(found.at(-1)).toMatchObject({ key: '', name: '', late: 0 });
  });

  it('groups by the level below what is looked at', async () => {
    const district = await groupsFor('supervisor', { by: 'area' });
    expect(district.map(({ name }) => name)).toEqual(['north']);
    const north = await groupsFor('supervisor', {
      by: 'area',
      areaId: world.areas.north.areaId,
    });
    expect(north.map(({ name, count }) => [name, count])).toEqual([
      ['lane', 5],
      ['court', 1],
    ]);
    expect(await groupsFor('north intake', { by: 'area' })).toEqual(north);
  });

  it('knows urgency in SQL as the rule knows it', async () => {
    const now = instantNow(world.clock);
    for (const { key } of await groupsFor('supervisor', { by: 'urgency' })) {
      const items = await listFor(world.as('supervisor'), { group: 'urgency', key });
      expect(items.map((item) => urgency(item, now))).toEqual(items.map(() => key));
    }
  });

  it('has states in the order of the loop', async () => {
    const found = await groupsFor('supervisor', { by: 'state' });
    expect(found.map(({ key }) => key)).toEqual([
      'reported',
      'filed',
      'dispatched',
      'handling',
      'closed',
    ]);
  });

  it('answers nothing for a group nobody has', async () => {
    const cases: readonly [Grouping, string][] = [
      ['handler', world.units.north.organisationId],
      ['handler', 'no id'],
      ['category', "' or true --"],
      ['area', '999'],
      ['urgency', 'soonest'],
    ];
    for (const [group, key] of cases) {
      expect([group, await listFor(world.as('supervisor'), { group, key })]).toEqual([group, []]);
    }
  });

  it('runs backwards page by page, each matter once', async () => {
    const seen: MatterSummary[] = [];
    let cursor: string | null = null;
    do {
      const query = listMatters.query?.parse({
        sort: 'due_desc',
        limit: '2',
        ...(cursor !== null && { cursor }),
      }) as never;
      const page = await sure(list(world.services, world.as('supervisor'), { ...NONE, query }));
      seen.push(...page.items);
      cursor = page.next;
    } while (cursor !== null);
    const forward = await listFor(world.as('supervisor'), {});
    expect(seen.map((item) => item.matterId)).toEqual(
      forward.map((item) => item.matterId).toReversed(),
    );
  });

  it('is exported with the columns, order and words of the screen', async () => {
    const [head, ...rows] = await csvFor('supervisor', {
      columns: 'number,due,title',
      sort: 'reported',
      open: 'true',
    });
    expect(head).toBe('\uFEFF编号,到期,事项');
    const items = await listFor(world.as('supervisor'), { sort: 'reported', open: 'true' });
    expect(rows.map((row) => row.split(',')[0])).toEqual(items.map(({ number }) => number));
    expect(rows[0]?.split(',')[1]).toMatch(/^2026-\d\d-\d\d \d\d:\d\d$/);
    expect(rows.find((row) => row.includes('路面塌陷'))).toContain("'=1+1");
  });

  it('is exported group after group, the name of the group before each row', async () => {
    const [head, ...rows] = await csvFor('supervisor', {
      columns: 'standing,title',
      group: 'handler',
      open: 'true',
    });
    expect(head).toBe('\uFEFF责任单位,时限,事项');
    const found = await groupsFor('supervisor', { by: 'handler', open: 'true' });
    const names = found.flatMap(({ name, count }) => Array(count).fill(name || '尚未派出'));
    expect(rows.map((row) => row.split(',')[0])).toEqual(names);
    expect(rows).toContain('市政设施养护所,超期,超期的一件');
  });

  it('is exported in the language of the reader', async () => {
    const query = exportMatters.query?.parse({ columns: 'state' }) as never;
    const context = { ...world.as('supervisor'), locale: 'en' as const };
    const { body } = await sure(exportCsv(world.services, context, { ...NONE, query }));
    const pieces: string[] = [];
    for await (const piece of body as AsyncIterable<string>) pieces.push(piece);
    expect(pieces.join('')).toMatch(/^\uFEFFMatter,Step\r\n/);
    expect(told.reported.number).not.toBe('');
  });
});
