/** Laws that hold for every scheme and every household, and the edges at which rules change. */
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { calculatorOf, HOUSEHOLD, WHOLE } from '#tests/worlds/schemes.ts';
import type { RawFacts } from './scheme/document.ts';
import type { Calculator, ChoiceStatement } from './statement.ts';

const SEED = 27;
const RUNS = 1500;
const whole = calculatorOf(WHOLE);

const two = (digits: number): string => String(digits).padStart(2, '0');
const hundredths = (most: number): fc.Arbitrary<string> =>
  fc.integer({ min: 0, max: most }).map((n) => `${Math.floor(n / 100)}.${two(n % 100)}`);

const households: fc.Arbitrary<RawFacts> = fc.record({
  面积: fc.oneof(
    hundredths(500_000),
    fc.constantFrom('0', '20', '20.01', '50', '60', '60.01', '120', '5000'),
  ),
  人口: fc.integer({ min: 1, max: 9 }).map(String),
  区位: fc.constantFrom('一类', '二类'),
  签约: fc
    .tuple(
      fc.integer({ min: 1, max: 30 }),
      fc.integer({ min: 0, max: 23 }),
      fc.integer({ min: 0, max: 59 }),
    )
    .map(([day, hour, minute]) => `2024-0${(day % 2) + 3}-${two(day)} ${two(hour)}:${two(minute)}`),
  腾空: fc.integer({ min: 1, max: 28 }).map((day) => `2024-06-${two(day)}`),
  低保: fc.constantFrom('是', '否'),
  树木: fc.array(
    fc.record({
      树种: fc.constantFrom('果树', '杂树'),
      株数: fc.integer({ min: 0, max: 50 }).map(String),
    }),
    { maxLength: 4 },
  ),
});

function under(calculator: Calculator, facts: RawFacts, choice: string): ChoiceStatement {
  const [statement] = calculator.statement(facts, { choices: [choice] }).choices;
  if (statement === undefined) throw new Error('no statement');
  return statement;
}

function amount(statement: ChoiceStatement, item: string): number | undefined {
  const lines = statement.lines.filter((line) => line.item === item);
  return lines.length === 0
    ? undefined
    : lines.reduce((sum, line) => sum + (line.amount ?? Number.NaN), 0);
}

function shuffled<T>(list: readonly T[], seed: number): T[] {
  return list
    .map((one, at) => ({ one, key: Math.imul(at + 1, 2654435761 ^ (seed * 97)) >>> 0 }))
    .sort((a, b) => a.key - b.key)
    .map(({ one }) => one);
}

