/**
 * How long a session lives: an absolute life from the sign-in and an idle life
 * from the last request. Writing the last request down is throttled, so the
 * idle life is exact to `touchMs`, always in favour of the person.
 */
export interface SessionPolicy {
  readonly absoluteMs: number;
  readonly idleMs: number;
  /** The last request is written only when the one written is older than this. */
  readonly touchMs: number;
}

export const DEFAULT_SESSION: SessionPolicy = {
  absoluteMs: 12 * 3_600_000,
  idleMs: 30 * 60_000,
  touchMs: 60_000,
};

/** Instants are milliseconds since 1970. */
export interface SessionTimes {
  readonly startedAt: number;
  readonly lastSeenAt: number;
}

export function sessionLives(times: SessionTimes, now: number, policy: SessionPolicy): boolean {
  const idleLimit = policy.idleMs + policy.touchMs;
  return now - times.startedAt < policy.absoluteMs && now - times.lastSeenAt < idleLimit;
}

/** True where the present request is to be written down as the last one. */
export function touchIsDue(times: SessionTimes, now: number, policy: SessionPolicy): boolean {
  return now - times.lastSeenAt >= policy.touchMs;
}
