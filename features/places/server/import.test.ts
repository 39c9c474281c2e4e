/** Files of areas and grids into a tenant, on both engines. */

import { generateKeyPairSync } from 'node:crypto';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { Context } from '#kernel/context.ts';
import type { TenantId } from '#kernel/ids.ts';
import { Mapping } from '#kernel/mapping.ts';
import { createSealFiles } from '#platform/audit/seal-file.ts';
import { sealKeysOf } from '#platform/audit/seal-keys.ts';
import { verifyTenant } from '#platform/audit/verify.ts';
import type { Database } from '#platform/database/database.ts';
import type { BadRow } from '#platform/import/bad-rows.ts';
import { defineImporter, type Importer } from '#platform/import/importer.ts';
import { type ImportReport, runImport } from '#platform/import/run-import.ts';
import { engines, useDatabase } from '#tests/engines/engines.ts';
import { testServices } from '#tests/worlds/test-services.ts';
import { AGGREGATES } from './aggregates.ts';
import { divisionsImporter } from './import-divisions.ts';
import { gridsImporter } from './import-grids.ts';
import { sitesImporter } from './import-sites.ts';
import { areasAt, gridsAt } from './place-at.ts';

const CHANHE = '01890000-0000-7000-8000-00000000c304' as TenantId;
const folder = mkdtempSync(join(tmpdir(), 'lianxin-places-'));
afterAll(() => rmSync(folder, { recursive: true }));

const TOWNS = `code,name,areaCode,areaName
410304001,东关街道,410304,瀍河回族区
410304002,瀍西街道,410304,瀍河回族区
`;
const VILLAGES = `code,name,streetCode,streetName,areaCode,areaName
410304001001,东关大街社区居民委员会,410304001,东关街道,410304,瀍河回族区
410304001002,通巷社区居民委员会,410304001,东关街道,410304,瀍河回族区
410304003001,五股路社区居民委员会,410304003,五股路街道,410304,瀍河回族区
`;

const square = (lng: number, lat: number, side: number) => ({
  type: 'Polygon',
  coordinates: [
    [
      [lng, lat],
      [lng + side, lat],
      [lng + side, lat + side],
      [lng, lat + side],
      [lng, lat],
    ],
  ],
});
const gridFeature = (key: string, geometry: unknown, more: Record<string, unknown> = {}) => ({
  type: 'Feature',
  properties: {
    key,
    name: `网格${key}`,
    areaCode: '410304001001',
    code: null,
    kind: null,
    from: null,
    ...more,
  },
  geometry,
});
const MAPPING = Mapping.parse({
  fields: {
    key: 'key',
    name: 'name',
    areaCode: 'areaCode',
    code: 'code',
    kind: 'kind',
    from: 'from',
    shape: { geometry: true },
  },
});

