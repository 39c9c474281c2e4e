/** Counts attempts under a lock on their row, so that attempts sent together count one by one. */
import { createHash } from 'node:crypto';
import type { Database, Rows, Statement } from '#platform/database/database.ts';
import { type Attempt, type Attempts, countAttempt, type LockoutPolicy } from '../rules/lockout.ts';

/** The key of a sign-in name; hashed, since people type passwords into the field of the name. */
export function attemptKey(signInName: string): string {
  return createHash('sha256').update(`sign-in ${signInName}`).digest('hex');
}

/** Counts one attempt and says whether it may be made. */
export function takeAttempt(
  database: Database,
  key: string,
  now: number,
  policy: LockoutPolicy,
): Promise<Attempt> {
  return database.asAccounts(async (transaction) => {
    const [, found] = await transaction.run(begin(key, now), lock(key));
    const attempt = countAttempt(attemptsOf(found), now, policy);
    await transaction.runAndCommit(keep(key, attempt.attempts));
    return attempt;
  });
}

/** Forgets the attempts of a key, after a success. */
export function forgetAttempts(key: string): Statement {
  return { sql: 'delete from auth.attempts where attempt_key = $1', parameters: [key] };
}

function begin(key: string, now: number): Statement {
  return {
    sql:
      'insert into auth.attempts (attempt_key, count, window_started_at) values ($1, 0, $2) ' +
      'on conflict do nothing',
    parameters: [key, new Date(now).toISOString()],
  };
}

function lock(key: string): Statement {
  return {
    sql: 'select count, window_started_at, locked_until from auth.attempts where attempt_key = $1 for update',
    parameters: [key],
  };
}

function keep(key: string, attempts: Attempts): Statement {
  const { count, windowStartedAt, lockedUntil } = attempts;
  return {
    sql:
      'update auth.attempts set count = $2, window_started_at = $3, locked_until = $4 ' +
      'where attempt_key = $1',
    parameters: [
      key,
      count,
      new Date(windowStartedAt).toISOString(),
      lockedUntil === null ? null : new Date(lockedUntil).toISOString(),
    ],
  };
}

function attemptsOf(found: Rows | undefined): Attempts | undefined {
  const row = found?.rows[0];
  if (!row) return undefined;
  const lockedUntil = row['locked_until'];
  return {
    count: Number(row['count']),
    windowStartedAt: Date.parse(String(row['window_started_at'])),
    lockedUntil: lockedUntil === null ? null : Date.parse(String(lockedUntil)),
  };
}
