import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  areaCode,
  creditCheck,
  creditCode,
  divisionCode,
  identityCheck,
  identityNumber,
  organisationCheck,
  parentCode,
  unitGridCode,
} from './index.ts';

const SEED = 11643;
const code = (outcome: { ok: boolean; refusal?: { code: string } }): string | undefined =>
  outcome.refusal?.code;

describe('an identity number', () => {
  it.each(['11010519491231002X', '440524188001010014'])(
    'is taken as published in GB 11643: %s',
    (text) => {
      expect(identityNumber(text)).toEqual({ ok: true, value: { number: text, kind: 'citizen' } });
    },
  );
  it('may be written with spaces and a small x', () => {
    expect(identityNumber('110105 19491231 002x').ok).toBe(true);
  });
  it('of the old kind has fifteen digits', () => {
    expect(identityNumber('110105491231002')).toMatchObject({
      ok: true,
      value: { kind: 'old_15' },
    });
  });
  it('of a residence permit begins with 81, 82 or 83', () => {
    const digits = '83000019900101123';
    expect(identityNumber(digits + identityCheck(digits))).toMatchObject({
      value: { kind: 'residence_permit' },
    });
  });
  it('born on a day that never was is refused as that', () => {
    expect(code(identityNumber('110105194902300021'))).toBe('input.impossible_date');
  });
  it('with any single digit changed is refused', () => {
    fc.assert(
      fc.property(fc.integer({ min: 0, max: 16 }), fc.integer({ min: 1, max: 9 }), (place, add) => {
        const right = '11010519491231002X';
        const digit = (Number(right[place]) + add) % 10;
        expect(identityNumber(right.slice(0, place) + digit + right.slice(place + 1)).ok).toBe(
          false,
        );
      }),
      { seed: SEED },
    );
  });
});

describe('a unified social credit code', () => {
  it('is taken as published', () => {
    expect(creditCode('9135 0100 M000 100Y43')).toEqual({ ok: true, value: '91350100M000100Y43' });
  });
  it('with two neighbours swapped is refused', () => {
    const right = '91350100M000100Y43';
    for (let at = 0; at < 17; at += 1) {
      const swapped = right.slice(0, at) + right[at + 1] + right[at] + right.slice(at + 2);
      if (swapped !== right) expect(creditCode(swapped).ok).toBe(false);
    }
  });
  it('made by the rules of both standards is taken, another check character is not', () => {
    fc.assert(
      fc.property(
        fc.integer({ min: 100000, max: 659999 }),
        fc.stringMatching(/^[0-9A-HJ-NPQRTUWXY]{8}$/),
        (region, body) => {
          const front = `91${region}${body}${organisationCheck(body)}`;
          expect(creditCode(front + creditCheck(front)).ok).toBe(true);
          expect(code(creditCode(front + (creditCheck(front) === '0' ? '1' : '0')))).toBe(
            'code.check_digit',
          );
        },
      ),
      { seed: SEED },
    );
  });
});

describe('a division code', () => {
  it.each([
    ['41', '41', 'province', 'plain'],
    ['410000', '41', 'province', 'plain'],
    ['410300', '4103', 'city', 'plain'],
    ['410304', '410304', 'county', 'plain'],
    ['410304000000', '410304', 'county', 'plain'],
    ['410304001', '410304001', 'town', 'street'],
    ['410304100000', '410304100', 'town', 'town'],
    ['410304200', '410304200', 'town', 'township'],
    ['410304400', '410304400', 'town', 'combined'],
    ['410304001001', '410304001001', 'village', 'residents_committee'],
    ['410304001200', '410304001200', 'village', 'villagers_committee'],
  ])('%s reads as %s, a %s (%s)', (text, normal, level, kind) => {
    expect(divisionCode(text)).toEqual({ ok: true, value: { code: normal, level, kind } });
  });
  it.each(['4103', '410304001', '410304001001'])(
    '%s lies under the code it begins with',
    (text) => {
      expect(text.startsWith(parentCode(text) ?? 'none')).toBe(true);
    },
  );
  it('of no province is unknown, of another length has no form', () => {
    expect(code(divisionCode('990000'))).toBe('input.unknown_code');
    expect(code(divisionCode('41030'))).toBe('code.form');
    expect(code(divisionCode('410304000001'))).toBe('code.form');
  });
  it('may be a local one, which is marked', () => {
    expect(areaCode('CHANHE-EVERGRANDE-1')).toEqual({
      ok: true,
      value: { code: 'CHANHE-EVERGRANDE-1', local: true },
    });
    expect(areaCode('410304001')).toEqual({ ok: true, value: { code: '410304001', local: false } });
    expect(code(areaCode('恒大绿洲'))).toBe('code.form');
  });
});

describe('a unit grid code', () => {
  it('has the community in front and a number within it behind', () => {
    expect(unitGridCode('410304001001017')).toEqual({
      ok: true,
      value: { code: '410304001001017', communityCode: '410304001001', number: 17 },
    });
  });
  it.each(['41030400100117', '410304001001000', '410304000000001', '990304001001001'])(
    'is not %s',
    (text) => {
      expect(unitGridCode(text).ok).toBe(false);
    },
  );
});
