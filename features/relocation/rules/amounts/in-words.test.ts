import { describe, expect, it } from 'vitest';
import { amountInWords } from './in-words.ts';

describe('an amount in capital words', () => {
  it.each([
    [0, '零元整'],
    [1, '壹分'],
    [10, '壹角整'],
    [105, '壹元零伍分'],
    [100_00, '壹佰元整'],
    [1409_50, '壹仟肆佰零玖元伍角整'],
    [6007_14, '陆仟零柒元壹角肆分'],
    [1680_32, '壹仟陆佰捌拾元叁角贰分'],
    [16409_02, '壹万陆仟肆佰零玖元零贰分'],
    [325_04, '叁佰贰拾伍元零肆分'],
    [107000_53, '壹拾万柒仟元伍角叁分'],
    [100000_00, '壹拾万元整'],
    [10_0001_00, '壹拾万零壹元整'],
    [709464_00, '柒拾万玖仟肆佰陆拾肆元整'],
    [1_0000_0000_00, '壹亿元整'],
    [1_0000_0001_00, '壹亿零壹元整'],
    [1_0010_0000_00, '壹亿零壹拾万元整'],
    [-18700_00, '负壹万捌仟柒佰元整'],
  ])('of %d fen is %s', (fen, words) => {
    expect(amountInWords(fen)).toBe(words);
  });
  it('is none of what is no whole fen', () => {
    expect(() => amountInWords(0.5)).toThrow(RangeError);
  });
});