describe.each(engines)('places on the %s engine', (engine) => {
  const database = useDatabase(engine);
  let context: Context;
  let world: ReturnType<typeof testServices>;
  const bad: BadRow[] = [];

  async function load(
    importer: Importer,
    name: string,
    content: string | object,
    more: { mapping?: Mapping; dryRun?: boolean } = {},
  ): Promise<ImportReport> {
    const path = join(folder, name);
    writeFileSync(path, typeof content === 'string' ? content : JSON.stringify(content));
    bad.length = 0;
    const report = await runImport(world, context, {
      importer,
      path,
      dryRun: more.dryRun ?? false,
      badRows: { write: (row) => bad.push(row), close: () => undefined },
      translate: (_locale, key) => key,
      ...(more.mapping ? { mapping: more.mapping } : {}),
    });
    if (!report.ok) throw new Error(report.refusal.code);
    return report.value;
  }
  const grids = (features: readonly object[], more?: { dryRun?: boolean }) =>
    load(
      defineImporter(gridsImporter),
      'grids.geojson',
      { type: 'FeatureCollection', features },
      { mapping: MAPPING, ...more },
    );
  const divisions = (content: string, more?: { dryRun?: boolean }) =>
    load(defineImporter(divisionsImporter), 'divisions.csv', content, more);
  const rows = async (sql: string, ...parameters: unknown[]) =>
    (await (database() as Database).read(CHANHE, { sql, parameters }))[0]?.rows ?? [];

  beforeAll(async () => {
    world = testServices(database(), '2026-11-22T04:00:00Z');
    context = {
      tenantId: CHANHE,
      timeZone: 'Asia/Shanghai',
      actor: { kind: 'system', name: 'import' },
      clock: world.clock,
      ids: world.ids,
      locale: 'zh',
    };
    await database().asOwner((transaction) =>
      transaction.run({
        sql: `insert into tenants (tenant_id, slug, name, division_code, created_at) values ($1, 'chanhe', '瀍河回族区', '410304', now())`,
        parameters: [CHANHE],
      }),
    );
  });

  it('a trial of divisions says what would happen and keeps nothing', async () => {
    expect(await divisions(TOWNS, { dryRun: true })).toMatchObject({
      rows: 2,
      created: 2,
      refused: 0,
    });
    expect(await rows('select 1 from areas')).toEqual([]);
  });

  it('divisions stand under the tenant, and the same file again changes nothing', async () => {
    expect(await divisions(TOWNS)).toMatchObject({ created: 2, refused: 0 });
    expect(await divisions(VILLAGES)).toMatchObject({ created: 3, refused: 0 });
    const before = await rows('select count(*) as n, sum(version) as versions from areas');
    expect(await divisions(VILLAGES)).toMatchObject({ created: 0, changed: 0, unchanged: 3 });
    expect(await rows('select count(*) as n, sum(version) as versions from areas')).toEqual(before);
    const paths = await rows('select name, area_path, level from areas order by area_path');
    expect(paths.map((row) => [row['area_path'], row['name'], row['level']])).toEqual([
      ['001', '瀍河回族区', 'county'],
      ['001001', '东关街道', 'town'],
      ['001001001', '东关大街社区居民委员会', 'village'],
      ['001001002', '通巷社区居民委员会', 'village'],
      ['001002', '瀍西街道', 'town'],
      ['001003', '五股路街道', 'town'],
      ['001003001', '五股路社区居民委员会', 'village'],
    ]);
  });

  it('a street that only its communities had named takes its own record when it comes', async () => {
    const streets = 'code,name,areaCode,areaName\n410304003,五股路街道办事处,410304,瀍河回族区\n';
    expect(await divisions(streets)).toMatchObject({ changed: 1 });
    const versions = await rows(
      `select v.name from area_versions v join areas a using (tenant_id, area_id) where a.code = '410304003'`,
    );
    expect(versions.map((row) => row['name'])).toEqual(['五股路街道办事处']);
  });

  it('both may come in one file, the street after its community', async () => {
    const both = `code,name,parentCode,parentName
410304004001,北窑社区,410304004,北窑街道
410304004,北窑街道,410304,瀍河回族区
`;
    expect(await divisions(both)).toMatchObject({ created: 1, changed: 1, refused: 0 });
    expect(await divisions(both)).toMatchObject({ unchanged: 2 });
  });

  it('a new estate without a code of the state has a local one, marked', async () => {
    const local = 'code,name,parentCode\nCH-EVERGRANDE,恒大绿洲,410304002\n';
    expect(await divisions(local)).toMatchObject({ created: 1 });
    expect(
      await rows(`select local_code, kind, level from areas where code = 'CH-EVERGRANDE'`),
    ).toEqual([{ local_code: true, kind: 'local', level: null }]);
  });

  it('a child before its parent in one file finds it, one without a parent is refused with its column', async () => {
    const turned = 'code,name,parentCode\nX-2,乙,X-1\nX-1,甲,410304002\nY-2,丙,Y-1\n坏,丁,X-1\n';
    expect(await divisions(turned)).toMatchObject({ created: 2, refused: 2 });
    expect(bad.map(({ row, column, code }) => [row, column, code]).sort()).toEqual([
      [4, 'parentCode', 'import.parent_unknown'],
      [5, 'code', 'code.form'],
    ]);
  });

  it('grids come in with their borders, and again without a change', async () => {
    const file = [
      gridFeature('1', square(112.49, 34.68, 0.01)),
      gridFeature('2', square(112.5, 34.68, 0.01)),
      gridFeature('3', square(112.492, 34.682, 0.001), {
        code: '410304001001001',
        kind: 'unit',
        areaCode: null,
      }),
      gridFeature('bow', {
        type: 'Polygon',
        coordinates: [
          [
            [112, 34],
            [113, 35],
            [113, 34],
            [112, 35],
            [112, 34],
          ],
        ],
      }),
      gridFeature('swapped', square(34.68, 112.49, 0.01)),
      gridFeature('nowhere', square(112.49, 34.68, 0.01), { areaCode: '410304099' }),
    ];
    expect(await grids(file)).toMatchObject({ created: 3, refused: 3 });
    expect(bad.map(({ code }) => code)).toEqual([
      'geometry.self_crossing',
      'geometry.swapped',
      'input.unknown_code',
    ]);
    expect(await grids(file)).toMatchObject({ created: 0, changed: 0, unchanged: 3, refused: 3 });
    expect(await rows('select count(*)::int as n from grid_versions')).toEqual([{ n: 3 }]);
  });

  it('a point has the smallest grid first, on each day the one of that day', async () => {
    const at = async (lng: number, lat: number, day: string) => {
      const [found] = await database().read(CHANHE, gridsAt(CHANHE, [lng, lat], day));
      return found?.rows.map((row) => row['name']);
    };
    expect(await at(112.4925, 34.6825, '2026-11-22')).toEqual(['网格3', '网格1']);
    expect(await at(112.4925, 34.6825, '2026-11-21')).toEqual([]);
    const redrawn = [gridFeature('1', square(112.49, 34.68, 0.005), { from: '2027-01-01' })];
    expect(await grids(redrawn)).toMatchObject({ changed: 1 });
    expect(await at(112.498, 34.688, '2026-12-31')).toEqual(['网格1']);
    expect(await at(112.498, 34.688, '2027-01-01')).toEqual([]);
    expect(await at(112.491, 34.681, '2027-01-01')).toEqual(['网格1']);
  });

  it('a corrected border replaces the wrong one, which is kept as corrected', async () => {
    const right = [gridFeature('2', square(112.5, 34.68, 0.02), { from: '2026-11-22' })];
    expect(await grids(right)).toMatchObject({ changed: 1 });
    expect(
      await rows(
        `select v.version from grid_versions v join grids g using (tenant_id, grid_id) where g.source_key = '2'`,
      ),
    ).toEqual([{ version: 2 }]);
    const [kept] = await rows(
      'select version, replaced from place_corrections where place_type = $1',
      'grid',
    );
    expect(kept).toMatchObject({
      version: 1,
      replaced: { from_day: '2026-11-22', geometry: { type: 'MultiPolygon' } },
    });
  });

  it('sites come in as points or shapes, with or without a property company', async () => {
    const csv =
      'key,kind,name,areaCode,propertyCompany,lng,lat\ns1,estate_unmanaged,老院,410304001001,,112.49123,34.68123\ns2,palace,宫,410304001001,,112.49,34.68\ns3,shop,店,410304001001,,0,0\n';
    const fields = {
      key: 'key',
      kind: 'kind',
      name: 'name',
      areaCode: 'areaCode',
      propertyCompany: 'propertyCompany',
      place: { lng: 'lng', lat: 'lat' },
    };
    const mapping = Mapping.parse({ coordinates: 'gcj02', fields });
    const report = await load(defineImporter(sitesImporter), 'sites.csv', csv, { mapping });
    expect(report).toMatchObject({ created: 1, refused: 2 });
    expect(bad.map(({ column, code }) => [column, code])).toEqual([
      ['kind', 'import.value_unknown'],
      ['lng', 'import.value_missing'],
    ]);
  });

  it('each import left its events, and another tenant sees none of it', async () => {
    const events = await rows(
      'select kind, count(*)::int as n from audit_events group by kind order by kind',
    );
    expect(events.map((row) => row['kind'])).toEqual([
      'area.corrected',
      'area.created',
      'grid.corrected',
      'grid.created',
      'grid.redrawn',
      'site.created',
    ]);
    const other = '01890000-0000-7000-8000-00000000c305' as TenantId;
    const [found] = await database().read(other, { sql: 'select 1 from areas', parameters: [] });
    expect(found?.rows).toEqual([]);
  });

  it('the area under a point is found where areas have borders', async () => {
    const file = {
      type: 'FeatureCollection',
      features: [
        {
          type: 'Feature',
          properties: { code: '410304001', name: '东关街道', areaCode: '410304' },
          geometry: square(112.48, 34.67, 0.03),
        },
      ],
    };
    const mapping = Mapping.parse({
      fields: { code: 'code', name: 'name', parentCode: 'areaCode', shape: { geometry: true } },
    });
    expect(
      await load(defineImporter(divisionsImporter), 'areas.geojson', file, { mapping }),
    ).toMatchObject({ changed: 1 });
    const [found] = await database().read(CHANHE, areasAt(CHANHE, [112.49, 34.68], '2026-11-22'));
    expect(found?.rows.map((row) => row['name'])).toEqual(['东关街道']);
  });

  it('what the imports left, shapes included, is what their events say', async () => {
    const { findings, events } = await verifyTenant(
      {
        ...world,
        sealKeys: sealKeysOf(generateKeyPairSync('ed25519').privateKey),
        sealFiles: createSealFiles(folder),
        aggregates: AGGREGATES,
      },
      CHANHE,
    );
    expect(findings).toEqual([]);
    expect(events).toBeGreaterThan(15);
    await database().write(
      CHANHE,
      [{ sql: 'update sites set geometry = st_translate(geometry, 0.001, 0)', parameters: [] }],
      async () => undefined,
    );
    const after = await verifyTenant(
      {
        ...world,
        sealKeys: sealKeysOf(generateKeyPairSync('ed25519').privateKey),
        sealFiles: createSealFiles(folder),
        aggregates: AGGREGATES,
      },
      CHANHE,
    );
    expect(after.findings).toMatchObject([{ aggregateType: 'site' }]);
  });
});
