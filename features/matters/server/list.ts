/** The list of matters: filtered, within the reader's sight, by cursor. */
import { type RawBuilder, sql } from 'kysely';
import { type Context, instantNow } from '#kernel/context.ts';
import type { Answer, Input } from '#kernel/endpoint.ts';
import { done, type Outcome, refused } from '#kernel/outcome.ts';
import { compile, compileAnew } from '#platform/database/query.ts';
import type { Services } from '#platform/services.ts';
import type { countMatters, listMatters } from '../contract.ts';
import { pageByWords } from './by-words.ts';
import { filterCondition, isFiltered, textCondition } from './filter.ts';
import { groupCondition } from './groups.ts';
import { sightCondition } from './sight.ts';
import { summaries, summaryColumns, summaryFromRow } from './summary.ts';

type Sort = Input<typeof listMatters>['query']['sort'];

/** Lateness first: what has no limit stands after all that has one. */
const lateness = sql`coalesce(m.due_at, 'infinity'::timestamptz)`;

const ORDERS: {
  readonly [S in Sort]: { readonly key: RawBuilder<unknown>; readonly descending: boolean };
} = {
  due: { key: lateness, descending: false },
  due_desc: { key: lateness, descending: true },
  reported: { key: sql`m.reported_at`, descending: true },
  reported_asc: { key: sql`m.reported_at`, descending: false },
};

export async function list(
  services: Services,
  context: Context,
  { query }: Input<typeof listMatters>,
): Promise<Outcome<Answer<typeof listMatters>>> {
  const after = query.cursor === undefined ? null : readCursor(query.cursor);
  if (after === undefined) return refused({ code: 'input.invalid', field: 'cursor' });
  const { page, ordering } = pageOf(query, context, after);
  const [read] = await services.database.read(
    context.tenantId,
    (isFiltered(query) || query.group !== undefined ? compileAnew : compile)(
      summaries(context.tenantId, page, ordering),
    ),
  );
  const now = instantNow(context.clock);
  const found = (read?.rows ?? []).map((row) => summaryFromRow(row, now, context.locale));
  const items = found.slice(0, query.limit);
  const last = items.at(-1);
  const more = found.length > query.limit && last !== undefined;
  return done({ items, next: more ? cursorOf(last, query.sort) : null });
}

type Query = Input<typeof listMatters>['query'];
type After = NonNullable<ReturnType<typeof readCursor>>;

/** One row more than asked for, from behind the cursor, in order. */
function pageOf(query: Query, context: Context, after: After | null) {
  const order = ORDERS[query.sort];
  const { tenantId, actor } = context;
  const direction = sql.raw(order.descending ? 'desc' : 'asc');
  const beyond = sql.raw(order.descending ? '<' : '>');
  const from =
    after === null
      ? sql`true`
      : sql`(${order.key}, m.matter_id) ${beyond} (${after.key}::timestamptz, ${after.id}::uuid)`;
  const ordering = sql`${order.key} ${direction}, m.matter_id ${direction}`;
  const group =
    query.group === undefined
      ? sql`true`
      : groupCondition(query.group, query.key ?? '', context, query.areaId);
  const words = textCondition(query.q);
  const filter = filterCondition(words === undefined ? query : { ...query, q: '' }, context);
  const rows = (source: RawBuilder<unknown>, also: RawBuilder<unknown>) => sql`
    select ${summaryColumns} from ${source} m
    where m.tenant_id = ${tenantId} and ${sightCondition(actor)}
      and ${filter} and ${group} and ${from} and ${also}`;
  const limit = query.limit + 1;
  if (words !== undefined) {
    return { ordering, page: pageByWords({ tenantId, words, rows, order: ordering, limit }) };
  }
  // Backwards the order begins with all that ended: what is open is put in order once found.
  const gathered = query.sort === 'due_desc' && query.open === true;
  const all = rows(sql`matters`, gathered ? sql`true offset 0` : sql`true`);
  const found = gathered ? sql`select * from (${all}) as m` : all;
  return { ordering, page: sql`${found} order by ${ordering} limit ${limit}` };
}

export async function count(
  services: Services,
  context: Context,
  { query }: Input<typeof countMatters>,
): Promise<Outcome<Answer<typeof countMatters>>> {
  const [rows] = await services.database.read(
    context.tenantId,
    compileAnew(sql`
      select count(*)::int as count from matters m
      where m.tenant_id = ${context.tenantId} and ${sightCondition(context.actor)}
        and ${filterCondition(query, context)}`),
  );
  return done({ count: rows?.rows[0]?.['count'] as number });
}

function cursorOf(
  last: { dueAt: string | null; reportedAt: string; matterId: string },
  sort: Sort,
): string {
  const key = sort.startsWith('due') ? (last.dueAt ?? 'infinity') : last.reportedAt;
  return Buffer.from(JSON.stringify([key, last.matterId])).toString('base64url');
}

const KEY = /^(infinity|\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d(\.\d+)?Z)$/;
const UUID = /^[0-9a-f-]{36}$/;

/** @returns undefined where the text is no cursor of ours */
function readCursor(cursor: string): { key: string; id: string } | undefined {
  try {
    const [key, id] = JSON.parse(Buffer.from(cursor, 'base64url').toString()) as unknown[];
    const fits =
      typeof key === 'string' && typeof id === 'string' && KEY.test(key) && UUID.test(id);
    return fits ? { key, id } : undefined;
  } catch {
    return undefined;
  }
}
