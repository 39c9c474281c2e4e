/**
 * What the outside may ask of access. Entries that begin, finish or end a
 * session are open to everybody and look at the cookie themselves: a session
 * that still lacks its second factor or its tenant is refused everywhere else.
 */
import { z } from 'zod';
import { endpoint } from '#kernel/endpoint.ts';
import type { AccountId, Id, OrganisationId, PersonId, PostId, TenantId } from '#kernel/ids.ts';
import { ROLES } from '#kernel/role.ts';

const id = <T extends Id<string>>() => z.uuid().transform((value) => value as T);
const instant = z.iso.datetime();
const secret = z.string().min(1).max(256);

/** What comes next after a step of signing in. */
const NEXT_STEPS = ['done', 'second_factor', 'choose_tenant', 'enrol_second_factor'] as const;
export const SignInStep = z.object({ next: z.enum(NEXT_STEPS) });
export type SignInStep = z.output<typeof SignInStep>;

const Nothing = z.object({});

export const signIn = endpoint({
  id: 'access.sign_in',
  method: 'POST',
  path: '/api/access/sign-in',
  kind: 'command',
  audience: 'public',
  summary: 'Signs in with sign-in name and password',
  body: z.object({ signInName: z.string().min(1).max(64), password: secret }),
  answer: SignInStep,
  refusals: ['access.credentials', 'access.locked_out'],
});

export const useLink = endpoint({
  id: 'access.use_link',
  method: 'POST',
  path: '/api/access/sign-in-link',
  kind: 'command',
  audience: 'public',
  summary: 'Signs in with a link that holds once',
  body: z.object({ token: z.string().min(20).max(100) }),
  answer: SignInStep,
  refusals: ['access.link_unknown', 'access.second_factor_required'],
});

export const verifyCode = endpoint({
  id: 'access.verify_code',
  method: 'POST',
  path: '/api/access/second-factor/verify',
  kind: 'command',
  audience: 'public',
  summary: 'Gives the code of the second factor: to sign in, or to finish enrolling',
  body: z.object({ code: z.string().trim().min(6).max(16) }),
  answer: SignInStep,
  refusals: [
    'access.sign_in_required',
    'access.code_wrong',
    'access.code_used',
    'access.locked_out',
  ],
});

export const enrolSecondFactor = endpoint({
  id: 'access.enrol_second_factor',
  method: 'POST',
  path: '/api/access/second-factor/enrol',
  kind: 'command',
  audience: 'public',
  summary: 'Begins a second factor: its secret for the app, and codes for the day the app is lost',
  body: z.object({ password: secret.optional() }),
  answer: z.object({ uri: z.string(), backupCodes: z.array(z.string()) }),
  refusals: [
    'access.sign_in_required',
    'access.credentials',
    'access.locked_out',
    'access.second_factor_enrolled',
  ],
});

export const signOut = endpoint({
  id: 'access.sign_out',
  method: 'POST',
  path: '/api/access/sign-out',
  kind: 'command',
  audience: 'public',
  summary: 'Ends the session',
  answer: Nothing,
});

const HeldPost = z.object({
  postId: id<PostId>(),
  title: z.string(),
  organisationId: id<OrganisationId>(),
  organisationName: z.string(),
  areaPath: z.string(),
  roles: z.array(z.enum(ROLES)),
  substitute: z.boolean(),
});

export const whoAmI = endpoint({
  id: 'access.session',
  method: 'GET',
  path: '/api/access/session',
  kind: 'read',
  audience: 'public',
  summary: 'Who is signed in, where, with which posts and what is still missing',
  answer: z.object({
    signInName: z.string(),
    next: z.enum(NEXT_STEPS),
    hasPassword: z.boolean(),
    secondFactor: z.boolean(),
    endsAt: instant,
    person: z
      .object({ personId: id<PersonId>(), name: z.string(), posts: z.array(HeldPost) })
      .nullable(),
    tenant: z
      .object({
        tenantId: id<TenantId>(),
        slug: z.string(),
        name: z.string(),
        timeZone: z.string(),
        /** Of the tenant's log at this answer: a page that listens from here misses nothing. */
        position: z.number().int(),
      })
      .nullable(),
  }),
  refusals: ['access.sign_in_required'],
});

