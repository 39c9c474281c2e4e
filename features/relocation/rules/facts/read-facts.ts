/**
 * The facts of one household, from texts: as a form, a file or a signed
 * document holds them. What is no such fact is refused by name; what is
 * not given stays missing and is never taken for nothing.
 */
import { Exact } from '../amounts/exact.ts';
import { isDay, isMoment } from '../language/days.ts';
import { constantOf, minuteOf } from '../language/interval.ts';
import { type Lexicon, NO_UNIT, sameUnit, type Unit } from '../language/units.ts';
import type { Known } from '../run/result.ts';
import type { Plan } from '../scheme/compile.ts';
import type { RawFacts, SingleFact } from '../scheme/document.ts';
import words from '../words.json' with { type: 'json' };

export type FactProblemCode =
  | 'fact.not_a_number'
  | 'fact.decimals'
  | 'fact.below'
  | 'fact.above'
  | 'fact.not_a_choice'
  | 'fact.not_yes_no'
  | 'fact.not_a_date'
  | 'fact.not_a_list'
  | 'fact.unknown';

export interface FactProblem {
  readonly code: FactProblemCode;
  readonly fact: string;
  /** Place in the list, from 1. */
  readonly row?: number;
  readonly value: string;
  /** What it must be, for the sentence. */
  readonly limit: string;
  /** Unit of the limit; none for what is no number. */
  readonly unit?: Unit;
}

type Single = string | boolean | null | undefined;
type Row = ReadonlyMap<string, Known>;

export interface Facts {
  readonly home: Row;
  /** A list nobody gave is not there. */
  readonly lists: ReadonlyMap<string, readonly Row[]>;
}

export interface ReadFacts {
  readonly facts: Facts;
  readonly problems: readonly FactProblem[];
}

/** Reads one fact: a value, a problem, or undefined where nothing is written. */
export type FactReader = (written: Single) => Known | undefined | Omit<FactProblem, 'fact'>;

const LONGEST_SHOWN = 60;

/** The readers of a scheme's facts, made once. */
export class FactReaders {
  private readonly home: ReadonlyMap<string, FactReader>;
  private readonly lists: ReadonlyMap<string, ReadonlyMap<string, FactReader>>;

  constructor(plan: Plan) {
    const home = new Map<string, FactReader>();
    const lists = new Map<string, Map<string, FactReader>>();
    for (const entry of plan.names.entries.values()) {
      if (entry.sort === 'list') lists.set(entry.name, new Map());
      if (entry.sort !== 'fact') continue;
      const target = entry.list === null ? home : lists.get(entry.list);
      target?.set(entry.name, readerOf(entry.fact, plan));
    }
    this.home = home;
    this.lists = lists;
  }

  read(raw: RawFacts): ReadFacts {
    const problems: FactProblem[] = [];
    const lists = new Map<string, readonly Row[]>();
    const single: Record<string, Single> = {};
    for (const [name, value] of Object.entries(raw)) {
      const fields = this.lists.get(name);
      if (fields !== undefined) {
        if (Array.isArray(value))
          lists.set(
            name,
            value.map((row, at) => readRow(fields, row, problems, at + 1)),
          );
        else if (value !== null) problems.push(wrong('fact.not_a_list', name, value));
      } else if (!Array.isArray(value)) single[name] = value;
      else problems.push(wrong('fact.not_a_list', name, ''));
    }
    return { facts: { home: readRow(this.home, single, problems), lists }, problems };
  }
}

function wrong(code: FactProblemCode, fact: string, value: Single): FactProblem {
  return { code, fact, value: shown(value), limit: '' };
}

function shown(value: Single): string {
  return String(value ?? '').slice(0, LONGEST_SHOWN);
}

function readRow(
  readers: ReadonlyMap<string, FactReader>,
  raw: Readonly<Record<string, Single>>,
  problems: FactProblem[],
  row?: number,
): Row {
  const found = new Map<string, Known>();
  const place = row === undefined ? {} : { row };
  for (const [name, value] of Object.entries(raw)) {
    const reader = readers.get(name);
    const read = reader === undefined ? wrong('fact.unknown', name, value) : reader(value);
    if (read === undefined) continue;
    if (isProblem(read)) problems.push({ ...read, fact: name, ...place });
    else found.set(name, read);
  }
  return found;
}

function isProblem(read: Known | Omit<FactProblem, 'fact'>): read is Omit<FactProblem, 'fact'> {
  return typeof read === 'object' && 'code' in read;
}

function readerOf(fact: SingleFact, plan: Plan): FactReader {
  switch (fact.type) {
    case 'number':
      return numberReader(fact, plan);
    case 'choice':
      return choiceReader(fact.values.map(({ name }) => name));
    case 'yes_no':
      return yesNo;
    case 'date':
    case 'moment':
      return dateReader(fact, plan);
  }
}

function given(written: Single): string | undefined {
  if (written === null || written === undefined) return undefined;
  const text = String(written).trim();
  return text === '' ? undefined : text;
}

interface Limits {
  readonly low: Exact | undefined;
  readonly high: Exact | undefined;
}

function limitsOf(fact: SingleFact, plan: Plan): Limits {
  const { min, max } = plan.names.factLimits.get(fact.name) ?? {};
  return { low: min && constantOf(min.node), high: max && constantOf(max.node) };
}

