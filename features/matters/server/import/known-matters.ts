/** Which records of a batch are here already, and those that now say something else. */
import { sql } from 'kysely';
import type { TenantId } from '#kernel/ids.ts';
import type { Rows, Statement } from '#platform/database/database.ts';
import { compile } from '#platform/database/query.ts';
import { matterColumns, type StoredMatter, storedMatter } from '../matter-row.ts';
import type { MatterRow } from './fields.ts';

export interface ChangedMatter extends StoredMatter {
  /** Somebody took a step here: from then on the matter is this system's. */
  readonly takenOver: boolean;
  /** The words of the answer as last imported. */
  readonly resolution: string | null;
}

export interface KnownMatters {
  /** Source's key to the digest of its record. */
  readonly digests: ReadonlyMap<string, string | null>;
  readonly changed: ReadonlyMap<string, ChangedMatter>;
}

/** Two statements; only what changed is locked. */
export function knownStatements(
  tenantId: TenantId,
  rows: readonly MatterRow[],
): readonly [Statement, Statement] {
  const keys = rows.map(({ values }) => values.key);
  const said = JSON.stringify(rows.map(({ values, digest }) => ({ key: values.key, digest })));
  return [
    {
      sql: `select external_key, source_digest from matters
        where tenant_id = $1 and external_key = any($2)`,
      parameters: [tenantId, keys],
    },
    compile(sql`
      select m.external_key, ${matterColumns},
        exists (select 1 from audit_events e
          where e.tenant_id = ${tenantId} and e.aggregate_id = m.matter_id
            and e.kind not in ('matter.import', 'matter.import_update', 'matter.escalate')) as taken_over,
        (select t.body from matter_texts t
          where t.tenant_id = ${tenantId} and t.matter_id = m.matter_id
          order by t.version desc limit 1) as resolution
      from matters m
      join jsonb_to_recordset(${said}::jsonb) as s(key text, digest text) on s.key = m.external_key
      where m.tenant_id = ${tenantId} and m.source_digest is distinct from s.digest
      order by m.matter_id for update of m`),
  ];
}

export function knownFrom(digests: Rows | undefined, changed: Rows | undefined): KnownMatters {
  return {
    digests: new Map(
      (digests?.rows ?? []).map((row) => [
        row['external_key'] as string,
        row['source_digest'] as string | null,
      ]),
    ),
    changed: new Map((changed?.rows ?? []).map(changedFrom)),
  };
}

function changedFrom(row: Record<string, unknown>): readonly [string, ChangedMatter] {
  const { external_key: key, taken_over: takenOver, resolution, ...columns } = row;
  return [
    key as string,
    {
      ...storedMatter(columns),
      takenOver: takenOver === true,
      resolution: resolution as string | null,
    },
  ];
}
