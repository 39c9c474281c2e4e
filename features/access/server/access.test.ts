import type { FastifyInstance } from 'fastify';
import { beforeAll, describe, expect, it } from 'vitest';
import type { AccountId, OrganisationId, PersonId, PostId, TenantId } from '#kernel/ids.ts';
import type { Role } from '#kernel/role.ts';
import { createApp } from '#platform/http/app.ts';
import type { Services } from '#platform/services.ts';
import { engines, useDatabase } from '#tests/engines/engines.ts';
import { migrationsUpTo } from '#tests/engines/migration-range.ts';
import { Caller } from '#tests/worlds/caller.ts';
import { type TestServices, testServices } from '#tests/worlds/test-services.ts';
import { codeOf } from '#tests/worlds/totp.ts';
import {
  type Access,
  type AppointmentSource,
  accessRoutes,
  addToTenant,
  createAccess,
  makeAccount,
  makeSignInLink,
  sessionSource,
  tenantsTable,
} from './public.ts';

const STREET = '01890000-0000-7000-8000-00000000000a' as TenantId;
const DISTRICT = '01890000-0000-7000-8000-00000000000b' as TenantId;
const MINUTE = 60_000;
const PASSWORD = 'grey heron by the weir';

/** Who holds which roles; the tests say it and change it. */
const roles = new Map<string, readonly Role[]>();
const appointments: AppointmentSource = {
  statements: (_tenantId, personId) => [
    { sql: 'select $1::text as person', parameters: [personId] },
  ],
  read: ([answer]) => {
    const person = String(answer?.rows[0]?.['person']);
    const held = roles.get(person);
    if (!held) return undefined;
    const post = {
      postId: person as PostId,
      title: 'post',
      organisationId: person as OrganisationId,
      organisationName: 'office',
      areaPath: '/410304/',
      roles: held,
      substitute: false,
    };
    return { name: 'Somebody', posts: held.length > 0 ? [post] : [] };
  },
};

