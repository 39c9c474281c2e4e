/** The rows of versions that a step of an area or a grid brings with it. */
import { sql } from 'kysely';
import type { TenantId } from '#kernel/ids.ts';
import type { Statement } from '#platform/database/database.ts';
import { compile } from '#platform/database/query.ts';
import type { VersionStep } from '../rules/timeline.ts';

export interface VersionTable {
  readonly table: 'area_versions' | 'grid_versions';
  readonly idColumn: 'area_id' | 'grid_id';
  readonly placeType: 'area' | 'grid';
}

export const AREA_VERSIONS: VersionTable = {
  table: 'area_versions',
  idColumn: 'area_id',
  placeType: 'area',
};
export const GRID_VERSIONS: VersionTable = {
  table: 'grid_versions',
  idColumn: 'grid_id',
  placeType: 'grid',
};

/** Ends the version in force on the day the next begins, or takes it out as corrected. */
export function leaveVersion(
  { table, idColumn, placeType }: VersionTable,
  tenantId: TenantId,
  placeId: string,
  step: VersionStep,
  now: string,
): readonly Statement[] {
  const [name, column] = [sql.ref(table), sql.ref(idColumn)];
  const inForce = sql`tenant_id = ${tenantId} and ${column} = ${placeId} and to_day is null`;
  if (step.step === 'open')
    return [compile(sql`update ${name} set to_day = ${step.from} where ${inForce}`)];
  return [
    compile(sql`
      insert into place_corrections (tenant_id, place_id, version, place_type, corrected_at, replaced)
      select tenant_id, ${column}, version, ${placeType}, ${now},
        to_jsonb(v) - 'tenant_id' - 'geometry' || jsonb_build_object('geometry', st_asgeojson(v.geometry)::jsonb)
      from ${name} v where ${inForce}`),
    compile(sql`delete from ${name} where ${inForce}`),
  ];
}
