/**
 * The clock's part: matters whose time has run out climb the ladder. Due times
 * stand in the table; the sweep reads the injected clock and is woken by nothing
 * but time. Each climb is a command of its own, idempotent by matter and instant.
 */
import { createHash } from 'node:crypto';
import { sql } from 'kysely';
import { type Context, instantNow } from '#kernel/context.ts';
import type { CommandId, MatterId } from '#kernel/ids.ts';
import { compile } from '#platform/database/query.ts';
import type { Services } from '#platform/services.ts';
import { act } from './act.ts';

const BATCH = 200;

/** @returns how many climbed; the context's actor is the system */
export async function escalateLate(services: Services, context: Context): Promise<number> {
  const now = instantNow(context.clock);
  const [rows] = await services.database.read(
    context.tenantId,
    compile(sql`
      select m.matter_id, m.version, m.escalate_at from matters m
      where m.tenant_id = ${context.tenantId} and m.escalate_at < ${now}
      order by m.escalate_at limit ${BATCH}`),
  );
  let climbed = 0;
  for (const row of rows?.rows ?? []) {
    const outcome = await act(services, context, {
      commandId: commandIdOf(`${row['matter_id']} ${row['escalate_at']}`),
      matterId: row['matter_id'] as MatterId,
      version: row['version'] as number,
      input: { action: 'escalate' },
      asking: { kind: 'clock' },
    });
    if (outcome.ok) climbed += 1;
  }
  return climbed;
}

/** The same climb has the same id, whichever process finds it. */
function commandIdOf(text: string): CommandId {
  const hex = createHash('sha256').update(`escalate ${text}`).digest('hex');
  return `${hex.slice(0, 8)}-${hex.slice(8, 12)}-8${hex.slice(13, 16)}-8${hex.slice(17, 20)}-${hex.slice(20, 32)}` as CommandId;
}
