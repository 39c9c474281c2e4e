/** Files in, files out, as somebody with a spreadsheet does it. */
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, describe, expect, it } from 'vitest';
import { city } from '#tests/worlds/planning-city.ts';
import { assignPlaces } from './assign.ts';
import { type RegridOptions, regrid } from './regrid.ts';

const folder = mkdtempSync(join(tmpdir(), 'lianxin-planning-'));
afterAll(() => rmSync(folder, { recursive: true }));

function file(name: string, content: string): string {
  const path = join(folder, name);
  writeFileSync(path, content);
  return path;
}

const read = (name: string): string => readFileSync(join(folder, name), 'utf8');

const homes = city(1200, 9);
const HOMES = file(
  'homes.csv',
  `id,经度,纬度,households\n${Array.from(
    homes.x,
    (x, at) => `${at},${112.4 + x / 91_000},${34.6 + (homes.y[at] ?? 0) / 111_000},${1 + (at % 3)}`,
  ).join('\n')}\n`,
);

const asked = (change: Partial<RegridOptions>): RegridOptions => ({
  points: HOMES,
  tolerance: '0.05',
  seed: '1',
  limit: '60',
  out: join(folder, 'grids.geojson'),
  assignments: join(folder, 'out.csv'),
  ...change,
});
const quiet = { onStep: () => undefined, seconds: () => 0 };
const square = (side: number) => {
  const [w, s, e, n] = [112.4, 34.6, 112.4 + side, 34.6 + side];
  return [
    [w, s],
    [e, s],
    [e, n],
    [w, n],
    [w, s],
  ];
};
const collection = (geometry: unknown): string =>
  JSON.stringify({
    type: 'FeatureCollection',
    features: [{ type: 'Feature', properties: {}, geometry }],
  });

describe('lianxin regrid', () => {
  it('gives every row its grid and draws each grid once', async () => {
    const outcome = await regrid(asked({ weight: 'households', target: '240' }), quiet);
    expect(outcome).toMatchObject({ ok: true, value: { points: 1200, outside: 0, findings: [] } });
    const lines = read('out.csv').trim().split('\r\n');
    expect(lines[0]).toBe('id,经度,纬度,households,grid');
    expect(lines).toHaveLength(1201);
    const drawn = JSON.parse(read('grids.geojson')) as {
      features: { properties: { grid: string } }[];
    };
    const grids = drawn.features.map(({ properties }) => properties.grid);
    expect(new Set(lines.slice(1).map((line) => line.split(',').at(-1)))).toEqual(new Set(grids));
    expect(new Set(grids).size).toBe(grids.length);
  });

  it('takes its own answer as the grids of today and moves nobody', async () => {
    await regrid(asked({ target: '100' }), quiet);
    const today = file('today.csv', read('out.csv'));
    const again = await regrid(asked({ points: today, target: '100', previous: 'grid' }), quiet);
    expect(again).toMatchObject({ ok: true, value: { moved: 0 } });
  });

  it('cuts to a boundary and says how many lie beyond it', async () => {
    const boundary = file(
      'b.geojson',
      collection({ type: 'Polygon', coordinates: [square(0.008)] }),
    );
    const outcome = await regrid(asked({ grids: '6', boundary }), quiet);
    if (!outcome.ok) throw new Error(JSON.stringify(outcome.refusal));
    expect(outcome.value.beyondBoundary).toBeGreaterThan(0);
    expect(outcome.value.beyondBoundary).toBeLessThan(1200);
  });

  it('stops at its limit with the best there is', async () => {
    const outcome = await regrid(asked({ grids: '6', limit: '0' }), { ...quiet, seconds: () => 1 });
    expect(outcome).toMatchObject({ ok: true, value: { stopped: true } });
  });

  it.each([
    ['exchanged degrees', { points: file('s.csv', 'lng,lat\n34.6,112.4\n') }, 'planning.degrees'],
    [
      'an empty cell for a coordinate',
      { points: file('e.csv', 'lng,lat\n,34\n') },
      'planning.coordinate',
    ],
    ['no rows', { points: file('n.csv', 'lng,lat\n') }, 'planning.no_points'],
    ['no columns with places', { points: file('c.csv', 'a,b\n1,2\n') }, 'import.column_missing'],
    ['a column that is not there', { weight: 'people' }, 'import.column_missing'],
    [
      'words for weights',
      { weight: 'id', points: file('w.csv', 'id,lng,lat\nx,112,34\n') },
      'planning.weight',
    ],
    ['no file', { points: join(folder, 'none.csv') }, 'file.unknown'],
    [
      'a boundary that crosses itself',
      {
        boundary: file(
          'x.geojson',
          collection({
            type: 'Polygon',
            coordinates: [
              [
                [0, 0],
                [1, 1],
                [1, 0],
                [0, 1],
                [0, 0],
              ],
            ],
          }),
        ),
      },
      'geometry.self_crossing',
    ],
    [
      'a boundary that is a line',
      { boundary: file('l.geojson', collection({ type: 'LineString', coordinates: square(1) })) },
      'geometry.invalid',
    ],
    ['more grids than rows', { grids: '5000' }, 'planning.too_many_grids'],
    ['a number of grids that is none', { grids: 'many' }, 'planning.target'],
  ])('refuses %s', async (_what, change, code) => {
    expect(await regrid(asked({ grids: '4', ...change }), quiet)).toMatchObject({
      ok: false,
      refusal: { code },
    });
  });
});

describe('lianxin assign', () => {
  const people = file('people.csv', '姓名,lng,lat\n甲,112.40,34.60\n乙,112.50,34.60\n');
  const places = file(
    'places.csv',
    'name,lng,lat,pin\n一,112.41,34.6,\n二,112.42,34.6,\n三,112.49,34.6,\n四,112.48,34.6,甲\n',
  );
  const options = { people, places, change: '0', fairness: '0', out: join(folder, 'assigned.csv') };

  it('gives everybody as many, the nearest, keeps pins and proves it', async () => {
    const outcome = await assignPlaces(options, () => undefined);
    expect(outcome).toMatchObject({
      ok: true,
      value: { served: 4, fewest: 2, highest: 2, proven: true },
    });
    expect(
      read('assigned.csv')
        .trim()
        .split('\r\n')
        .map((line) => line.split(',').at(-1)),
    ).toEqual(['assigned', '甲', '乙', '乙', '甲']);
  });

  it('takes the pairs of a file, and names what cannot be served', async () => {
    const pairs = file('pairs.csv', 'person,place,cost\n甲,一,1\n甲,二,1\n乙,三,1\n');
    const outcome = await assignPlaces({ ...options, pairs }, () => undefined);
    expect(outcome).toMatchObject({
      ok: true,
      value: { unserved: [{ place: '四', why: 'nobody' }] },
    });
  });

  it('refuses a pair of somebody unknown', async () => {
    const pairs = file('unknown.csv', 'person,place,cost\n丙,一,1\n');
    expect(await assignPlaces({ ...options, pairs }, () => undefined)).toMatchObject({
      ok: false,
      refusal: { code: 'import.value_unknown', detail: { value: '丙' } },
    });
  });
});
