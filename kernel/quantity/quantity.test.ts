import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  addFen,
  addQuantities,
  fen,
  percent,
  Quantity,
  Rate,
  rate,
  readMoney,
  yuanText,
} from './index.ts';

const SEED = 808;

describe('money', () => {
  it('of 2.3 ten thousand yuan is 2,300,000 fen', () => {
    expect(readMoney('2.3', 'ten_thousand_yuan')).toEqual({ ok: true, value: 2_300_000 });
  });
  it.each(['1.005', '', 'many', '1,00', '90071992547409.92'])('is not read from %j', (text) => {
    expect(readMoney(text).ok).toBe(false);
  });
  it('is written and read back exactly', () => {
    fc.assert(
      fc.property(fc.maxSafeInteger(), (amount) => {
        expect(readMoney(yuanText(fen(amount)))).toEqual({ ok: true, value: amount });
      }),
      { seed: SEED },
    );
  });
  it('that is no whole fen, or leaves the exact range, is a fault', () => {
    expect(() => fen(0.1)).toThrow(RangeError);
    expect(() => addFen(fen(Number.MAX_SAFE_INTEGER), fen(1))).toThrow(RangeError);
  });
});

describe('a quantity', () => {
  it('that does not say how exact it is is none', () => {
    expect(Quantity.safeParse({ amount: 6000, unit: '户' }).success).toBe(false);
    expect(Quantity.safeParse({ amount: 6000, unit: '户', qualifier: 'over' }).success).toBe(true);
  });
  it('over something stays over it when an exact one is added', () => {
    const sum = addQuantities(
      { amount: 6000, unit: '户', qualifier: 'over' },
      { amount: 481, unit: '户', qualifier: 'exact' },
    );
    expect(sum).toEqual({ amount: 6481, unit: '户', qualifier: 'over' });
  });
  it('of persons does not add to one of person-times', () => {
    expect(() =>
      addQuantities(
        { amount: 1, unit: '人', qualifier: 'exact' },
        { amount: 1, unit: '人次', qualifier: 'exact' },
      ),
    ).toThrow(RangeError);
  });
});

describe('a rate', () => {
  it('that does not say what it is a part of is none', () => {
    expect(Rate.safeParse({ numerator: 808, denominator: 1101 }).success).toBe(false);
    expect(Rate.safeParse({ numerator: 808, denominator: 1101, of: 'villages' }).success).toBe(
      true,
    );
  });
  it('of 808 in 1,101 is 73.39 per cent', () => {
    expect(percent(rate(808, 1101, 'villages assessed'))).toBe(73.39);
  });
  it('of nothing has no per cent', () => {
    expect(percent(rate(0, 0, 'valid call-backs'))).toBeNull();
  });
  it('above one is a fault', () => {
    expect(() => rate(2, 1, 'valid call-backs')).toThrow(RangeError);
  });
});
