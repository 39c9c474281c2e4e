import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { changedLines } from './lines.ts';

const shown = (before: string, after: string) =>
  changedLines(before, after).map(
    ({ kind, text }) => `${{ same: ' ', old: '-', new: '+' }[kind]}${text}`,
  );

describe('two texts line by line', () => {
  it('show what was taken out and what was put in, and leave the rest', () => {
    expect(shown('a\nb\nc', 'a\nx\nc')).toEqual([' a', '-b', '+x', ' c']);
    expect(shown('a\nb', 'a\nb')).toEqual([' a', ' b']);
    expect(shown('', 'a')).toEqual(['-', '+a']);
    expect(shown('a\nb\nc\nd', 'b\nc\nd\ne')).toEqual(['-a', ' b', ' c', ' d', '+e']);
  });

  it('give both texts back, whatever changed, with the lines counted on both sides', () => {
    const text = fc
      .array(fc.constantFrom('a', 'b', 'c', '', '{'), { minLength: 1, maxLength: 30 })
      .map((lines) => lines.join('\n'));
    fc.assert(
      fc.property(text, text, (before, after) => {
        const lines = changedLines(before, after);
        const side = (other: string) => lines.filter(({ kind }) => kind !== other);
        expect(
          side('new')
            .map((line) => line.text)
            .join('\n'),
        ).toBe(before);
        expect(
          side('old')
            .map((line) => line.text)
            .join('\n'),
        ).toBe(after);
        expect(side('new').map(({ oldLine }) => oldLine)).toEqual(
          side('new').map((_, at) => at + 1),
        );
        expect(side('old').map(({ newLine }) => newLine)).toEqual(
          side('old').map((_, at) => at + 1),
        );
      }),
      { seed: 20261126, numRuns: 500 },
    );
  });

  it('are told apart as wholes where nearly nothing is the same', () => {
    const numbered = (sign: string) => Array.from({ length: 3000 }, (_, at) => `${sign}${at}`);
    const lines = changedLines(numbered('a').join('\n'), numbered('b').join('\n'));
    expect(lines).toHaveLength(6000);
  });
});
