/** The step by which the server's work on a run ends. */

import { sql } from 'kysely';
import type { Context } from '#kernel/context.ts';
import type { CommandId } from '#kernel/ids.ts';
import { done, refused } from '#kernel/outcome.ts';
import type { Change } from '#platform/command/change.ts';
import { type CommandServices, command } from '#platform/command/command.ts';
import type { Statement } from '#platform/database/database.ts';
import { compile } from '#platform/database/query.ts';
import type { RunState } from '../rules/states.ts';
import { IMPORT_RUN } from './aggregates.ts';
import { RUN_COLUMNS, type RunRow, runFrom } from './run-rows.ts';

export async function settle(
  services: CommandServices,
  context: Context,
  { runId, state }: RunRow,
  to: RunState,
  more: { readonly set?: Change['set']; readonly also?: readonly Statement[] },
): Promise<void> {
  const id = context.ids.next<CommandId>();
  const { tenantId } = context;
  const outcome = await command(services, context, {
    id,
    name: 'imports.settle',
    body: { id },
    opening: [
      compile(sql`
        select ${RUN_COLUMNS} from import_runs r
        where r.tenant_id = ${tenantId} and r.run_id = ${runId} for update`),
    ],
    decide: ([found]) => {
      const run = runFrom(found);
      // Somebody else has settled it: two servers, and the lock was lost in between.
      if (run === undefined || run.state !== state) return refused({ code: 'import.run_state' });
      const { version, auditHead } = run;
      return done({
        answer: null,
        changes: [
          {
            ...IMPORT_RUN,
            id: runId,
            before: { version, auditHead },
            kind: `import_run.${to}`,
            set: { ...more.set, state: to },
          },
        ],
        ...(more.also && { also: more.also }),
      });
    },
  });
  if (!outcome.ok && outcome.refusal.code !== 'import.run_state')
    throw new Error(`a run of an import could not be settled: ${outcome.refusal.code}`);
}
