/** Reading places: lists, one area, GeoJSON, tiles, points, plans; on both engines. */
import { beforeAll, describe, expect, it } from 'vitest';
import type { Context, Grant } from '#kernel/context.ts';
import type { MultiPolygon } from '#kernel/geometry/index.ts';
import type { AreaId, SiteId, TenantId } from '#kernel/ids.ts';
import type { Statement } from '#platform/database/database.ts';
import { engines, useDatabase } from '#tests/engines/engines.ts';
import { testServices } from '#tests/worlds/test-services.ts';
import { area, areas, borders } from './area-reads.ts';
import { copyDivisions } from './copy-divisions.ts';
import { findSites } from './find-sites.ts';
import { grids, sites } from './geojson-reads.ts';
import { gridsImporter } from './import-grids.ts';
import { sitesImporter } from './import-sites.ts';
import { loadDivisions } from './load-divisions.ts';
import { placeAt } from './lookup.ts';
import { areasAt, gridsAt, gridsOfSite, siteStatement } from './place-at.ts';
import { tile } from './tiles.ts';

const TENANT = '01890000-0000-7000-8000-0000000041c2' as TenantId;
const DAY = '2026-11-22';
const OPTIONS = { dryRun: false, accepted: new Set<string>() };
const NOBODYS = '01890000-0000-7000-8000-00000000ffff';

function square(lng: number, lat: number, side: number): MultiPolygon {
  const ring = [
    [0, 0],
    [1, 0],
    [1, 1],
    [0, 1],
    [0, 0],
  ].map(([x = 0, y = 0]) => [lng + x * side, lat + y * side] as const);
  return { type: 'MultiPolygon', coordinates: [[ring]] };
}

const grid = (key: string, areaCode: string, shape: MultiPolygon) => ({
  number: 1,
  digest: key,
  values: { key, name: `网格${key}`, code: null, kind: null, areaCode, from: '2026-01-01', shape },
});

