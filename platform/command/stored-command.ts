/** The record by which a command has its effect once (design 3.9). */
import { createHash } from 'node:crypto';
import type { CommandId, TenantId } from '#kernel/ids.ts';
import { done, type Outcome, refused } from '#kernel/outcome.ts';
import { canonicalJson } from '#platform/audit/canonical.ts';
import type { Rows, Statement } from '#platform/database/database.ts';

/** SHA-256 over the command's name and the canonical JSON of its body. */
export function bodyHash(name: string, body: unknown): string {
  return createHash('sha256')
    .update(canonicalJson([name, body ?? null]))
    .digest('hex');
}

/** Waits for a command of the same id that is under way; answers no row where it is there already. */
export function reserve(command: {
  tenantId: TenantId;
  id: CommandId;
  actor: string;
  name: string;
  hash: string;
  recordedAt: string;
}): Statement {
  return {
    sql:
      'insert into commands (tenant_id, command_id, actor, name, body_hash, recorded_at) ' +
      'values ($1, $2, $3, $4, $5, $6) on conflict do nothing returning command_id',
    parameters: [
      command.tenantId,
      command.id,
      command.actor,
      command.name,
      command.hash,
      command.recordedAt,
    ],
  };
}

export function keepAnswer(tenantId: TenantId, id: CommandId, answer: unknown): Statement {
  return {
    sql: 'update commands set result = $3 where tenant_id = $1 and command_id = $2',
    parameters: [tenantId, id, JSON.stringify(answer ?? null)],
  };
}

export function findStored(tenantId: TenantId, id: CommandId): Statement {
  return {
    sql: 'select actor, body_hash, result from commands where tenant_id = $1 and command_id = $2',
    parameters: [tenantId, id],
  };
}

/** The answer of the first time, or the conflict where the id stands for something else. */
export function answerOfOnce<T>(found: Rows | undefined, actor: string, hash: string): Outcome<T> {
  const row = found?.rows[0];
  if (row === undefined) throw new Error('a reserved command has no row');
  if (row['actor'] !== actor || row['body_hash'] !== hash) {
    return refused({ code: 'command.reused_id', field: 'commandId' });
  }
  return done(row['result'] as T);
}
