/** Imports one file: reads, maps, sends batches, keeps what was refused, reports. */
import type { Context } from '#kernel/context.ts';
import { columnsOf, Mapping } from '#kernel/mapping.ts';
import { done, type Outcome } from '#kernel/outcome.ts';
import type { Refusal } from '#kernel/refusal.ts';
import type { Translate } from '#platform/http/i18n.ts';
import type { RefusedRow } from './bad-rows.ts';
import type { FieldSpecs, RowOf } from './field-spec.ts';
import type { Importer, ImportRow, ImportServices, Noting, RowOutcome } from './importer.ts';
import { digestOf, type RowMapper, rowMapper } from './map-row.ts';
import { readTable } from './read-table.ts';
import type { RawRow, Table } from './table.ts';

/** Transactions of an import stay short (engines.md). */
const BATCH = 500;
/** Rows written before the tables are measured for the planner; then at four times as many, and so on. */
const MEASURED_FIRST = 500;
/** Rows that wait for others; more of them means that the others will not come. */
const MOST_WAITING = 100_000;

export interface ImportRequest {
  readonly importer: Importer;
  readonly path: string;
  /** Absent: columns are named as fields, or in a way the importer knows. */
  readonly mapping?: Mapping;
  readonly dryRun: boolean;
  readonly badRows: { write(row: RefusedRow): void; close?(): void };
  readonly translate: Translate;
  /** `readTable` unless told: a server reads in a thread of its own. */
  readonly read?: typeof readTable;
  readonly noted?: Noting;
  /** Waited for: what it keeps is kept before the next batch begins. */
  onProgress?(report: ImportReport, part: number): void | Promise<void>;
}

export interface ImportReport {
  /** Rows of the file so far. */
  rows: number;
  created: number;
  changed: number;
  unchanged: number;
  refused: number;
  /** Of those created or changed: rows of which something was left empty. */
  leftEmpty: number;
  /** Refused rows by code. */
  readonly reasons: Record<string, number>;
}

/**
 * The file itself may be refused (`file.*`, `input.encoding`, `import.mapping`,
 * `import.column_missing`); then nothing was written. Single rows never stop it.
 */
export async function runImport(
  services: ImportServices,
  context: Context,
  request: ImportRequest,
): Promise<Outcome<ImportReport>> {
  const table = await (request.read ?? readTable)(request.path, request.mapping ?? {});
  if (!table.ok) return table;
  const mapping = request.mapping ?? usualMapping(request.importer, table.value.columns);
  const map = rowMapper(request.importer.fields, mapping, table.value.columns, context.timeZone);
  if (!map.ok) return map;
  const run = new Run(services, context, request, mapping);
  await run.all(table.value, map.value);
  return done(run.report);
}

function usualMapping(importer: Importer, columns: readonly string[]): Mapping {
  const named = Object.keys(importer.fields).filter((name) => columns.includes(name));
  const fields =
    importer.usualFields?.(columns) ?? Object.fromEntries(named.map((name) => [name, name]));
  return Mapping.parse({ fields });
}

interface Read {
  readonly row: ImportRow<FieldSpecs>;
  readonly raw: RawRow;
}

class Run {
  readonly report: ImportReport = {
    rows: 0,
    created: 0,
    changed: 0,
    unchanged: 0,
    refused: 0,
    leftEmpty: 0,
    reasons: {},
  };
  readonly #services: ImportServices;
  readonly #context: Context;
  readonly #request: ImportRequest;
  readonly #mapping: Mapping;
  /** Key to digest of what this file said already. */
  readonly #seen = new Map<string, string>();
  /** Keys of rows that were taken: in a trial they are in no table. */
  readonly #accepted = new Set<string>();
  #batch: Read[] = [];
  #waiting: Read[] = [];
  #written = 0;
  #measureAt = MEASURED_FIRST;

  constructor(
    services: ImportServices,
    context: Context,
    request: ImportRequest,
    mapping: Mapping,
  ) {
    this.#services = services;
    this.#context = context;
    this.#request = request;
    this.#mapping = mapping;
  }

  async all(table: Table, map: RowMapper): Promise<void> {
    for await (const raw of table.rows) {
      this.report.rows += 1;
      this.#take(raw, map);
      if (this.#batch.length < BATCH) continue;
      await this.#send();
      await this.#request.onProgress?.(this.report, table.progress());
    }
    await this.#send();
    await this.#sendWaiting();
    await this.#request.onProgress?.(this.report, 1);
  }

  #take(raw: RawRow, map: RowMapper): void {
    const mapped = raw.problem ? { ok: false as const, refusal: raw.problem } : map(raw);
    if (!mapped.ok) {
      this.#refuse(raw, mapped.refusal);
      return;
    }
    const values: RowOf<FieldSpecs> = mapped.value;
    const { key } = this.#request.importer;
    const name = String(values[key]);
    const digest = digestOf(values);
    const before = this.#seen.get(name);
    if (before === undefined) {
      this.#seen.set(name, digest);
      this.#batch.push({ raw, row: { number: raw.number, values, digest } });
    } else if (before === digest) this.report.unchanged += 1;
    else this.#refuse(raw, { code: 'import.duplicate_key', field: this.#columnOf(key) });
  }

