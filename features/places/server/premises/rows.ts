/** Buildings, entrances and rooms as they stand in the database, and the sites they stand on. */
import { sql } from 'kysely';
import type { Context } from '#kernel/context.ts';
import type { PremiseId, SiteId } from '#kernel/ids.ts';
import type { Change } from '#platform/command/change.ts';
import type { Statement } from '#platform/database/database.ts';
import { compile } from '#platform/database/query.ts';
import type { PremiseKind } from '../../rules/premises/kinds.ts';
import { sortKeyOf } from '../../rules/premises/names.ts';
import { PREMISE } from '../aggregates.ts';

export interface PremiseRow {
  readonly premiseId: PremiseId;
  readonly version: number;
  readonly auditHead: string;
  readonly siteId: SiteId;
  readonly parentId: PremiseId | null;
  readonly buildingId: PremiseId | null;
  readonly areaPath: string;
  readonly kind: PremiseKind;
  readonly name: string;
}

export interface SiteRow {
  readonly siteId: SiteId;
  readonly areaPath: string;
  readonly kind: string;
}

/**
 * A premise that is there, locked: what is begun below it follows one after another. It lies
 * where its site lies today, which may have been given to another area since it was begun.
 */
export function lockPremise({ tenantId }: Context, premiseId: PremiseId): Statement {
  return compile(sql`
    select p.premise_id, p.version, p.audit_head, p.site_id, p.parent_id, p.building_id,
      s.area_path, p.kind, p.name
    from premises p join sites s on s.tenant_id = ${tenantId} and s.site_id = p.site_id
    where p.tenant_id = ${tenantId} and p.premise_id = ${premiseId} and p.to_day is null
    for update of p`);
}

export interface NewPremise {
  readonly premiseId: PremiseId;
  readonly kind: PremiseKind;
  readonly name: string;
  readonly floor: number | null;
  readonly fromDay: string;
}

/** @param above what it stands in; undefined for the site itself */
export function begun(
  { premiseId, kind, name, floor, fromDay }: NewPremise,
  site: Pick<SiteRow, 'siteId' | 'areaPath'>,
  above: Pick<PremiseRow, 'premiseId' | 'kind' | 'buildingId'> | undefined,
): Change {
  const buildingId = above?.kind === 'building' ? above.premiseId : (above?.buildingId ?? null);
  return {
    ...PREMISE,
    id: premiseId,
    kind: 'premise.begun',
    set: {
      siteId: site.siteId,
      parentId: above?.premiseId ?? null,
      buildingId,
      aboveId: above?.premiseId ?? site.siteId,
      areaPath: site.areaPath,
      kind,
      name,
      sortKey: sortKeyOf(name),
      floor,
      fromDay,
      toDay: null,
    },
  };
}
