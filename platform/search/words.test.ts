import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { searchQuery, searchVector } from './words.ts';

/** What the database does with both: every piece asked for stands in the vector, or begins a word of it. */
function finds(query: string, text: string): boolean {
  const words = [...searchVector(text).matchAll(/'((?:[^']|'')*)'/g)].map(([, word = '']) => word);
  return searchQuery(query)
    .split(' & ')
    .every((piece) => {
      const [, word = '', prefix] = /^'(.*)'(:\*)?$/.exec(piece) ?? [];
      return words.some((one) => (prefix === undefined ? one === word : one.startsWith(word)));
    });
}

describe('the words of a search', () => {
  it.each([
    ['路灯', '巷口路灯不亮'],
    ['路灯不亮', '巷口的路灯不亮，夜里看不清。'],
    ['灯', '换了新路灯'],
    ['亮', '路灯不亮'],
    ['3号楼', '煤仓街3号楼门口'],
    ['led灯', '新装的 LED灯 不亮'],
    ['wat', 'Broken water main'],
    ['井盖 松动', '松动的井盖'],
  ])('%s is found in %s', (query, text) => {
    expect(finds(query, text)).toBe(true);
  });

  it.each([
    ['灯路', '路灯不亮'],
    ['井盖', '路灯不亮'],
    ['ater', 'Broken water main'],
  ])('%s is not found in %s', (query, text) => {
    expect(finds(query, text)).toBe(false);
  });

  it('any part of a Chinese sentence finds the sentence', () => {
    const sentence = fc
      .array(fc.constantFrom(...'路灯不亮井盖松动巷口夜里看不清楼道堆放杂物'), {
        minLength: 1,
        maxLength: 40,
      })
      .map((characters) => characters.join(''));
    fc.assert(
      fc.property(sentence, fc.nat(), fc.nat(), (text, from, length) => {
        const start = from % text.length;
        const part = text.slice(start, start + 1 + (length % 15));
        expect(finds(part, text)).toBe(true);
      }),
      { seed: 20261126, numRuns: 500 },
    );
  });

  it('nothing is asked for where nothing but signs was typed', () => {
    expect(searchQuery(" %_!:*'\\ ")).toBe('');
  });
});
