/** The signed-in person's own sessions, password and tenants. */
import type { Context } from '#kernel/context.ts';
import type { Answer, Input } from '#kernel/endpoint.ts';
import type { AccountId } from '#kernel/ids.ts';
import { done, type Outcome, refused } from '#kernel/outcome.ts';
import type { Exchange, RawAnswer } from '#platform/http/route.ts';
import { lastPosition } from '#platform/outbox/log-event.ts';
import type { chooseTenant, mySessions, myTenants, revokeSession, whoAmI } from '../contract.ts';
import { sessionLives } from '../rules/session-life.ts';
import type { Access } from './access.ts';
import { recordEvent } from './access-events.ts';
import { findAccountSession } from './account-session.ts';
import { inAccounts } from './accounts.ts';
import { jsonAnswer } from './library-call.ts';
import { findPersonSession, nextStep } from './person-session.ts';

export async function showSession(
  access: Access,
  exchange: Exchange,
): Promise<Outcome<Answer<typeof whoAmI>>> {
  const account = await findAccountSession(access, exchange.cookies);
  if (!account) return refused({ code: 'access.sign_in_required' });
  const session = await findPersonSession(access, account);
  const undecided = !account.link && account.links.length > 1;
  const waiting = session && !session.complete ? 'enrol_second_factor' : 'done';
  return done({
    signInName: account.signInName,
    next: undecided ? 'choose_tenant' : waiting,
    hasPassword: account.hasPassword,
    secondFactor: account.secondFactor,
    endsAt: new Date(account.startedAt + access.session.absoluteMs).toISOString(),
    person: session
      ? {
          personId: session.link.personId,
          name: session.holdings.name,
          posts: session.holdings.posts.map((post) => ({ ...post, roles: [...post.roles] })),
        }
      : null,
    tenant: session
      ? {
          ...session.tenant,
          position: await lastPosition(access.services.database, session.tenant.tenantId),
        }
      : null,
  });
}

export async function listTenants(
  access: Access,
  exchange: Exchange,
): Promise<Outcome<Answer<typeof myTenants>>> {
  const account = await findAccountSession(access, exchange.cookies);
  if (!account) return refused({ code: 'access.sign_in_required' });
  const tenants = await access.tenants.findTenants(account.links.map((link) => link.tenantId));
  return done({
    tenants: tenants.map(({ tenantId, slug, name }) => ({ tenantId, slug, name })),
  });
}

export async function choose(
  access: Access,
  { body }: Input<typeof chooseTenant>,
  exchange: Exchange,
): Promise<Outcome<RawAnswer>> {
  const session = await findAccountSession(access, exchange.cookies);
  if (!session) return refused({ code: 'access.sign_in_required' });
  const { accountId, sessionId } = session;
  const { tenantId } = body;
  const link = session.links.find((each) => each.tenantId === tenantId);
  if (!link) return refused({ code: 'access.not_allowed', field: 'tenantId' });
  await inAccounts(
    access,
    {
      sql: 'update auth.sessions set tenant_id = $2 where id = $1',
      parameters: [sessionId, tenantId],
    },
    recordEvent(access.services, { kind: 'tenant_chosen', accountId, tenantId }),
  );
  return done(jsonAnswer(await nextStep(access, { ...session, link })));
}

export async function listSessions(
  access: Access,
  context: Context,
  exchange: Exchange,
): Promise<Outcome<Answer<typeof mySessions>>> {
  const [found] = await inAccounts(access, {
    sql:
      'select id, started_at, last_seen_at, user_agent from auth.sessions ' +
      'where user_id = $1 order by last_seen_at desc limit 200',
    parameters: [accountOf(context)],
  });
  const sessions = (found?.rows ?? []).map((row) => ({
    sessionId: String(row['id']),
    startedAt: new Date(String(row['started_at'])).toISOString(),
    lastSeenAt: new Date(String(row['last_seen_at'])).toISOString(),
    userAgent: String(row['user_agent'] ?? ''),
    present: row['id'] === exchange.sessionId,
  }));
  const now = context.clock.now();
  return done({
    sessions: sessions.filter((each) => sessionLives(timesOf(each), now, access.session)),
  });
}

function timesOf(session: { readonly startedAt: string; readonly lastSeenAt: string }) {
  return {
    startedAt: Date.parse(session.startedAt),
    lastSeenAt: Date.parse(session.lastSeenAt),
  };
}

export async function revoke(
  access: Access,
  context: Context,
  { params }: Input<typeof revokeSession>,
): Promise<Outcome<Record<string, never>>> {
  const accountId = accountOf(context);
  const [gone] = await inAccounts(access, {
    sql: 'delete from auth.sessions where id = $1 and user_id = $2 returning id as ended_session',
    parameters: [params.sessionId, accountId],
  });
  if (gone?.rows.length !== 1) return refused({ code: 'access.session_unknown' });
  const { tenantId } = context;
  await inAccounts(
    access,
    recordEvent(access.services, { kind: 'session_revoked', accountId, tenantId }),
  );
  return done({});
}

/** @throws where nobody is signed in: the audience of the endpoint has seen to that */
function accountOf(context: Context): AccountId {
  if (context.actor.kind !== 'person') throw new Error('nobody is signed in');
  return context.actor.accountId;
}
