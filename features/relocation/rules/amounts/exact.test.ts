import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { Exact } from './exact.ts';

const SEED = 590;

function exact(text: string): Exact {
  const read = Exact.read(text);
  if (read === undefined) throw new Error(`${text} is no number`);
  return read;
}

/** Decimals of up to six places, and what they are in millionths. */
const decimals = fc
  .tuple(fc.bigInt({ min: -(10n ** 15n), max: 10n ** 15n }), fc.integer({ min: 0, max: 6 }))
  .map(([digits, places]) => {
    const text = (digits < 0n ? -digits : digits).toString().padStart(places + 1, '0');
    const cut = text.length - places;
    const written = places === 0 ? text : `${text.slice(0, cut)}.${text.slice(cut)}`;
    return {
      text: `${digits < 0n ? '-' : ''}${written}`,
      millionths: digits * 10n ** BigInt(6 - places),
    };
  });

describe('an exact number', () => {
  it('of a nineteenth times nineteen is what it was, so the fen is right', () => {
    const whole = exact('250.005').dividedBy(exact('19'))?.times(exact('19'));
    expect(whole?.toText()).toBe('250.005');
    expect(whole?.toFen()).toBe(25001);
  });
  it.each(['', '1e3', '1,000', '.5', '5.', '+-1', 'NaN', 'Infinity', '０', '1'.repeat(41)])(
    'is not read from %j',
    (text) => expect(Exact.read(text)).toBeUndefined(),
  );
  it('adds, subtracts, multiplies and compares as whole millionths do', () => {
    fc.assert(
      fc.property(decimals, decimals, (a, b) => {
        const [x, y] = [exact(a.text), exact(b.text)];
        const millionths = (of: Exact): bigint =>
          BigInt(of.times(exact('1000000000000')).toText(0));
        expect(millionths(x.plus(y))).toBe((a.millionths + b.millionths) * 10n ** 6n);
        expect(millionths(x.minus(y))).toBe((a.millionths - b.millionths) * 10n ** 6n);
        expect(millionths(x.times(y))).toBe(a.millionths * b.millionths);
        expect(x.compare(y)).toBe(
          Number(a.millionths > b.millionths) - Number(a.millionths < b.millionths),
        );
      }),
      { seed: SEED, numRuns: 400 },
    );
  });
  it('divided and multiplied again is itself, and by zero is nothing', () => {
    fc.assert(
      fc.property(decimals, decimals, (a, b) => {
        const [x, y] = [exact(a.text), exact(b.text)];
        const quotient = x.dividedBy(y);
        if (y.sign() === 0) expect(quotient).toBeUndefined();
        else expect(quotient?.times(y).equals(x)).toBe(true);
      }),
      { seed: SEED, numRuns: 400 },
    );
  });
  it('is rounded half away from zero, and never further than half a step', () => {
    expect(exact('0.005').toFen()).toBe(1);
    expect(exact('-0.005').toFen()).toBe(-1);
    expect(exact('0.00499999999999999999999999999999999999').toFen()).toBe(0);
    fc.assert(
      fc.property(decimals, fc.constantFrom('0.01', '1', '10', '0.3'), (a, step) => {
        const [x, by] = [exact(a.text), exact(step)];
        const rounded = x.roundedTo(by, 'half_up');
        const away = rounded.minus(x);
        const size = away.sign() < 0 ? away.negated() : away;
        expect(size.times(exact('2')).compare(by)).toBeLessThanOrEqual(0);
        expect(x.roundedTo(by, 'down').minus(x.roundedTo(by, 'up')).sign()).toBe(
          rounded.equals(x) ? 0 : -Math.sign(x.sign()),
        );
      }),
      { seed: SEED, numRuns: 400 },
    );
  });
  it('beyond what whole fen hold has no fen', () => {
    expect(exact('90071992547409.91').toFen()).toBe(Number.MAX_SAFE_INTEGER);
    expect(exact('90071992547409.92').toFen()).toBeUndefined();
  });
  it('that does not end says that it was cut', () => {
    const third = exact('1').dividedBy(exact('3')) ?? Exact.zero;
    expect([third.toText(), third.isWritten()]).toEqual(['0.333333', false]);
  });
});
