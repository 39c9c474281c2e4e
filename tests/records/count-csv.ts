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
  readonly total: Tally;
  readonly byMonth: Readonly<Record<string, Tally>>;
  readonly byCategory: Readonly<Record<string, Tally>>;
  readonly byAgency: Readonly<Record<string, Tally>>;
  readonly places: { exact: number; inexact: number; none: number };
}

type Row = Record<string, string>;

export function countCsv(path: string, source: CsvSource): Counted {
  const rows: Row[] = parse(readFileSync(path), { columns: true, bom: true });
  const impossible: string[] = [];
  const total = nothing();
  const byMonth: Record<string, Tally> = {};
  const byCategory: Record<string, Tally> = {};
  const byAgency: Record<string, Tally> = {};
  const places = { exact: 0, inexact: 0, none: 0 };
  for (const row of rows) {
    const opened = sortable(row[source.opened] ?? '');
    const ended = (row[source.status] ?? '').startsWith('Closed');
    const closed = ended ? sortable(row[source.closed] ?? '') : '';
    const due = source.due === undefined ? '' : sortable(row[source.due] ?? '');
    if (ended && closed < opened) {
      impossible.push(row[source.key] ?? '');
      continue;
    }
    const group = source.group === undefined ? '' : `${row[source.group]} / `;
    const kinds = [
      total,
      of(byCategory, `${group}${row[source.category]}`),
      of(byAgency, row[source.agency] ?? ''),
    ];
    for (const one of [...kinds, month(byMonth, opened, source.zone)]) one.reported += 1;
    places[placeOf(row[source.lng] ?? '', row[source.lat] ?? '')] += 1;
    if (!ended) {
      for (const one of kinds) one.open += 1;
      continue;
    }
    for (const one of [...kinds, month(byMonth, closed, source.zone)]) {
      one.closed += 1;
      if (due !== '') one.limited += 1;
      if (due !== '' && closed <= due) one.onTime += 1;
    }
  }
  return { rows: rows.length, impossible, total, byMonth, byCategory, byAgency, places };
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
