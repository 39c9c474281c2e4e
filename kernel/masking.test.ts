import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { maskedText } from './masking.ts';

const SEED = 20261122;
const digits = (length: number): fc.Arbitrary<string> =>
  fc
    .array(fc.integer({ min: 0, max: 9 }), { minLength: length, maxLength: length })
    .map((all) => all.join(''));
const mobile = fc
  .tuple(fc.integer({ min: 3, max: 9 }), digits(9))
  .map(([second, rest]) => `1${second}${rest}`);
const identity = fc
  .tuple(
    fc.integer({ min: 1, max: 8 }),
    digits(5),
    fc.constantFrom('19', '20'),
    digits(9),
    fc.constantFrom('X', 'x', '3'),
  )
  .map((parts) => parts.join(''));
const landline = fc
  .tuple(
    fc.constantFrom('010', '0379', '0532'),
    fc.constant(''),
    fc.integer({ min: 2, max: 9 }),
    digits(7),
  )
  .map(([area, gap, first, rest]) => `${area}${gap}${first}${rest}`);
const words = fc.constantFrom('', '路灯坏了，', 'tel', '我的电话', '联系人张（', '3号楼 ', '：');
/** A number as people write it: now and then a space or dash between the digits. */
const written = (number: fc.Arbitrary<string>): fc.Arbitrary<string> =>
  fc
    .tuple(
      number,
      fc.array(fc.constantFrom('', '', '', ' ', '-', ' - ', '·'), { minLength: 18, maxLength: 18 }),
    )
    .map(([text, gaps]) =>
      [...text]
        .map((digit, at) => digit + (at === text.length - 1 ? '' : (gaps[at] ?? '')))
        .join(''),
    );
const plain = (text: string): string => text.replace(/[^0-9Xx*]/g, '');

describe('a phone or identity number in free text', () => {
  it.each([
    ['a mobile number', mobile],
    ['an identity number', identity],
    ['a landline with its area code', landline],
  ])('is never readable: %s, however it is written', (_name, number) => {
    fc.assert(
      fc.property(words, written(number), words, (before, found, after) => {
        const masked = maskedText(`${before}${found}。${after}`);
        expect(plain(masked)).not.toContain(plain(found));
        expect(masked).toContain('*');
        expect(masked.length).toBe(before.length + found.length + 1 + after.length);
      }),
      { seed: SEED, numRuns: 400 },
    );
  });

  it('keeps three digits at the front and two at the end', () => {
    expect(maskedText('请打13812345678找我')).toBe('请打138******78找我');
    expect(maskedText('身份证 11010519491231002X')).toBe('身份证 110*************2X');
  });

  it.each([
    '+86 138-1234-5678',
    '0086 13812345678',
    '１３８１２３４５６７８',
    '(0379) 6390 1234',
    '座机：63901234',
    '410304 19900101 123 4',
    '卡号6222 0212 3456 7890 123',
  ])('is masked as %s', (text) => {
    expect(maskedText(text)).toContain('***');
  });

  it.each([
    '2026-11-22 09:30',
    '3号楼2单元1101',
    '410304001001',
    '共6000余户',
    '12345热线',
    '2026年11月22日至2027年1月3日',
    '面积 10234.56 平方米',
    '宽3.5米，长12.75米',
  ])('leaves %s alone', (text) => {
    expect(maskedText(text)).toBe(text);
  });

  it('changes nothing the second time', () => {
    fc.assert(
      fc.property(fc.oneof(fc.string(), mobile, identity, landline), (text) => {
        const once = maskedText(text);
        expect(maskedText(once)).toBe(once);
      }),
      { seed: SEED },
    );
  });
});
