/**
 * Units as powers of symbols: `元/㎡·月` is yuan by m² and month. Amounts add
 * only where their units are the same; a unit is never converted unseen (one
 * mu is so many m² only where the scheme itself says so).
 */
import words from '../words.json' with { type: 'json' };

/** Symbols in order with their powers, none of them zero. Empty: a pure number. */
export type Unit = readonly (readonly [symbol: string, power: number])[];

export const NO_UNIT: Unit = [];
export const MONEY: Unit = [[words.base.money, 1]];
export const MONTH: Unit = [[words.base.month, 1]];
export const DAY: Unit = [[words.base.day, 1]];

/** A word of a unit, and what it multiplies its number by: 万元 is 10000 元, % a hundredth. */
export interface UnitWord {
  readonly unit: Unit;
  readonly times: string;
}

/** The words of units that a scheme may write. */
export interface Lexicon {
  readonly words: ReadonlyMap<string, UnitWord>;
  /** The longest first. */
  readonly byLength: readonly string[];
  /** English names of symbols. */
  readonly english: ReadonlyMap<string, string>;
}

/** A unit for counting that a scheme brings along: 栋, 株, 台. */
export interface OwnUnit {
  readonly name: string;
  readonly en?: string | undefined;
}

export function lexiconWith(own: readonly OwnUnit[]): Lexicon {
  const found = new Map<string, UnitWord>();
  const english = new Map<string, string>();
  for (const { symbol, en, also } of words.units) {
    for (const word of [symbol, ...also]) found.set(word, { unit: [[symbol, 1]], times: '1' });
    english.set(symbol, en);
  }
  for (const [word, times] of Object.entries(words.scales)) found.set(word, { unit: [], times });
  for (const [word, [symbol = '', times = '1']] of Object.entries(words.multiples))
    found.set(word, { unit: [[symbol, 1]], times });
  for (const { name, en } of own) {
    found.set(name, { unit: [[name, 1]], times: '1' });
    english.set(name, en ?? name);
  }
  const byLength = [...found.keys()].sort((a, b) => b.length - a.length);
  return { words: found, byLength, english };
}

export function timesUnit(first: Unit, second: Unit, sign: 1 | -1 = 1): Unit {
  if (second.length === 0) return first;
  const powers = new Map(first);
  for (const [symbol, power] of second)
    powers.set(symbol, (powers.get(symbol) ?? 0) + sign * power);
  return [...powers].filter(([, power]) => power !== 0).sort(([a], [b]) => (a < b ? -1 : 1));
}

export function sameUnit(first: Unit, second: Unit): boolean {
  return (
    first.length === second.length &&
    first.every(([symbol, power], at) => symbol === second[at]?.[0] && power === second[at]?.[1])
  );
}

const SUPERSCRIPTS = ['', '', '²', '³'];

/** Units are made once, with the scheme; their texts too. */
const texts = new WeakMap<Unit, string>();

/** `元/㎡·月`: what stands behind the line is all below it. A pure number has no text. */
export function unitText(unit: Unit): string {
  const known = texts.get(unit);
  if (known !== undefined) return known;
  const made = unitTextIn(unit, (symbol) => symbol);
  texts.set(unit, made);
  return made;
}

/** The same with other names of the symbols. */
export function unitTextIn(unit: Unit, name: (symbol: string) => string): string {
  const part = (sign: 1 | -1): string =>
    unit
      .filter(([, power]) => power * sign > 0)
      .map(([symbol, power]) => `${name(symbol)}${SUPERSCRIPTS[Math.abs(power)] ?? `^${power}`}`)
      .join('·');
  const [above, below] = [part(1), part(-1)];
  if (below === '') return above;
  return `${above === '' ? '1' : above}${words.per}${below}`;
}

/** True where it is an amount of money for something: `元/㎡`. */
export function isRate(unit: Unit): boolean {
  return (
    unit.length > 1 && unit.some(([symbol, power]) => symbol === words.base.money && power === 1)
  );
}
