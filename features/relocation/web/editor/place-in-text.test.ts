import { describe, expect, it } from 'vitest';
import { WHOLE } from '#tests/worlds/schemes.ts';
import { checkText } from '../../rules/check/check-text.ts';
import { marksOf, rangeOf } from './place-in-text.ts';

const text = JSON.stringify(WHOLE, undefined, 2);

describe('a finding of the check', () => {
  it('leads to the part of the formula that is at fault', () => {
    const spoiled = text.replace('面积 × 8 元/㎡', '面积 × 标准');
    const [problem] = checkText(spoiled).problems;
    if (problem === undefined) throw new Error('nothing was found');
    const { from, to } = rangeOf(spoiled, problem);
    expect([problem.code, spoiled.slice(from, to)]).toEqual(['name.undefined', '标准']);
    expect(marksOf([problem])).toEqual(new Map([[problem.place.line, 'error']]));
  });

  it('without a formula leads to its line', () => {
    const spoiled = text.replace('"cite": "第七条",', '');
    const problem = checkText(spoiled).problems.find(({ code }) => code === 'cite.missing');
    if (problem === undefined) throw new Error('nothing was found');
    const { from, to } = rangeOf(spoiled, problem);
    expect(spoiled.slice(from, to)).toBe('{');
    expect(marksOf([problem]).get(problem.place.line)).toBe('warning');
  });
});
