import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { type Counted, hideFew, hideFewRates, isFew, type ShownRate } from './hide-few.ts';

const SEED = { seed: 20261126, numRuns: 2000 };
const few = fc.integer({ min: 0, max: 25 });
const some = fc.oneof(few, fc.integer({ min: 0, max: 400 }));

const rate: fc.Arbitrary<Counted> = fc
  .tuple(some, few)
  .chain(([a, b]) =>
    fc.constantFrom({ numerator: a, denominator: a + b }, { numerator: b, denominator: a + b }),
  );

function sum(values: readonly number[]): number {
  return values.reduce((total, value) => total + value, 0);
}

/** What a reader with the total before them can reckon of the hidden parts: their sum and how many. */
function reckoned(parts: readonly number[], shown: readonly (number | null)[]) {
  const told = sum(shown.map((value) => value ?? 0));
  const hidden = parts.filter((_value, at) => shown[at] === null);
  return { sum: sum(parts) - told, places: hidden.length };
}

describe('parts of a total on a wall', () => {
  it('show no number from one to nine', () => {
    fc.assert(
      fc.property(fc.array(some, { maxLength: 20 }), (parts) => {
        expect(hideFew(parts).filter((value) => value !== null && isFew(value))).toEqual([]);
      }),
      SEED,
    );
  });

  it('let nobody subtract the last few, wherever the total is shown', () => {
    fc.assert(
      fc.property(fc.array(some, { maxLength: 20 }), (parts) => {
        if (isFew(sum(parts))) return;
        const { sum: left, places } = reckoned(parts, hideFew(parts));
        expect([places, isFew(left)]).toEqual([places, false]);
      }),
      SEED,
    );
  });

  it('stay as they are where none is few', () => {
    expect(hideFew([0, 10, 200, 0])).toEqual([0, 10, 200, 0]);
  });

  it('hide the smallest other with a single few', () => {
    expect(hideFew([4, 300, 31, 90])).toEqual([null, 300, null, 90]);
  });
});

describe('rates of parts on a wall', () => {
  const shownOf = (rates: readonly Counted[]): readonly ShownRate[] => hideFewRates(rates);

  it('show no part and no rest from one to nine', () => {
    fc.assert(
      fc.property(fc.array(rate, { maxLength: 20 }), (rates) => {
        for (const { numerator, denominator } of shownOf(rates)) {
          if (denominator !== null) expect(isFew(denominator)).toBe(false);
          if (numerator === null) continue;
          expect([isFew(numerator), isFew((denominator ?? 0) - numerator)]).toEqual([false, false]);
        }
      }),
      SEED,
    );
  });

  it('tell no numerator without its denominator', () => {
    fc.assert(
      fc.property(fc.array(rate, { maxLength: 20 }), (rates) => {
        const lone = shownOf(rates).filter(
          (one) => one.denominator === null && one.numerator !== null,
        );
        expect(lone).toEqual([]);
      }),
      SEED,
    );
  });

  it('let nobody subtract the last few, wherever the whole rate is shown', () => {
    fc.assert(
      fc.property(fc.array(rate, { maxLength: 20 }), (rates) => {
        const shown = shownOf(rates);
        const columns = [
          rates.map(({ numerator }) => numerator),
          rates.map(({ numerator, denominator }) => denominator - numerator),
        ];
        // The whole is shown only where neither of its parts is few (`withheld`).
        if (columns.some((column) => isFew(sum(column)))) return;
        for (const column of columns) {
          const told = column.map((value, at) => (shown[at]?.numerator === null ? null : value));
          const { sum: left, places } = reckoned(column, told);
          expect([places, isFew(left)]).toEqual([places, false]);
        }
      }),
      SEED,
    );
  });
});
