/** `kill -9` under load, again and again on one database; the same for both engines. */
import { expect, it } from 'vitest';
import type { EngineName } from '#tests/engines/engines.ts';
import { foundOffice } from './founded-office.ts';
import { Chronicle, type Death } from './life.ts';

const KILLS = 20;
/** Acknowledgements heard before a kill, and the milliseconds behind the last of them; 0: while it starts. */
const MOMENTS = [
  [1, 0],
  [40, 3],
  [12, 17],
  [90, 1],
  [0, 1_500],
  [25, 40],
  [3, 8],
  [60, 0],
  [5, 120],
  [0, 2_500],
] as const;

const deaths: readonly Death[] = Array.from({ length: KILLS }, (_, at) => {
  const [acknowledgements, after] = MOMENTS[at % MOMENTS.length] ?? [1, 0];
  return { acknowledgements, after };
});

export function losesNothing(engine: EngineName): void {
  it(`is killed ${KILLS} times under load; all it acknowledged is there, whole, and once`, async () => {
    const { plan, drop } = await foundOffice(engine);
    const chronicle = new Chronicle(plan);
    for (const [at, death] of deaths.entries()) {
      expect(await chronicle.next(death), `before kill ${at + 1}`).toEqual([]);
    }
    expect(await chronicle.next(undefined), 'after the last kill').toEqual([]);
    // What nobody heard an answer to was sent again with its id, and answered.
    expect(chronicle.unanswered).toEqual([]);
    expect(chronicle.refused).toEqual([]);
    expect(chronicle.acknowledged.length).toBeGreaterThan(10 * KILLS);
    await drop();
  }, 600_000);
}
