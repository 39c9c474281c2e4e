/**
 * Pages of what has some words. How rare words are is known to nobody before: the
 * database counts only the most frequent ones, and where it guesses too many it walks
 * the whole table along the order. So the first matches are gathered; where these are
 * all, they are put in order, else the order is walked, which soon meets enough of them.
 */
import { type RawBuilder, sql } from 'kysely';

/** Most matches that are gathered and put in order. */
const GATHERED = 1_000;

interface Pages {
  readonly tenantId: string;
  readonly words: RawBuilder<boolean>;
  /** The rows `m` of a source of matters that fit beside the words, without an order; `also` is one more condition. */
  readonly rows: (source: RawBuilder<unknown>, also: RawBuilder<unknown>) => RawBuilder<unknown>;
  /** A page of frequent words, in order, with `also` as one more condition; `rows` in order unless given. */
  readonly walked?: (also: RawBuilder<unknown>) => RawBuilder<unknown>;
  readonly order: RawBuilder<unknown>;
  readonly limit: number;
}

export function pageByWords({ tenantId, words, rows, walked, order, limit }: Pages) {
  const inOrder = sql`order by ${order} limit ${limit}`;
  const many = sql`${words} and (select so from many)`;
  return sql`
    with few as materialized (
      select m.* from matters m
      where m.tenant_id = ${tenantId} and ${words}
      order by m.tenant_id, m.matter_id limit ${GATHERED + 1}
    ), many as materialized (select count(*) > ${GATHERED} as so from few)
    select * from (
      (${rows(sql`few`, sql`not (select so from many)`)} ${inOrder})
      union all
      (${walked?.(many) ?? sql`${rows(sql`matters`, many)} ${inOrder}`})
    ) as m ${inOrder}`;
}
