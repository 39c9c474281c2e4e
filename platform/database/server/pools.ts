/** The pools: one per role, each signing in as that role. */
import pg from 'pg';
import type { Role } from '../connection.ts';
import { databaseError } from './errors.ts';

export interface Passwords {
  readonly app: string;
  readonly accounts: string;
}

/** Names of the roles in the database; the owner is whoever the address names. */
export const LOGINS = { app: 'lianxin_app', accounts: 'lianxin_auth' } as const;

const SIZES: Readonly<Record<Role, number>> = { app: 16, accounts: 4, owner: 3 };

/**
 * Our statements are short: compiling one (`jit`) costs more than it saves, a tenth of a second.
 * Statements of tenants end after half a minute, forgotten transactions after one.
 */
const LIMITS: Readonly<Record<Role, string>> = {
  app: '-c jit=off -c statement_timeout=30000 -c idle_in_transaction_session_timeout=60000',
  accounts: '-c statement_timeout=30000 -c idle_in_transaction_session_timeout=60000',
  owner: '',
};

export type Pools = Readonly<Record<Role, pg.Pool>>;

export function makePools(url: string, passwords: Passwords, sizes: Partial<typeof SIZES>): Pools {
  const pool = (role: Role): pg.Pool => {
    const made = new pg.Pool({
      ...clientConfig(url, role, passwords),
      max: sizes[role] ?? SIZES[role],
      idleTimeoutMillis: 30_000,
    });
    // An idle connection that the server ends is replaced at the next use.
    made.on('error', () => undefined);
    return made;
  };
  return { app: pool('app'), accounts: pool('accounts'), owner: pool('owner') };
}

export function clientConfig(url: string, role: Role, passwords: Passwords): pg.ClientConfig {
  return {
    connectionString: role === 'owner' ? url : signedIn(url, LOGINS[role], passwords[role]),
    options: `-c timezone=UTC -c datestyle=ISO -c intervalstyle=iso_8601 ${LIMITS[role]}`,
    application_name: `lianxin ${role}`,
    connectionTimeoutMillis: 10_000,
    keepAlive: true,
    pipeline: true,
  };
}

/** The owner's address with another name and password in it. */
function signedIn(url: string, name: string, password: string): string {
  const address = new URL(url);
  address.username = name;
  address.password = password;
  address.searchParams.delete('user');
  address.searchParams.delete('password');
  return address.href;
}

/** Lends a session; one that cannot be left clean is thrown away. */
export async function withClient<T>(
  pool: pg.Pool,
  body: (client: pg.PoolClient) => Promise<T>,
): Promise<T> {
  const client = await pool.connect().catch((error: unknown) => {
    throw databaseError(error);
  });
  // A connection that breaks fails its statements; the event by itself would end the process.
  const ignore = (): undefined => undefined;
  client.on('error', ignore);
  let broken = true;
  try {
    const result = await body(client);
    broken = false;
    return result;
  } catch (error) {
    broken = !isClean(client);
    throw error;
  } finally {
    client.removeListener('error', ignore);
    client.release(broken);
  }
}

/** Outside any transaction, and fit for the next borrower. */
function isClean(client: pg.PoolClient): boolean {
  return client.getTransactionStatus() === 'I';
}