describe.each(engines)('access on the %s engine', (engine) => {
  const database = useDatabase(engine, migrationsUpTo(29));
  let services: TestServices;
  let access: Access;
  let app: FastifyInstance;

  beforeAll(async () => {
    services = testServices(database(), Date.now());
    await database().asOwner((transaction) =>
      transaction.run({
        sql: `insert into tenants (tenant_id, slug, name, created_at)
          values ($1, 'street', 'Street', now()), ($2, 'district', 'District', now())`,
        parameters: [STREET, DISTRICT],
      }),
    );
    const tenants = tenantsTable(services);
    access = createAccess(services, { appointments, tenants });
    app = await createApp(services as unknown as Services, {
      routes: accessRoutes(access),
      sessions: sessionSource(access),
      tenants,
      version: '0',
      checkAnswers: true,
      publicCommandsPerMinute: 10_000,
    });
  });

  const newPerson = (...held: readonly Role[]): PersonId => {
    const personId = services.ids.next<PersonId>();
    roles.set(personId, held);
    return personId;
  };

  async function newAccount(personId: PersonId, tenantId = STREET) {
    const made = await makeAccount(access, { tenantId, personId, madeBy: 'system:test' });
    if (!made.ok) throw new Error(made.refusal.code);
    return made.value;
  }

  async function byLink(accountId: AccountId): Promise<Caller> {
    const { token } = await makeSignInLink(access, accountId, 'system:test');
    const caller = new Caller(app);
    const answer = await caller.post('/api/access/sign-in-link', { token });
    expect(answer.status).toBe(200);
    return caller;
  }

  /** A person with an account and a password, signed out. */
  async function newColleague(...held: readonly Role[]) {
    const personId = newPerson(...held);
    const account = await newAccount(personId);
    const caller = await byLink(account.accountId);
    const set = await caller.post('/api/access/password', { newPassword: PASSWORD });
    expect(set.status).toBe(200);
    await caller.post('/api/access/sign-out');
    return { ...account, personId };
  }

  const signIn = async (signInName: string, password = PASSWORD) => {
    const caller = new Caller(app);
    const answer = await caller.post('/api/access/sign-in', { signInName, password });
    return { caller, answer };
  };

  const stateOf = async (caller: Caller) => (await caller.get('/api/access/sessions')).status;

  describe('signing in', () => {
    it('begins a session that knows the person, the tenant and the posts', async () => {
      const { signInName, personId } = await newColleague('intake');
      const { caller, answer } = await signIn(` ${signInName.toUpperCase()} `);
      expect(answer.body).toEqual({ next: 'done' });
      const session = await caller.get('/api/access/session');
      expect(session.body).toMatchObject({
        signInName,
        next: 'done',
        hasPassword: true,
        secondFactor: false,
        person: { personId, name: 'Somebody', posts: [{ roles: ['intake'] }] },
        tenant: { slug: 'street' },
      });
    });

    it('is refused alike for a wrong password and a name that nobody has', async () => {
      const { signInName } = await newColleague('intake');
      const wrong = await signIn(signInName, 'not the password');
      const nobody = await signIn('nobody.here');
      expect(wrong.answer.status).toBe(401);
      expect(nobody.answer.status).toBe(401);
      expect(nobody.answer.body).toEqual(wrong.answer.body);
      expect(await stateOf(wrong.caller)).toBe(401);
    });

    it('stores neither the session token nor the link as they are', async () => {
      const { accountId } = await newColleague('intake');
      const { token } = await makeSignInLink(access, accountId, 'system:test');
      const caller = await byLink(accountId);
      const cookie = caller.cookies.get('lianxin.session_token') ?? '';
      const [session = ''] = cookie.split('.');
      const [sessions, links] = await database().asAccounts((transaction) =>
        transaction.run(
          { sql: 'select token from auth.sessions', parameters: [] },
          { sql: 'select token_hash from auth.sign_in_links', parameters: [] },
        ),
      );
      expect(session.length).toBeGreaterThan(20);
      expect(JSON.stringify([sessions, links])).not.toContain(session);
      expect(JSON.stringify([sessions, links])).not.toContain(token);
    });

    it('does not take a cookie with another signature', async () => {
      const { signInName } = await newColleague('intake');
      const { caller } = await signIn(signInName);
      const cookie = caller.cookies.get('lianxin.session_token') ?? '';
      caller.cookies.set('lianxin.session_token', `${cookie.slice(0, -6)}AAAAA=`);
      expect(await stateOf(caller)).toBe(401);
    });
  });

  describe('lock-out', () => {
    it('locks the account after five failures and opens it again after a quarter of an hour', async () => {
      const { signInName } = await newColleague('intake');
      for (let tries = 0; tries < 5; tries += 1) {
        expect((await signIn(signInName, 'wrong')).answer.body['code']).toBe('access.credentials');
      }
      const locked = await signIn(signInName);
      expect(locked.answer.status).toBe(429);
      expect(locked.answer.body['code']).toBe('access.locked_out');
      expect(Number(locked.answer.headers['retry-after'])).toBe(15 * 60);
      services.clock.move(15 * MINUTE);
      expect((await signIn(signInName)).answer.status).toBe(200);
    });

    it('lets no more than five through when many come together', async () => {
      const { signInName } = await newColleague('intake');
      const answers = await Promise.all(
        Array.from({ length: 12 }, () => signIn(signInName, 'wrong')),
      );
      const codes = answers.map(({ answer }) => answer.body['code']);
      expect(codes.filter((code) => code === 'access.credentials').length).toBe(5);
      expect(codes.filter((code) => code === 'access.locked_out').length).toBe(7);
    });

    it('forgets failures after a success', async () => {
      const { signInName } = await newColleague('intake');
      for (let round = 0; round < 3; round += 1) {
        for (let tries = 0; tries < 4; tries += 1) await signIn(signInName, 'wrong');
        expect((await signIn(signInName)).answer.status).toBe(200);
      }
    });

    it('locks names that nobody has too, so that it does not tell who is here', async () => {
      for (let tries = 0; tries < 5; tries += 1) await signIn('ghost.name');
      expect((await signIn('ghost.name')).answer.body['code']).toBe('access.locked_out');
    });
  });

  describe('the life of a session', () => {
    it('ends after half an hour without a request', async () => {
      const { signInName } = await newColleague('intake');
      const { caller } = await signIn(signInName);
      services.clock.move(29 * MINUTE);
      expect(await stateOf(caller)).toBe(200);
      services.clock.move(29 * MINUTE);
      expect(await stateOf(caller)).toBe(200);
      services.clock.move(31 * MINUTE);
      expect(await stateOf(caller)).toBe(401);
    });

    it('ends twelve hours after the sign-in, however busy', async () => {
      const { signInName } = await newColleague('intake');
      const { caller } = await signIn(signInName);
      for (let quarter = 0; quarter < 47; quarter += 1) {
        services.clock.move(15 * MINUTE);
        expect(await stateOf(caller)).toBe(200);
      }
      services.clock.move(15 * MINUTE);
      expect(await stateOf(caller)).toBe(401);
    });

    it('writes the last request down at most once a minute', async () => {
      const { signInName, accountId } = await newColleague('intake');
      const { caller } = await signIn(signInName);
      const seen = async () => {
        const [rows] = await database().asAccounts((transaction) =>
          transaction.run({
            sql: 'select xmin::text as writing from auth.sessions where user_id = $1',
            parameters: [accountId],
          }),
        );
        return rows?.rows[0]?.['writing'];
      };
      const first = await seen();
      services.clock.move(MINUTE / 2);
      await stateOf(caller);
      expect(await seen()).toBe(first);
      services.clock.move(MINUTE / 2);
      await stateOf(caller);
      expect(await seen()).not.toBe(first);
    });

    it('ends at the next request when it is revoked from elsewhere', async () => {
      const { signInName } = await newColleague('intake');
      const here = await signIn(signInName);
      const there = await signIn(signInName);
      const listed = await here.caller.get('/api/access/sessions');
      const sessions = listed.body['sessions'] as { sessionId: string; present: boolean }[];
      expect(sessions).toHaveLength(2);
      const other = sessions.find((session) => !session.present);
      await here.caller.post(`/api/access/sessions/${other?.sessionId}/revoke`);
      expect(await stateOf(there.caller)).toBe(401);
      expect(await stateOf(here.caller)).toBe(200);
    });

    it('is not ended by somebody else', async () => {
      const mine = await signIn((await newColleague('intake')).signInName);
      const theirs = await signIn((await newColleague('intake')).signInName);
      const listed = await theirs.caller.get('/api/access/sessions');
      const [session] = listed.body['sessions'] as { sessionId: string }[];
      const answer = await mine.caller.post(`/api/access/sessions/${session?.sessionId}/revoke`);
      expect(answer.body['code']).toBe('access.session_unknown');
      expect(await stateOf(theirs.caller)).toBe(200);
    });

    it('ends with signing out, also for a copy of its cookie', async () => {
      const { caller } = await signIn((await newColleague('intake')).signInName);
      const copy = caller.copy();
      await caller.post('/api/access/sign-out');
      expect(await stateOf(copy)).toBe(401);
    });

    it('knows at the next request that a role was taken away', async () => {
      const { signInName, personId } = await newColleague('intake');
      const { caller } = await signIn(signInName);
      const session = await caller.get('/api/access/session');
      expect(session.body).toMatchObject({ person: { posts: [{ roles: ['intake'] }] } });
      roles.set(personId, []);
      const after = await caller.get('/api/access/session');
      expect(after.body).toMatchObject({ person: { posts: [] } });
    });
  });

  describe('passwords', () => {
    it('refuses short and common ones and the wrong old one', async () => {
      const { signInName } = await newColleague('intake');
      const { caller } = await signIn(signInName);
      const change = async (currentPassword: string, newPassword: string) =>
        (await caller.post('/api/access/password', { currentPassword, newPassword })).body['code'];
      expect(await change(PASSWORD, 'short')).toBe('access.password_short');
      expect(await change(PASSWORD, 'woaini1314520')).toBe('access.password_common');
      expect(await change('not it', 'a bench under two lindens')).toBe('access.credentials');
      expect(await change(PASSWORD, 'a bench under two lindens')).toBeUndefined();
      expect((await signIn(signInName)).answer.status).toBe(401);
      expect((await signIn(signInName, 'a bench under two lindens')).answer.status).toBe(200);
    });

    it('end the other sessions when they change', async () => {
      const { signInName } = await newColleague('intake');
      const here = await signIn(signInName);
      const there = await signIn(signInName);
      const body = { currentPassword: PASSWORD, newPassword: 'a bench under two lindens' };
      await here.caller.post('/api/access/password', body);
      expect(await stateOf(here.caller)).toBe(200);
      expect(await stateOf(there.caller)).toBe(401);
    });
  });

  describe('sign-in links', () => {
    it('sign in once', async () => {
      const { accountId } = await newAccount(newPerson('intake'));
      const { token } = await makeSignInLink(access, accountId, 'system:test');
      const once = await new Caller(app).post('/api/access/sign-in-link', { token });
      const twice = await new Caller(app).post('/api/access/sign-in-link', { token });
      expect(once.status).toBe(200);
      expect(twice.body['code']).toBe('access.link_unknown');
    });

    it('sign in once, also when two come together', async () => {
      const { accountId } = await newAccount(newPerson('intake'));
      const { token } = await makeSignInLink(access, accountId, 'system:test');
      const answers = await Promise.all(
        [1, 2, 3].map(() => new Caller(app).post('/api/access/sign-in-link', { token })),
      );
      expect(answers.filter((answer) => answer.status === 200)).toHaveLength(1);
    });

    it('hold for a day, and only the latest one', async () => {
      const { accountId } = await newAccount(newPerson('intake'));
      const first = await makeSignInLink(access, accountId, 'system:test');
      const second = await makeSignInLink(access, accountId, 'system:test');
      const early = await new Caller(app).post('/api/access/sign-in-link', { token: first.token });
      services.clock.move(24 * 60 * MINUTE);
      const late = await new Caller(app).post('/api/access/sign-in-link', { token: second.token });
      expect(early.body['code']).toBe('access.link_unknown');
      expect(late.body['code']).toBe('access.link_unknown');
    });
  });

  describe('the second factor', () => {
    const enrolled = async (...held: readonly Role[]) => {
      const colleague = await newColleague(...held);
      const { caller } = await signIn(colleague.signInName);
      const begun = await caller.post('/api/access/second-factor/enrol', { password: PASSWORD });
      expect(begun.status).toBe(200);
      const uri = String(begun.body['uri']);
      const code = codeOf(uri, Date.now() - 30_000);
      const done = await caller.post('/api/access/second-factor/verify', { code });
      expect(done.body).toEqual({ next: 'done' });
      return { ...colleague, caller, uri, backupCodes: begun.body['backupCodes'] as string[] };
    };

    it('is required of leaders and administrators before anything else', async () => {
      const { signInName, personId } = await newColleague('intake');
      roles.set(personId, ['leader']);
      const { caller, answer } = await signIn(signInName);
      expect(answer.body).toEqual({ next: 'enrol_second_factor' });
      const refused = await caller.get('/api/access/sessions');
      expect(refused.body['code']).toBe('access.second_factor_required');
    });

    it('is required of those whom the tenant names', async () => {
      const { signInName } = await newColleague('grid_worker');
      await database().write(
        STREET,
        [
          {
            sql: `insert into access_policies (tenant_id, second_factor_roles) values ($1, '["grid_worker"]')
              on conflict (tenant_id) do update set second_factor_roles = excluded.second_factor_roles`,
            parameters: [STREET],
          },
        ],
        async () => undefined,
      );
      const { answer } = await signIn(signInName);
      await database().write(
        STREET,
        [
          {
            sql: `update access_policies set second_factor_roles = '["leader"]' where tenant_id = $1`,
            parameters: [STREET],
          },
        ],
        async () => undefined,
      );
      expect(answer.body).toEqual({ next: 'enrol_second_factor' });
    });

    it('opens the way once it is enrolled, and shows the sign-in name in the app', async () => {
      const { caller, uri, signInName } = await enrolled('leader');
      expect(await stateOf(caller)).toBe(200);
      expect(uri).toContain(`Lianxin:${signInName}`);
    });

    it('is asked for at the next sign-in, and its code is never taken twice', async () => {
      const { signInName, uri } = await enrolled('leader');
      const first = await signIn(signInName);
      expect(first.answer.body).toEqual({ next: 'second_factor' });
      expect(await stateOf(first.caller)).toBe(401);
      const code = codeOf(uri);
      const given = await first.caller.post('/api/access/second-factor/verify', { code });
      expect(given.body).toEqual({ next: 'done' });
      expect(await stateOf(first.caller)).toBe(200);
      const second = await signIn(signInName);
      const again = await second.caller.post('/api/access/second-factor/verify', { code });
      expect(again.body['code']).toBe('access.code_used');
      expect(await stateOf(second.caller)).toBe(401);
    });

    it('takes a code once when two requests bring it together', async () => {
      const { signInName, uri } = await enrolled('leader');
      const callers = [await signIn(signInName), await signIn(signInName)];
      const code = codeOf(uri);
      const answers = await Promise.all(
        callers.map(({ caller }) => caller.post('/api/access/second-factor/verify', { code })),
      );
      expect(answers.filter((answer) => answer.status === 200)).toHaveLength(1);
    });

    it('locks after five wrong codes, over all sign-ins together', async () => {
      const { signInName, uri } = await enrolled('leader');
      const right = codeOf(uri);
      const wrong = [1, 2, 3, 4, 5].map((n) => String((Number(right) + 100_000 * n) % 1_000_000));
      for (const code of wrong) {
        const { caller } = await signIn(signInName);
        const padded = code.padStart(6, '0');
        const answer = await caller.post('/api/access/second-factor/verify', { code: padded });
        expect(answer.body['code']).toBe('access.code_wrong');
      }
      const { caller } = await signIn(signInName);
      const answer = await caller.post('/api/access/second-factor/verify', { code: right });
      expect(answer.body['code']).toBe('access.locked_out');
    });

    it('has codes for the day the app is lost, each for once', async () => {
      const { signInName, backupCodes } = await enrolled('leader');
      const [code] = backupCodes;
      const first = await signIn(signInName);
      const given = await first.caller.post('/api/access/second-factor/verify', { code });
      expect(given.body).toEqual({ next: 'done' });
      services.clock.move(11 * MINUTE);
      const second = await signIn(signInName);
      const again = await second.caller.post('/api/access/second-factor/verify', { code });
      expect(again.body['code']).toBe('access.code_wrong');
    });

    it('is not passed by a sign-in link', async () => {
      const { accountId } = await enrolled('leader');
      const { token } = await makeSignInLink(access, accountId, 'system:test');
      const answer = await new Caller(app).post('/api/access/sign-in-link', { token });
      expect(answer.body['code']).toBe('access.second_factor_required');
    });

    it('ends sessions that were begun without it', async () => {
      const colleague = await newColleague('intake');
      const before = await signIn(colleague.signInName);
      const { caller } = await signIn(colleague.signInName);
      const begun = await caller.post('/api/access/second-factor/enrol', { password: PASSWORD });
      const code = codeOf(String(begun.body['uri']));
      await caller.post('/api/access/second-factor/verify', { code });
      expect(await stateOf(before.caller)).toBe(401);
      expect(await stateOf(caller)).toBe(200);
    });
  });

  describe('an account in several tenants', () => {
    it('chooses one, and works only for those it belongs to', async () => {
      const { accountId, signInName } = await newColleague('intake');
      const personId = newPerson('checker');
      await addToTenant(access, { accountId, tenantId: DISTRICT, personId });
      const { caller, answer } = await signIn(signInName);
      expect(answer.body).toEqual({ next: 'choose_tenant' });
      expect(await stateOf(caller)).toBe(401);
      const listed = await caller.get('/api/access/tenants');
      expect(listed.body['tenants']).toHaveLength(2);
      const foreign = services.ids.next<TenantId>();
      const refused = await caller.post('/api/access/tenants', { tenantId: foreign });
      expect(refused.body['code']).toBe('access.not_allowed');
      const chosen = await caller.post('/api/access/tenants', { tenantId: DISTRICT });
      expect(chosen.body).toEqual({ next: 'done' });
      const session = await caller.get('/api/access/session');
      expect(session.body).toMatchObject({ person: { personId }, tenant: { slug: 'district' } });
    });
  });

  describe('the security administrator', () => {
    const administrator = async () => {
      const personId = newPerson('intake');
      const { accountId } = await newAccount(personId);
      await database().write(
        STREET,
        [
          {
            sql: `insert into access_policies (tenant_id, second_factor_roles) values ($1, '["leader"]')
              on conflict (tenant_id) do update set second_factor_roles = excluded.second_factor_roles`,
            parameters: [STREET],
          },
        ],
        async () => undefined,
      );
      roles.set(personId, ['security_admin']);
      return byLink(accountId);
    };

    it('gives an account with a link, once for each person', async () => {
      const caller = await administrator();
      const personId = newPerson('handler');
      const made = await caller.post('/api/access/accounts', { personId });
      expect(made.status).toBe(200);
      const { token } = made.body['link'] as { token: string };
      const used = await new Caller(app).post('/api/access/sign-in-link', { token });
      expect(used.body).toEqual({ next: 'done' });
      const again = await caller.post('/api/access/accounts', { personId });
      expect(again.body['code']).toBe('access.account_exists');
    });

    it('gives no phone number as a sign-in name and no name twice', async () => {
      const caller = await administrator();
      const personId = newPerson('handler');
      const phone = await caller.post('/api/access/accounts', {
        personId,
        signInName: '13800138000',
      });
      expect(phone.body['code']).toBe('access.name_invalid');
      const { signInName } = await newColleague('handler');
      const taken = await caller.post('/api/access/accounts', { personId, signInName });
      expect(taken.body['code']).toBe('access.name_taken');
    });

    it('disables an account: it ends at once and opens no more until it is enabled', async () => {
      const caller = await administrator();
      const { accountId, signInName } = await newColleague('handler');
      const there = await signIn(signInName);
      const actions = `/api/access/accounts/${accountId}/actions`;
      await caller.post(actions, { action: 'disable' });
      expect(await stateOf(there.caller)).toBe(401);
      expect((await signIn(signInName)).answer.body['code']).toBe('access.credentials');
      await caller.post(actions, { action: 'enable' });
      expect(await stateOf(there.caller)).toBe(401);
      expect((await signIn(signInName)).answer.status).toBe(200);
    });

    it('has no power over an account that works for another tenant too', async () => {
      const caller = await administrator();
      const { accountId } = await newColleague('handler');
      const personId = newPerson('handler');
      await addToTenant(access, { accountId, tenantId: DISTRICT, personId });
      const answer = await caller.post(`/api/access/accounts/${accountId}/link`);
      expect(answer.body['code']).toBe('access.not_allowed');
    });

    it('does not see accounts of other tenants', async () => {
      const caller = await administrator();
      const { accountId } = await newAccount(newPerson('handler'), DISTRICT);
      const answer = await caller.post(`/api/access/accounts/${accountId}/link`);
      expect(answer.body['code']).toBe('access.account_unknown');
    });
  });

  describe('the record of access', () => {
    it('tells the audit administrator what happened, page by page, and nothing of other tenants', async () => {
      const { signInName, accountId, personId } = await newColleague('intake');
      await signIn(signInName, 'wrong');
      await newAccount(newPerson('handler'), DISTRICT);
      roles.set(personId, ['audit_admin']);
      const { caller } = await signIn(signInName);
      const answer = await caller.get('/api/access/events');
      const events = answer.body['events'] as {
        kind: string;
        accountId: string;
        personId: string;
      }[];
      const own = events.filter((event) => event.accountId === accountId);
      expect(own.map((event) => event.kind)).toEqual([
        'signed_in',
        'sign_in_failed',
        'signed_out',
        'password_changed',
        'link_used',
        'link_made',
        'account_created',
      ]);
      expect(own.every((event) => event.personId === personId)).toBe(true);
      expect(events.every((event) => event.personId !== null)).toBe(true);
    });

    it('cannot be changed by the role of accounts', async () => {
      const change = database().asAccounts((transaction) =>
        transaction.run({ sql: 'delete from auth.access_events', parameters: [] }),
      );
      await expect(change).rejects.toMatchObject({ code: '42501' });
    });
  });
});
