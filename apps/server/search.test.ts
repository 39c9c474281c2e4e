/** What the one search of the desk finds, and for whom: over all features as the server wires them. */
import { beforeAll, describe, expect, it } from 'vitest';
import type { Context } from '#kernel/context.ts';
import { findAnything, recallThings, type SearchHit } from '#kernel/search.ts';
import { searchRoutes } from '#platform/search/search-route.ts';
import { engines, START_LIMIT, useDatabase } from '#tests/engines/engines.ts';
import { filed, reported, type Told } from '#tests/journeys/told.ts';
import { type District, foundDistrict } from '#tests/worlds/district.ts';
import { searchSources } from './wiring.ts';

const [find, recall] = searchRoutes(searchSources);

describe.each(engines)('the search of the desk on the %s engine', (engine) => {
  const database = useDatabase(engine);
  let world: District;
  let lamp: Told;
  beforeAll(async () => {
    world = await foundDistrict(database());
    lamp = await filed(world, { description: '巷口的路灯不亮，夜里看不清。' });
    await reported(world, { description: '路灯杆倾斜，怕倒下来。' });
  }, START_LIMIT);

  async function ask<T>(route: typeof find, context: Context, query: object): Promise<T> {
    const input = { query, params: undefined, body: undefined } as never;
    const outcome = await route?.handle(world.services, context, input, {} as never);
    if (outcome?.ok !== true) throw new Error(`refused: ${JSON.stringify(outcome)}`);
    return outcome.value as T;
  }
  async function found(title: string, q: string): Promise<Readonly<Record<string, string[]>>> {
    const query = findAnything.query?.parse({ q }) as object;
    const { groups } = await ask<{ groups: { kind: string; hits: SearchHit[] }[] }>(
      find,
      world.as(title),
      query,
    );
    return Object.fromEntries(groups.map(({ kind, hits }) => [kind, hits.map((hit) => hit.title)]));
  }
  async function recalled(title: string, refs: readonly string[]): Promise<string[]> {
    const query = recallThings.query?.parse({ refs: refs.join(',') }) as object;
    const { hits } = await ask<{ hits: SearchHit[] }>(recall, world.as(title), query);
    return hits.map((hit) => hit.title);
  }

  it('finds matters by words and by number, those that are late first', async () => {
    const { matter } = await found('intake', '路灯');
    expect(matter).toHaveLength(2);
    const byNumber = await found('intake', lamp.number);
    expect(byNumber['matter']).toHaveLength(1);
    expect(Object.keys(byNumber)).toEqual(['matter']);
  });

  it('finds posts by their title and by who holds them today, and their organisations', async () => {
    expect(await found('intake', '派遣员甲')).toEqual({ post: ['dispatcher'] });
    const { post, organisation } = await found('intake', '市政设施');
    expect([post, organisation]).toEqual([undefined, ['市政设施养护所']]);
  });

  it('finds areas by name and by code, only those within reach', async () => {
    expect(await found('intake', 'T-south')).toEqual({ place: ['south'] });
    expect(await found('intake', 'sout')).toEqual({ place: ['south'] });
    expect(await found('grid worker', 'sout')).toEqual({});
    expect(await found('grid worker', 'lan')).toMatchObject({ place: ['lane'] });
  });

  it('shows a unit nothing that was not given to it', async () => {
    expect((await found('road mender', '路灯'))['matter']).toBeUndefined();
    expect((await found('lamp fitter', lamp.number))['matter']).toBeUndefined();
  });

  it('never finds who reported, by name or by phone', async () => {
    const named = await reported(world, {
      description: '垃圾没人收。',
      reporterName: '孟晚秋',
      reporterPhone: '13800990011',
    });
    for (const words of ['孟晚秋', '13800990011']) {
      expect(await found('intake', words)).toEqual({});
      expect(await found('supervisor', words)).toEqual({});
    }
    expect(await found('intake', named.number)).toMatchObject({ matter: [expect.any(String)] });
  });

  it('names again what was used, as far as it is still seen', async () => {
    const refs = [
      `place:${world.areas.south.areaId}`,
      `matter:${lamp.matterId}`,
      `organisation:${world.units.lamps.organisationId}`,
    ];
    expect(await recalled('intake', refs)).toEqual(['south', expect.any(String), '市政设施养护所']);
    expect(await recalled('road mender', refs)).toContain('市政设施养护所');
    expect(await recalled('road mender', [`matter:${lamp.matterId}`])).toEqual([]);
    expect(await recalled('grid worker', [`place:${world.areas.south.areaId}`])).toEqual([]);
  });

  it('takes what people type as it stands, whatever signs are in it', async () => {
    for (const words of ['%', '_', "'", '\\', ':*', '!!', '100%', "o'clock & !x"]) {
      const kinds = await found('intake', words);
      expect([words, kinds['organisation'] ?? []]).toEqual([words, []]);
    }
  });
});
