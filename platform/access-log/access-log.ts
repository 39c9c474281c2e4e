/** The only way to see a protected value in full: the reading and its record are one transaction. */
import { actorName, type Context, instantNow } from '#kernel/context.ts';
import type { PostId } from '#kernel/ids.ts';
import type { Database, Statement } from '#platform/database/database.ts';
import type { FieldName, Protection } from '#platform/protection/protection.ts';

/** What somebody may look for; each has its sentence in the locale files of whoever asks. */
export type Purpose =
  | 'call_back'
  | 'contact_reporter'
  | 'verify_identity'
  | 'pay'
  | 'correct_data'
  | 'own_data'
  | 'legal_request';

export interface Revealed {
  /** One open value per field asked for, null where the row has none. */
  readonly values: Readonly<Record<string, string | null>>;
}

export interface RevealRequest {
  readonly purpose: Purpose;
  /** In the reader's own words, where the purpose needs some. */
  readonly reason?: string;
  readonly subjectType: string;
  readonly subjectId: string;
  /** The post under which it is read; the person concerned has none. */
  readonly postId?: PostId | undefined;
  /** Finds the one row within the reader's scope; selects the columns under the names of `fields`. */
  readonly select: Statement;
  /** Column of the answer to the name its value is bound to. */
  readonly fields: Readonly<Record<string, FieldName>>;
}

export interface AccessEntry {
  readonly actor: string;
  readonly purpose: Purpose;
  readonly reason: string | null;
  readonly fields: readonly string[];
  readonly readAt: string;
  /** Null for the person concerned, and where no post was recorded. */
  readonly postId: PostId | null;
}

export interface AccessLog {
  /** Opens the values, undefined where the scope has no such row; then nothing is logged. */
  reveal(context: Context, request: RevealRequest): Promise<Revealed | undefined>;
  /** Who looked at this subject, latest first; for the person concerned and the auditors. */
  readingsOf(context: Context, subjectId: string): Promise<readonly AccessEntry[]>;
}

export function createAccessLog(database: Database, protection: Protection): AccessLog {
  return {
    reveal: (context, request) => reveal(database, protection, context, request),
    readingsOf: (context, subjectId) => readingsOf(database, context, subjectId),
  };
}

async function reveal(
  database: Database,
  protection: Protection,
  context: Context,
  request: RevealRequest,
): Promise<Revealed | undefined> {
  const { tenantId } = context;
  return database.write(tenantId, [request.select], async (transaction, [found]) => {
    const row = found?.rows[0];
    if (row === undefined) return undefined;
    await transaction.runAndCommit(entryOf(context, request));
    const values: Record<string, string | null> = {};
    for (const [column, field] of Object.entries(request.fields)) {
      const stored = row[column];
      values[column] = typeof stored === 'string' ? protection.open(tenantId, field, stored) : null;
    }
    return { values };
  });
}

function entryOf(context: Context, request: RevealRequest): Statement {
  return {
    sql:
      'insert into access_log (tenant_id, access_id, actor, purpose, reason, subject_type, ' +
      'subject_id, fields, read_at, post_id) values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10)',
    parameters: [
      context.tenantId,
      context.ids.next(),
      actorName(context.actor),
      request.purpose,
      request.reason ?? null,
      request.subjectType,
      request.subjectId,
      JSON.stringify(Object.keys(request.fields)),
      instantNow(context.clock),
      request.postId ?? null,
    ],
  };
}

async function readingsOf(
  database: Database,
  context: Context,
  subjectId: string,
): Promise<readonly AccessEntry[]> {
  const [found] = await database.read(context.tenantId, {
    sql:
      'select actor, purpose, reason, fields, read_at, post_id from access_log ' +
      'where tenant_id = $1 and subject_id = $2 order by read_at desc, access_id desc limit 500',
    parameters: [context.tenantId, subjectId],
  });
  return (found?.rows ?? []).map((row) => ({
    actor: String(row['actor']),
    purpose: row['purpose'] as Purpose,
    reason: row['reason'] === null ? null : String(row['reason']),
    fields: row['fields'] as readonly string[],
    readAt: new Date(String(row['read_at'])).toISOString(),
    postId: row['post_id'] as PostId | null,
  }));
}
