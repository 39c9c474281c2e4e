/** One batch of an import as one command: rows, audit events and outbox stand or fall together. */
import type { Context } from '#kernel/context.ts';
import type { CommandId } from '#kernel/ids.ts';
import { done, refused } from '#kernel/outcome.ts';
import type { Change } from '#platform/command/change.ts';
import { type CommandServices, command } from '#platform/command/command.ts';
import type { Rows, Statement } from '#platform/database/database.ts';
import type { RowOutcome, WriteOptions } from './importer.ts';

export interface BatchDecision {
  readonly outcomes: readonly RowOutcome[];
  readonly changes: readonly Change[];
  readonly also?: readonly Statement[];
}

export interface Batch {
  /** `import.grids`. */
  readonly name: string;
  readonly opening: readonly Statement[];
  readonly decide: (opened: readonly Rows[]) => BatchDecision;
  readonly options: Pick<WriteOptions, 'dryRun' | 'noted'>;
}

/**
 * Decides and, unless it is a dry run or nothing changes, commits.
 * @throws faults; then nothing of the batch was kept
 */
export async function commitBatch(
  services: CommandServices,
  context: Context,
  batch: Batch,
): Promise<readonly RowOutcome[]> {
  const id = context.ids.next<CommandId>();
  const { dryRun, noted } = batch.options;
  let decided: BatchDecision | undefined;
  const outcome = await command<number>(services, context, {
    id,
    name: batch.name,
    body: { id },
    opening: batch.opening,
    decide: (opened) => {
      decided = batch.decide(opened);
      // A refusal leaves no trace: just what a trial and a file without news should leave.
      if (dryRun || decided.changes.length === 0) return refused({ code: 'input.invalid' });
      const { changes, also = [] } = decided;
      const notes = noted?.(decided) ?? [];
      return done({ answer: changes.length, changes, also: [...also, ...notes] });
    },
  });
  if (decided === undefined) throw new Error('a batch of an import was not decided');
  if (!outcome.ok && !dryRun && decided.changes.length > 0)
    throw new Error(`a batch of an import met another writer: ${outcome.refusal.code}`);
  return decided.outcomes;
}