describe.each(engines)('places to read on the %s engine', (engine) => {
  const database = useDatabase(engine);
  let system: Context;

  function as(...areaPaths: readonly string[]): Context {
    const grants = areaPaths.map(
      (areaPath) => ({ role: 'grid_worker', areaPath }) as unknown as Grant,
    );
    return {
      ...system,
      actor: {
        kind: 'person',
        personId: 'p',
        accountId: 'a',
        name: '',
        grants,
      } as unknown as Context['actor'],
    };
  }
  const reads = () => ({ database: database() });
  async function one(code: string): Promise<{ areaId: AreaId; areaPath: string }> {
    const [found] = await database().read(TENANT, {
      sql: 'select area_id, area_path from areas where code = $1',
      parameters: [code],
    });
    const row = found?.rows[0];
    return { areaId: row?.['area_id'] as AreaId, areaPath: String(row?.['area_path']) };
  }
  const noQuery = { params: undefined, query: {}, body: undefined };
  const at = ({ areaId }: { areaId: AreaId }) => ({
    params: { areaId },
    query: undefined,
    body: undefined,
  });
  /** The same for endpoints that take a query. */
  const asked = (place: { areaId: AreaId }) => ({ ...at(place), query: {} });

  beforeAll(async () => {
    const world = testServices(database(), `${DAY}T04:00:00Z`);
    system = {
      tenantId: TENANT,
      timeZone: 'Asia/Shanghai',
      actor: { kind: 'system', name: 'test' },
      clock: world.clock,
      ids: world.ids,
      locale: 'zh',
    };
    await database().asOwner((transaction) =>
      transaction.run({
        sql: `insert into tenants (tenant_id, slug, name, division_code, created_at) values ($1, 'zhongyuan', '中原区', '410102', now())`,
        parameters: [TENANT],
      }),
    );
    await copyDivisions(world, system, ['410102']);
    const rows = [
      grid('a', '410102001', square(113.6, 34.75, 0.01)),
      grid('b', '410102002', square(113.61, 34.75, 0.01)),
    ];
    expect(await gridsImporter.write(world, system, rows, OPTIONS)).toEqual(['created', 'created']);
    const site = {
      key: 's',
      kind: 'courtyard_unmanaged',
      name: '老院',
      code: null,
      areaCode: '410102001',
      propertyCompany: null,
      households: 42,
      from: null,
      shape: null,
    };
    const place = { lng: 113.605, lat: 34.755, exactness: 'exact' } as const;
    await sitesImporter.write(
      world,
      system,
      [{ number: 1, digest: 's', values: { ...site, place } }],
      OPTIONS,
    );
  });

  it('a tenant begins with its divisions, from the day of their edition; copied again they stay', async () => {
    const all = await database().read(TENANT, {
      sql: 'select count(*)::int as n, min(from_day) as "from" from areas',
      parameters: [],
    });
    // The district, 14 streets, 111 communities and 46 villages by their codes (sources, scope of figures).
    expect(all[0]?.rows).toEqual([{ n: 1 + 14 + 111 + 46, from: '2023-06-30' }]);
    const world = testServices(database(), `${DAY}T04:00:01Z`);
    expect(await copyDivisions(world, { ...system, ids: world.ids }, ['410102'])).toBe(0);
  });

  it('lists begin with what somebody reaches and go down from there', async () => {
    const roots = await areas(reads(), system, noQuery);
    expect(roots).toMatchObject({
      value: { areas: [{ name: '中原区', level: 'county', hasChildren: true }] },
    });
    const street = await one('410102001');
    const own = await areas(reads(), as(street.areaPath), noQuery);
    expect(own).toMatchObject({ value: { areas: [{ name: '林山寨街道' }] } });
    const below = await areas(reads(), as(street.areaPath), {
      ...noQuery,
      query: { parentId: street.areaId },
    });
    expect(below.ok && below.value.areas.length).toBe(11);
    const found = await areas(reads(), system, { ...noQuery, query: { words: '碧沙岗' } });
    expect(found.ok && found.value.areas.length).toBeGreaterThan(0);
  });

  it('whoever holds no grant over an area sees nothing of it', async () => {
    const [street, other] = [await one('410102001'), await one('410102002')];
    const worker = as(street.areaPath);
    const nothing = { ok: false, refusal: { code: 'place.unknown' } };
    expect(await area(reads(), worker, at(other))).toEqual(nothing);
    expect(await borders(reads(), worker, at(other))).toEqual(nothing);
    expect(await grids(reads(), worker, asked(other))).toEqual(nothing);
    expect(await sites(reads(), worker, asked(other))).toEqual(nothing);
    expect(await areas(reads(), as(), noQuery)).toMatchObject({ value: { areas: [] } });
    expect(await area(reads(), system, at({ areaId: NOBODYS as AreaId }))).toEqual(nothing);
  });

  it('one area tells what lies above it and what it was called when', async () => {
    const village = await one('410102001002');
    const found = await area(reads(), system, at(village));
    expect(found).toMatchObject({
      value: {
        name: '碧沙岗社区居委会',
        above: [{ name: '中原区' }, { name: '林山寨街道' }],
        versions: [{ from: '2023-06-30', to: null, code: '410102001002' }],
        geometry: null,
      },
    });
  });

  it('grids that go out as GeoJSON come in again without a change', async () => {
    const root = await one('410102');
    const out = await grids(reads(), system, asked(root));
    if (!out.ok) throw new Error(out.refusal.code);
    expect(out.value.features.map(({ properties }) => properties.key)).toEqual(['a', 'b']);
    expect(out.value.features[0]?.geometry).toEqual(square(113.6, 34.75, 0.01));
    const before = await grids(reads(), system, { ...at(root), query: { day: '2025-12-31' } });
    expect(before.ok && before.value.features).toEqual([]);
  });

  it('a point is answered with its grid and the areas above, also where areas have no borders', async () => {
    const found = await placeAt(reads(), system, {
      params: { tenant: 'zhongyuan' },
      query: { lng: 113.605, lat: 34.755 },
      body: undefined,
    });
    expect(found).toMatchObject({
      value: { grid: { name: '网格a' }, areas: [{ name: '中原区' }, { name: '林山寨街道' }] },
    });
    const ask = (lng: number, lat: number) =>
      placeAt(reads(), system, {
        params: { tenant: 'zhongyuan' },
        query: { lng, lat },
        body: undefined,
      });
    expect(await ask(100, 20)).toMatchObject({ refusal: { code: 'place.no_area' } });
    expect(await ask(34.755, 113.605)).toMatchObject({ refusal: { code: 'geometry.swapped' } });
    expect(await ask(400, 500)).toMatchObject({ refusal: { code: 'geometry.off_earth' } });
  });

  it('where one lives is found by part of its name, by area or by site, and no sign stands for another', async () => {
    const named = async (q: string) => {
      const found = await findSites(reads(), system, {
        params: { tenant: 'zhongyuan' },
        query: { q },
        body: undefined,
      });
      if (!found.ok) throw new Error(found.refusal.code);
      return found.value;
    };
    const { sites, areas, nearly } = await named('老院');
    expect([sites.length, areas, nearly]).toEqual([1, [], false]);
    // A street and a village have the name in common: both, with what they lie in.
    const common = [
      { name: '林山寨街道', within: '中原区' },
      { name: '林山寨村民委员会', within: '中原西路街道' },
    ];
    expect(await named('林山寨')).toMatchObject({ areas: common, nearly: false });
    expect(await named('林山寨小区')).toMatchObject({ areas: common, nearly: true });
    for (const words of ['没有的', '老%', '__']) {
      expect(await named(words)).toMatchObject({ areas: [], sites: [] });
    }
  });

  it('a site lies in the grid it stands in, and in both where its ground reaches into both', async () => {
    const shape = square(113.605, 34.752, 0.01);
    const values = {
      key: 'across',
      kind: 'estate',
      name: '界上花园',
      code: null,
      areaCode: '410102001',
      propertyCompany: null,
      households: 300,
      from: null,
      place: null,
      shape,
    };
    const world = testServices(database(), `${DAY}T04:00:02Z`);
    const rows = [{ number: 1, digest: 'across', values }];
    await sitesImporter.write(world, { ...system, ids: world.ids }, rows, OPTIONS);
    const gridsOf = async (name: string) => {
      const [known] = await database().read(TENANT, {
        sql: 'select site_id from sites where tenant_id = $1 and name = $2',
        parameters: [TENANT, name],
      });
      const siteId = known?.rows[0]?.['site_id'] as SiteId;
      const [site, found] = await database().read(
        TENANT,
        siteStatement(TENANT, siteId),
        gridsOfSite(TENANT, siteId, DAY),
      );
      expect(site?.rows[0]?.['name']).toBe(name);
      return found?.rows.map((row) => row['name']);
    };
    expect(await gridsOf('老院')).toEqual(['网格a']);
    expect((await gridsOf('界上花园'))?.toSorted()).toEqual(['网格a', '网格b']);
  });

  it('a tile holds what lies in it, for those who reach it', async () => {
    const z = 14;
    const x = Math.floor(((113.605 + 180) / 360) * 2 ** z);
    const y = Math.floor(
      ((1 - Math.asinh(Math.tan((34.755 * Math.PI) / 180)) / Math.PI) / 2) * 2 ** z,
    );
    const draw = async (context: Context, layer: 'grids' | 'sites', column = x) => {
      const drawn = await tile(reads(), context, {
        params: { layer, z, x: column, y },
        query: undefined,
        body: undefined,
      });
      if (!drawn.ok) return drawn.refusal.code;
      return Buffer.isBuffer(drawn.value.body) ? drawn.value.body.toString('utf8') : '';
    };
    expect(await draw(system, 'grids')).toContain('网格a');
    expect(await draw(system, 'sites')).toContain('老院');
    expect(await draw(system, 'grids', x + 500)).toBe('');
    expect(await draw(as((await one('410102002')).areaPath), 'sites')).toBe('');
    expect(await draw(system, 'grids', 2 ** z)).toBe('input.invalid');
  });

  it('the shared table takes the divisions of a place and those above it, once', async () => {
    expect(await loadDivisions(database(), ['410304'])).toBeGreaterThan(50);
    await loadDivisions(database(), ['410304']);
    const [found] = await database().readShared({
      sql: `select code, name, level, kind from divisions where code in ('41', '4103', '410304', '410304001', '410304001001') order by code`,
      parameters: [],
    });
    expect(found?.rows.map((row) => [row['code'], row['name'], row['level'], row['kind']])).toEqual(
      [
        ['41', '河南省', 'province', 'plain'],
        ['4103', '洛阳市', 'city', 'plain'],
        ['410304', '瀍河回族区', 'county', 'plain'],
        ['410304001', '东关街道', 'town', 'street'],
        ['410304001001', '东关大街社区居民委员会', 'village', 'residents_committee'],
      ],
    );
  });

  describe('with ten thousand areas and grids', () => {
    const cell = `st_multi(st_makeenvelope(100 + (n % 200) * 0.002, 20 + (n / 200) * 0.002, 100.002 + (n % 200) * 0.002, 20.002 + (n / 200) * 0.002, 4326))`;
    const id = `('00000000-0000-7000-8000-' || lpad(to_hex(n), 12, '0'))::uuid`;

    /** Areas, grids and their versions with these numbers, one beside the other. */
    async function fill(first: number, last: number): Promise<void> {
      const root = (await one('410102')).areaId;
      const numbers = `generate_series(${first}, ${last}) n`;
      const statements = [
        `insert into areas (tenant_id, area_id, version, audit_head, parent_area_id, area_path, kind, local_code, name, name_en, from_day, geometry)
          select $1::uuid, ${id}, 1, '', '${root}', '001z' || lpad(to_hex(n), 5, '0'), 'local', true, 'n', 'n', '2020-01-01', ${cell} from ${numbers}`,
        `insert into area_versions (tenant_id, area_id, version, from_day, name, geometry)
          select $1::uuid, ${id}, 1, '2020-01-01', 'n', ${cell} from ${numbers}`,
        `insert into grids (tenant_id, grid_id, version, audit_head, area_id, area_path, kind, local_code, name, from_day)
          select $1::uuid, ${id}, 1, '', '${root}', '001', 'community', true, 'n', '2020-01-01' from ${numbers}`,
        `insert into grid_versions (tenant_id, grid_id, version, from_day, geometry, square_metres)
          select $1::uuid, ${id}, 1, '2020-01-01', ${cell}, 1 from ${numbers}`,
      ];
      for (const sql of statements)
        await database().write(TENANT, [{ sql, parameters: [TENANT] }], async () => undefined);
      await database().asOwner((transaction) =>
        transaction.script('analyze areas, area_versions, grids, grid_versions'),
      );
    }

    beforeAll(async () => {
      // Foreign keys are checked by a plan made when the table was small; the second part sees it grown.
      await fill(0, 999);
      await fill(1000, 9999);
    });

    async function planOf(statement: Statement): Promise<string> {
      const [plan] = await database().read(TENANT, {
        sql: `explain ${statement.sql}`,
        parameters: statement.parameters,
      });
      return (plan?.rows ?? []).map((row) => String(row['QUERY PLAN'])).join('\n');
    }
    it('a point finds its grid by the spatial index, under row-level security', async () => {
      const statement = gridsAt(TENANT, [100.1, 20.05], DAY);
      expect(await planOf(statement)).toContain('grid_versions_by_geometry');
      const [found] = await database().read(TENANT, statement);
      expect(found?.rows.length).toBeGreaterThan(0);
    });
    it('a point finds its area by the spatial index, under row-level security', async () => {
      expect(await planOf(areasAt(TENANT, [100.1, 20.1], DAY))).toContain(
        'area_versions_by_geometry',
      );
    });
  });
});
