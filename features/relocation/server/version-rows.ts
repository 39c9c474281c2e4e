/** Versions of schemes as rows: how they are selected, and what a reader is told of them. */
import { type RawBuilder, sql } from 'kysely';
import { type Context, grantsOf } from '#kernel/context.ts';
import type { AreaId, PersonId, SchemeId, SchemeVersionId, TenantId } from '#kernel/ids.ts';
import type { Role } from '#kernel/role.ts';
import type { Rows } from '#platform/database/database.ts';
import { compile, rowsAs } from '#platform/database/query.ts';
import { areaCondition } from '#platform/scope/area-condition.ts';
import type { Services } from '#platform/services.ts';
import type { VersionHead } from '../contract.ts';
import {
  areasOver,
  ONCE_PUBLIC,
  openSteps,
  SCHEME_READERS,
  type Stepping,
  type VersionState,
} from '../rules/publication/steps.ts';

export interface VersionRow {
  readonly versionId: SchemeVersionId;
  readonly schemeId: SchemeId;
  readonly version: number;
  readonly auditHead: string;
  readonly number: number;
  readonly state: VersionState;
  readonly textDigest: string;
  readonly digest: string | null;
  readonly code: string | null;
  readonly label: string | null;
  readonly title: string | null;
  readonly titleEn: string | null;
  readonly errors: number;
  readonly warnings: number;
  readonly writers: readonly PersonId[];
  readonly writerNames: readonly string[] | null;
  readonly savedAt: string;
  readonly submittedAt: string | null;
  readonly submittedName: string | null;
  readonly publishedAt: string | null;
  readonly publishedName: string | null;
  readonly endedAt: string | null;
  readonly endedName: string | null;
  readonly reason: string | null;
  readonly schemeCode: string | null;
  readonly schemeVersion: number;
  readonly schemeHead: string;
  readonly currentVersionId: SchemeVersionId | null;
  readonly areaId: AreaId;
  readonly areaPath: string;
  readonly areaName: string;
  readonly areaNameEn: string;
}

/** Versions (table `v`) with their schemes (`s`), areas (`a`) and the names of who acted. */
export function selectVersions(
  tenantId: TenantId,
  where: RawBuilder<unknown>,
  more: RawBuilder<unknown> = sql``,
): RawBuilder<unknown> {
  const nameOf = (column: string) =>
    sql`(select p.name from people p where p.tenant_id = ${tenantId} and p.person_id = ${sql.ref(column)})`;
  return sql`
    select v.version_id, v.scheme_id, v.version, v.audit_head, v.number, v.state, v.text_digest,
      v.digest, v.code, v.label, v.title, v.title_en, v.errors, v.warnings, v.writers,
      (select jsonb_agg(p.name order by p.name) from people p
        where p.tenant_id = ${tenantId} and v.writers @> to_jsonb(p.person_id::text)) as writer_names,
      v.saved_at, v.submitted_at, ${nameOf('v.submitted_by')} as submitted_name,
      v.published_at, ${nameOf('v.published_by')} as published_name,
      v.ended_at, ${nameOf('v.ended_by')} as ended_name, v.reason,
      s.code as scheme_code, s.version as scheme_version, s.audit_head as scheme_head,
      s.current_version_id, a.area_id, a.area_path, a.name as area_name, a.name_en as area_name_en${more}
    from scheme_versions v
    join schemes s on s.tenant_id = ${tenantId} and s.scheme_id = v.scheme_id
    join areas a on a.tenant_id = ${tenantId} and a.area_id = s.area_id
    where v.tenant_id = ${tenantId} and ${where}`;
}

export function versionsOf(found: Rows | undefined): readonly VersionRow[] {
  return rowsAs<VersionRow>(found);
}

/** A version that the person may read, with its text. */
export async function versionWithText(
  { database }: Pick<Services, 'database'>,
  context: Context,
  versionId: SchemeVersionId,
): Promise<(VersionRow & { readonly body: string }) | undefined> {
  const { tenantId } = context;
  const body = sql`, (select t.body from scheme_texts t
    where t.tenant_id = ${tenantId} and t.text_digest = v.text_digest) as body`;
  const where = sql`${readableVersions(context)} and v.version_id = ${versionId}`;
  const [found] = await database.read(tenantId, compile(selectVersions(tenantId, where, body)));
  return rowsAs<VersionRow & { readonly body: string }>(found)[0];
}

/** Versions of the own areas, and what was published for the areas above: a street works by its district's scheme. */
export function readableVersions({ actor }: Context): RawBuilder<boolean> {
  const grants = grantsOf(actor).filter(({ role }) => reads(role));
  const own = areaCondition('a.area_path', grants);
  const over = grants.flatMap(({ areaPath }) => areasOver(areaPath));
  if (over.length === 0) return own;
  return sql<boolean>`(${own} or (a.area_path = any(${over}::text[])
    and v.state = any(${[...ONCE_PUBLIC]}::text[])))`;
}

function reads(role: Role): boolean {
  return (SCHEME_READERS as readonly Role[]).includes(role);
}

/** Who takes steps; only people do. */
export function steppingBy({ actor }: Context): Stepping {
  if (actor.kind !== 'person') throw new Error('schemes are written and published by people');
  return { personId: actor.personId, grants: grantsOf(actor) };
}

/** What a reader is told of a version, with the steps that are open to them. */
export function headOf(row: VersionRow, by: Stepping): VersionHead {
  const { versionId, schemeId, version, number, state, code, label, digest } = row;
  const { errors, warnings, savedAt, reason } = row;
  return {
    ...{ versionId, schemeId, version, number, state, code, label, digest },
    ...{ errors, warnings, savedAt, reason },
    title: row.title === null ? null : { zh: row.title, en: row.titleEn },
    writers: [...(row.writerNames ?? [])],
    submitted: act(row.submittedAt, row.submittedName),
    published: act(row.publishedAt, row.publishedName),
    ended: act(row.endedAt, row.endedName),
    steps: [...openSteps(row, by)],
  };
}

function act(at: string | null, by: string | null): { at: string; by: string } | null {
  return at === null ? null : { at, by: by ?? '' };
}

export function areaOf({ areaId, areaName, areaNameEn }: VersionRow) {
  return { areaId, name: areaName, nameEn: areaNameEn };
}
