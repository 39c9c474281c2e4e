/** What a batch of areas must know before it is planned. */
import { sql } from 'kysely';
import { parentCode } from '#kernel/codes/index.ts';
import type { AreaId, TenantId } from '#kernel/ids.ts';
import type { Rows, Statement } from '#platform/database/database.ts';
import { compile, rowsAs } from '#platform/database/query.ts';
import { numberInPath } from '../rules/area-path.ts';
import { KNOWN_COLUMNS, type KnownArea } from './area-plan.ts';

/**
 * Locks the roots (batches of areas follow one another), then reads the roots,
 * the areas with one of the codes or above them, their last children, and the tenant.
 */
export function areaStatements(tenantId: TenantId, codes: readonly string[]): readonly Statement[] {
  const wanted = [...new Set(codes.flatMap(withAbove))];
  const known = sql`tenant_id = ${tenantId} and (parent_area_id is null or code = any(${wanted}::text[]))`;
  return [
    compile(sql`
      select area_id from areas where tenant_id = ${tenantId} and parent_area_id is null
      order by area_path for update`),
    compile(sql`
      select ${sql.raw(KNOWN_COLUMNS)} from areas
      where ${known} order by area_path for update`),
    compile(sql`
      select parent_area_id, max(area_path) as last from areas
      where tenant_id = ${tenantId} and (parent_area_id is null
        or parent_area_id in (select area_id from areas where ${known}))
      group by parent_area_id`),
    compile(sql`select name, name_en, division_code from tenants where tenant_id = ${tenantId}`),
  ];
}

export interface TenantRow {
  readonly name: string;
  readonly nameEn: string | null;
  readonly divisionCode: string | null;
}

export interface AreasRead {
  readonly known: readonly KnownArea[];
  readonly children: Map<string, number>;
  readonly tenant: TenantRow | undefined;
}

export function areasFrom([, known, children, tenants]: readonly Rows[]): AreasRead {
  const last = rowsAs<{ parentAreaId: AreaId | null; last: string }>(children);
  return {
    known: rowsAs<KnownArea>(known),
    children: new Map(last.map((row) => [row.parentAreaId ?? '', numberInPath(row.last)])),
    tenant: rowsAs<TenantRow>(tenants)[0],
  };
}

function withAbove(code: string): readonly string[] {
  const above = parentCode(code);
  return above === undefined ? [code] : [code, ...withAbove(above)];
}
