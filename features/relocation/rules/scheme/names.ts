/** Every name of a scheme once, with its formulas read. */
import { type Bound, parse, parseBounds } from '../language/parse.ts';
import { FormulaError, type Node } from '../language/syntax.ts';
import { type Lexicon, lexiconWith } from '../language/units.ts';
import words from '../words.json' with { type: 'json' };
import type { Fact, Item, Limit, Scheme, SingleFact, Table, Value } from './document.ts';
import type { Report } from './problem.ts';

export type Path = readonly string[];

/** A formula that was read, and where it stands. */
export interface Formula {
  readonly node: Node;
  readonly path: Path;
  readonly source: string;
}

interface Named {
  readonly name: string;
  readonly en: string | undefined;
  readonly path: Path;
  /** The list whose rows it belongs to; null for the household as a whole. */
  readonly list: string | null;
}

/** One way in which a row of a table may fit: a written value, or comparisons. */
export type Condition =
  | { readonly text: string; readonly path: Path }
  | { readonly bounds: readonly Bound[]; readonly path: Path };

export interface TableRow {
  readonly path: Path;
  /** By name of the table's `by`; any of the alternatives. */
  readonly when: ReadonlyMap<string, readonly Condition[]>;
  readonly value: Formula | undefined;
}

export type FactEntry = Named & { readonly sort: 'fact'; readonly fact: SingleFact };
export type ListEntry = Named & { readonly sort: 'list'; readonly fields: readonly string[] };
export type ChoiceEntry = Named & {
  readonly sort: 'choice';
  readonly values: readonly {
    readonly name: string;
    readonly en: string | undefined;
    readonly when: Formula | undefined;
    readonly cite: string | undefined;
  }[];
};
export type ValueEntry = Named & {
  readonly sort: 'value';
  readonly value: Value;
  readonly formula: Formula | undefined;
};
export type TableEntry = Named & {
  readonly sort: 'table';
  readonly table: Table;
  readonly rows: readonly TableRow[];
  readonly otherwise: Formula | undefined;
};
export type ItemEntry = Named & {
  readonly sort: 'item';
  readonly item: Item;
  readonly formula: Formula | undefined;
  readonly when: Formula | undefined;
  readonly min: Formula | undefined;
  readonly max: Formula | undefined;
  readonly roundTo: Formula | undefined;
  readonly pay: readonly PaymentEntry[];
};
export type LimitEntry = Named & {
  readonly sort: 'limit';
  readonly limit: Limit;
  readonly when: Formula | undefined;
  readonly min: Formula | undefined;
  readonly max: Formula | undefined;
};
export type Entry =
  | FactEntry
  | ListEntry
  | ChoiceEntry
  | ValueEntry
  | TableEntry
  | ItemEntry
  | LimitEntry;

export type PaymentEntry =
  | { readonly kind: 'once'; readonly at: Formula | undefined; readonly share: Formula | undefined }
  | {
      readonly kind: 'monthly';
      readonly from: Formula | undefined;
      readonly months: Formula | undefined;
    };

export interface Names {
  readonly scheme: Scheme;
  readonly lexicon: Lexicon;
  readonly entries: ReadonlyMap<string, Entry>;
  /** Of every line that does not say otherwise. */
  readonly roundTo: Formula | undefined;
  /** Limits of facts: `facts/0/min`. */
  readonly factLimits: ReadonlyMap<
    string,
    { readonly min?: Formula | undefined; readonly max?: Formula | undefined }
  >;
  read(source: string, path: Path): Formula | undefined;
}

const RESERVED: ReadonlySet<string> = new Set([
  ...Object.keys(words.keywords),
  ...Object.keys(words.truths),
  ...Object.keys(words.functions),
]);

/** Reads all formulas and gives every name its entry; what cannot be read is reported and left out. */
export function namesOf(scheme: Scheme, report: Report): Names {
  const lexicon = lexiconWith(scheme.units);
  return new Reading(scheme, lexicon, report).names();
}

class Reading {
  private readonly scheme: Scheme;
  private readonly lexicon: Lexicon;
  private readonly report: Report;
  private readonly entries = new Map<string, Entry>();
  private readonly factLimits = new Map<
    string,
    { min?: Formula | undefined; max?: Formula | undefined }
  >();

  constructor(scheme: Scheme, lexicon: Lexicon, report: Report) {
    this.scheme = scheme;
    this.lexicon = lexicon;
    this.report = report;
  }

  names(): Names {
    const { scheme } = this;
    if (scheme.choices !== undefined) this.addChoices(scheme.choices);
    for (const [at, fact] of scheme.facts.entries()) this.addFact(fact, ['facts', String(at)]);
    for (const [at, value] of scheme.values.entries()) this.addValue(value, ['values', String(at)]);
    for (const [at, item] of scheme.items.entries()) this.addItem(item, ['items', String(at)]);
    for (const [at, limit] of scheme.limits.entries()) this.addLimit(limit, ['limits', String(at)]);
    // Tables last: the rows they belong to follow from the names they are by.
    for (const [at, table] of scheme.tables.entries()) this.addTable(table, ['tables', String(at)]);
    return {
      scheme,
      lexicon: this.lexicon,
      entries: this.entries,
      factLimits: this.factLimits,
      roundTo: this.read(scheme.round?.to, ['round', 'to']),
      read: (source, path) => this.read(source, path),
    };
  }

