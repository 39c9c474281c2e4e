/** The record of access, for the audit administrator of a tenant. */
import type { Context } from '#kernel/context.ts';
import type { Answer, Input } from '#kernel/endpoint.ts';
import type { AccountId, PersonId } from '#kernel/ids.ts';
import { done, type Outcome, refused } from '#kernel/outcome.ts';
import type { accessEvents } from '../contract.ts';
import type { Access } from './access.ts';
import { inAccounts } from './accounts.ts';

const PAGE = 100;

type Answered = Answer<typeof accessEvents>;
type Event = Answered['events'][number];

/** Events of the tenant itself and of accounts that are a person in it. */
export async function listEvents(
  access: Access,
  context: Context,
  { query }: Input<typeof accessEvents>,
): Promise<Outcome<Answered>> {
  const before = cursorOf(query.before);
  if (before === undefined) return refused({ code: 'input.invalid', field: 'before' });
  const [found] = await inAccounts(access, {
    sql: `select e.event_id, e.happened_at, e.kind, e.account_id, l.person_id, a.username, e.detail
      from auth.access_events e
      left join auth.account_links l on l.account_id = e.account_id and l.tenant_id = $1
      left join auth.accounts a on a.id = e.account_id and l.person_id is not null
      where (e.tenant_id = $1 or (e.tenant_id is null and l.tenant_id = $1))
        and ($2::timestamptz is null or (e.happened_at, e.event_id) < ($2::timestamptz, $3::uuid))
      order by e.happened_at desc, e.event_id desc limit ${PAGE}`,
    parameters: [context.tenantId, before[0], before[1]],
  });
  const events = (found?.rows ?? []).map(eventOfRow);
  const last = events.at(-1);
  const next = last && events.length === PAGE ? `${last.happenedAt} ${last.eventId}` : null;
  return done({ events, next });
}

function cursorOf(text: string | undefined): readonly [string | null, string | null] | undefined {
  if (text === undefined) return [null, null];
  const match = /^(\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d\.\d{3}Z) ([0-9a-f-]{36})$/.exec(text);
  return match ? [match[1] ?? null, match[2] ?? null] : undefined;
}

function eventOfRow(row: Readonly<Record<string, unknown>>): Event {
  return {
    eventId: String(row['event_id']),
    happenedAt: new Date(String(row['happened_at'])).toISOString(),
    kind: String(row['kind']),
    accountId: row['account_id'] as AccountId | null,
    personId: row['person_id'] as PersonId | null,
    signInName: row['username'] as string | null,
    detail: row['detail'] as Event['detail'],
  };
}
