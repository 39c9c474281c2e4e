/** Grids, areas and units that a file brought to the desk, and how they are taken back. */
import { beforeAll, describe, expect, it } from 'vitest';
import { categoryAggregate } from '#features/matters/server/public.ts';
import { ORGANISATION_AGGREGATES } from '#features/organisations/server/public.ts';
import { PLACES_AGGREGATES } from '#features/places/server/public.ts';
import type { ImportRunId } from '#kernel/ids.ts';
import { verifyTenant } from '#platform/audit/verify.ts';
import { engines, START_LIMIT, useDatabase } from '#tests/engines/engines.ts';
import { type District, foundDistrict, sure } from '#tests/worlds/district.ts';
import { type Fields, type ImportDesk, importDesk } from '#tests/worlds/import-desk.ts';
import { foundImporting, type Importing } from '#tests/worlds/importing.ts';
import { IMPORT_RUN } from './aggregates.ts';

/** Side in degrees: about 500 m. */
const SIDE = 0.005;

function feature(id: string, west: number, more: Readonly<Record<string, unknown>> = {}) {
  const { side = SIDE, point = false, ...properties } = more;
  const [east, south, north] = [west + Number(side), 34.81, 34.81 + Number(side)];
  const ring = [
    [west, south],
    [east, south],
    [east, north],
    [west, north],
    [west, south],
  ];
  return {
    type: 'Feature',
    properties: { 编号: id, 网格名称: `${id}网格`, 所属社区: 'T-lane', ...properties },
    geometry: point
      ? { type: 'Point', coordinates: [west, south] }
      : { type: 'Polygon', coordinates: [ring] },
  };
}

const geojson = (...features: readonly object[]): string =>
  JSON.stringify({ type: 'FeatureCollection', features });

const GRIDS: Fields = {
  key: '编号',
  name: '网格名称',
  areaCode: '所属社区',
  from: '启用日期',
  shape: { geometry: true },
};
const DRAWN = '网格.geojson';

