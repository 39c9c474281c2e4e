/** Walls as rows: where they stand, and what a wall's row becomes. */
import { type RawBuilder, sql } from 'kysely';
import type { AreaId, TenantId, WallId } from '#kernel/ids.ts';
import type { AggregateTable } from '#platform/command/change.ts';
import type { Rows } from '#platform/database/database.ts';
import { rowsAs } from '#platform/database/query.ts';
import type { Scene, WallFrame } from '../../contract.ts';

export const wallAggregate = {
  type: 'wall',
  table: 'walls',
  idColumn: 'wall_id',
} as const satisfies AggregateTable;

export interface Wall {
  readonly wallId: WallId;
  readonly version: number;
  readonly auditHead: string;
  readonly name: string;
  readonly areaId: AreaId;
  readonly areaPath: string;
  readonly areaName: string;
  readonly areaNameEn: string;
  readonly allowedAt: string;
  readonly endsAt: string;
  readonly revokedAt: string | null;
  readonly scene: Scene | null;
  readonly held: boolean;
  readonly tenantName: string;
  readonly tenantNameEn: string;
  readonly demonstration: boolean;
  readonly timeZone: string;
}

/** Walls of a tenant with their areas, which may have been renamed or moved since. */
export function selectWalls(tenantId: TenantId, where: RawBuilder<unknown>): RawBuilder<unknown> {
  return sql`
    select w.wall_id, w.version, w.audit_head, w.name, w.area_id, w.allowed_at, w.ends_at,
      w.revoked_at, w.scene, w.held, a.area_path, a.name as area_name, a.name_en as area_name_en,
      t.name as tenant_name, coalesce(t.name_en, '') as tenant_name_en, t.demonstration, t.time_zone
    from walls w
    join areas a on a.tenant_id = ${tenantId} and a.area_id = w.area_id
    join tenants t on t.tenant_id = ${tenantId}
    where w.tenant_id = ${tenantId} and ${where}`;
}

export function wallsOf(found: Rows | undefined): readonly Wall[] {
  return rowsAs<Wall>(found);
}

/** @param now milliseconds since 1970 */
export function holds({ endsAt, revokedAt }: Wall, now: number): boolean {
  return revokedAt === null && Date.parse(endsAt) > now;
}

export function frameOf(wall: Wall): WallFrame {
  const { wallId, version, name, scene, held, endsAt } = wall;
  const { tenantName, tenantNameEn, demonstration, timeZone } = wall;
  return {
    wallId,
    version,
    name,
    area: { areaId: wall.areaId, name: wall.areaName, nameEn: wall.areaNameEn },
    tenantName,
    tenantNameEn,
    demonstration,
    timeZone,
    scene,
    held,
    endsAt,
  };
}
