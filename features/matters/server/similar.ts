/** Open matters that may be about the same thing: near it, or in like words. */
import { sql } from 'kysely';
import { type Context, grantsOf, instantNow } from '#kernel/context.ts';
import type { Answer, Input } from '#kernel/endpoint.ts';
import { done, type Outcome, refused } from '#kernel/outcome.ts';
import { compile, compileAnew } from '#platform/database/query.ts';
import { wordsOf } from '#platform/search/words.ts';
import type { Services } from '#platform/services.ts';
import type { similarMatters } from '../contract.ts';
import { maySee } from '../rules/sight.ts';
import { openStates } from './filter.ts';
import { matterColumns, matterFromRow } from './matter-row.ts';
import { sightCondition } from './sight.ts';
import { summaries, summaryColumns, summaryFromRow } from './summary.ts';

/** About 150 m in degrees: what stands at one place. */
const NEAR = 0.0015;
const SHOWN = 8;

export async function similar(
  services: Services,
  context: Context,
  { params }: Input<typeof similarMatters>,
): Promise<Outcome<Answer<typeof similarMatters>>> {
  const { tenantId } = context;
  const [rows] = await services.database.read(
    tenantId,
    compile(sql`
      select ${matterColumns} from matters m
      where m.tenant_id = ${tenantId} and m.matter_id = ${params.matterId}`),
  );
  const row = rows?.rows[0];
  if (row === undefined) return refused({ code: 'matter.unknown' });
  const matter = matterFromRow(row);
  if (!maySee(grantsOf(context.actor), matter)) return refused({ code: 'matter.unknown' });
  const near =
    matter.lng === null || matter.lat === null
      ? sql`false`
      : sql`m.point && st_expand(st_setsrid(st_makepoint(${matter.lng}, ${matter.lat}), 4326), ${NEAR})`;
  const words = wordsOf(matter.title).filter((word) => Array.from(word).length > 1);
  const alike =
    words.length === 0
      ? sql`false`
      : sql`m.words @@ ${words.map((word) => `'${word.replaceAll("'", "''")}'`).join(' & ')}::tsquery`;
  const order = sql`m.reported_at desc`;
  const page = sql`
    select ${summaryColumns} from matters m
    where m.tenant_id = ${tenantId} and ${sightCondition(context.actor)}
      and m.state in (${openStates}) and m.matter_id <> ${params.matterId}
      and ((${near} and (m.category_id = ${matter.categoryId}::uuid or ${matter.categoryId}::uuid is null)) or ${alike})
    order by ${order} limit ${SHOWN}`;
  const [found] = await services.database.read(
    tenantId,
    compileAnew(summaries(tenantId, page, order)),
  );
  const now = instantNow(context.clock);
  return done({
    items: (found?.rows ?? []).map((one) => summaryFromRow(one, now, context.locale)),
  });
}
