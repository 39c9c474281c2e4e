/**
 * What the security administrator does with accounts. It reaches an account
 * only where all posts of its person lie in the administrator's areas, and
 * where the account works for no other tenant: over those only the operator
 * of the installation decides.
 */
import { actorName, type Context } from '#kernel/context.ts';
import type { Answer, Input } from '#kernel/endpoint.ts';
import type { PersonId } from '#kernel/ids.ts';
import { done, type Outcome, refused } from '#kernel/outcome.ts';
import { legalDay } from '#kernel/period.ts';
import type { Statement } from '#platform/database/database.ts';
import { reaches } from '#platform/scope/reach.ts';
import type {
  AccountAction,
  accountEvents,
  actOnAccount,
  createAccount,
  findAccount,
  makeLink,
} from '../contract.ts';
import type { Access } from './access.ts';
import { type AccessEventKind, recordEvent } from './access-events.ts';
import {
  type Account,
  endSessionsOf,
  findAccountById,
  findAccountOfPerson,
  inAccounts,
} from './accounts.ts';
import { makeAccount } from './make-account.ts';
import { makeSignInLink } from './sign-in-link.ts';

export async function giveAccount(
  access: Access,
  context: Context,
  { body }: Input<typeof createAccount>,
): Promise<Outcome<Answer<typeof createAccount>>> {
  const allowed = await mayManage(access, context, body.personId);
  if (!allowed.ok) return allowed;
  const { tenantId } = context;
  const madeBy = actorName(context.actor);
  const made = await makeAccount(access, { tenantId, madeBy, ...body });
  if (!made.ok) return made;
  const link = await makeSignInLink(access, made.value.accountId, madeBy);
  return done({ ...made.value, link });
}

export async function showAccount(
  access: Access,
  context: Context,
  { params }: Input<typeof findAccount>,
): Promise<Outcome<Answer<typeof findAccount>>> {
  const allowed = await mayManage(access, context, params.personId);
  if (!allowed.ok) return allowed;
  const account = await findAccountOfPerson(access, context.tenantId, params.personId);
  if (!account) return refused({ code: 'access.account_unknown' });
  const { accountId, signInName, disabled, secondFactor } = account;
  const [counted] = await inAccounts(access, {
    sql: 'select count(*)::int as sessions from auth.sessions where user_id = $1',
    parameters: [accountId],
  });
  const sessions = Number(counted?.rows[0]?.['sessions'] ?? 0);
  return done({ accountId, signInName, disabled, secondFactor, sessions });
}

export async function linkFor(
  access: Access,
  context: Context,
  { params }: Input<typeof makeLink>,
): Promise<Outcome<Answer<typeof makeLink>>> {
  const account = await manageable(access, context, params.accountId);
  if (!account.ok) return account;
  return done(await makeSignInLink(access, account.value.accountId, actorName(context.actor)));
}

const SHOWN_EVENTS = 20;

export async function eventsOf(
  access: Access,
  context: Context,
  { params }: Input<typeof accountEvents>,
): Promise<Outcome<Answer<typeof accountEvents>>> {
  const account = await manageable(access, context, params.accountId);
  if (!account.ok) return account;
  const [found] = await inAccounts(access, {
    sql: `select event_id, happened_at, kind from auth.access_events
      where account_id = $1 and (tenant_id = $2 or tenant_id is null)
      order by happened_at desc, event_id desc limit ${SHOWN_EVENTS}`,
    parameters: [params.accountId, context.tenantId],
  });
  const events = (found?.rows ?? []).map((row) => ({
    eventId: String(row['event_id']),
    happenedAt: new Date(String(row['happened_at'])).toISOString(),
    kind: String(row['kind']),
  }));
  return done({ events });
}

const EVENTS: Readonly<Record<AccountAction, AccessEventKind>> = {
  disable: 'account_disabled',
  enable: 'account_enabled',
  reset_second_factor: 'second_factor_reset',
  end_sessions: 'session_revoked',
};

export async function act(
  access: Access,
  context: Context,
  { params, body }: Input<typeof actOnAccount>,
): Promise<Outcome<Record<string, never>>> {
  const account = await manageable(access, context, params.accountId);
  if (!account.ok) return account;
  const { accountId } = account.value;
  const { tenantId } = context;
  const now = new Date(context.clock.now()).toISOString();
  await inAccounts(
    access,
    ...statementsOf(body.action, account.value, now),
    recordEvent(access.services, {
      kind: EVENTS[body.action],
      accountId,
      tenantId,
      detail: { by: actorName(context.actor) },
    }),
  );
  return done({});
}

/** Whatever takes something away ends the sessions too. */
function statementsOf(
  action: AccountAction,
  { accountId }: Account,
  now: string,
): readonly Statement[] {
  switch (action) {
    case 'disable':
      return [setDisabled(accountId, now), endSessionsOf(accountId)];
    case 'enable':
      return [setDisabled(accountId, null)];
    case 'end_sessions':
      return [endSessionsOf(accountId)];
    case 'reset_second_factor':
      return [
        { sql: 'delete from auth.second_factors where user_id = $1', parameters: [accountId] },
        {
          sql: 'update auth.accounts set two_factor_enabled = false where id = $1',
          parameters: [accountId],
        },
        endSessionsOf(accountId),
      ];
  }
}

function setDisabled(accountId: string, at: string | null): Statement {
  return {
    sql: 'update auth.accounts set disabled_at = $2 where id = $1',
    parameters: [accountId, at],
  };
}

async function manageable(
  access: Access,
  context: Context,
  accountId: Account['accountId'],
): Promise<Outcome<Account>> {
  const account = await findAccountById(access, accountId);
  const link = account?.links.find((each) => each.tenantId === context.tenantId);
  if (!account || !link) return refused({ code: 'access.account_unknown' });
  if (account.links.length > 1) return refused({ code: 'access.not_allowed' });
  const allowed = await mayManage(access, context, link.personId);
  return allowed.ok ? done(account) : allowed;
}

async function mayManage(
  access: Access,
  context: Context,
  personId: PersonId,
): Promise<Outcome<void>> {
  const { tenantId, actor } = context;
  const day = legalDay(context.clock.now(), context.timeZone);
  const answers = await access.services.database.read(
    tenantId,
    ...access.appointments.statements(tenantId, personId, day),
  );
  const holdings = access.appointments.read(answers);
  if (!holdings) return refused({ code: 'person.unknown', field: 'personId' });
  const inReach = holdings.posts.every((post) => reaches(actor, post.areaPath, 'security_admin'));
  return inReach ? done(undefined) : refused({ code: 'access.not_allowed' });
}