describe.each(engines)('places and units of a file, on the %s engine', (engine) => {
  const database = useDatabase(engine);
  let world: District;
  let who: Importing;
  let desk: ImportDesk;
  beforeAll(async () => {
    world = await foundDistrict(database());
    who = await foundImporting(world);
    desk = importDesk(world, who);
  }, START_LIMIT);

  const lines = async (sql: string): Promise<readonly string[]> => {
    const [found] = await database().read(world.tenantId, { sql, parameters: [world.tenantId] });
    return (found?.rows ?? []).map((row) => Object.values(row).map(String).join(' '));
  };
  /** Borders in force: key, first day and size as a multiple of the first. */
  const borders = () =>
    lines(`select g.source_key, v.from_day, round(v.square_metres / 254000) as size
      from grids g join grid_versions v on v.tenant_id = g.tenant_id and v.grid_id = g.grid_id
      where g.tenant_id = $1 and g.to_day is null and v.to_day is null order by 1`);
  const counts = async (runId: ImportRunId) => (await desk.read(who.admin, runId)).run.counts;
  const undo = async (runId: ImportRunId) => {
    await sure(desk.steps(who.admin, runId, 'undo'));
    const { run } = await desk.read(who.admin, runId);
    expect(run.state).toBe('undone');
    return [run.counts.takenBack, run.counts.kept];
  };

  let drawn: ImportRunId;

  it('a GeoJSON file is looked into, checked and taken in with its borders', async () => {
    const bad = feature('G3', 113.53, { point: true });
    const file = geojson(feature('G1', 113.51), feature('G2', 113.52), bad);
    drawn = (await sure(desk.brings(who.admin, 'grids', file, DRAWN))).runId;
    const seen = await desk.looks(who.admin, drawn);
    expect([seen.geojson, seen.heading, seen.rows]).toEqual([true, null, 3]);
    expect(seen.columns.map(({ name, values }) => [name, values[0]])).toEqual([
      ['编号', 'G1'],
      ['网格名称', 'G1网格'],
      ['所属社区', 'T-lane'],
    ]);
    const { from: _, ...fields } = GRIDS;
    await sure(desk.steps(who.admin, drawn, 'match', { fields }));
    const { problems } = await desk.read(who.admin, drawn);
    expect(problems.map(({ row, code, cells }) => [row, code, cells['编号']])).toEqual([
      [3, 'geometry.invalid', 'G3'],
    ]);
    await sure(desk.steps(who.admin, drawn, 'take'));
    expect(await counts(drawn)).toMatchObject({ created: 2, refused: 1 });
    expect(await borders()).toEqual(['G1 2026-11-02 1', 'G2 2026-11-02 1']);
  });

  it('a border redrawn from a later day is taken back, and the one before goes on', async () => {
    const later = feature('G1', 113.51, { side: 2 * SIDE, 启用日期: '2027-01-01' });
    const runId = await desk.imports(who.admin, 'grids', geojson(later), GRIDS, DRAWN);
    expect(await borders()).toEqual(['G1 2027-01-01 4', 'G2 2026-11-02 1']);
    expect(await desk.preview(who.admin, runId)).toMatchObject({ restores: 1, ends: 0, keeps: 0 });
    expect(await undo(runId)).toEqual([1, 0]);
    expect(await borders()).toEqual(['G1 2026-11-02 1', 'G2 2026-11-02 1']);
  });

  it('a border corrected for the same day is taken back, and the corrected one holds again', async () => {
    const right = feature('G2', 113.52, { side: 3 * SIDE, 启用日期: '2026-11-02' });
    const runId = await desk.imports(who.admin, 'grids', geojson(right), GRIDS, DRAWN);
    expect(await borders()).toEqual(['G1 2026-11-02 1', 'G2 2026-11-02 9']);
    expect(await undo(runId)).toEqual([1, 0]);
    expect(await borders()).toEqual(['G1 2026-11-02 1', 'G2 2026-11-02 1']);
  });

  it('grids that somebody redrew since stay, and what they came by says so', async () => {
    // The two undone runs took steps of their own on both.
    expect(
      (await desk.preview(who.admin, drawn)).kept.map(({ name, reason }) => [name, reason]),
    ).toEqual(
      expect.arrayContaining([
        ['G1网格', 'changed_since'],
        ['G2网格', 'changed_since'],
      ]),
    );
  });

  it('grids end where nobody touched them, and their keys are free for the right file', async () => {
    const file = geojson(feature('G8', 113.512), feature('G9', 113.522));
    const fields = { ...GRIDS, from: { constant: '2026-11-02' } };
    const runId = await desk.imports(who.admin, 'grids', file, fields, DRAWN);
    expect(await undo(runId)).toEqual([2, 0]);
    expect((await borders()).map((line) => line.slice(0, 2))).toEqual(['G1', 'G2']);
    const again = await desk.imports(who.admin, 'grids', file, fields, DRAWN);
    expect(await counts(again)).toMatchObject({ created: 2, unchanged: 0 });
  });

  const areas = () =>
    lines(`select code, name from areas
      where tenant_id = $1 and to_day is null and code like 'T-new%' order by code`);
  const AREAS: Fields = { code: '代码', name: '名称', parentCode: '上级' };

  it('areas end from below, but for one that something stands in and one that had been there', async () => {
    const runId = await desk.imports(
      who.admin,
      'divisions',
      '代码,名称,上级\nT-new1,新一社区,T-north\nT-new2,新二社区,T-north\nT-new21,二组,T-new2\nT-lane,改名社区,T-north\n',
      AREAS,
    );
    expect(await counts(runId)).toMatchObject({ created: 3, changed: 1 });
    const grid = geojson(feature('N1', 113.515, { 所属社区: 'T-new1' }));
    const { from: _, ...fields } = GRIDS;
    const drawnIn = await desk.imports(who.admin, 'grids', grid, fields, DRAWN);
    const { kept } = await desk.preview(who.admin, runId);
    expect(kept.map(({ name, reason, usedBy }) => [name, reason, usedBy])).toEqual(
      expect.arrayContaining([
        ['新一社区', 'used', 'grids'],
        ['改名社区', 'not_restorable', null],
      ]),
    );
    expect(await undo(runId)).toEqual([2, 2]);
    expect(await areas()).toEqual(['T-new1 新一社区']);
    expect(await undo(drawnIn)).toEqual([1, 0]);
  });

  const units = () =>
    lines(`select code, name from organisations
      where tenant_id = $1 and closed_on is null and code like 'U%' order by code`);
  const UNITS: Fields = {
    code: '编码',
    name: '单位',
    kind: { column: '类型', values: { 科室: 'section' } },
    parentCode: '上级',
    areaCode: '区域',
  };
  const unitFile = (...rows: readonly string[]): string =>
    ['编码,单位,类型,上级,区域', ...rows].join('\n');

  it('units end, the lower ones first, and a changed name is what it was', async () => {
    const first = await desk.imports(
      who.admin,
      'organisations',
      unitFile('U1,一科,科室,,T-district', 'U11,一科一组,科室,U1,T-district'),
      UNITS,
    );
    const second = await desk.imports(
      who.admin,
      'organisations',
      unitFile('U1,综合科,科室,,T-district', 'U2,二科,科室,U1,T-district'),
      UNITS,
    );
    expect(await units()).toEqual(['U1 综合科', 'U11 一科一组', 'U2 二科']);
    // The unit below is of the other file, and stays with the one above it.
    expect((await desk.preview(who.admin, first)).kept).toMatchObject([
      { name: '综合科', reason: 'changed_since' },
    ]);
    expect(await undo(second)).toEqual([2, 0]);
    expect(await units()).toEqual(['U1 一科', 'U11 一科一组']);
  });

  it('a unit that has a unit of another file below it stays', async () => {
    const above = await desk.imports(
      who.admin,
      'organisations',
      unitFile('U3,三科,科室,,T-district'),
      UNITS,
    );
    const below = await desk.imports(
      who.admin,
      'organisations',
      unitFile('U31,三科一组,科室,U3,T-district'),
      UNITS,
    );
    expect((await desk.preview(who.admin, above)).kept).toMatchObject([
      { name: '三科', reason: 'used', usedBy: 'organisations' },
    ]);
    expect(await undo(below)).toEqual([1, 0]);
    expect(await undo(above)).toEqual([1, 0]);
  });

  it('leaves every chain of events whole', async () => {
    const aggregates = [
      ...PLACES_AGGREGATES,
      ...ORGANISATION_AGGREGATES,
      categoryAggregate,
      IMPORT_RUN,
    ];
    const { findings } = await verifyTenant(
      { ...world.installation, ...world.services, aggregates },
      world.tenantId,
    );
    expect(findings).toEqual([]);
  });
});
