/**
 * Lock-out per account (GB/T 22239: failed sign-ins are limited). It counts
 * attempts before the password is checked, so that attempts sent together
 * cannot pass the limit between them; a success forgets them.
 */
export interface LockoutPolicy {
  /** Failures within the window that lock. */
  readonly failures: number;
  readonly windowMs: number;
  readonly lockMs: number;
}

/** Assessors' habit, not the standard's text; a deployment may set others. */
export const DEFAULT_LOCKOUT: LockoutPolicy = {
  failures: 5,
  windowMs: 15 * 60_000,
  lockMs: 15 * 60_000,
};

/** Instants are milliseconds since 1970. */
export interface Attempts {
  readonly count: number;
  readonly windowStartedAt: number;
  readonly lockedUntil: number | null;
}

export type Attempt =
  | { readonly allowed: true; readonly attempts: Attempts }
  | { readonly allowed: false; readonly attempts: Attempts; readonly lockedUntil: number };

/** Counts one more attempt at `now`, or says until when the account is locked. */
export function countAttempt(
  before: Attempts | undefined,
  now: number,
  policy: LockoutPolicy,
): Attempt {
  const current = stillCounting(before, now, policy);
  if (current.lockedUntil !== null) {
    return { allowed: false, attempts: current, lockedUntil: current.lockedUntil };
  }
  const count = current.count + 1;
  if (count <= policy.failures) return { allowed: true, attempts: { ...current, count } };
  const lockedUntil = now + policy.lockMs;
  return { allowed: false, attempts: { ...current, count, lockedUntil }, lockedUntil };
}

function stillCounting(before: Attempts | undefined, now: number, policy: LockoutPolicy): Attempts {
  const fresh: Attempts = { count: 0, windowStartedAt: now, lockedUntil: null };
  if (!before) return fresh;
  if (before.lockedUntil !== null) return before.lockedUntil > now ? before : fresh;
  return before.windowStartedAt + policy.windowMs > now ? before : fresh;
}
