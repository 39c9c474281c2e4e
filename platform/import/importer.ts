/**
 * What a feature implements so that its records can be imported. The machinery
 * reads files, maps rows, writes the rows that cannot be taken to a file and
 * sends the others in batches; the importer knows its tables.
 */
import type { Context } from '#kernel/context.ts';
import type { Refusal } from '#kernel/refusal.ts';
import type { Change } from '#platform/command/change.ts';
import type { Statement } from '#platform/database/database.ts';
import type { Services } from '#platform/services.ts';
import type { FieldSpecs, RowOf } from './field-spec.ts';

export interface ImportRow<Specs extends FieldSpecs> {
  /** Line or row in the file. */
  readonly number: number;
  readonly values: RowOf<Specs>;
  /** Of the values: the same digest under the same key is no change. */
  readonly digest: string;
}

/** What became of a row, or why it was not taken; the refusal's `field` names a field of the importer. */
export type RowOutcome = 'created' | 'changed' | 'unchanged' | TakenInPart | Refusal;

/** A row that was taken, though something in it cannot be: those fields were left empty. */
export interface TakenInPart {
  readonly taken: 'created' | 'changed';
  readonly left: readonly string[];
}

export interface WriteOptions {
  /** Decide everything, keep nothing. */
  readonly dryRun: boolean;
  /** Keys of this file's rows taken so far: in a trial they count as there, though no table has them. */
  readonly accepted: ReadonlySet<string>;
  readonly noted?: Noting;
}

/** Rows that say whose batch it was; they are committed with it. */
export type Noting = (batch: {
  readonly outcomes: readonly RowOutcome[];
  readonly changes: readonly Change[];
}) => readonly Statement[];

export interface ImportServices
  extends Pick<Services, 'database' | 'keys' | 'protection' | 'clock' | 'ids'> {
  readonly waker: Pick<Services['waker'], 'wake'>;
}

export interface Importer<Specs extends FieldSpecs = FieldSpecs> {
  /** `grids`: the word after `lianxin import`. */
  readonly name: string;
  readonly fields: Specs;
  /** The field that holds the source's own key; required, and once in a file. */
  readonly key: keyof Specs & string;
  /** For files with well-known columns, where no mapping is given; else columns are named as fields. */
  usualFields?(columns: readonly string[]): Readonly<Record<string, string>> | undefined;
  /**
   * Writes at most 500 rows in one transaction and answers for each, in order.
   * A row that needs one not there yet answers `import.parent_unknown` and is tried again at the end.
   */
  write(
    services: ImportServices,
    context: Context,
    rows: readonly ImportRow<Specs>[],
    options: WriteOptions,
  ): Promise<readonly RowOutcome[]>;
}

/**
 * An importer among those of other records. The machinery gives each the rows
 * it has read by the importer's own fields, which no type of a list can say.
 */
export function defineImporter<Specs extends FieldSpecs>(importer: Importer<Specs>): Importer {
  return importer as unknown as Importer;
}
