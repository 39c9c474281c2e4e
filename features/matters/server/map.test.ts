/** What maps are told: the age of what is open and of nothing else; to everybody, what may be shown. */
import { beforeAll, describe, expect, it } from 'vitest';
import { engines, START_LIMIT, useDatabase } from '#tests/engines/engines.ts';
import { closed, filed, reported } from '#tests/journeys/told.ts';
import { type District, foundDistrict, sure } from '#tests/worlds/district.ts';
import { matterTile, publicMap } from '../contract.ts';
import { tile } from './map.ts';
import { publicPoints } from './public-map.ts';

const PLACE = { lng: 113.57, lat: 34.82 };

/** The tile a place lies in. */
function tileOf({ lng, lat }: typeof PLACE, z: number) {
  const up = Math.asinh(Math.tan((lat * Math.PI) / 180)) / Math.PI;
  return {
    z,
    x: Math.floor(((lng + 180) / 360) * 2 ** z),
    y: Math.floor(((1 - up) / 2) * 2 ** z),
  };
}

describe.each(engines)('matters on maps, on the %s engine', (engine) => {
  const database = useDatabase(engine);
  let world: District;
  beforeAll(async () => {
    world = await foundDistrict(database());
    await filed(world, PLACE);
    await closed(world, PLACE);
    // Neither stands on the map that everybody may see.
    await filed(world, { ...PLACE, personal: true });
    await reported(world, PLACE);
  }, START_LIMIT);

  /** Whether a tile names a property: in a vector tile its name stands as plain text. */
  async function names(property: string, z: number, asked: Readonly<Record<string, string>>) {
    const query = matterTile.query?.parse(asked) as never;
    const input = { params: tileOf(PLACE, z), query, body: undefined };
    const { body } = await sure(tile(world.services, world.as('supervisor'), input));
    return Buffer.from(body as Uint8Array).includes(property);
  }

  it.each([
    ['near', 15, 'urgency'],
    ['far', 9, 'count'],
  ])('tiles say how long what is open has waited, from %s', async (_from, z, always) => {
    expect(await names('age', z, { open: 'true' })).toBe(true);
    expect(await names(always, z, { open: 'false' })).toBe(true);
    expect(await names('age', z, { open: 'false' })).toBe(false);
  });

  it.each([
    ['near', 15],
    ['far', 9],
  ])(
    'tiles say under which top category a matter lies where that is asked, from %s',
    async (_from, z) => {
      const { B01: top = '', B0101: filedUnder = '' } = world.categories;
      expect(await names(top, z, { by: 'category' })).toBe(true);
      expect(await names(filedUnder, z, { by: 'category' })).toBe(false);
      expect(await names('top', z, {})).toBe(false);
    },
  );

  const asked = (query: Readonly<Record<string, string>>) => {
    const parsed = publicMap.query?.parse({ bbox: '113,34,114,35', ...query }) as never;
    const input = { params: { tenant: world.slug }, query: parsed, body: undefined };
    return sure(publicPoints(world.services, world.as('supervisor'), input));
  };

  it('the public map filters all that may be shown, counts it, and offers the kinds there are', async () => {
    const all = await asked({});
    expect(all).toMatchObject({ count: 2, open: 1, truncated: false });
    expect(all.points.map(({ state }) => state).toSorted()).toEqual(['closed', 'open']);
    const [kind, ...others] = all.kinds;
    expect(others).toEqual([]);
    const categoryId = kind?.categoryId ?? '';
    expect(await asked({ state: 'closed', categoryId })).toMatchObject({
      count: 1,
      open: 0,
      points: [{ state: 'closed', category: kind?.name }],
      kinds: all.kinds,
    });
    const other = '01930000-0000-7000-8000-0000000000aa';
    expect(await asked({ categoryId: other })).toMatchObject({ count: 0, points: [] });
  });
});
