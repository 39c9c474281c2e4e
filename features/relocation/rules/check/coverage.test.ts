/** Gaps, overlaps and rows nobody reaches, planted into tables. */
import { describe, expect, it } from 'vitest';
import { changed, item, type Planted, placesOf, rows } from '#tests/worlds/planted-schemes.ts';
import { problemsOf, publishedSchemes, publishedText } from '#tests/worlds/schemes.ts';

const PLANTED: readonly Planted[] = [
  [
    'a gap between tiers',
    rows('档次奖励', ['< 60 ㎡', '1 元'], ['≥ 60.02 ㎡', '2 元']),
    'table.gap',
    'tables/3',
    'error',
  ],
  [
    'an overlap of tiers',
    rows('档次奖励', ['≤ 60 ㎡', '1 元'], ['≥ 60 ㎡', '2 元']),
    'table.overlap',
    'tables/3',
    'error',
  ],
  [
    'a gap of one minute',
    changed('tables', '早签比例', {
      otherwise: undefined,
      rows: [
        { when: { 签约: '≤ 2024-03-20 17:30' }, value: '5%' },
        { when: { 签约: '≥ 2024-03-20 17:32' }, value: '2%' },
      ],
    }),
    'table.gap',
    'tables/1',
    'error',
  ],
  [
    'an overlap of one day',
    changed('tables', '早签比例', {
      rows: [
        { when: { 签约: '≤ 2024-03-20' }, value: '5%' },
        { when: { 签约: '≥ 2024-03-20' }, value: '2%' },
      ],
    }),
    'table.overlap',
    'tables/1',
    'error',
  ],
  [
    'a class without a row',
    changed('tables', '单价', { rows: [{ when: { 区位: '一类' }, value: '8200 元/㎡' }] }),
    'table.gap',
    'tables/0',
    'error',
  ],
  [
    'progressive tiers with a hole',
    rows('分级补助', ['≤ 60 ㎡', '1 元/㎡'], ['≥ 60.01 ㎡', '2 元/㎡']),
    'table.gap',
    'tables/2',
    'error',
  ],
  [
    'a row nobody reaches',
    rows('档次奖励', ['< 60 ㎡', '1 元'], ['≥ 60 ㎡，≤ 5000 ㎡', '2 元'], ['> 5000 ㎡', '3 元']),
    'table.row_unreachable',
    'tables/3/rows/2',
    'error',
  ],
  [
    'a condition by another name',
    changed('tables', '单价', { rows: [{ when: { 面积: '> 1 ㎡' }, value: '1 元/㎡' }] }),
    'table.condition',
    'tables/0/rows/0/when/面积',
    'error',
  ],
  ['tiers by a class', item('分段（单价）'), 'table.not_tiers', 'items/9/formula', 'error'],
];

describe('a check of a scheme', () => {
  it.each(PLANTED)('finds %s', (_what, document, code, path, severity) => {
    expect(placesOf(document, code)).toContainEqual([path, severity]);
  });

  it.each(publishedSchemes())(
    'finds a gap wherever a row is taken out of a table of %s',
    (file) => {
      const document = JSON.parse(publishedText(file)) as {
        tables?: { rows: unknown[]; otherwise?: string }[];
      };
      for (const [at, table] of (document.tables ?? []).entries()) {
        if (table.otherwise !== undefined) continue;
        for (const row of table.rows.keys()) {
          const tables = document.tables?.with(at, {
            ...table,
            rows: table.rows.filter((_, one) => one !== row),
          });
          const codes = problemsOf({ ...document, tables, examples: [] }).map(({ code }) => code);
          expect(codes.some((code) => code === 'table.gap' || code === 'document.form')).toBe(true);
        }
      }
    },
  );
});