export const myTenants = endpoint({
  id: 'access.tenants',
  method: 'GET',
  path: '/api/access/tenants',
  kind: 'read',
  audience: 'public',
  summary: 'The authorities the signed-in account works for',
  answer: z.object({
    tenants: z.array(z.object({ tenantId: id<TenantId>(), slug: z.string(), name: z.string() })),
  }),
  refusals: ['access.sign_in_required'],
});

export const chooseTenant = endpoint({
  id: 'access.choose_tenant',
  method: 'POST',
  path: '/api/access/tenants',
  kind: 'command',
  audience: 'public',
  summary: 'Chooses for which authority the session works',
  body: z.object({ tenantId: id<TenantId>() }),
  answer: SignInStep,
  refusals: ['access.sign_in_required', 'access.not_allowed'],
});

export const pairDevice = endpoint({
  id: 'access.pair_device',
  method: 'POST',
  path: '/api/access/devices',
  kind: 'command',
  audience: 'public',
  summary:
    'Makes a screen ready to be paired: it keeps a cookie and shows the code; or takes over a token already paired',
  body: z.object({ token: z.string().min(20).max(100).optional() }),
  answer: z.object({
    /** What somebody types at the desk, `ABCD-EFGH`; null where the token was paired already. */
    code: z.string().nullable(),
    endsAt: instant.nullable(),
  }),
  refusals: ['access.link_unknown'],
});

export const mySessions = endpoint({
  id: 'access.sessions',
  method: 'GET',
  path: '/api/access/sessions',
  kind: 'read',
  audience: 'signed_in',
  summary: 'The own sessions that hold at this moment',
  answer: z.object({
    sessions: z.array(
      z.object({
        sessionId: z.uuid(),
        startedAt: instant,
        lastSeenAt: instant,
        userAgent: z.string(),
        present: z.boolean(),
      }),
    ),
  }),
});

export const revokeSession = endpoint({
  id: 'access.revoke_session',
  method: 'POST',
  path: '/api/access/sessions/:sessionId/revoke',
  kind: 'command',
  audience: 'signed_in',
  summary: 'Ends one of the own sessions; it holds no more at its next request',
  params: z.object({ sessionId: z.uuid() }),
  answer: Nothing,
  refusals: ['access.session_unknown'],
});

export const changePassword = endpoint({
  id: 'access.change_password',
  method: 'POST',
  path: '/api/access/password',
  kind: 'command',
  // Open to a session that still lacks its second factor: the password comes first.
  audience: 'public',
  summary: 'Sets the own password and ends all other sessions',
  body: z.object({ currentPassword: secret.optional(), newPassword: secret }),
  answer: Nothing,
  refusals: [
    'access.sign_in_required',
    'access.credentials',
    'access.locked_out',
    'access.password_short',
    'access.password_common',
  ],
});

const SECURITY_ADMIN = ['security_admin'] as const;
const Account = z.object({ accountId: id<AccountId>() });
const OneTimeLink = z.object({ token: z.string(), expiresAt: instant });

export const createAccount = endpoint({
  id: 'access.create_account',
  method: 'POST',
  path: '/api/access/accounts',
  kind: 'command',
  audience: SECURITY_ADMIN,
  summary: 'Gives a person an account and a link that signs in once',
  body: z.object({ personId: id<PersonId>(), signInName: z.string().max(64).optional() }),
  answer: Account.extend({ signInName: z.string(), link: OneTimeLink }),
  refusals: [
    'person.unknown',
    'access.not_allowed',
    'access.account_exists',
    'access.name_taken',
    'access.name_invalid',
  ],
});

