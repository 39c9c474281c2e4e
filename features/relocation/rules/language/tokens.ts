/** A formula as words: numbers with their units, dates, texts, names, keywords and signs. */
import { Exact } from '../amounts/exact.ts';
import words from '../words.json' with { type: 'json' };
import { isDay } from './days.ts';
import { FormulaError, type Span } from './syntax.ts';
import { type Lexicon, NO_UNIT, timesUnit, type Unit, type UnitWord } from './units.ts';

export type Keyword = 'if' | 'then' | 'else' | 'and' | 'or' | 'not' | 'in';

export type Token = Span &
  (
    | { readonly kind: 'number'; readonly value: Exact; readonly unit: Unit; readonly text: string }
    | { readonly kind: 'text' | 'date' | 'moment' | 'name' | 'sign'; readonly text: string }
    | { readonly kind: 'keyword'; readonly keyword: Keyword; readonly text: string }
    | { readonly kind: 'truth'; readonly value: boolean; readonly text: string }
    | { readonly kind: 'end'; readonly text: string }
  );

const KEYWORDS: ReadonlyMap<string, string> = new Map(Object.entries(words.keywords));
const TRUTHS: ReadonlyMap<string, boolean> = new Map(Object.entries(words.truths));
const QUOTES: ReadonlyMap<string, string> = new Map(Object.entries(words.quotes));
const SIGNS: ReadonlyMap<string, string> = new Map([
  ...['(', ')', ',', '+', '-', '*', '/', '=', '!=', '<=', '>=', '<', '>'].map(
    (sign) => [sign, sign] as const,
  ),
  ...Object.entries(words.signs),
]);
const SIGNS_BY_LENGTH = [...SIGNS.keys()].sort((a, b) => b.length - a.length);

const SPACE = /[\s\u3000]+/y;
const WORD = /[\p{L}_][\p{L}\p{N}_]*/uy;
const NUMBER = /\d+(?:\.\d+)?/y;
/** `12,000`: in a formula a comma parts arguments, so this would be read as two numbers. */
const GROUPED = /\d{1,3}(?:[,，]\d{3})+(?![\d])/y;
const DATE = datePattern();

function datePattern(): RegExp {
  const { year, month, day, hour, minute, colon } = words.date;
  const days = `(?<dashed>\\d{4}-\\d{1,2}-\\d{1,2})|(?<y>\\d{4})${year}(?<m>\\d{1,2})${month}(?<d>\\d{1,2})(?:${day.join('|')})`;
  const clock = `(?<h>\\d{1,2})(?:[${colon.join('')}](?<min>\\d{2})|(?:${hour.join('|')})(?:(?<cmin>\\d{1,2})${minute})?)`;
  return new RegExp(`(?:${days})(?:[T\\s]*${clock})?`, 'y');
}

export function tokensOf(source: string, lexicon: Lexicon): readonly Token[] {
  const tokens: Token[] = [];
  let at = skip(source, 0);
  while (at < source.length) {
    const token = tokenAt(source, at, lexicon);
    tokens.push(token);
    at = skip(source, token.to);
  }
  tokens.push({ kind: 'end', text: '', from: source.length, to: source.length });
  return tokens;
}

function tokenAt(source: string, at: number, lexicon: Lexicon): Token {
  return (
    dateAt(source, at) ??
    numberAt(source, at, lexicon) ??
    quotedAt(source, at) ??
    wordAt(source, at) ??
    signAt(source, at)
  );
}

function match(pattern: RegExp, source: string, at: number): RegExpExecArray | null {
  pattern.lastIndex = at;
  return pattern.exec(source);
}

function skip(source: string, at: number): number {
  return at + (match(SPACE, source, at)?.[0].length ?? 0);
}

function dateAt(source: string, at: number): Token | undefined {
  const found = match(DATE, source, at);
  if (found === null) return undefined;
  const span = { from: at, to: at + found[0].length };
  const { dashed, y, m, d, h, min, cmin } = found.groups ?? {};
  const [year = '', month = '', day = ''] = dashed?.split('-') ?? [y, m, d];
  const text = `${year}-${month.padStart(2, '0')}-${day.padStart(2, '0')}`;
  if (!isDay(text)) throw new FormulaError('formula.date', span, { text: found[0] });
  if (h === undefined) return { ...span, kind: 'date', text };
  const minute = min ?? cmin ?? '00';
  if (Number(h) > 23 || Number(minute) > 59)
    throw new FormulaError('formula.date', span, { text: found[0] });
  return {
    ...span,
    kind: 'moment',
    text: `${text}T${h.padStart(2, '0')}:${minute.padStart(2, '0')}`,
  };
}

