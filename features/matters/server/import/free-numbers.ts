/** Numbers for the matters of a batch that nobody has yet, by the days they were reported. */
import type { Context } from '#kernel/context.ts';
import type { Rows, Statement } from '#platform/database/database.ts';
import { numberFor } from '../reporter.ts';
import type { MatterRow } from './fields.ts';

/** Drawn at random, so that one is seldom taken and two hardly ever. */
const DRAWN = 3;

export class FreeNumbers {
  readonly #drawn: readonly (readonly string[])[];
  readonly #taken = new Set<string>();

  constructor(context: Context, rows: readonly MatterRow[]) {
    this.#drawn = rows.map(({ values }) =>
      Array.from({ length: DRAWN }, () => numberFor(context, values.reportedAt)),
    );
  }

  statement(tenantId: string): Statement {
    return {
      sql: 'select number from matters where tenant_id = $1 and number = any($2)',
      parameters: [tenantId, this.#drawn.flat()],
    };
  }

  learn(answer: Rows | undefined): void {
    for (const row of answer?.rows ?? []) this.#taken.add(row['number'] as string);
  }

  /** @throws where all that were drawn are taken: the import is begun again, and draws others */
  numberOf(row: number): string {
    const free = this.#drawn[row]?.find((number) => !this.#taken.has(number));
    if (free === undefined) throw new Error('no free number was drawn for an imported matter');
    this.#taken.add(free);
    return free;
  }
}