  async #send(): Promise<void> {
    const batch = this.#batch;
    this.#batch = [];
    for (const [at, outcome] of (await this.#write(batch)).entries()) {
      const read = batch[at];
      if (read === undefined) throw new Error('an importer answered for a row it was not given');
      if (isWaiting(outcome) && this.#waiting.length < MOST_WAITING) this.#waiting.push(read);
      else this.#count(read, outcome);
    }
  }

  /** Again and again, as long as it brings some of them in. */
  async #sendWaiting(): Promise<void> {
    let before = Number.POSITIVE_INFINITY;
    while (this.#waiting.length > 0 && this.#waiting.length < before) {
      before = this.#waiting.length;
      const waiting = this.#waiting;
      this.#waiting = [];
      while (waiting.length > 0) {
        this.#batch = waiting.splice(0, BATCH);
        await this.#send();
      }
    }
    for (const { raw, row } of this.#waiting) {
      const [outcome] = await this.#write([{ raw, row }]);
      this.#count({ raw, row }, outcome ?? 'unchanged');
    }
  }

  async #write(batch: readonly Read[]): Promise<readonly RowOutcome[]> {
    if (batch.length === 0) return [];
    const rows = batch.map(({ row }) => row);
    const { importer, dryRun, noted } = this.#request;
    const outcomes = await importer.write(this.#services, this.#context, rows, {
      dryRun,
      accepted: this.#accepted,
      ...(noted && { noted }),
    });
    if (outcomes.length !== rows.length)
      throw new Error('an importer answers for each row it is given');
    if (!dryRun) await this.#measure(outcomes.filter((one) => one !== 'unchanged').length);
    return outcomes;
  }

  /**
   * Tables that were empty a moment ago are planned for as if they still were:
   * each foreign key then looks through all rows. The embedded engine never
   * measures by itself, a server a minute too late.
   */
  async #measure(rows: number): Promise<void> {
    this.#written += rows;
    if (this.#written < this.#measureAt) return;
    this.#measureAt = this.#written * 4;
    await this.#services.database.asOwner(async (transaction) => {
      await transaction.run({ sql: 'analyze', parameters: [] });
    });
  }

  #count({ raw, row }: Read, outcome: RowOutcome): void {
    if (typeof outcome === 'string' || 'taken' in outcome) {
      const taken = typeof outcome === 'string' ? outcome : outcome.taken;
      this.report[taken] += 1;
      this.#accepted.add(String(row.values[this.#request.importer.key]));
      if (typeof outcome !== 'string') this.#leave(raw, outcome.left);
    } else {
      const field = outcome.field ?? this.#request.importer.key;
      this.#refuse(raw, { ...outcome, field: this.#columnOf(field) });
    }
  }

  #refuse(raw: RawRow, refusal: Refusal): void {
    this.report.refused += 1;
    this.report.reasons[refusal.code] = (this.report.reasons[refusal.code] ?? 0) + 1;
    this.#keep(raw, refusal);
  }

  #leave(raw: RawRow, fields: readonly string[]): void {
    this.report.leftEmpty += 1;
    for (const field of fields) {
      this.#keep(raw, { code: 'import.left_empty', field: this.#columnOf(field) });
    }
  }

  #keep(raw: RawRow, refusal: Refusal): void {
    const { badRows, translate } = this.#request;
    const column = refusal.field ?? '';
    badRows.write({
      row: raw.number,
      column,
      value: shown(raw.cells[column]),
      code: refusal.code,
      reason: translate(this.#context.locale, `refusal.${refusal.code}`, refusal.detail),
      detail: refusal.detail ?? null,
      cells: raw.cells,
    });
  }

  #columnOf(field: string): string {
    const rule = this.#mapping.fields[field];
    return (rule === undefined ? undefined : columnsOf(rule)[0]) ?? field;
  }
}

function isWaiting(outcome: RowOutcome): boolean {
  return (
    typeof outcome === 'object' && 'code' in outcome && outcome.code === 'import.parent_unknown'
  );
}

function shown(cell: unknown): string {
  if (cell === null || cell === undefined) return '';
  return typeof cell === 'object' ? JSON.stringify(cell) : String(cell);
}
