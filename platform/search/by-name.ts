/** Names in the order of how close they come: called so, beginning so, the shorter one. */
import { type RawBuilder, sql } from 'kysely';
import { containing } from '#platform/database/query.ts';

/** True where one of the columns has the words. */
export function hasWords(columns: readonly string[], words: string): RawBuilder<boolean> {
  const pattern = containing(words);
  return sql<boolean>`(${sql.join(
    columns.map((column) => sql`${sql.ref(column)} ilike ${pattern}`),
    sql` or `,
  )})`;
}

/** For `order by`; `column` and `id` are those of one table. */
export function closestFirst(column: string, id: string, words: string): RawBuilder<unknown> {
  const name = sql.ref(column);
  const begins = containing(words).slice(1);
  return sql`(${name} ilike ${begins}) desc, length(${name}), ${name} collate "C", ${sql.ref(id)}`;
}
