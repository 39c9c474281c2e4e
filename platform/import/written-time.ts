/** Days and instants as files write them. */
import { Temporal } from 'temporal-polyfill';

/** Parts of a written day or instant, before a time zone is applied. */
interface WallClock {
  readonly year: number;
  readonly month: number;
  readonly day: number;
  readonly hour: number;
  readonly minute: number;
  readonly second: number;
  readonly millisecond: number;
  /** `Z` or `+08:00` where one is written. */
  readonly offset: string | undefined;
}

const TOKENS: Readonly<Record<string, string>> = {
  YYYY: '(?<year>\\d{4})',
  MM: '(?<month>\\d{2})',
  M: '(?<month>\\d{1,2})',
  DD: '(?<day>\\d{2})',
  D: '(?<day>\\d{1,2})',
  HH: '(?<hour>\\d{2})',
  H: '(?<hour>\\d{1,2})',
  hh: '(?<hour>\\d{2})',
  h: '(?<hour>\\d{1,2})',
  mm: '(?<minute>\\d{2})',
  ss: '(?<second>\\d{2})',
  SSS: '(?<fraction>\\d{1,9})',
  A: '(?<half>[AaPp]\\.?[Mm]\\.?)',
  Z: '(?<offset>Z|[+-]\\d{2}:?(?:\\d{2})?)',
};
const TOKEN = /YYYY|MM|M|DD|D|HH|H|hh|h|mm|ss|SSS|A|Z/g;
/** ISO 8601 and what is usual in Chinese offices: the signs of year, month and day (U+5E74, U+6708, U+65E5). */
const USUAL =
  /^(?<year>\d{4})(?:-|\/|\.|\u5e74)(?<month>\d{1,2})(?:-|\/|\.|\u6708)(?<day>\d{1,2})\u65e5?(?:[T ]\s*(?<hour>\d{1,2}):(?<minute>\d{2})(?::(?<second>\d{2})(?:[.,](?<fraction>\d{1,9}))?)?)?\s*(?<offset>Z|[+-]\d{2}(?::?\d{2})?)?$/;

/** As people type it into a cell that should hold a date: `20260102`. */
const COMPACT = /^(?<year>\d{4})(?<month>\d{2})(?<day>\d{2})$/;

const patterns = new Map<string, RegExp>();

/** A legal day `YYYY-MM-DD`, undefined where the text is none or the day never was. */
export function writtenDay(text: string, format?: string): string | undefined {
  const clock = wallClock(text, format);
  return clock && attempt(() => plain(clock).toPlainDate().toString());
}

/**
 * An ISO instant in UTC; undefined where the text is none or the day never was.
 * A time that the change of clocks left out is the one after it, a doubled one the first.
 */
export function writtenInstant(
  text: string,
  timeZone: string,
  format?: string,
): string | undefined {
  const clock = wallClock(text, format);
  if (!clock) return undefined;
  return attempt(() => {
    const zone = clock.offset === undefined ? timeZone : zoneOf(clock.offset);
    return new Date(plain(clock).toZonedDateTime(zone).epochMilliseconds).toISOString();
  });
}

/** The text a cell of a workbook stands for: its clock, without a zone. */
export function clockOfCell(date: Date): string {
  return date.toISOString().slice(0, 19).replace('T', ' ');
}

function wallClock(text: string, format: string | undefined): WallClock | undefined {
  const written = text.trim();
  const groups =
    format === undefined
      ? (USUAL.exec(written) ?? COMPACT.exec(written))?.groups
      : patternOf(format).exec(written)?.groups;
  if (!groups) return undefined;
  const number = (name: string): number => Number(groups[name] ?? 0);
  const hour = hourOf(number('hour'), groups['half']);
  if (hour === undefined) return undefined;
  return {
    year: number('year'),
    month: groups['month'] === undefined ? 1 : number('month'),
    day: groups['day'] === undefined ? 1 : number('day'),
    hour,
    minute: number('minute'),
    second: number('second'),
    millisecond: Number((groups['fraction'] ?? '0').padEnd(3, '0').slice(0, 3)),
    offset: groups['offset'],
  };
}

function hourOf(hour: number, half: string | undefined): number | undefined {
  if (half === undefined) return hour;
  if (hour < 1 || hour > 12) return undefined;
  return (hour % 12) + (half.toUpperCase().startsWith('P') ? 12 : 0);
}

function patternOf(format: string): RegExp {
  const known = patterns.get(format);
  if (known) return known;
  let from = 0;
  let source = '';
  for (const match of format.matchAll(TOKEN)) {
    source += literal(format.slice(from, match.index)) + TOKENS[match[0]];
    from = match.index + match[0].length;
  }
  const made = new RegExp(`^${source}${literal(format.slice(from))}$`);
  patterns.set(format, made);
  return made;
}

/** Text as a pattern that finds itself. */
function literal(text: string): string {
  return text.replaceAll(/[\\^$.*+?()[\]{}|]/g, String.raw`\$&`);
}

function plain(clock: WallClock): Temporal.PlainDateTime {
  const { offset: _, ...fields } = clock;
  return Temporal.PlainDateTime.from(fields, { overflow: 'reject' });
}

function zoneOf(offset: string): string {
  if (offset === 'Z') return 'UTC';
  const digits = offset.slice(1).replace(':', '').padEnd(4, '0');
  return `${offset[0]}${digits.slice(0, 2)}:${digits.slice(2)}`;
}

function attempt<T>(make: () => T): T | undefined {
  try {
    return make();
  } catch (error) {
    if (error instanceof RangeError) return undefined;
    throw error;
  }
}
