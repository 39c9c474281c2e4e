import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { Board } from './board.ts';
import { isFew } from './hide-few.ts';
import { type CountedArea, type CountedBoard, type CountedGroup, makeBoard } from './make-board.ts';
import { areaStanding, rateStanding } from './standing.ts';

const AREA = '00000000-0000-7000-8000-000000000001' as CountedArea['areaId'];
const CATEGORY =
  '00000000-0000-7000-8000-000000000002' as CountedBoard['categories'][number]['categoryId'];

const some = fc.oneof(fc.integer({ min: 0, max: 25 }), fc.integer({ min: 0, max: 300 }));
const rate = fc.tuple(some, some).map(([numerator, rest]) => ({
  numerator,
  denominator: numerator + rest,
}));
const group: fc.Arbitrary<CountedGroup> = fc.record({
  filed: some,
  response: rate,
  onTime: rate,
  solved: rate,
  satisfied: rate,
});
const named = { name: 'n', nameEn: 'n' };

function totalOf(groups: readonly CountedGroup[]): CountedGroup {
  const sum = (of: (one: CountedGroup) => number) => groups.reduce((all, one) => all + of(one), 0);
  const whole = (of: (one: CountedGroup) => { numerator: number; denominator: number }) => ({
    numerator: sum((one) => of(one).numerator),
    denominator: sum((one) => of(one).denominator),
  });
  return {
    filed: sum((one) => one.filed),
    response: whole((one) => one.response),
    onTime: whole((one) => one.onTime),
    solved: whole((one) => one.solved),
    satisfied: whole((one) => one.satisfied),
  };
}

/** What belongs together lies in one area (the last of them stands for none) and one category. */
const counted: fc.Arbitrary<CountedBoard> = fc
  .record({
    heaps: fc.array(
      fc.record({
        year: group,
        late: some,
        inTime: some,
        ended: some,
        area: fc.nat(8),
        category: fc.nat(11),
      }),
      { maxLength: 30 },
    ),
    shelved: some,
    ages: fc.array(some, { minLength: 6, maxLength: 6 }),
  })
  .map(({ heaps, shelved, ages }) => {
    const sum = (values: readonly number[]) => values.reduce((all, one) => all + one, 0);
    const total = totalOf(heaps.map(({ year }) => year));
    const late = sum(heaps.map((heap) => heap.late));
    const open = late + sum(heaps.map(({ inTime }) => inTime));
    return {
      asOf: '2026-11-26T02:00:00.000Z',
      year: { from: '2025-12-01', to: '2026-11-26' },
      recent: { from: '2026-10-01', to: '2026-11-26' },
      total,
      filedThisMonth: Math.floor(total.filed / 12),
      open,
      late,
      shelved: Math.min(shelved, open),
      ended: sum(heaps.map(({ ended }) => ended)),
      byAge: ages.map((one, at) => ({ upToDays: at === 5 ? null : 10 ** at, open: one })),
      areas: [0, 1, 2, 3, 4, 5, 6, 7].map((at) => {
        const own = heaps.filter(({ area }) => area === at);
        const lateHere = sum(own.map((heap) => heap.late));
        return {
          areaId: AREA,
          ...named,
          year: totalOf(own.map(({ year }) => year)),
          late: lateHere,
          open: lateHere + sum(own.map(({ inTime }) => inTime)),
          ended: own.map(({ ended, category }) => ({
            ...named,
            name: `c${category}`,
            count: ended,
          })),
        };
      }),
      categories: Array.from({ length: 12 }, (_, at) => ({
        categoryId: CATEGORY,
        ...named,
        name: `c${at}`,
        year: totalOf(heaps.filter(({ category }) => category === at).map(({ year }) => year)),
      })),
    };
  });

/** Every number of a board, but for the bounds of its ages. */
function numbersIn(value: unknown, key = ''): number[] {
  if (typeof value === 'number') return key === 'upToDays' ? [] : [value];
  if (typeof value !== 'object' || value === null) return [];
  return Object.entries(value).flatMap(([name, child]) => numbersIn(child, name));
}

describe('the board of a wall', () => {
  it('holds no number from one to nine, whatever was counted', () => {
    fc.assert(
      fc.property(counted, (one) => {
        expect(numbersIn(makeBoard(one)).filter(isFew)).toEqual([]);
      }),
      { seed: 20261126, numRuns: 1000 },
    );
  });

  it('has a place for totals and names of areas and categories, and for nothing else', () => {
    fc.assert(
      fc.property(counted, (one) => {
        expect(Board.strict().parse(makeBoard(one))).toEqual(makeBoard(one));
      }),
      { seed: 20261126, numRuns: 200 },
    );
  });

  it('puts categories with few among the others, which are never few themselves', () => {
    fc.assert(
      fc.property(counted, (one) => {
        const { categories, totals } = makeBoard(one);
        const told = categories.reduce((all, { filed }) => all + (filed ?? 0), 0);
        if (totals.filedInYear !== null) expect(isFew(totals.filedInYear - told)).toBe(false);
      }),
      { seed: 20261126, numRuns: 500 },
    );
  });

  it('lets nobody reckon what lies in none of its areas, or the last few of one', () => {
    fc.assert(
      fc.property(counted, (one) => {
        const { areas, totals } = makeBoard(one);
        const told = areas.reduce((all, { ended }) => all + (ended ?? 0), 0);
        if (totals.endedRecently !== null) expect(isFew(totals.endedRecently - told)).toBe(false);
        if (totals.late === null || totals.open === null) return;
        const late = areas.map(({ rates }) => rates.overdue);
        const shown = late.filter(({ numerator }) => numerator !== null);
        const numerators = shown.reduce((all, { numerator }) => all + (numerator ?? 0), 0);
        const denominators = shown.reduce((all, { denominator }) => all + (denominator ?? 0), 0);
        const rest = totals.late - numerators;
        expect([isFew(rest), isFew(totals.open - denominators - rest)]).toEqual([false, false]);
      }),
      { seed: 20261126, numRuns: 1000 },
    );
  });

  it('keeps areas in the order in which they were given', () => {
    fc.assert(
      fc.property(counted, (one) => {
        const numbered = one.areas.map((each, at) => ({ ...each, name: String(at) }));
        const shown = makeBoard({ ...one, areas: numbered }).areas.map(({ name }) => Number(name));
        expect(shown).toEqual(numbered.map((_each, at) => at));
      }),
      { seed: 20261126, numRuns: 100 },
    );
  });
});

describe('how it stands', () => {
  it.each([
    [{ numerator: 0, denominator: 0 }, 'none'],
    [{ numerator: null, denominator: 40 }, 'hidden'],
    [{ numerator: null, denominator: null }, 'hidden'],
    [{ numerator: 0, denominator: 40 }, 'in_time'],
    [{ numerator: 10, denominator: 100 }, 'some_late'],
    [{ numerator: 20, denominator: 100 }, 'late'],
  ] as const)('an area with %o of its open matters late: %s', (open, standing) => {
    expect(areaStanding(open)).toBe(standing);
  });

  it.each([
    [{ numerator: 0, denominator: 0 }, 'none'],
    [{ numerator: null, denominator: 90 }, 'hidden'],
    [{ numerator: 90, denominator: 100 }, 'good'],
    [{ numerator: 75, denominator: 100 }, 'fair'],
    [{ numerator: 74, denominator: 100 }, 'low'],
  ] as const)('a rate of %o: %s', (rate, standing) => {
    expect(rateStanding(rate)).toBe(standing);
  });
});
