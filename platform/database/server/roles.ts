/**
 * The logins of the server's roles. The first migration makes them without one;
 * here the owner gives each the password of the secrets file, whenever signing in
 * with it fails: at the first start, and after the file was exchanged. All
 * servers on one database share one secrets file.
 */
import pg from 'pg';
import type { Database } from '../database.ts';
import { databaseError } from './errors.ts';
import { clientConfig, LOGINS, type Passwords } from './pools.ts';
import { scramVerifier } from './scram.ts';

/** SQLSTATE of a wrong password, of a role that may not sign in, and of a missing password. */
const REFUSED: readonly (string | undefined)[] = ['28P01', '28000'];

export async function enableLogins(
  database: Database,
  url: string,
  passwords: Passwords,
): Promise<void> {
  for (const role of ['app', 'accounts'] as const) {
    if (await signsIn(clientConfig(url, role, passwords))) continue;
    const verifier = scramVerifier(passwords[role]);
    await database.asOwner((transaction) =>
      transaction.script(`alter role ${LOGINS[role]} login password '${verifier}'`),
    );
  }
}

async function signsIn(config: pg.ClientConfig): Promise<boolean> {
  const client = new pg.Client(config);
  client.on('error', () => undefined);
  try {
    await client.connect();
    return true;
  } catch (error) {
    if (error instanceof pg.DatabaseError && REFUSED.includes(error.code)) return false;
    throw databaseError(error);
  } finally {
    await client.end().catch(() => undefined);
  }
}
