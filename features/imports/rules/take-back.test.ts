import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { judgeTakeBack, type Present } from './take-back.ts';

const NOBODY = new Set<string>();
const begun = { id: 'site', before: 0, after: 1 };
const changed = { id: 'site', before: 3, after: 4 };
const present = (change: Partial<Present> = {}): Present => ({
  version: 1,
  inReach: true,
  uses: [],
  restorable: true,
  ...change,
});

describe('taking an import back', () => {
  it('ends what it began and restores what it changed', () => {
    expect(judgeTakeBack(begun, present(), NOBODY)).toEqual({ verdict: 'end' });
    expect(judgeTakeBack(changed, present({ version: 4 }), NOBODY)).toEqual({ verdict: 'restore' });
  });

  it('leaves what somebody touched since', () => {
    const verdict = judgeTakeBack(begun, present({ version: 2 }), NOBODY);
    expect(verdict).toEqual({ verdict: 'keep', reason: 'changed_since', usedBy: null });
  });

  it('leaves what something else uses, and says what', () => {
    const uses = [{ by: 'matters', userId: null }];
    const verdict = judgeTakeBack(begun, present({ uses }), NOBODY);
    expect(verdict).toEqual({ verdict: 'keep', reason: 'used', usedBy: 'matters' });
  });

  it('does not count a use that is taken back too', () => {
    const uses = [{ by: 'appointments', userId: 'appointment' }];
    const ends = (gone: ReadonlySet<string>) =>
      judgeTakeBack(begun, present({ uses }), gone).verdict;
    expect([ends(NOBODY), ends(new Set(['appointment']))]).toEqual(['keep', 'end']);
  });

  it('leaves what it changed where nobody kept what it was', () => {
    const verdict = judgeTakeBack(changed, present({ version: 4, restorable: false }), NOBODY);
    expect(verdict).toMatchObject({ verdict: 'keep', reason: 'not_restorable' });
  });

  it('never touches what lies beyond the reach of who takes back, or has moved on', () => {
    fc.assert(
      fc.property(
        fc.record({
          version: fc.integer({ min: 1, max: 4 }),
          inReach: fc.boolean(),
          restorable: fc.boolean(),
          uses: fc.array(fc.record({ by: fc.constant('matters'), userId: fc.constant(null) })),
        }),
        fc.constantFrom(begun, { id: 'site', before: 1, after: 2 }),
        (now, brought) => {
          const { verdict } = judgeTakeBack(brought, now, NOBODY);
          if (verdict === 'keep') return;
          expect([now.inReach, now.version]).toEqual([true, brought.after]);
          if (verdict === 'end') expect([brought.before, now.uses]).toEqual([0, []]);
          else expect([brought.before > 0, now.restorable]).toEqual([true, true]);
        },
      ),
      { seed: 27 },
    );
  });
});
