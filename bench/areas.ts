/**
 * `node bench/areas.ts [villages]`: tiles of a city with very many areas, at each zoom
 * as a window of the desk asks for them, beside what PostGIS makes of the same rows
 * by itself (`ST_AsMVT`, which the embedded engine has not).
 */
import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { sql } from 'kysely';
import { tile } from '#features/places/server/tiles.ts';
import type { Database } from '#platform/database/database.ts';
import { ROOT } from '#platform/database/migration-files.ts';
import { compileAnew } from '#platform/database/query.ts';
import { boxOfTile } from '#platform/tiles/encode-tile.ts';
import { type District, foundDistrict, sure } from '#tests/worlds/district.ts';
import { freshGround } from './database.ts';
import { median, percentile } from './median.ts';
import { load, machine } from './results.ts';

const VILLAGES = Number(process.argv[2] ?? 40_000);
const STREETS = 200;
/** Two degrees along each side, the villages in as many rows as columns. */
const [WEST, SOUTH, SIDE] = [113, 34, 2];
/** Corners of a village: as many as simplified public borders have. */
const CORNERS = 40;
const ZOOMS = [7, 8, 9, 10, 11, 12, 13, 14, 15] as const;
/** Tiles of a window of 1440 × 900 pixels, each 512 wide: columns and rows. */
const WINDOW = [4, 3] as const;
const ROUNDS = 5;

async function main(): Promise<void> {
  const before = load();
  const ground = await freshGround('server');
  const world = await foundDistrict(ground.database, new Date().toISOString());
  await manyAreas(ground.database, world);
  const lines: string[] = [];
  for (const z of ZOOMS) lines.push(await lineOf(world, z));
  await ground.clear();
  const text = `# Tiles of ${VILLAGES.toLocaleString('en')} areas

- Date: ${new Date().toISOString()}
- Machine: ${machine()}; load before and after: ${before}, ${load()}
- PostgreSQL; a city of ${STREETS} streets, each village with ${CORNERS} corners; for who sees all of it; ${WINDOW[0] * WINDOW[1]} tiles of a window
  around the middle, ${ROUNDS} times each, one after the other

A tile is read, simplified to the zoom and encoded here. Beside it the same rows as \`ST_AsMVT\` of PostGIS encodes them; above 1 ours is slower.

| zoom | median, ms | p95, ms | a window, ms | bytes of a tile, median | to PostGIS |
|---|---|---|---|---|---|
${lines.join('\n')}
`;
  const folder = join(ROOT, 'bench', 'results');
  mkdirSync(folder, { recursive: true });
  writeFileSync(join(folder, `${new Date().toISOString().slice(0, 10)}-areas.md`), text);
  console.log(text);
}

async function lineOf(world: District, z: number): Promise<string> {
  const context = world.as('supervisor');
  const ours: number[] = [];
  const theirs: number[] = [];
  const windows: number[] = [];
  const bytes: number[] = [];
  for (let round = 0; round < ROUNDS; round += 1) {
    let whole = 0;
    for (const [x, y] of windowAt(z)) {
      const params = { layer: 'areas', z, x, y } as const;
      const began = performance.now();
      const answer = await sure(
        tile(world.services, context, { params, query: undefined, body: undefined }),
      );
      const taken = performance.now() - began;
      ours.push(taken);
      whole += taken;
      bytes.push((answer.body as Uint8Array).length);
      theirs.push(await byPostGis(world, z, x, y));
    }
    windows.push(whole);
  }
  const ratio = median(ours) / median(theirs);
  return `| ${z} | ${median(ours).toFixed(1)} | ${percentile(ours, 0.95).toFixed(1)} | ${median(windows).toFixed(0)} | ${median(bytes).toLocaleString('en')} | ${ratio.toFixed(2)} |`;
}

