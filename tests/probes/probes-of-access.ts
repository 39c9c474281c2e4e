/** Probes of the entries of access. */
import { randomUUID } from 'node:crypto';
import type { Probe } from './probe.ts';

const COOKIE =
  'looks at the cookie itself; features/access/server/access.test.ts tries it with real sessions';

/** Entries that begin, finish or end a session: without one they refuse. */
const withoutSession = (endpoint: string, body: unknown = {}): Probe => ({
  endpoint,
  reach: 'own',
  aim: () => ({ body }),
  meant: ({ status, body: said }) => status === 401 && said['code'] === 'access.sign_in_required',
});

export const probesOfAccess: readonly Probe[] = [
  {
    endpoint: 'access.sign_in',
    reach: 'public',
    aim: () => ({
      body: { signInName: `nobody.${randomUUID().slice(0, 8)}`, password: 'nothing at all' },
    }),
    meant: ({ body }) => body['code'] === 'access.credentials',
  },
  {
    endpoint: 'access.use_link',
    reach: 'public',
    aim: () => ({ body: { token: randomUUID() } }),
    meant: ({ body }) => body['code'] === 'access.link_unknown',
  },
  withoutSession('access.verify_code', { code: '123456' }),
  withoutSession('access.enrol_second_factor'),
  withoutSession('access.session'),
  withoutSession('access.tenants'),
  withoutSession('access.choose_tenant', { tenantId: randomUUID() }),
  withoutSession('access.change_password', { newPassword: 'grey heron by the weir' }),
  { endpoint: 'access.pair_device', reach: 'public', aim: () => ({ body: {} }) },
  { endpoint: 'access.sign_out', reach: 'own', aim: () => ({ body: {} }) },
  { endpoint: 'access.sessions', reach: 'own', aim: () => ({}) },
  {
    endpoint: 'access.revoke_session',
    reach: 'own',
    aim: () => ({ params: { sessionId: randomUUID() }, body: {} }),
    notTriedAsMeant: COOKIE,
  },
  {
    endpoint: 'access.create_account',
    reach: 'area',
    role: 'security_admin',
    aim: ({ north }) => ({ body: { personId: north.otherPersonId } }),
  },
  {
    endpoint: 'access.account',
    reach: 'area',
    aim: ({ north }) => ({ params: { personId: north.personId } }),
  },
  {
    endpoint: 'access.act_on_account',
    reach: 'area',
    aim: ({ north }) => ({
      params: { accountId: north.accountId },
      body: { action: 'end_sessions' },
    }),
  },
  {
    endpoint: 'access.make_link',
    reach: 'area',
    aim: ({ north }) => ({ params: { accountId: north.accountId }, body: {} }),
  },
  {
    endpoint: 'access.account_events',
    reach: 'area',
    aim: ({ north }) => ({ params: { accountId: north.accountId } }),
  },
  { endpoint: 'access.policy', reach: 'tenant', aim: () => ({}) },
  {
    endpoint: 'access.set_policy',
    reach: 'area',
    aim: () => ({ body: { roles: ['leader', 'security_admin'] } }),
  },
  { endpoint: 'access.events', reach: 'tenant', aim: () => ({}) },
];
