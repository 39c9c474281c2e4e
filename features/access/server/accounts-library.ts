/**
 * better-auth, as we use it: user names and passwords, sessions, TOTP. Nothing
 * of it is reachable from outside by itself; our endpoints call its server API,
 * so that lock-out, refusals and the record of events are ours.
 */
import { createHash } from 'node:crypto';
import { betterAuth } from 'better-auth';
import { twoFactor, username } from 'better-auth/plugins';
import type { Clock } from '#kernel/context.ts';
import type { AccountId, Id, Ids, TenantId } from '#kernel/ids.ts';
import type { Database } from '#platform/database/database.ts';
import type { Keys } from '#platform/protection/keys.ts';
import { LONGEST_PASSWORD, SHORTEST_PASSWORD } from '../rules/password.ts';
import type { SessionPolicy } from '../rules/session-life.ts';
import { isSignInName } from '../rules/sign-in-name.ts';
import { accountAdapter } from './account-adapter.ts';
import { linkSession } from './link-session-plugin.ts';

export interface LibraryParts {
  readonly database: Database;
  readonly keys: Keys;
  readonly clock: Clock;
  readonly ids: Ids;
  readonly session: SessionPolicy;
  /** True behind TLS: cookies are sent over TLS only and carry the prefix __Secure-. */
  readonly secureCookies: boolean;
}

export type AccountsLibrary = ReturnType<typeof makeLibrary>;

/** The tenant in whose name keys are derived that belong to the installation. */
const INSTALLATION = '00000000-0000-0000-0000-000000000000' as TenantId;

const COOKIE_PREFIX = 'lianxin';

export function makeLibrary(parts: LibraryParts) {
  const now = () => new Date(parts.clock.now());
  return betterAuth({
    appName: 'Lianxin',
    // Never used to build an address: all calls come through our own endpoints.
    baseURL: 'http://lianxin.invalid',
    secrets: secretsOf(parts.keys),
    database: accountAdapter(parts.database),
    telemetry: { enabled: false },
    logger: { disabled: true },
    rateLimit: { enabled: false },
    emailAndPassword: {
      enabled: true,
      disableSignUp: true,
      minPasswordLength: SHORTEST_PASSWORD,
      maxPasswordLength: LONGEST_PASSWORD,
    },
    session: {
      // Refreshing is ours (session-life.ts); a cookie cache would outlive a revocation.
      expiresIn: parts.session.absoluteMs / 1000,
      disableSessionRefresh: true,
      cookieCache: { enabled: false },
      freshAge: 0,
      additionalFields: {
        tenantId: { type: 'string', required: false, input: false },
        begunBy: { type: 'string', required: false, input: false },
        secondFactor: { type: 'boolean', required: false, input: false },
        startedAt: { type: 'date', required: false, input: false },
        lastSeenAt: { type: 'date', required: false, input: false },
      },
    },
    advanced: {
      cookiePrefix: COOKIE_PREFIX,
      useSecureCookies: parts.secureCookies,
      disableCSRFCheck: true,
      database: { generateId: () => parts.ids.next<Id<'account'> & AccountId>() },
    },
    databaseHooks: {
      session: {
        create: {
          // A session that follows another (after enrolling) keeps its beginning.
          before: async (session) => ({
            data: {
              begunBy: 'password',
              secondFactor: false,
              startedAt: now(),
              ...defined(session),
              lastSeenAt: now(),
            },
          }),
        },
      },
    },
    plugins: [
      username({ usernameValidator: isSignInName, displayUsername: false }),
      twoFactor({
        issuer: 'Lianxin',
        allowPasswordless: true,
        // Lock-out of codes and passwords is one and ours (attempts.ts).
        accountLockout: { enabled: false },
      }),
      linkSession(),
    ],
  });
}

/**
 * One secret per master key, the current first, so that second factors survive
 * a rotation. Their version is a number made from the key's id.
 */
function secretsOf(keys: Keys) {
  return keys.ids.map((id) => {
    const key = keys.find('accounts', INSTALLATION, id);
    if (!key) throw new Error(`no key ${id}`);
    const version = createHash('sha256').update(id).digest().readUInt16BE(0);
    return { version, value: Buffer.from(key.bytes).toString('base64') };
  });
}

function defined(values: Record<string, unknown>): Record<string, unknown> {
  return Object.fromEntries(
    Object.entries(values).filter(([, value]) => value !== undefined && value !== null),
  );
}
