/**
 * What grids are planned from in the demonstration: the courtyards of one town
 * with their households, and grids drawn long ago, so that they fit no more; an
 * estate with its buildings, entrances and rooms.
 * Invented throughout; the same every time.
 */
import { createHash } from 'node:crypto';
import { numberRooms } from '#features/places/rules/premises/names.ts';
import { gridsImporter, premisesImporter, sitesImporter } from '#features/places/server/public.ts';
import type { Context } from '#kernel/context.ts';
import type { Services } from '#platform/services.ts';
import { closed, cutInto, pointIn, random } from './invented-borders.ts';
import type { Place, Town } from './plant-areas.ts';

const SEED = 20_261_126;
/** Of each community. */
const COURTYARDS = 36;
/** Shares of a community's ground: one worker has far more than another. */
const GRIDS = [5, 2.4, 1.2, 1] as const;
const DIGITS = 1e6;

/** Of the estate: old houses of six floors, and towers. */
const HOUSES = [
  { count: 4, entrances: 3, floors: 6, perFloor: 2 },
  { count: 2, entrances: 1, floors: 18, perFloor: 4 },
] as const;

type Room = Parameters<typeof premisesImporter.write>[2][number];
type Site = Parameters<typeof sitesImporter.write>[2][number];
type Grid = Parameters<typeof gridsImporter.write>[2][number];

/** @param from legal day from which the grids hold */
export async function tellGround(
  services: Services,
  context: Context,
  { communities }: Town,
  from: string,
): Promise<void> {
  const next = random(SEED);
  const writing = { dryRun: false, accepted: new Set<string>() };
  const grids = communities.flatMap((one) => gridsOf(one, from, next));
  const sites = communities.flatMap((one) => courtyardsOf(one, from, next));
  await gridsImporter.write(services, context, grids, writing);
  await sitesImporter.write(services, context, sites, writing);
  const [first] = communities;
  if (first === undefined) return;
  const rooms = roomsOfEstate();
  const estate = estateIn(first, rooms.length, from, next);
  await sitesImporter.write(services, context, [estate], writing);
  await premisesImporter.write(services, context, rooms, writing);
}

const ESTATE = 'demo-estate-1';

function estateIn(
  { code, ring }: Place,
  households: number,
  from: string,
  next: () => number,
): Site {
  const [lng, lat] = pointIn(ring, next);
  return {
    number: 1,
    digest: digestOf(ESTATE),
    values: {
      key: ESTATE,
      kind: 'estate',
      name: '演示花园',
      code: null,
      areaCode: code,
      propertyCompany: '演示物业公司',
      households,
      from,
      place: { lng, lat, exactness: 'exact' },
      shape: null,
    },
  };
}

/** A line a room, house by house. */
function roomsOfEstate(): readonly Room[] {
  const houses = HOUSES.flatMap(({ count, ...house }) =>
    Array.from({ length: count }, () => house),
  );
  const rooms = houses.flatMap(({ entrances, floors, perFloor }, house) =>
    Array.from({ length: entrances }, (_, door) => door + 1).flatMap((door) =>
      numberRooms({ lowest: 1, highest: floors, perFloor }).map(({ name, floor }) => ({
        building: `${house + 1}号楼`,
        entrance: `${door}单元`,
        room: name,
        floor,
      })),
    ),
  );
  return rooms.map((values, at) => {
    const key = `${ESTATE}-${values.building}-${values.entrance}-${values.room}`;
    return { number: at + 1, digest: digestOf(key), values: { key, siteKey: ESTATE, ...values } };
  });
}

function gridsOf({ code, name, ring }: Place, from: string, next: () => number): readonly Grid[] {
  return cutInto(ring, GRIDS, next).map((piece, at) => {
    const key = `demo-grid-${code}-${at + 1}`;
    const coordinates = [
      [closed(piece).map(([lng, lat]): [number, number] => [rounded(lng), rounded(lat)])],
    ];
    return {
      number: at + 1,
      digest: digestOf(key),
      values: {
        key,
        name: `${name}第${at + 1}网格`,
        code: null,
        kind: 'community',
        areaCode: code,
        from,
        shape: { type: 'MultiPolygon', coordinates },
      },
    };
  });
}

function courtyardsOf({ code, ring }: Place, from: string, next: () => number): readonly Site[] {
  return Array.from({ length: COURTYARDS }, (_, at) => {
    const key = `demo-courtyard-${code}-${at + 1}`;
    const [lng, lat] = pointIn(ring, next);
    // Few are large: one new estate counts as much as twenty old courtyards.
    const households = Math.round(12 + 260 * next() ** 4);
    return {
      number: at + 1,
      digest: digestOf(key),
      values: {
        key,
        kind: 'courtyard',
        name: `演示 ${at + 1} 号院`,
        code: null,
        areaCode: code,
        propertyCompany: null,
        households,
        from,
        place: { lng, lat, exactness: 'exact' },
        shape: null,
      },
    };
  });
}

function rounded(degree: number): number {
  return Math.round(degree * DIGITS) / DIGITS;
}

function digestOf(key: string): string {
  return createHash('sha256').update(key).digest('hex');
}
