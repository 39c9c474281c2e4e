/** Services of a test: a clock that is moved by hand, identifiers that count, keys that are the same every time. */
import type { Clock } from '#kernel/context.ts';
import { type Id, type Ids, uuidV7 } from '#kernel/ids.ts';
import type { Database } from '#platform/database/database.ts';
import type { Translate } from '#platform/http/i18n.ts';
import type { Waker } from '#platform/outbox/waker.ts';
import { deriveKeys, type Keys } from '#platform/protection/keys.ts';
import { createProtection, type Protection } from '#platform/protection/protection.ts';

export interface MovedClock extends Clock {
  /** Moves the clock on by so many milliseconds. */
  move(milliseconds: number): void;
}

export interface TestServices {
  readonly database: Database;
  readonly clock: MovedClock;
  readonly ids: Ids;
  readonly keys: Keys;
  readonly protection: Protection;
  readonly waker: Waker;
  /** Says the key itself. */
  readonly translate: Translate;
}

/** @param start the instant at which the clock stands at first */
export function testServices(database: Database, start: string | number): TestServices {
  const keys = deriveKeys([{ id: 'k1', bytes: new Uint8Array(32).fill(7) }]);
  const clock = movedClock(typeof start === 'number' ? start : Date.parse(start));
  return {
    database,
    clock,
    ids: countedIds(clock),
    keys,
    protection: createProtection(keys),
    waker: { wake: () => undefined, idle: async () => undefined },
    translate: (_locale, key) => key,
  };
}

export function movedClock(start: number): MovedClock {
  let now = start;
  return {
    now: () => now,
    move: (milliseconds) => {
      now += milliseconds;
    },
  };
}

/** Identifiers of the form that the house makes, in the order of their making. */
function countedIds(clock: Clock): Ids {
  let count = 0;
  return {
    next: <T extends Id<string>>() => {
      count += 1;
      const bytes = new Uint8Array(10);
      new DataView(bytes.buffer).setUint32(6, count);
      return uuidV7(clock.now(), bytes) as T;
    },
  };
}
