/** How areas, grids and sites that an import brought are taken back. */
import { sql } from 'kysely';
import { instantNow } from '#kernel/context.ts';
import type { TenantId } from '#kernel/ids.ts';
import { compile } from '#platform/database/query.ts';
import { lastDay, rowsOf, type TakesBack, type Uses, usesBy } from '#platform/import/take-back.ts';
import { AREA, GRID, SITE } from './aggregates.ts';
import { AREA_VERSIONS, GRID_VERSIONS, leaveVersion, type VersionTable } from './version-rows.ts';

const DATED = { name: 'name', areaPath: 'area_path', more: ['from_day'] } as const;

export const placesTakeBack: readonly TakesBack[] = [
  {
    table: AREA,
    rows: rowsOf(AREA, DATED),
    end: (context, row) => ({
      kind: 'area.taken_back',
      set: {
        toDay: lastDay(context, row['from_day']),
        code: null,
        sourceKey: null,
        sourceDigest: null,
      },
    }),
    alsoEnding: ({ tenantId, clock }, row) =>
      leave(AREA_VERSIONS, tenantId, row, instantNow(clock)),
    // A border and a name of before are versions; areas carry everything else and are not moved by machine.
    restores: false,
  },
  {
    table: GRID,
    rows: rowsOf(GRID, DATED),
    end: (context, row) => ({
      kind: 'grid.taken_back',
      set: {
        toDay: lastDay(context, row['from_day']),
        code: null,
        sourceKey: null,
        sourceDigest: null,
      },
    }),
    alsoEnding: ({ tenantId, clock }, row) =>
      leave(GRID_VERSIONS, tenantId, row, instantNow(clock)),
    restores: true,
    alsoRestoring: ({ tenantId, clock }, row, kind, version) => [
      ...leave(GRID_VERSIONS, tenantId, row, instantNow(clock)),
      kind === 'grid.redrawn'
        ? borderGoesOn(tenantId, String(row['id']))
        : borderReturns(tenantId, String(row['id']), version),
    ],
  },
  {
    table: SITE,
    rows: rowsOf(SITE, DATED),
    end: (context, row) => ({
      kind: 'site.taken_back',
      set: { toDay: lastDay(context, row['from_day']), sourceKey: null, sourceDigest: null },
    }),
    restores: true,
  },
];

/** The version in force goes to the corrections: it was never so. */
function leave(versions: VersionTable, tenantId: TenantId, row: Row, now: string) {
  return leaveVersion(versions, tenantId, String(row['id']), { step: 'correct', from: '' }, now);
}

type Row = Readonly<Record<string, unknown>>;

/** The border before, which had ended where the one taken back began. */
function borderGoesOn(tenantId: TenantId, gridId: string) {
  return compile(sql`
    update grid_versions set to_day = null
    where tenant_id = ${tenantId} and grid_id = ${gridId} and version = (
      select max(version) from grid_versions where tenant_id = ${tenantId} and grid_id = ${gridId})`);
}

/** The border that had been corrected away holds again. The last correction is the one taken back. */
function borderReturns(tenantId: TenantId, gridId: string, version: number) {
  return compile(sql`
    insert into grid_versions (tenant_id, grid_id, version, from_day, geometry, square_metres)
    select tenant_id, place_id, ${version}::int, (replaced->>'from_day')::date,
      st_setsrid(st_geomfromgeojson(replaced->>'geometry'), 4326),
      (replaced->>'square_metres')::float8
    from place_corrections
    where tenant_id = ${tenantId} and place_id = ${gridId}
    order by version desc offset 1 limit 1`);
}

/** What of places itself stands in an area and ends or moves before the area does. */
const STANDING: readonly Uses[] = [
  usesBy('area', 'areas', {
    table: 'areas',
    idColumn: 'area_id',
    column: 'parent_area_id',
    still: 'to_day is null',
  }),
  usesBy('area', 'grids', {
    table: 'grids',
    idColumn: 'grid_id',
    column: 'area_id',
    still: 'to_day is null',
  }),
  usesBy('area', 'sites', {
    table: 'sites',
    idColumn: 'site_id',
    column: 'area_id',
    still: 'to_day is null',
  }),
];

const PLANS = { table: 'grid_plans', idColumn: 'grid_plan_id', column: 'area_id' } as const;

export const placesUses: readonly Uses[] = [
  ...STANDING,
  usesBy('site', 'premises', {
    table: 'premises',
    column: 'site_id',
    still: 'to_day is null',
  }),
  usesBy('area', 'plans', PLANS),
];

/** What of places stands in the way of an area that is to end: plans as long as they are argued about. */
export const placesInAreas: readonly Uses[] = [
  ...STANDING,
  usesBy('area', 'plans', { ...PLANS, still: "state in ('proposed', 'consulted')" }),
];
