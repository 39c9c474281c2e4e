/** What a scheme must not make of people, planted into one. */
import { describe, expect, it } from 'vitest';
import { added, item, type Part, type Planted, placesOf } from '#tests/worlds/planted-schemes.ts';
import { problemsOf, WHOLE } from '#tests/worlds/schemes.ts';

const OTHERS = {
  name: '整组签约率',
  en: 'share signed',
  type: 'number',
  unit: '%',
  max: '100%',
  source: 'office',
};

const PLANTED: readonly Planted[] = [
  [
    'money after the move',
    item('1 元', { pay: [{ at: '腾空 + 3 个月' }] }),
    'pay.after_move',
    'items/9/pay/0/at',
    'warning',
  ],
  [
    'a reward that depends on neighbours',
    { ...item('整组签约率 × 100 元'), facts: [...WHOLE.facts, OTHERS] },
    'reward.neighbours',
    'items/9',
    'warning',
  ],
  [
    'the same under another name',
    {
      ...item('进度 × 100 元'),
      facts: [...WHOLE.facts, { ...OTHERS, name: '进度', about: 'others' }],
    },
    'reward.neighbours',
    'items/9',
    'warning',
  ],
  [
    'a fact of pressure',
    added('facts', { name: '是否党员', en: 'x', type: 'yes_no', source: 'office' }),
    'fact.pressure',
    'facts/7/name',
    'error',
  ],
];

describe('a check of a scheme', () => {
  it.each(PLANTED)('finds %s', (_what, document, code, path, severity) => {
    expect(placesOf(document, code)).toContainEqual([path, severity]);
  });

  it('warns of money after the move for homes only, and never of the reward for it', () => {
    const late = { pay: [{ at: '腾空 + 3 个月' }] };
    const codes = (document: Part) => problemsOf(document).map(({ code }) => code);
    expect(codes({ ...item('1 元', late), homes: false })).not.toContain('pay.after_move');
    expect(codes(item('1 元', { ...late, kind: 'reward' }))).not.toContain('pay.after_move');
  });
});
