/** The reads of matters that people wait for, by name: for their plans and for the bench. */

import { MatterFilter } from '#features/matters/contract.ts';
import { detail } from '#features/matters/server/detail.ts';
import { figures } from '#features/matters/server/figures.ts';
import { groups } from '#features/matters/server/groups.ts';
import { count, list } from '#features/matters/server/list.ts';
import { inBox, tile } from '#features/matters/server/map.ts';
import { matterSearch } from '#features/matters/server/search-source.ts';
import { similar } from '#features/matters/server/similar.ts';
import { today } from '#features/matters/server/today.ts';
import { type Context, instantNow } from '#kernel/context.ts';
import type { MatterId } from '#kernel/ids.ts';
import { done, type Outcome } from '#kernel/outcome.ts';
import { MOST_HITS } from '#kernel/search.ts';
import type { Services } from '#platform/services.ts';
import type { District } from './district.ts';
import { RARE_WORD } from './many-matters.ts';

type Read = (services: Services, context: Context) => Promise<Outcome<unknown>>;

/** A block of a community in the district's north; the tile lies in it. */
const BOX = '113.52,34.80,113.54,34.82';
const TILE = { z: 15, x: 26717, y: 13000 };
const CLUSTERS = { z: 12, x: 3339, y: 1625 };

const none = { params: undefined, body: undefined };

export function hotReads(
  world: Pick<District, 'areas' | 'categories'>,
  matterId: MatterId,
  now: string,
): Readonly<Record<string, Read>> {
  const page = (
    said: Record<string, unknown>,
    sort: 'due' | 'due_desc' | 'reported' = 'due',
  ): Read => {
    const query = { ...MatterFilter.parse(said), sort, limit: 50 };
    return (services, context) => list(services, context, { ...none, query });
  };
  const year = { from: `${Number(now.slice(0, 4)) - 1}${now.slice(4, 10)}`, to: now.slice(0, 10) };
  const sums = (by: 'total' | 'area' | 'category' | 'month'): Read => {
    return (services, context) => figures(services, context, { ...none, query: { ...year, by } });
  };
  const shown = (params: typeof TILE): Read => {
    const query = MatterFilter.parse({});
    return (services, context) => tile(services, context, { params, query, body: undefined });
  };
  const searched = (words: string): Read => {
    return async ({ database }, context) => {
      const asked = matterSearch.find(context, words, MOST_HITS);
      return done(asked === undefined ? [] : await database.read(context.tenantId, asked));
    };
  };
  const one = { params: { matterId }, query: undefined, body: undefined };
  const bbox = BOX.split(',').map(Number) as [number, number, number, number];
  return {
    'the list': page({}),
    'its next page': async (services, context) => {
      const first = await list(services, context, {
        ...none,
        query: { ...MatterFilter.parse({}), sort: 'due', limit: 50 },
      });
      const cursor = (first.ok && first.value.next) || undefined;
      const query = { ...MatterFilter.parse({}), sort: 'due' as const, limit: 50, cursor };
      return list(services, context, { ...none, query });
    },
    'the list, newest first': page({}, 'reported'),
    'the list of what is late': page({ urgency: 'late', open: 'true' }),
    'the list of an area': page({ areaId: world.areas.lane.areaId }),
    'the list of a category': page({ categoryId: world.categories['B0101'] ?? '' }, 'reported'),
    'the groups of what is open': async (services, context) => {
      const query = { ...MatterFilter.parse({ open: 'true' }), by: 'handler' as const };
      return groups(services, context, { ...none, query });
    },
    'the list, latest due first': page({ open: 'true' }, 'due_desc'),
    'the list of words': page({ q: '喷泉' }),
    'the list of a rare word': page({ q: RARE_WORD }),
    'a matter by its number': page({ q: now.slice(2, 10).replaceAll('-', '') }),
    'the search of the desk': searched('喷泉'),
    'the search of the desk by a rare word': searched(RARE_WORD),
    'the search of the desk by number': searched(now.slice(2, 10).replaceAll('-', '')),
    'how many are late': (services, context) =>
      count(services, context, {
        ...none,
        query: MatterFilter.parse({ urgency: 'late', open: 'true' }),
      }),
    today: (services, context) => today(services, context),
    'a matter': (services, context) => detail(services, context, one),
    'what is similar': (services, context) => similar(services, context, one),
    'a box': (services, context) =>
      inBox(services, context, { ...none, query: { ...MatterFilter.parse({}), bbox } }),
    'a tile of points': shown(TILE),
    'a tile of clusters': shown(CLUSTERS),
    'figures of a year': sums('total'),
    'figures by area': sums('area'),
    'figures by category': sums('category'),
    'figures by month': sums('month'),
  };
}

/** The matter read by `a matter` and `what is similar`: an open one in the north. */
export async function someMatter(
  { services, tenantId }: Pick<District, 'services' | 'tenantId'>,
  unit: string,
): Promise<MatterId> {
  const [found] = await services.database.read(tenantId, {
    sql: `select matter_id from matters where tenant_id = $1 and state = 'handling'
          and area_path like '001001%' and handler_organisation_id = $2 order by number limit 1`,
    parameters: [tenantId, unit],
  });
  return found?.rows[0]?.['matter_id'] as MatterId;
}

export function nowOf(world: Pick<District, 'clock'>): string {
  return instantNow(world.clock);
}
