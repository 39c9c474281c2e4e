/** Branches, items and choices that nobody can get. */
import { describe, expect, it } from 'vitest';
import { changed, item, type Planted, placesOf } from '#tests/worlds/planted-schemes.ts';
import { WHOLE } from '#tests/worlds/schemes.ts';

const PLANTED: readonly Planted[] = [
  [
    'an unreachable branch',
    item('若 面积 < 0 ㎡ 则 1 元 否则 2 元'),
    'branch.unreachable',
    'items/9/formula',
    'error',
  ],
  [
    'a branch its outer branch excludes',
    item('若 面积 > 100 ㎡ 则 若 面积 < 50 ㎡ 则 1 元 否则 2 元 否则 3 元'),
    'branch.unreachable',
    'items/9/formula',
    'error',
  ],
  [
    'an item nobody can get',
    item('1 元', { when: '面积 > 6000 ㎡' }),
    'item.never',
    'items/9',
    'error',
  ],
  ['an item of nothing', item('面积 × 0 元/㎡'), 'item.never', 'items/9', 'error'],
  [
    'a cap below its minimum',
    item('面积 × 8 元/㎡', { min: '800 元', max: '500 元' }),
    'item.cap_below_minimum',
    'items/9/max',
    'error',
  ],
  [
    'a limit of what is no item',
    changed('limits', '奖励封顶', { of: ['面积'] }),
    'item.not_an_item',
    'limits/0/of',
    'error',
  ],
  [
    'payments of 110%',
    item('1 元', {
      pay: [
        { at: '签约', share: '70%' },
        { at: '腾空', share: '40%' },
      ],
    }),
    'item.pay_shares',
    'items/9/pay',
    'error',
  ],
  [
    'a choice nobody can make',
    {
      ...WHOLE,
      choices: {
        ...WHOLE.choices,
        values: [{ name: '货币' }, { name: '住房', when: '面积 > 9000 ㎡' }],
      },
    },
    'choice.never',
    'choices/values/1/when',
    'error',
  ],
];

describe('a check of a scheme', () => {
  it.each(PLANTED)('finds %s', (_what, document, code, path, severity) => {
    expect(placesOf(document, code)).toContainEqual([path, severity]);
  });
});