function numberAt(source: string, at: number, lexicon: Lexicon): Token | undefined {
  const found = match(NUMBER, source, at);
  if (found === null) return undefined;
  const grouped = match(GROUPED, source, at);
  if (grouped !== null)
    throw new FormulaError(
      'formula.grouping',
      { from: at, to: at + grouped[0].length },
      { text: grouped[0] },
    );
  const digits = Exact.read(found[0]);
  const after = at + found[0].length;
  if (digits === undefined)
    throw new FormulaError('formula.number', { from: at, to: after }, { text: found[0] });
  const { unit, times, to } = unitAt(source, after, lexicon);
  const value = times === '1' ? digits : digits.times(Exact.read(times) ?? Exact.one);
  return { kind: 'number', value, unit, text: source.slice(at, to).trim(), from: at, to };
}

interface WrittenUnit {
  readonly unit: Unit;
  readonly times: string;
  readonly to: number;
}

/** The unit behind a number; letters right behind it that are no unit are an error. */
function unitAt(source: string, after: number, lexicon: Lexicon): WrittenUnit {
  const start = skip(source, after);
  const first = unitWordAt(source, start, lexicon);
  if (first !== undefined) return moreUnits(source, first, lexicon);
  const word = start === after ? match(WORD, source, start)?.[0] : undefined;
  if (word !== undefined && !KEYWORDS.has(word))
    throw new FormulaError(
      'formula.unit',
      { from: start, to: start + word.length },
      { text: word },
    );
  return { unit: NO_UNIT, times: '1', to: after };
}

/** What stands behind the first stroke is all below the line: `元/㎡·月`, `元/㎡/月`, `元/(㎡·月)`. */
function moreUnits(source: string, first: WrittenUnit, lexicon: Lexicon): WrittenUnit {
  let { unit, to } = first;
  let sign: 1 | -1 = 1;
  for (;;) {
    const at = skip(source, to);
    const joint = source[at];
    if (joint !== '/' && joint !== '·') return { unit, times: first.times, to };
    if (joint === '/') sign = -1;
    const inBrackets = joint === '/' ? bracketedUnits(source, at + 1, lexicon) : undefined;
    const next = inBrackets ?? unitWordAt(source, skip(source, at + 1), lexicon);
    if (next === undefined || next.times !== '1') return { unit, times: first.times, to };
    unit = timesUnit(unit, next.unit, sign);
    to = next.to;
  }
}

function bracketedUnits(source: string, at: number, lexicon: Lexicon): WrittenUnit | undefined {
  const open = skip(source, at);
  if (source[open] !== '(' && SIGNS.get(source[open] ?? '') !== '(') return undefined;
  const first = unitWordAt(source, skip(source, open + 1), lexicon);
  if (first === undefined) return undefined;
  const all = moreUnits(source, first, lexicon);
  const close = skip(source, all.to);
  return SIGNS.get(source[close] ?? '') === ')' ? { ...all, to: close + 1 } : undefined;
}

function unitWordAt(source: string, at: number, lexicon: Lexicon): WrittenUnit | undefined {
  const word = lexicon.byLength.find(
    (one) => source.startsWith(one, at) && endsThere(source, at, one),
  );
  const known: UnitWord | undefined = word === undefined ? undefined : lexicon.words.get(word);
  return known && word !== undefined
    ? { unit: known.unit, times: known.times, to: at + word.length }
    : undefined;
}

/** A unit of letters is a whole word: 月 is none in 月租金. */
function endsThere(source: string, at: number, word: string): boolean {
  const run = match(WORD, source, at)?.[0];
  return run === undefined || run.length <= word.length;
}

function quotedAt(source: string, at: number): Token | undefined {
  const closing = QUOTES.get(source[at] ?? '');
  if (closing === undefined) return undefined;
  const end = source.indexOf(closing, at + 1);
  if (end === -1) throw new FormulaError('formula.quote', { from: at, to: source.length });
  return { kind: 'text', text: source.slice(at + 1, end).trim(), from: at, to: end + 1 };
}

function wordAt(source: string, at: number): Token | undefined {
  const text = match(WORD, source, at)?.[0];
  if (text === undefined) return undefined;
  const span = { from: at, to: at + text.length };
  const keyword = KEYWORDS.get(text);
  if (keyword !== undefined) return { ...span, kind: 'keyword', keyword: keyword as Keyword, text };
  const truth = TRUTHS.get(text);
  if (truth !== undefined) return { ...span, kind: 'truth', value: truth, text };
  return { ...span, kind: 'name', text };
}

function signAt(source: string, at: number): Token {
  const written = SIGNS_BY_LENGTH.find((sign) => source.startsWith(sign, at));
  if (written === undefined)
    throw new FormulaError('formula.sign', { from: at, to: at + 1 }, { text: source[at] ?? '' });
  return { kind: 'sign', text: SIGNS.get(written) ?? '', from: at, to: at + written.length };
}

/** The keyword a word begins with, where somebody left no space: 若面积. */
export function keywordBefore(name: string): string | undefined {
  return [...KEYWORDS.keys()]
    .sort((a, b) => b.length - a.length)
    .find((word) => !/^[a-z]/.test(word) && name.startsWith(word) && name.length > word.length);
}
