/** Faults planted into a scheme in which nothing is wrong, one of each kind. */
import { describe, expect, it } from 'vitest';
import { problemsOf, publishedSchemes, publishedText, WHOLE } from '#tests/worlds/schemes.ts';
import { readScheme } from '../scheme/read-scheme.ts';

type Part = Readonly<Record<string, unknown>>;

/** The sample with one named part changed. */
function changed(
  list: 'facts' | 'tables' | 'values' | 'items' | 'limits',
  name: string,
  change: Part,
): Part {
  const parts: readonly Part[] = WHOLE[list];
  return {
    ...WHOLE,
    [list]: parts.map((part) => (part['name'] === name ? { ...part, ...change } : part)),
  };
}

function added(
  list: 'facts' | 'tables' | 'values' | 'items' | 'limits',
  ...more: readonly Part[]
): Part {
  const parts: readonly Part[] = WHOLE[list];
  return { ...WHOLE, [list]: [...parts, ...more] };
}

const item = (formula: string, more: Part = {}): Part =>
  added('items', { name: '新项', en: 'new', kind: 'subsidy', cite: '二十', formula, ...more });
const rows = (table: string, ...written: readonly (readonly [string, string])[]): Part =>
  changed('tables', table, {
    rows: written.map(([when, value]) => ({ when: { 面积: when }, value })),
  });
const OTHERS = {
  name: '整组签约率',
  en: 'share signed',
  type: 'number',
  unit: '%',
  max: '100%',
  source: 'office',
};

/** Document, code, place, severity. */
const PLANTED: readonly (readonly [string, Part, string, string, string])[] = [
  // the document
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
  // formulas
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
    'items in a circle',
    changed('items', '搬迁', { formula: '过渡 × 10%', min: '分级' }),
    'name.circular',
    '',
    'none',
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
  // tables
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
  // reach
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
  // citations and rights
  [
    'an item without its article',
    item('1 元', { cite: undefined }),
    'cite.missing',
    'items/9',
    'warning',
  ],
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

  it.each(PLANTED.filter(([, , , , severity]) => severity !== 'none'))(
    'finds %s',
    (_what, document, code, path, severity) => {
      const found = problemsOf(document).filter((problem) => problem.code === code);
      expect(found.map((problem) => [problem.path.join('/'), problem.severity])).toContainEqual([
        path,
        severity,
      ]);
    },
  );

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

  it('warns of money after the move for homes only, and never of the reward for it', () => {
    const late = { pay: [{ at: '腾空 + 3 个月' }] };
    const codes = (document: Part) => problemsOf(document).map(({ code }) => code);
    expect(codes({ ...item('1 元', late), homes: false })).not.toContain('pay.after_move');
    expect(codes(item('1 元', { ...late, kind: 'reward' }))).not.toContain('pay.after_move');
  });

  it('names line and column of a place, and a key that stands twice', () => {
    const text = '{\n  "format": "lianxin-scheme/1",\n  "id": "a",\n  "id": "b"\n}';
    const { problems, places } = readScheme(text);
    expect(problems[0]).toMatchObject({ code: 'document.double_key', path: ['id'] });
    expect(places.at(['id'])).toEqual({ line: 4, column: 9 });
    expect(readScheme('{').problems[0]?.code).toBe('document.json');
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