export const findAccount = endpoint({
  id: 'access.account',
  method: 'GET',
  path: '/api/access/accounts/of-person/:personId',
  kind: 'read',
  audience: SECURITY_ADMIN,
  summary: 'The account of a person, without anything secret',
  params: z.object({ personId: id<PersonId>() }),
  answer: Account.extend({
    signInName: z.string(),
    disabled: z.boolean(),
    secondFactor: z.boolean(),
    sessions: z.int(),
  }),
  refusals: ['access.account_unknown', 'access.not_allowed'],
});

export const ACCOUNT_ACTIONS = [
  'disable',
  'enable',
  'reset_second_factor',
  'end_sessions',
] as const;
export type AccountAction = (typeof ACCOUNT_ACTIONS)[number];

export const actOnAccount = endpoint({
  id: 'access.act_on_account',
  method: 'POST',
  path: '/api/access/accounts/:accountId/actions',
  kind: 'command',
  audience: SECURITY_ADMIN,
  summary: 'Disables or enables an account, resets its second factor, ends its sessions',
  params: Account,
  body: z.object({ action: z.enum(ACCOUNT_ACTIONS) }),
  answer: Nothing,
  refusals: ['access.account_unknown', 'access.not_allowed'],
});

export const makeLink = endpoint({
  id: 'access.make_link',
  method: 'POST',
  path: '/api/access/accounts/:accountId/link',
  kind: 'command',
  audience: SECURITY_ADMIN,
  summary: 'Makes a link that signs the person in once, for a forgotten password',
  params: Account,
  answer: OneTimeLink,
  refusals: ['access.account_unknown', 'access.not_allowed'],
});

const AccessEvent = z.object({
  eventId: z.uuid(),
  happenedAt: instant,
  kind: z.string(),
});

export const accountEvents = endpoint({
  id: 'access.account_events',
  method: 'GET',
  path: '/api/access/accounts/:accountId/events',
  kind: 'read',
  audience: SECURITY_ADMIN,
  summary: 'The latest of what happened to an account, at most twenty',
  params: Account,
  answer: z.object({ events: z.array(AccessEvent) }),
  refusals: ['access.account_unknown', 'access.not_allowed'],
});

export const secondFactorPolicy = endpoint({
  id: 'access.policy',
  method: 'GET',
  path: '/api/access/policy',
  kind: 'read',
  audience: SECURITY_ADMIN,
  summary: 'The roles whose holders must give a second factor',
  answer: z.object({
    roles: z.array(z.enum(ROLES)),
    /** True where the tenant has decided nothing and the usual roles hold. */
    usual: z.boolean(),
  }),
});

export const setSecondFactorPolicy = endpoint({
  id: 'access.set_policy',
  method: 'POST',
  path: '/api/access/policy',
  kind: 'command',
  audience: SECURITY_ADMIN,
  summary: 'Decides which roles must give a second factor; it holds at the next request',
  body: z.object({ roles: z.array(z.enum(ROLES)).max(ROLES.length) }),
  answer: z.object({ roles: z.array(z.enum(ROLES)) }),
  refusals: ['access.not_allowed'],
});

export const accessEvents = endpoint({
  id: 'access.events',
  method: 'GET',
  path: '/api/access/events',
  kind: 'read',
  audience: ['audit_admin'],
  summary: 'What happened to the accounts and sessions of the tenant, the latest first',
  query: z.object({ before: z.string().max(100).optional() }),
  answer: z.object({
    events: z.array(
      AccessEvent.extend({
        accountId: id<AccountId>().nullable(),
        personId: id<PersonId>().nullable(),
        signInName: z.string().nullable(),
        detail: z.record(z.string(), z.union([z.string(), z.number(), z.boolean(), z.null()])),
      }),
    ),
    next: z.string().nullable(),
  }),
});
