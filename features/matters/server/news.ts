/**
 * What happened since somebody last looked, to matters that concern them: what
 * waits for one of their posts, what their unit has, what they had a hand in.
 * Where they had looked to is known to their device, not to us.
 */
import { sql } from 'kysely';
import { actorName, type Context, grantsOf, instantNow } from '#kernel/context.ts';
import type { Answer, Input } from '#kernel/endpoint.ts';
import { done, type Outcome } from '#kernel/outcome.ts';
import type { Statement } from '#platform/database/database.ts';
import { compile } from '#platform/database/query.ts';
import { type LogEvent, lastPosition, readLog } from '#platform/outbox/log-event.ts';
import { organisationCondition } from '#platform/scope/organisation-condition.ts';
import type { Services } from '#platform/services.ts';
import type { newsOfMatters } from '../contract.ts';
import { minePart } from './filter.ts';
import { sightCondition } from './sight.ts';
import { summaries, summaryColumns, summaryFromRow } from './summary.ts';
import { OF_COMPLAINTS } from './timeline.ts';

type News = Answer<typeof newsOfMatters>;
type Item = News['items'][number];

/** Events looked through; who was away longer is told that there was more. */
const READ = 500;
const MATTERS = 20;
const EVENTS = 3;

export async function news(
  { database }: Pick<Services, 'database'>,
  context: Context,
  { query }: Input<typeof newsOfMatters>,
): Promise<Outcome<News>> {
  const { tenantId } = context;
  const position = await lastPosition(database, tenantId);
  const after = query.after ?? position;
  const from = Math.max(after, position - READ);
  const more = from > after;
  const events = from >= position ? [] : await readLog(database, tenantId, from, READ);
  const told = events.filter((event) => isTold(event, actorName(context.actor)));
  if (told.length === 0) return done({ position, more, items: [] });
  const [matters, people, units] = await database.read(
    tenantId,
    concerned(context, [...new Set(told.map((event) => event.aggregateId))]),
    namesOf('people', 'person_id', tenantId, told.map(personOf)),
    namesOf('organisations', 'organisation_id', tenantId, told.map(unitOf)),
  );
  const now = instantNow(context.clock);
  const nameOf = (rows: typeof people, id: string): string =>
    (rows?.rows.find((row) => row['id'] === id)?.['name'] as string | undefined) ?? '';
  const byMatter = Map.groupBy(told, (event) => event.aggregateId);
  const items = (matters?.rows ?? []).map((row): Item => {
    const matter = summaryFromRow(row, now, context.locale);
    const own = byMatter.get(matter.matterId) ?? [];
    return {
      matter,
      events: own.slice(-EVENTS).map((event) => ({
        version: event.version,
        kind: event.kind,
        at: event.recordedAt,
        by: nameOf(people, personOf(event)),
        organisation: nameOf(units, unitOf(event)),
      })),
    };
  });
  return done({ position, more, items: items.toSorted(latestFirst).slice(0, MATTERS) });
}

function isTold(event: LogEvent, me: string): boolean {
  return (
    event.aggregateType === 'matter' && event.actor !== me && !OF_COMPLAINTS.includes(event.kind)
  );
}

function latestFirst(a: Item, b: Item): number {
  const [x, y] = [a.events.at(-1)?.at ?? '', b.events.at(-1)?.at ?? ''];
  return x < y ? 1 : -1;
}

function concerned(context: Context, ids: readonly string[]) {
  const { tenantId, actor } = context;
  const order = sql`m.matter_id`;
  const page = sql`
    select ${summaryColumns} from matters m
    where m.tenant_id = ${tenantId} and m.matter_id in (${sql.join([...ids])})
      and ${sightCondition(actor)}
      and (${minePart(context)}
        or ${organisationCondition('m.handler_organisation_id', grantsOf(actor), ['handler'])}
        or exists (select from audit_events e where e.tenant_id = ${tenantId}
          and e.aggregate_id = m.matter_id and e.actor = ${actorName(actor)}))`;
  return compile(summaries(tenantId, page, order));
}

function personOf({ actor }: LogEvent): string {
  return actor.startsWith('person:') ? actor.slice('person:'.length) : '';
}

function unitOf({ details }: LogEvent): string {
  const unit =
    typeof details === 'object' && details !== null && !Array.isArray(details)
      ? (details as Readonly<Record<string, unknown>>)['organisationId']
      : undefined;
  return typeof unit === 'string' ? unit : '';
}

function namesOf(
  table: 'people' | 'organisations',
  column: 'person_id' | 'organisation_id',
  tenantId: string,
  ids: readonly string[],
): Statement {
  const known = [...new Set(ids.filter((id) => id !== ''))];
  return {
    sql: `select ${column} as id, name from ${table} where tenant_id = $1 and ${column} = any($2::uuid[])`,
    parameters: [tenantId, known],
  };
}
