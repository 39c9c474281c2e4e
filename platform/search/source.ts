/** The port of the desk's search: what a feature lets be found, and by whom. */
import type { Context } from '#kernel/context.ts';
import type { SearchHit } from '#kernel/search.ts';
import type { Statement } from '#platform/database/database.ts';

export type Found = Omit<SearchHit, 'kind'>;
type Row = Readonly<Record<string, unknown>>;

/**
 * All sources are asked in one flight. Both statements say for themselves what
 * the asker may see; nothing is filtered behind them.
 */
export interface SearchSource {
  /** Name of its kind: `matter`. */
  readonly kind: string;
  /** At most `limit` things that fit the words, the closest first; undefined where there can be none. */
  find(context: Context, words: string, limit: number): Statement | undefined;
  /** Those of the ids that the asker sees, in any order. */
  recall(context: Context, ids: readonly string[]): Statement;
  /** A row of either statement. */
  found(row: Row, context: Context): Found;
}
