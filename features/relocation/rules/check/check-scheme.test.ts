/** Faults planted into the document, its articles and its examples; and none where nothing is wrong. */
import { describe, expect, it } from 'vitest';
import { added, item, type Part, type Planted, placesOf } from '#tests/worlds/planted-schemes.ts';
import { problemsOf, WHOLE } from '#tests/worlds/schemes.ts';
import { readScheme } from '../scheme/read-scheme.ts';

const PLANTED: readonly Planted[] = [
  [
    'another version of the format',
    { ...WHOLE, format: 'lianxin-scheme/2' },
    'document.format',
    'format',
    'error',
  ],
  [
    'a word the format does not know',
    { ...WHOLE, colour: 'red' },
    'document.unknown_key',
    'colour',
    'error',
  ],
  ['a missing part', { ...WHOLE, title: undefined }, 'document.missing', 'title', 'error'],
  ['a part of another form', { ...WHOLE, land: 'lunar' }, 'document.form', 'land', 'error'],
  [
    'an item without its article',
    item('1 元', { cite: undefined }),
    'cite.missing',
    'items/9',
    'warning',
  ],
  [
    'a missing English name',
    added('values', { name: '无名', formula: '1 ㎡', cite: '一' }),
    'english.missing',
    'values/1',
    'hint',
  ],
];

describe('a check of a scheme', () => {
  it('finds nothing in a scheme in which nothing is wrong', () => {
    expect(problemsOf(WHOLE)).toEqual([]);
  });

  it.each(PLANTED)('finds %s', (_what, document, code, path, severity) => {
    expect(placesOf(document, code)).toContainEqual([path, severity]);
  });

  it('finds examples that do not come out', () => {
    const facts = {
      面积: '100',
      人口: '1',
      区位: '一类',
      签约: '2024-03-01 09:00',
      腾空: '2024-06-01',
      低保: '否',
      树木: [],
    };
    const example = (more: Part): Part => ({
      ...WHOLE,
      examples: [{ name: '例', facts, choice: '货币', ...more }],
    });
    const codes = (document: Part) => problemsOf(document).map(({ code }) => code);
    expect(codes(example({ amounts: { 搬迁: '800' } }))).toEqual([]);
    expect(codes(example({ amounts: { 搬迁: '800.01' } }))).toEqual(['example.amount']);
    expect(codes(example({ total: '1' }))).toEqual(['example.total']);
    expect(codes(example({ choice: '房票' }))).toEqual(['example.choice']);
    expect(codes(example({ facts: { ...facts, 面积: '-1' } }))).toEqual(['example.fact']);
    expect(codes(example({ facts: { 面积: '1' }, total: '1' }))).toEqual(['example.incomplete']);
  });

  it('names line and column of a place, and a key that stands twice', () => {
    const text = '{\n  "format": "lianxin-scheme/1",\n  "id": "a",\n  "id": "b"\n}';
    const { problems, places } = readScheme(text);
    expect(problems[0]).toMatchObject({ code: 'document.double_key', path: ['id'] });
    expect(places.at(['id'])).toEqual({ line: 4, column: 9 });
    expect(readScheme('{').problems[0]?.code).toBe('document.json');
  });
});