function windowAt(z: number): readonly (readonly [x: number, y: number])[] {
  const [lng, lat] = [WEST + SIDE / 2, SOUTH + SIDE / 2];
  const up = Math.asinh(Math.tan((lat * Math.PI) / 180)) / Math.PI;
  const [across, down] = [((lng + 180) / 360) * 2 ** z, ((1 - up) / 2) * 2 ** z].map(Math.floor);
  const [columns, rows] = WINDOW;
  return Array.from({ length: columns * rows }, (_, at) => [
    (across ?? 0) + (at % columns) - Math.floor(columns / 2),
    (down ?? 0) + Math.floor(at / columns) - Math.floor(rows / 2),
  ]);
}

/** Milliseconds for the same rows of the same depth, simplified alike. */
async function byPostGis(world: District, z: number, x: number, y: number): Promise<number> {
  const [west, south, east, north] = boxOfTile(z, x, y);
  const depth = [0, 8, 11, 14].filter((from) => z >= from).length + (z >= 14 ? 2 : 0);
  const began = performance.now();
  await world.services.database.read(
    world.tenantId,
    compileAnew(sql`
      select encode(st_asmvt(t, 'areas'), 'base64') as tile from (
        select st_asmvtgeom(st_transform(st_simplifypreservetopology(a.geometry, ${(east - west) / 512}), 3857),
            st_tileenvelope(${z}, ${x}, ${y})) as geom,
          a.name, a.code, length(a.area_path) / 3 as depth
        from areas a
        where a.tenant_id = ${world.tenantId} and a.to_day is null and length(a.area_path) / 3 <= ${depth}
          and a.geometry && st_makeenvelope(${west}, ${south}, ${east}, ${north}, 4326)) t`),
  );
  return performance.now() - began;
}

/** Streets under the district in a row of columns, villages under their street; borders that are not straight. */
async function manyAreas(database: Database, { tenantId, areas }: District): Promise<void> {
  const perStreet = Math.ceil(VILLAGES / STREETS);
  await database.asOwner(async (transaction) => {
    await transaction.run({
      sql: `
        with places as (
          select s, v, s * ${perStreet} + v as g from generate_series(0, ${STREETS - 1}) s,
            generate_series(0, ${perStreet - 1}) v
        ), laid as (
          select s, v, $2::float8 + ((g % $5::int) + 0.5) * $4::float8 / $5 as lng,
            $3::float8 + (g / $5::int + 0.5) * $4::float8 / $5 as lat
          from places
        ), drawn as (
          select s, v, st_multi(st_makepolygon(st_makeline(array(
            select st_makepoint(
              lng + $4::float8 / $5 * (0.5 + 0.05 * sin(7 * k % ${CORNERS})) * cos(2 * pi() * (k % ${CORNERS}) / ${CORNERS}),
              lat + $4::float8 / $5 * (0.5 + 0.05 * cos(5 * k % ${CORNERS})) * sin(2 * pi() * (k % ${CORNERS}) / ${CORNERS}))
            from generate_series(0, ${CORNERS}) k order by k)))) as shape
          from laid
        ), wanted as (
          select s, -1 as v, st_multi(st_convexhull(st_collect(shape))) as shape from drawn group by s
          union all select s, v, shape from drawn
        ), named as (
          select s, v, st_setsrid(shape, 4326) as shape,
            '001' || lpad(to_hex(4095 - s), 3, '0') || case when v < 0 then '' else lpad(to_hex(v), 3, '0') end as path
          from wanted
        )
        insert into areas (tenant_id, area_id, version, audit_head, parent_area_id, area_path, kind, code,
          local_code, name, name_en, from_day, geometry)
        select $1::uuid, md5('many' || path)::uuid, 1, '',
          case when v < 0 then $6::uuid else md5('many' || substr(path, 1, 6))::uuid end, path, 'local',
          'many-' || path, true, case when v < 0 then '街道' || s else '社区' || s || '-' || v end, path,
          '2020-01-01', shape
        from named order by length(path)`,
      parameters: [
        tenantId,
        WEST,
        SOUTH,
        SIDE,
        Math.ceil(Math.sqrt(VILLAGES)),
        areas.district.areaId,
      ],
    });
    await transaction.run({ sql: 'analyze areas', parameters: [] });
  });
}

await main();