  private add(entry: Entry): void {
    const { name, path } = entry;
    const at = [...path, 'name'];
    if (this.entries.has(name)) this.report('name.double', at, { values: { name } });
    else if (RESERVED.has(name) || this.lexicon.words.has(name))
      this.report('name.reserved', at, { values: { name } });
    else this.entries.set(name, entry);
  }

  private read(source: string | undefined, path: Path): Formula | undefined {
    if (source === undefined) return undefined;
    return this.attempt(path, () => ({ node: parse(source, this.lexicon), path, source }));
  }

  private attempt<T>(path: Path, read: () => T): T | undefined {
    try {
      return read();
    } catch (fault) {
      if (!(fault instanceof FormulaError)) throw fault;
      this.report(fault.code, path, { span: fault.span, values: fault.values });
      return undefined;
    }
  }

  private addChoices(choices: NonNullable<Scheme['choices']>): void {
    this.add({
      ...{ sort: 'choice', name: choices.name, en: choices.en, path: ['choices'], list: null },
      values: choices.values.map(({ name, en, when, cite }, at) => ({
        ...{ name, en, cite },
        when: this.read(when, ['choices', 'values', String(at), 'when']),
      })),
    });
  }

  private addFact(fact: Fact, path: Path): void {
    const { name, en } = fact;
    if (fact.type !== 'list') {
      this.addSingle(fact, path, null);
      return;
    }
    const fields = fact.of.map((field) => field.name);
    this.add({ sort: 'list', name, en, path, list: null, fields });
    for (const [at, field] of fact.of.entries())
      this.addSingle(field, [...path, 'of', String(at)], name);
  }

  private addSingle(fact: SingleFact, path: Path, list: string | null): void {
    if ('min' in fact || 'max' in fact) {
      const min = this.read(fact.min, [...path, 'min']);
      const max = this.read(fact.max, [...path, 'max']);
      this.factLimits.set(fact.name, { min, max });
    }
    this.add({ sort: 'fact', name: fact.name, en: fact.en, path, list, fact });
  }

  private addValue(value: Value, path: Path): void {
    const { name, en, each = null } = value;
    const formula = this.read(value.formula, [...path, 'formula']);
    this.add({ sort: 'value', name, en, path, list: each, value, formula });
  }

  private addItem(item: Item, path: Path): void {
    const { name, en, each = null } = item;
    this.add({
      ...{ sort: 'item', name, en, path, list: each, item },
      formula: this.read(item.formula, [...path, 'formula']),
      when: this.read(item.when, [...path, 'when']),
      min: this.read(item.min, [...path, 'min']),
      max: this.read(item.max, [...path, 'max']),
      roundTo: this.read(item.round?.to, [...path, 'round', 'to']),
      pay: (item.pay ?? []).map((part, at) => {
        const here = [...path, 'pay', String(at)];
        return 'at' in part
          ? {
              kind: 'once',
              at: this.read(part.at, [...here, 'at']),
              share: this.read(part.share, [...here, 'share']),
            }
          : {
              kind: 'monthly',
              from: this.read(part.from, [...here, 'from']),
              months: this.read(part.months, [...here, 'months']),
            };
      }),
    });
  }

  private addLimit(limit: Limit, path: Path): void {
    const { name, en } = limit;
    this.add({
      ...{ sort: 'limit', name, en, path, list: null, limit },
      when: this.read(limit.when, [...path, 'when']),
      min: this.read(limit.min, [...path, 'min']),
      max: this.read(limit.max, [...path, 'max']),
    });
  }

  private addTable(table: Table, path: Path): void {
    const { name, en } = table;
    const lists = new Set(
      table.by.map((one) => this.entries.get(one)?.list ?? null).filter((list) => list !== null),
    );
    if (lists.size > 1) this.report('table.lists_mixed', [...path, 'by'], { values: { name } });
    const [list = null] = lists;
    const rows = table.rows.map((row, at) => this.row(table, row, [...path, 'rows', String(at)]));
    const otherwise = this.read(table.otherwise, [...path, 'otherwise']);
    this.add({ sort: 'table', name, en, path, list, table, rows, otherwise });
  }

  private row(table: Table, row: Table['rows'][number], path: Path): TableRow {
    const when = new Map<string, readonly Condition[]>();
    for (const [name, written] of Object.entries(row.when)) {
      const here = [...path, 'when', name];
      if (!table.by.includes(name)) {
        this.report('table.condition', here, { values: { name } });
        continue;
      }
      const alternatives = typeof written === 'string' ? [written] : written;
      when.set(
        name,
        alternatives.flatMap((one) => this.condition(one, name, here)),
      );
    }
    return { path, when, value: this.read(row.value, [...path, 'value']) };
  }

  /** What is chosen among written values is compared as a text, all else by signs. */
  private condition(written: string, by: string, path: Path): readonly Condition[] {
    const entry = this.entries.get(by);
    const isText =
      entry?.sort === 'choice' || (entry?.sort === 'fact' && entry.fact.type === 'choice');
    if (isText) return [{ text: unquoted(written), path }];
    const signed = /^\s*[=<>≤≥≠＜＞＝⩽⩾!]/.test(written) ? written : `= ${written}`;
    const bounds = this.attempt(path, () => parseBounds(signed, this.lexicon));
    return bounds === undefined ? [] : [{ bounds, path }];
  }
}

function unquoted(text: string): string {
  const closing = Object.entries(words.quotes).find(
    ([open, close]) => text.startsWith(open) && text.endsWith(close) && text.length > 1,
  );
  return (closing === undefined ? text : text.slice(1, -1)).trim();
}
