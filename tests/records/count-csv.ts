/**
 * Counts a file of service requests without anything of ours: a CSV parser,
 * the columns, and what docs/import.md says of rows that cannot be. Times are
 * compared as they are written; only where a file writes UTC is a day of the
 * place asked of the runtime.
 */
import { readFileSync } from 'node:fs';
import { parse } from 'csv-parse/sync';

export interface CsvSource {
  readonly key: string;
  readonly opened: string;
  readonly closed: string;
  readonly due?: string;
  readonly status: string;
  readonly group?: string;
  readonly category: string;
  readonly agency: string;
  readonly lng: string;
  readonly lat: string;
  /** Of times written in UTC; absent where the file writes those of the place. */
  readonly zone?: string;
}

export interface Tally {
  reported: number;
  closed: number;
  limited: number;
  onTime: number;
  open: number;
}

export interface Counted {
  readonly rows: number;
  /** Closed before they were opened. */
  readonly impossible: readonly string[];
  /** Key to the time of opening, `YYYY-MM-DD HH:MM:SS` as the file means it. */
  readonly opened: Readonly<Record<string, string>>;
  readonly total: Tally;
  readonly byMonth: Readonly<Record<string, Tally>>;
  readonly byCategory: Readonly<Record<string, Tally>>;
  readonly byAgency: Readonly<Record<string, Tally>>;
  readonly places: { exact: number; inexact: number; none: number };
}

type Row = Record<string, string>;

export function countCsv(path: string, source: CsvSource): Counted {
  const rows: Row[] = parse(readFileSync(path), { columns: true, bom: true });
  const told = rows.map((row) => requestOf(row, source));
  const possible = told.filter((one) => !isImpossible(one));
  const byMonth: Record<string, Tally> = {};
  const byCategory: Record<string, Tally> = {};
  const byAgency: Record<string, Tally> = {};
  const total = nothing();
  const places = { exact: 0, inexact: 0, none: 0 };
  for (const one of possible) {
    const kinds = [total, of(byCategory, one.category), of(byAgency, one.agency)];
    for (const tally of [...kinds, month(byMonth, one.opened, source.zone)]) tally.reported += 1;
    places[one.place] += 1;
    if (!one.ended) for (const tally of kinds) tally.open += 1;
    else for (const tally of [...kinds, month(byMonth, one.closed, source.zone)]) end(tally, one);
  }
  const impossible = told.filter(isImpossible).map(({ key }) => key);
  const opened = Object.fromEntries(possible.map((one) => [one.key, one.opened]));
  return { rows: rows.length, impossible, opened, total, byMonth, byCategory, byAgency, places };
}

interface Request {
  readonly key: string;
  readonly opened: string;
  readonly ended: boolean;
  readonly closed: string;
  readonly due: string;
  readonly category: string;
  readonly agency: string;
  readonly place: keyof Counted['places'];
}

function requestOf(row: Row, source: CsvSource): Request {
  const ended = (row[source.status] ?? '').startsWith('Closed');
  const group = source.group === undefined ? '' : `${row[source.group]} / `;
  return {
    key: row[source.key] ?? '',
    opened: sortable(row[source.opened] ?? ''),
    ended,
    closed: ended ? sortable(row[source.closed] ?? '') : '',
    due: source.due === undefined ? '' : sortable(row[source.due] ?? ''),
    category: `${group}${row[source.category]}`,
    agency: row[source.agency] ?? '',
    place: placeOf(row[source.lng] ?? '', row[source.lat] ?? ''),
  };
}

function isImpossible({ ended, closed, opened }: Request): boolean {
  return ended && closed < opened;
}

function end(tally: Tally, { closed, due }: Request): void {
  tally.closed += 1;
  if (due !== '') tally.limited += 1;
  if (due !== '' && closed <= due) tally.onTime += 1;
}

function of(tallies: Record<string, Tally>, name: string): Tally {
  const tally = tallies[name] ?? nothing();
  tallies[name] = tally;
  return tally;
}

function nothing(): Tally {
  return { reported: 0, closed: 0, limited: 0, onTime: 0, open: 0 };
}

function month(months: Record<string, Tally>, time: string, zone: string | undefined): Tally {
  const day =
    zone === undefined
      ? time
      : new Date(`${time.replace(' ', 'T')}Z`).toLocaleDateString('sv-SE', { timeZone: zone });
  return of(months, day.slice(0, 7));
}

/** `04/12/2018 01:06:56 PM` or `2016-07-13 15:11:07+00:00` as `YYYY-MM-DD HH:MM:SS`. */
function sortable(text: string): string {
  const american = /^(\d\d)\/(\d\d)\/(\d{4}) (\d\d)(:\d\d:\d\d) ([AP])M$/.exec(text);
  if (american === null) return text.slice(0, 19);
  const [, mm, dd, yyyy, hour, rest, half] = american;
  const hours = (Number(hour) % 12) + (half === 'P' ? 12 : 0);
  return `${yyyy}-${mm}-${dd} ${String(hours).padStart(2, '0')}${rest}`;
}

function placeOf(lng: string, lat: string): 'exact' | 'inexact' | 'none' {
  if (Number(lng) === 0 && Number(lat) === 0) return 'none';
  const digits = [lng, lat].map((text) => (text.split('.')[1] ?? '').length);
  return Math.min(...digits) < 3 ? 'inexact' : 'exact';
}
