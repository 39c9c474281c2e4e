import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { DEFAULT_SESSION, sessionLives, touchIsDue } from './session-life.ts';

const MINUTE = 60_000;

describe('the life of a session', () => {
  it('ends twelve hours after the sign-in, however busy it was', () => {
    const busy = (now: number) =>
      sessionLives({ startedAt: 0, lastSeenAt: now - 1 }, now, DEFAULT_SESSION);
    expect(busy(12 * 60 * MINUTE - 1)).toBe(true);
    expect(busy(12 * 60 * MINUTE)).toBe(false);
  });

  it('ends after half an hour without a request', () => {
    const idle = { startedAt: 0, lastSeenAt: 0 };
    expect(sessionLives(idle, 30 * MINUTE, DEFAULT_SESSION)).toBe(true);
    expect(sessionLives(idle, 31 * MINUTE, DEFAULT_SESSION)).toBe(false);
  });

  it('never ends for a person whose requests are closer than the idle life', () => {
    const gaps = fc.array(fc.integer({ min: 1, max: 30 * MINUTE - 1 }), { maxLength: 20 });
    fc.assert(
      fc.property(gaps, (steps) => {
        let now = 0;
        let lastSeenAt = 0;
        for (const step of steps) {
          now += step;
          if (now >= DEFAULT_SESSION.absoluteMs) return;
          const times = { startedAt: 0, lastSeenAt };
          expect(sessionLives(times, now, DEFAULT_SESSION)).toBe(true);
          if (touchIsDue(times, now, DEFAULT_SESSION)) lastSeenAt = now;
        }
      }),
      { seed: 20261122, numRuns: 300 },
    );
  });
});
