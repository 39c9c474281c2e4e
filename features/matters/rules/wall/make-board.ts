/** From what was counted to what a wall shows: nothing few, nothing that can be reckoned from it. */
import type { AreaId, CategoryId } from '#kernel/ids.ts';
import { withheld } from '../disclosure.ts';
import type { Board, WallArea, WallCategory, WallRate } from './board.ts';
import { type Counted, hideFew, hideFewRates, isFew } from './hide-few.ts';

/** Sums of a group: filed, and the rates as they were counted, without exclusions. */
export interface CountedGroup {
  readonly filed: number;
  readonly response: Counted;
  readonly onTime: Counted;
  readonly solved: Counted;
  readonly satisfied: Counted;
}

interface Named {
  readonly name: string;
  readonly nameEn: string;
}

export interface CountedArea extends Named {
  readonly areaId: AreaId;
  readonly year: CountedGroup;
  readonly open: number;
  readonly late: number;
  /** Closed recently, by category. */
  readonly ended: readonly (Named & { readonly count: number })[];
}

/** How soon a category's matters were answered is not shown, and not counted. */
type CountedKind = Omit<CountedGroup, 'response'>;

export interface CountedCategory extends Named {
  readonly categoryId: CategoryId;
  readonly year: CountedKind;
}

export interface CountedBoard {
  readonly asOf: string;
  readonly year: Board['year'];
  readonly recent: Board['recent'];
  readonly total: CountedGroup;
  readonly filedThisMonth: number;
  readonly open: number;
  readonly late: number;
  readonly shelved: number;
  /** Closed recently. */
  readonly ended: number;
  readonly byAge: readonly { readonly upToDays: number | null; readonly open: number }[];
  readonly areas: readonly CountedArea[];
  readonly categories: readonly CountedCategory[];
}

/** Categories told apart; what is raised less often stands together. */
const MOST_CATEGORIES = 8;
/** Kinds an area's ended matters are said to be mostly about. */
const MOST_KINDS = 2;

export function makeBoard(counted: CountedBoard): Board {
  const { asOf, year, recent, total } = counted;
  return {
    asOf,
    year,
    recent,
    totals: {
      filedInYear: shownCount(total.filed),
      filedThisMonth: withheld(counted.filedThisMonth, total.filed).numerator,
      endedRecently: shownCount(counted.ended),
      response: shownRate(total.response),
      onTime: shownRate(total.onTime),
      solved: shownRate(total.solved),
      satisfied: shownRate(total.satisfied),
      open: shownCount(counted.open),
      late: withheld(counted.late, counted.open).numerator,
      shelved: withheld(counted.shelved, counted.open).numerator,
      byAge: byAge(counted),
    },
    areas: areasOf(counted),
    categories: categoriesOf(counted),
  };
}

/** What belongs to the place but to none of its areas is not shown, and must not be reckoned either. */
function areasOf({ areas, total, open, late, ended }: CountedBoard): WallArea[] {
  const years = areas.map(({ year }) => year);
  const answered = restOf(
    years.map((year) => year.response),
    total.response,
  );
  const groups = [...years, { ...minus(total, years), response: answered }];
  const column = (of: (group: CountedGroup) => Counted) => hideFewRates(groups.map(of));
  const response = column((group) => group.response);
  const onTime = column((group) => group.onTime);
  const solved = column((group) => group.solved);
  const satisfied = column((group) => group.satisfied);
  const overdue = hideFewRates(
    withRest(
      areas.map((area) => ({ numerator: area.late, denominator: area.open })),
      { numerator: late, denominator: open },
    ),
  );
  const endedByArea = areas.map((area) => sum(area.ended.map(({ count }) => count)));
  const shownEnded = hideFew([...endedByArea, ended - sum(endedByArea)]);
  return areas.map((area, at) => ({
    areaId: area.areaId,
    name: area.name,
    nameEn: area.nameEn,
    rates: {
      response: response[at] ?? HIDDEN,
      onTime: onTime[at] ?? HIDDEN,
      solved: solved[at] ?? HIDDEN,
      satisfied: satisfied[at] ?? HIDDEN,
      overdue: overdue[at] ?? HIDDEN,
    },
    ended: shownEnded[at] ?? null,
    mainly: shownEnded[at] === null ? [] : mainlyOf(area, endedByArea[at] ?? 0),
  }));
}

/** Names alone, and only where neither those nor the rest of the area's are few. */
function mainlyOf({ ended }: CountedArea, whole: number): { name: string; nameEn: string }[] {
  return ended
    .filter(({ count }) => count > 0 && !isFew(count) && !isFew(whole - count))
    .toSorted((a, b) => b.count - a.count)
    .slice(0, MOST_KINDS)
    .map(({ name, nameEn }) => ({ name, nameEn }));
}

/** The most raised first; what is few, or would tell what is, goes with the others. */
function categoriesOf({ categories, total }: CountedBoard): WallCategory[] {
  const ordered = categories.toSorted((a, b) => b.year.filed - a.year.filed);
  const shown = hideFew(ordered.map(({ year }) => year.filed));
  const told = ordered.filter((_one, at) => (shown[at] ?? 0) > 0).slice(0, MOST_CATEGORIES);
  const others = minus(
    total,
    told.map(({ year }) => year),
  );
  const groups = [...told.map(({ year }) => year), others];
  const column = (of: (group: CountedKind) => Counted) => hideFewRates(groups.map(of));
  const onTime = column((group) => group.onTime);
  const solved = column((group) => group.solved);
  const satisfied = column((group) => group.satisfied);
  const filed = hideFew(groups.map((group) => group.filed));
  const named = [...told, { categoryId: null, name: '', nameEn: '' }];
  return named
    .map(({ categoryId, name, nameEn }, at) => ({
      categoryId,
      name,
      nameEn,
      filed: filed[at] ?? null,
      onTime: onTime[at] ?? HIDDEN,
      solved: solved[at] ?? HIDDEN,
      satisfied: satisfied[at] ?? HIDDEN,
    }))
    .filter(({ categoryId, filed: count }) => categoryId !== null || count !== 0);
}

function minus(total: CountedKind, parts: readonly CountedKind[]): CountedKind {
  const rest = (of: (group: CountedKind) => Counted): Counted => restOf(parts.map(of), of(total));
  return {
    filed: total.filed - sum(parts.map(({ filed }) => filed)),
    onTime: rest(({ onTime }) => onTime),
    solved: rest(({ solved }) => solved),
    satisfied: rest(({ satisfied }) => satisfied),
  };
}

function restOf(parts: readonly Counted[], whole: Counted): Counted {
  return {
    numerator: whole.numerator - sum(parts.map(({ numerator }) => numerator)),
    denominator: whole.denominator - sum(parts.map(({ denominator }) => denominator)),
  };
}

function withRest(parts: readonly Counted[], whole: Counted): readonly Counted[] {
  return [...parts, restOf(parts, whole)];
}

function byAge({ byAge: ages }: CountedBoard): Board['totals']['byAge'] {
  const shown = hideFew(ages.map(({ open }) => open));
  return ages.map(({ upToDays }, at) => ({ upToDays, open: shown[at] ?? null }));
}

const HIDDEN: WallRate = { numerator: null, denominator: null };

function shownRate({ numerator, denominator }: Counted): WallRate {
  return withheld(numerator, denominator);
}

function shownCount(value: number): number | null {
  return isFew(value) ? null : value;
}

function sum(values: readonly number[]): number {
  return values.reduce((total, value) => total + value, 0);
}
