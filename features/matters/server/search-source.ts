/** Matters in the desk's search: what is open first, in the order of lateness, then the latest. */
import { type RawBuilder, sql } from 'kysely';
import { instantNow } from '#kernel/context.ts';
import { compile, compileAnew } from '#platform/database/query.ts';
import type { SearchSource } from '#platform/search/source.ts';
import { pageByWords } from './by-words.ts';
import { openStates, textCondition, wordsCondition } from './filter.ts';
import { sightCondition } from './sight.ts';
import { summaries, summaryColumns, summaryFromRow } from './summary.ts';

/** Of a word that very many have, no more open ones are looked at: who means another one types on. */
const LOOKED_AT = 300;

const order = sql`(m.state in (${openStates})) desc, coalesce(m.due_at, 'infinity'::timestamptz),
  m.reported_at desc, m.matter_id`;

export const matterSearch: SearchSource = {
  kind: 'matter',
  find: (context, words, limit) => {
    const { tenantId } = context;
    const part = (source: RawBuilder<unknown>, also: RawBuilder<unknown>) => sql`
      select ${summaryColumns} from ${source} m
      where m.tenant_id = ${tenantId} and ${sightCondition(context.actor)} and ${also}`;
    // Open ones are few and put in order once found: walking along the order of lateness passes all that ended.
    const walked = (also: RawBuilder<unknown>) => sql`
      select * from (
        (${part(sql`matters`, sql`${also} and m.state in (${openStates}) limit ${LOOKED_AT}`)})
        union all
        (${part(sql`matters`, sql`${also} and m.state not in (${openStates}) order by m.reported_at desc, m.matter_id desc limit ${limit}`)})
      ) as m order by ${order} limit ${limit}`;
    const text = textCondition(words);
    const page =
      text === undefined
        ? walked(wordsCondition(words))
        : pageByWords({ tenantId, words: text, rows: part, walked, order, limit });
    return compileAnew(summaries(tenantId, page, order));
  },
  recall: (context, ids) =>
    compile(
      summaries(
        context.tenantId,
        sql`select ${summaryColumns} from matters m
          where m.tenant_id = ${context.tenantId} and ${sightCondition(context.actor)}
            and m.matter_id in (${sql.join(ids)})`,
        order,
      ),
    ),
  found: (row, context) => {
    const matter = summaryFromRow(row, instantNow(context.clock), context.locale);
    const where = matter.handler?.name ?? matter.area.name;
    return {
      id: matter.matterId,
      title: matter.title,
      note: [matter.number, matter.category?.name, where].filter(Boolean).join(' · '),
      tone: matter.urgency,
      inside: null,
    };
  },
};
