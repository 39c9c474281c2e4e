import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  childPath,
  depthOfPath,
  MOST_CHILDREN,
  numberInPath,
  parentPath,
  pathsAbove,
} from './area-path.ts';
import { versionStep } from './timeline.ts';

const SEED = 15;
const numbers = fc.array(fc.integer({ min: 1, max: MOST_CHILDREN }), {
  minLength: 1,
  maxLength: 5,
});
const pathOf = (steps: readonly number[]): string => steps.reduce(childPath, '');

describe('the path of an area', () => {
  it('lies under the path of another exactly where the area does', () => {
    fc.assert(
      fc.property(numbers, numbers, (one, other) => {
        const under = one.every((number, at) => other[at] === number);
        expect(pathOf(other).startsWith(pathOf(one))).toBe(under);
      }),
      { seed: SEED },
    );
  });
  it('names its parent, its depth, its number and all above it', () => {
    fc.assert(
      fc.property(numbers, (steps) => {
        const path = pathOf(steps);
        expect(parentPath(path)).toBe(pathOf(steps.slice(0, -1)));
        expect(depthOfPath(path)).toBe(steps.length);
        expect(numberInPath(path)).toBe(steps.at(-1));
        expect(pathsAbove(path)).toEqual(
          steps.slice(0, -1).map((_, at) => pathOf(steps.slice(0, at + 1))),
        );
      }),
      { seed: SEED },
    );
  });
  it('has an end of numbers', () => {
    expect(childPath('', MOST_CHILDREN)).toBe('zzz');
    expect(() => childPath('', MOST_CHILDREN + 1)).toThrow(RangeError);
  });
});

describe('a change', () => {
  it('from a later day opens a version, from the same day corrects it', () => {
    expect(versionStep('2023-01-01', '2024-01-01', '2026-11-22')).toEqual({
      ok: true,
      value: { step: 'open', from: '2024-01-01' },
    });
    expect(versionStep('2023-01-01', '2023-01-01', '2026-11-22')).toEqual({
      ok: true,
      value: { step: 'correct', from: '2023-01-01' },
    });
  });
  it('without a day holds from today', () => {
    expect(versionStep('2023-01-01', null, '2026-11-22')).toEqual({
      ok: true,
      value: { step: 'open', from: '2026-11-22' },
    });
    expect(versionStep('2026-11-22', null, '2026-11-22')).toEqual({
      ok: true,
      value: { step: 'correct', from: '2026-11-22' },
    });
  });
  it('does not rewrite what is over, nor begin after the last day allowed', () => {
    expect(versionStep('2023-01-01', '2022-01-01', '2026-11-22').ok).toBe(false);
    expect(versionStep('2023-01-01', '2027-01-01', '2026-11-22', '2026-11-22').ok).toBe(false);
    expect(versionStep('2023-01-01', '2027-01-01', '2026-11-22').ok).toBe(true);
  });
});
