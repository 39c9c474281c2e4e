import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { type Attempts, countAttempt, DEFAULT_LOCKOUT } from './lockout.ts';

const START = Date.parse('2026-11-22T08:00:00Z');

function tryAt(instants: readonly number[]): readonly boolean[] {
  let attempts: Attempts | undefined;
  return instants.map((instant) => {
    const attempt = countAttempt(attempts, instant, DEFAULT_LOCKOUT);
    attempts = attempt.attempts;
    return attempt.allowed;
  });
}

describe('lock-out per account', () => {
  it('takes five attempts in the window and locks at the sixth', () => {
    expect(tryAt([0, 1, 2, 3, 4, 5].map((n) => START + n))).toEqual([
      true,
      true,
      true,
      true,
      true,
      false,
    ]);
  });

  it('opens again when the lock has run out, with a new count', () => {
    const locked = [0, 1, 2, 3, 4, 5].map((n) => START + n);
    const after = START + 5 + DEFAULT_LOCKOUT.lockMs;
    expect(tryAt([...locked, after - 1, after]).slice(-2)).toEqual([false, true]);
  });

  it('is not prolonged by knocking while locked', () => {
    const locked = [0, 1, 2, 3, 4, 5].map((n) => START + n);
    const knocking = Array.from({ length: 10 }, (_, n) => START + 60_000 * (n + 1));
    const after = START + 5 + DEFAULT_LOCKOUT.lockMs;
    expect(tryAt([...locked, ...knocking, after]).at(-1)).toBe(true);
  });

  it('never lets more than the limit through in any window, whatever the rhythm', () => {
    const gaps = fc.array(fc.integer({ min: 0, max: 20 * 60_000 }), { maxLength: 60 });
    fc.assert(
      fc.property(gaps, (steps) => {
        let now = START;
        const instants = steps.map((step) => (now += step));
        const passed = instants.filter((_, index) => tryAt(instants)[index]);
        // a window restarts at its first attempt, so two neighbouring windows can meet
        for (const first of passed) {
          const within = passed.filter((t) => t >= first && t < first + DEFAULT_LOCKOUT.windowMs);
          expect(within.length).toBeLessThanOrEqual(2 * DEFAULT_LOCKOUT.failures);
        }
      }),
      { seed: 20261122, numRuns: 50 },
    );
  });
});
