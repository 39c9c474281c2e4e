/** Faults planted into formulas: their signs, their names and their units. */
import { describe, expect, it } from 'vitest';
import {
  added,
  changed,
  item,
  type Planted,
  placesOf,
  rows,
} from '#tests/worlds/planted-schemes.ts';
import { problemsOf, WHOLE } from '#tests/worlds/schemes.ts';

const PLANTED: readonly Planted[] = [
  ['a sign without meaning', item('面积 @ 1 元/㎡'), 'formula.sign', 'items/9/formula', 'error'],
  ['a formula that breaks off', item('面积 ×'), 'formula.expected', 'items/9/formula', 'error'],
  ['two formulas in one', item('面积 × 8 元/㎡ 9'), 'formula.end', 'items/9/formula', 'error'],
  [
    'a day that never was',
    item('若 腾空 > 2024-02-30 则 1 元 否则 2 元'),
    'formula.date',
    'items/9/formula',
    'error',
  ],
  [
    'a comma between thousands',
    item('面积 × 8,200 元/㎡'),
    'formula.grouping',
    'items/9/formula',
    'error',
  ],
  ['an unknown unit', item('面积 × 8 元/坪'), 'name.undefined', 'items/9/formula', 'error'],
  ['a unit that is stuck to its number', item('8坪'), 'formula.unit', 'items/9/formula', 'error'],
  [
    'a text that never ends',
    item('若 区位 = “一类 则 1 元 否则 2 元'),
    'formula.quote',
    'items/9/formula',
    'error',
  ],
  [
    'a word stuck to a name',
    item('若面积 > 1 ㎡ 则 1 元 否则 2 元'),
    'formula.keyword_attached',
    'items/9/formula',
    'error',
  ],
  [
    'a formula nested beyond reading',
    item(`${'('.repeat(80)}1 元${')'.repeat(80)}`),
    'formula.deep',
    'items/9/formula',
    'error',
  ],
  // names
  [
    'a name twice',
    added('values', { name: '面积', formula: '1 ㎡', cite: '一' }),
    'name.double',
    'values/1/name',
    'error',
  ],
  [
    'a unit as a name',
    added('values', { name: '户', formula: '1 ㎡', cite: '一' }),
    'name.reserved',
    'values/1/name',
    'error',
  ],
  ['an undefined fact', item('楼龄 × 1 元'), 'name.undefined', 'items/9/formula', 'error'],
  [
    'a row’s fact outside its rows',
    item('株数 × 1 元/株'),
    'name.out_of_list',
    'items/9/formula',
    'error',
  ],
  ['a list as a number', item('树木 × 1 元'), 'name.is_list', 'items/9/formula', 'error'],
  [
    'each of what is no list',
    item('1 元', { each: '面积' }),
    'name.not_a_list',
    'items/9/each',
    'error',
  ],
  [
    'a choice that is not there',
    item('若 区位 = “三类” 则 1 元 否则 2 元'),
    'name.value_unknown',
    'items/9/formula',
    'error',
  ],
  [
    'a value nobody uses',
    added('values', { name: '闲置', en: 'idle', formula: '1 ㎡', cite: '一' }),
    'name.unused',
    'values/1',
    'hint',
  ],
  // units
  ['areas and money added', item('面积 + 1 元'), 'type.units_differ', 'items/9/formula', 'error'],
  [
    'areas and mu compared',
    item('若 面积 > 1 亩 则 1 元 否则 2 元'),
    'type.units_differ',
    'items/9/formula',
    'error',
  ],
  ['a forgotten month', item('面积 × 15 元/㎡·月'), 'type.not_money', 'items/9/formula', 'error'],
  ['a text as a number', item('区位 × 1 元'), 'type.not_a_number', 'items/9/formula', 'error'],
  [
    'a number as a condition',
    item('1 元', { when: '面积' }),
    'type.not_a_truth',
    'items/9/when',
    'error',
  ],
  [
    'a day compared with an area',
    item('若 腾空 > 面积 则 1 元 否则 2 元'),
    'type.not_comparable',
    'items/9/formula',
    'error',
  ],
  [
    'a payment at no date',
    item('1 元', { pay: [{ at: '面积' }] }),
    'type.not_a_date',
    'items/9/pay/0/at',
    'error',
  ],
  [
    'branches of two units',
    item('若 低保 则 1 元 否则 2 ㎡'),
    'type.branches',
    'items/9/formula',
    'error',
  ],
  [
    'a function without its arguments',
    item('最大（1 元）'),
    'type.arguments',
    'items/9/formula',
    'error',
  ],
  [
    'a bound that is a formula',
    rows('档次奖励', ['< 计费面积', '1 元'], ['≥ 计费面积', '2 元']),
    'type.not_constant',
    'tables/3/rows/0/when/面积',
    'error',
  ],
  [
    'half a square metre added to a day',
    item('1 元', { pay: [{ at: '腾空 + 面积' }] }),
    'type.date_unit',
    'items/9/pay/0/at',
    'error',
  ],
  ['a division by zero', item('1 元 ÷ 0'), 'type.division_by_zero', 'items/9/formula', 'error'],
  [
    'a unit nobody knows',
    changed('facts', '面积', { unit: '坪', max: undefined }),
    'formula.end',
    'facts/0/unit',
    'error',
  ],
];

describe('a check of a scheme', () => {
  it.each(PLANTED)('finds %s', (_what, document, code, path, severity) => {
    expect(placesOf(document, code)).toContainEqual([path, severity]);
  });

  it('finds items in a circle, and names it', () => {
    const document = {
      ...WHOLE,
      items: [
        ...WHOLE.items,
        { name: '甲', en: 'a', kind: 'subsidy', cite: '一', formula: '乙 × 10%' },
        { name: '乙', en: 'b', kind: 'subsidy', cite: '一', formula: '甲 + 1 元' },
      ],
    };
    const circles = problemsOf(document).filter(({ code }) => code === 'name.circular');
    expect(circles.map(({ values }) => values['circle'])).toEqual(['甲 → 乙 → 甲']);
  });

  it('names the characters of the formula that are wrong', () => {
    const [problem] = problemsOf(item('面积 × 8 元/㎡ + 楼龄 × 1 元')).filter(
      ({ code }) => code === 'name.undefined',
    );
    expect(problem?.span).toEqual({ from: 13, to: 15 });
  });
});
