/** What waits for me, in the order in which it will be late. */
import { sql } from 'kysely';
import { type Context, grantsOf, instantNow } from '#kernel/context.ts';
import type { Answer } from '#kernel/endpoint.ts';
import { done, type Outcome } from '#kernel/outcome.ts';
import { compile } from '#platform/database/query.ts';
import type { Services } from '#platform/services.ts';
import type { todayMatters } from '../contract.ts';
import { taskOf, type Waiting } from '../rules/awaits.ts';
import { soonAt } from '../rules/urgency.ts';
import { complaintsFor, minePart, openStates } from './filter.ts';
import { sightCondition } from './sight.ts';
import { summaries, summaryColumns, summaryFromRow } from './summary.ts';

const SHOWN = 40;

export async function today(
  services: Services,
  context: Context,
): Promise<Outcome<Answer<typeof todayMatters>>> {
  const { tenantId } = context;
  const now = instantNow(context.clock);
  const mine = sql`m.tenant_id = ${tenantId} and ${sightCondition(context.actor)}
    and ${minePart(context)}`;
  const order = sql`coalesce(m.due_at, 'infinity'::timestamptz), m.matter_id`;
  const page = sql`select ${summaryColumns}, m.area_path, m.extension_until from matters m where ${mine} and ${reachable(context)}
    order by ${order} limit ${SHOWN}`;
  const heard = sql`m.tenant_id = ${tenantId} and ${sightCondition(context.actor)}
    and ${complaintsFor(context)}`;
  const waited = sql`m.complaint_at, m.matter_id`;
  // By their own index, and apart from the counts: many a complaint is about what nobody else waits for.
  const complained = sql`select ${summaryColumns}, m.complaint_at from matters m where ${heard}
    order by ${waited} limit ${SHOWN}`;
  const [complaints, items, counts] = await services.database.read(
    tenantId,
    compile(summaries(tenantId, complained, waited)),
    compile(summaries(tenantId, page, order)),
    compile(sql`
      select count(*)::int as mine,
        count(*) filter (where m.due_at < ${now})::int as late,
        count(*) filter (where m.due_at >= ${now} and m.due_at < ${soonAt(now)})::int as soon,
        count(*) filter (where m.supervised and m.state in (${openStates}))::int as supervised,
        count(*) filter (where m.state = 'shelved' and m.due_at < ${now})::int as shelved_for_review
      from matters m where ${mine} and ${reachable(context)}`),
  );
  const answers = (complaints?.rows ?? []).map((one) => ({
    ...summaryFromRow(one, now, context.locale),
    task: 'answer_complaint' as const,
  }));
  const answered = new Set(answers.map(({ matterId }) => matterId));
  const row = counts?.rows[0] ?? {};
  return done({
    counts: {
      mine: row['mine'] as number,
      late: row['late'] as number,
      soon: row['soon'] as number,
      supervised: row['supervised'] as number,
      shelvedForReview: row['shelved_for_review'] as number,
    },
    items: [
      ...answers,
      ...(items?.rows ?? [])
        .map((one) => ({
          ...summaryFromRow(one, now, context.locale),
          task: taskOf(waitingFromRow(one), grantsOf(context.actor)),
        }))
        .filter(({ matterId }) => !answered.has(matterId)),
    ],
  });
}

function waitingFromRow(row: Readonly<Record<string, unknown>>): Waiting {
  return {
    state: row['state'] as Waiting['state'],
    areaPath: row['area_path'] as string,
    handlerOrganisationId: row['handler_organisation_id'] as Waiting['handlerOrganisationId'],
    extensionUntil: row['extension_until'] as string | null,
  };
}

/** Called-back and evaluated matters wait for nobody; saying so lets the index on what is open answer. */
function reachable(context: Context) {
  return grantsOf(context.actor).length === 0
    ? sql`false`
    : sql`m.state in (${openStates}, 'closed')`;
}