describe('a statement', () => {
  it('of the sample is the one worked out by hand', () => {
    const money = under(whole, HOUSEHOLD, '货币');
    expect(
      Object.fromEntries(money.lines.map((line) => [`${line.item}${line.row ?? ''}`, line.amount])),
    ).toEqual({
      房屋: 709_464_00, // 86.52 × 8200
      搬迁: 800_00, // 692.16, at least 800
      过渡: 7_786_80, // 86.52 × 15 × 6
      早签: 35_473_20, // 709,464 × 5%
      分级: 7_591_20, // 60 × 100 + 26.52 × 60
      档次: 2_000_00,
      林木1: 361_50,
      林木2: 150_00,
    });
    expect(money.total).toBe(763_626_70);
    expect(under(whole, HOUSEHOLD, '住房').lines.find(({ item }) => item === '补差')?.amount).toBe(
      2_019_09,
    ); // 2,019.0884
  });

  it('has lines that sum to its total, and months that sum to it too', () => {
    fc.assert(
      fc.property(households, (facts) => {
        for (const { lines, total, cash, sums } of whole.statement(facts).choices) {
          const sign = (kind: string): number => (kind === 'deduction' ? -1 : 1);
          const sum = lines.reduce(
            (all, line) => all + sign(line.kind) * (line.amount ?? Number.NaN),
            0,
          );
          const paid = [...cash.months, ...cash.undated].reduce(
            (all, part) => all + part.amount,
            cash.unscheduled,
          );
          const byKind = Object.entries(sums).reduce(
            (all, [kind, part]) => all + sign(kind) * part,
            0,
          );
          expect([sum, paid, byKind]).toEqual([total, total, total]);
          expect(lines.every((line) => Number.isSafeInteger(line.amount))).toBe(true);
        }
      }),
      { seed: SEED, numRuns: RUNS },
    );
  });

  it('is the same in every order of facts, tables, values and items', () => {
    const orders = Array.from({ length: 12 }, (_, seed) =>
      calculatorOf({
        ...WHOLE,
        facts: shuffled(WHOLE.facts, seed),
        tables: shuffled(WHOLE.tables, seed),
        items: shuffled(WHOLE.items, seed + 5),
      }),
    );
    const sorted = ({ lines, ...rest }: ChoiceStatement) => ({
      lines: [...lines].sort((a, b) => (`${a.item}${a.row}` < `${b.item}${b.row}` ? -1 : 1)),
      total: rest.total,
      months: rest.cash.months,
    });
    fc.assert(
      fc.property(households, fc.nat(11), (facts, at) => {
        const other = orders[at];
        const mixed = Object.fromEntries(shuffled(Object.entries(facts), at));
        expect(other?.statement(mixed).choices.map(sorted)).toEqual(
          whole.statement(facts).choices.map(sorted),
        );
      }),
      { seed: SEED, numRuns: RUNS / 3 },
    );
  });

  it('holds minima, maxima and limits, whatever the household', () => {
    fc.assert(
      fc.property(households, (facts) => {
        const money = under(whole, facts, '货币');
        const moving = amount(money, '搬迁') ?? 0;
        expect(moving).toBeGreaterThanOrEqual(800_00);
        expect(moving).toBeLessThanOrEqual(20_000_00);
        const rewards =
          (amount(money, '早签') ?? 0) +
          (amount(money, '档次') ?? 0) +
          (amount(money, '奖励封顶') ?? 0);
        expect(rewards).toBeLessThanOrEqual(80_000_00);
      }),
      { seed: SEED, numRuns: RUNS },
    );
  });

  it('grows in proportion where a rule is a product, and never falls where tiers are progressive', () => {
    fc.assert(
      fc.property(fc.integer({ min: 1, max: 2000 }), households, (area, facts) => {
        const once = under(whole, { ...facts, 面积: String(area) }, '货币');
        const twice = under(whole, { ...facts, 面积: String(area * 2) }, '货币');
        expect(amount(twice, '房屋')).toBe(2 * (amount(once, '房屋') ?? 0));
        expect(amount(twice, '分级') ?? 0).toBeGreaterThanOrEqual(amount(once, '分级') ?? 0);
      }),
      { seed: SEED, numRuns: RUNS / 3 },
    );
  });

  it.each([
    ['59.99', 1000_00, 5_999_00],
    ['60', 2000_00, 6_000_00],
    ['60.01', 2000_00, 6_000_60],
    ['119.99', 2000_00, 9_599_40],
    ['120', 3000_00, 9_600_00],
    ['120.01', 3000_00, 9_600_20],
  ])(
    'changes at the edge of a tier by the hundredth of a square metre: %s ㎡',
    (area, step, graded) => {
      const money = under(whole, { ...HOUSEHOLD, 面积: area }, '货币');
      expect([amount(money, '档次'), amount(money, '分级')]).toEqual([step, graded]);
    },
  );

  it.each([
    ['2024-03-20 17:29', 35_473_20],
    ['2024-03-20 17:30', 35_473_20],
    ['2024-03-20 17:31', 14_189_28],
    ['2024-04-10 23:59', 14_189_28],
    ['2024-04-11 00:00', 0],
  ])(
    'changes at the minute the rule names, and a day ends with its last minute: %s',
    (signed, reward) => {
      expect(amount(under(whole, { ...HOUSEHOLD, 签约: signed }, '货币'), '早签')).toBe(reward);
    },
  );

  it.each([
    ['8000', '80000.00', 80_000_00],
    ['8000.01', '80000.10', 80_000_00],
    ['7999.99', '79999.90', 79_999_90],
  ])('meets a maximum to the fen: %s × 10 is held to 80,000', (base, _exact, held) => {
    const calculator = calculatorOf({
      ...WHOLE,
      ...{ choices: undefined, tables: [], values: [], limits: [], units: [] },
      facts: [{ name: '基数', en: 'base', type: 'number', unit: '元', source: 'office' }],
      items: [
        {
          name: '奖',
          en: 'reward',
          kind: 'reward',
          cite: '一',
          formula: '基数 × 10',
          max: '8 万元',
        },
      ],
    });
    expect(calculator.statement({ 基数: base }).choices[0]?.total).toBe(held);
  });

  it('never makes a number of a fact that is missing, and never a total', () => {
    const names = Object.keys(HOUSEHOLD);
    fc.assert(
      fc.property(households, fc.subarray(names, { minLength: 1 }), (facts, left) => {
        const given = Object.fromEntries(
          Object.entries(facts).filter(([name]) => !left.includes(name)),
        );
        for (const [at, statement] of whole.statement(given).choices.entries()) {
          const full = whole.statement(facts).choices[at];
          for (const line of statement.lines) {
            if (line.amount === undefined)
              expect(line.missing?.every((name) => left.includes(name))).toBe(true);
            else {
              // What can be worked out is what it is with all facts.
              const same = full?.lines.find(
                ({ item, row }) => item === line.item && row === line.row,
              );
              expect(same?.amount).toBe(line.amount);
            }
          }
          const open = statement.lines.some((line) => line.amount === undefined);
          expect(statement.total === null).toBe(open);
        }
      }),
      { seed: SEED, numRuns: RUNS / 2 },
    );
  });

  it('knows a day of calculation only where it is told, and the same day gives the same', () => {
    const dated = {
      ...WHOLE,
      facts: [...WHOLE.facts, { name: '计算日', en: 'day', type: 'date', source: 'as_of' }],
      items: [
        ...WHOLE.items,
        {
          name: '逾期',
          en: 'overdue',
          kind: 'subsidy',
          cite: '十六',
          formula: '计月数（腾空，计算日） × 100 元/月',
        },
      ],
    };
    const calculator = calculatorOf(dated);
    const [without] = calculator.statement(HOUSEHOLD).choices;
    expect(without?.missing).toEqual(['计算日']);
    const late = (asOf: string) =>
      calculator.statement(HOUSEHOLD, { asOf }).choices[0]?.lines.at(-1)?.amount;
    expect([late('2024-05-31'), late('2024-06-30'), late('2024-07-01')]).toEqual([
      0, 100_00, 200_00,
    ]);
  });

  it('tells a division by zero, and does not divide', () => {
    const calculator = calculatorOf({
      ...WHOLE,
      items: [
        {
          name: '均摊',
          en: 'share',
          kind: 'subsidy',
          cite: '一',
          formula: '10000 元 × （人口 ÷ 面积 ÷ 1 人 × 1 ㎡）',
        },
      ],
      limits: [],
    });
    const [statement] = calculator.statement({ ...HOUSEHOLD, 面积: '0' }).choices;
    expect(statement?.total).toBeNull();
    expect(statement?.faults).toEqual([{ code: 'fault.division_by_zero', name: '均摊' }]);
  });

  it.each([
    [{ 面积: '-1' }, 'fact.below'],
    [{ 面积: '5000.01' }, 'fact.above'],
    [{ 面积: '86.525' }, 'fact.decimals'],
    [{ 面积: '八十六' }, 'fact.not_a_number'],
    [{ 面积: '86.52 亩' }, 'fact.not_a_number'],
    [{ 面积: '1e3' }, 'fact.not_a_number'],
    [{ 人口: '2.5' }, 'fact.decimals'],
    [{ 区位: '三类' }, 'fact.not_a_choice'],
    [{ 低保: '也许' }, 'fact.not_yes_no'],
    [{ 腾空: '2024-02-30' }, 'fact.not_a_date'],
    [{ 签约: '2024-03-20' }, 'fact.not_a_date'],
    [{ 树木: '三棵' }, 'fact.not_a_list'],
    [{ 宠物: '一只' }, 'fact.unknown'],
  ])('refuses the fact %j and goes on without it', (facts, code) => {
    const { problems } = whole.statement({ ...HOUSEHOLD, ...facts });
    expect(problems.map((problem) => problem.code)).toEqual([code]);
  });

  it.each([
    ['1,086.52', 1086.52],
    ['86.52 ㎡', 86.52],
    ['86.52平方米', 86.52],
  ])('reads an area as offices write it: %s', (written, area) => {
    const house = amount(under(whole, { ...HOUSEHOLD, 面积: written }, '货币'), '房屋');
    expect(house).toBe(Math.round(area * 100) * 8200);
  });
});