/** `1,234.50` as offices write it; a unit behind it only where it is the fact's own. */
function numberReader(fact: SingleFact & { readonly type: 'number' }, plan: Plan): FactReader {
  const { low = Exact.zero, high } = limitsOf(fact, plan);
  const type = plan.typing.ofName(fact.name);
  const unit = type.kind === 'number' ? type.unit : NO_UNIT;
  const step = Exact.read(`0.${'0'.repeat(Math.max(0, fact.decimals - 1))}1`) ?? Exact.one;
  const scale = scaleOf(fact.unit, plan.names.lexicon);
  return (raw) => {
    const text = given(raw);
    if (text === undefined) return undefined;
    const digits = numberIn(text, unit, plan.names.lexicon);
    if (digits === undefined) return { code: 'fact.not_a_number', value: shown(text), limit: '' };
    const exact = fact.decimals === 0 ? digits.toWhole() !== undefined : onGrid(digits, step);
    if (!exact) return { code: 'fact.decimals', value: shown(text), limit: String(fact.decimals) };
    const value = scale === undefined ? digits : digits.times(scale);
    if (value.compare(low) < 0)
      return { code: 'fact.below', value: shown(text), limit: low.toText(), unit };
    if (high !== undefined && value.compare(high) > 0)
      return { code: 'fact.above', value: shown(text), limit: high.toText(), unit };
    return value;
  };
}

function onGrid(value: Exact, step: Exact): boolean {
  return value.roundedTo(step, 'down').equals(value);
}

/** A fact in per cent is written as 5 and counts as 0.05. */
function scaleOf(unit: string | undefined, lexicon: Lexicon): Exact | undefined {
  const times = unit === undefined ? undefined : lexicon.words.get(unit)?.times;
  return times === undefined || times === '1' ? undefined : Exact.read(times);
}

const GROUPED = /^[+-]?\d{1,3}(?:,\d{3})+(?:\.\d+)?$/;
const LEADING = /^([+-]?[\d,]+(?:\.\d+)?)\s*(.*)$/s;

function numberIn(text: string, unit: Unit, lexicon: Lexicon): Exact | undefined {
  const plain = GROUPED.test(text) ? text.replaceAll(',', '') : text;
  const direct = Exact.read(plain);
  if (direct !== undefined) return direct;
  const [, digits = '', behind = ''] = LEADING.exec(text) ?? [];
  const word = lexicon.words.get(behind);
  const isOwn =
    word !== undefined && word.times === '1' && sameUnit(word.unit, unit) && unit.length > 0;
  return isOwn ? numberIn(digits, NO_UNIT, lexicon) : undefined;
}

function choiceReader(values: readonly string[]): FactReader {
  const known = new Set(values);
  const limit = values.join(words.listed);
  return (raw) => {
    const text = given(raw);
    if (text === undefined || known.has(text)) return text;
    return { code: 'fact.not_a_choice', value: shown(text), limit };
  };
}

const YES = new Set(words.yes);
const NO = new Set(words.no);

const yesNo: FactReader = (raw) => {
  if (typeof raw === 'boolean') return raw;
  const text = given(raw)?.toLowerCase();
  if (text === undefined) return undefined;
  if (YES.has(text)) return true;
  return NO.has(text) ? false : { code: 'fact.not_yes_no', value: shown(text), limit: '' };
};

const WRITTEN = datePattern();

function datePattern(): RegExp {
  const { year, month, day, hour, minute } = words.date;
  const date = `(\\d{4})[-/.${year}](\\d{1,2})[-/.${month}](\\d{1,2})(?:${day.join('|')})?`;
  return new RegExp(
    `^${date}(?:[T ]*(\\d{1,2})(?::|${hour.join('|')})(\\d{1,2})?${minute}?(?::00)?)?$`,
  );
}

/** `2024-03-01`, `2024/3/1`, `2024年3月1日`, with `17:30` behind it for a moment. */
function writtenDate(text: string, isOfMoment: boolean): string | undefined {
  const match = WRITTEN.exec(text.trim());
  if (match === null) return undefined;
  const [, year = '', month = '', day = '', hour, minute = '00'] = match;
  const two = (part: string): string => part.padStart(2, '0');
  const date = `${year}-${two(month)}-${two(day)}`;
  if (!isOfMoment)
    return isDay(date) && (hour ?? '00').padStart(2, '0') === '00' ? date : undefined;
  // A day without its hour is no moment: it is not taken for midnight.
  if (hour === undefined) return undefined;
  const moment = `${date}T${two(hour)}:${two(minute)}`;
  return isMoment(moment) ? moment : undefined;
}

function dateReader(
  fact: SingleFact & { readonly type: 'date' | 'moment' },
  plan: Plan,
): FactReader {
  const { low, high } = limitsOf(fact, plan);
  const limits = plan.names.factLimits.get(fact.name);
  const isOfMoment = fact.type === 'moment';
  const highest =
    isOfMoment && limits?.max?.node.kind === 'date' ? high?.plus(Exact.ofWhole(1439)) : high;
  return (raw) => {
    const text = given(raw);
    if (text === undefined) return undefined;
    const date = writtenDate(text, isOfMoment);
    if (date === undefined) return { code: 'fact.not_a_date', value: shown(text), limit: '' };
    const at = minuteOf(date);
    if (low !== undefined && at.compare(low) < 0)
      return { code: 'fact.below', value: date, limit: limits?.min?.source ?? '' };
    if (highest !== undefined && at.compare(highest) > 0)
      return { code: 'fact.above', value: date, limit: limits?.max?.source ?? '' };
    return date;
  };
}
