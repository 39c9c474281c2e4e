/**
 * `lianxin scheme compare OLD NEW --households FILE`: whom a change of the
 * rules helps and whom it hurts, before it is published. For the office that
 * writes the scheme: single households are named only in the file asked for.
 */
import { done } from '#kernel/outcome.ts';
import { fen, yuanText } from '#kernel/quantity/index.ts';
import type { BadRows } from '#platform/import/bad-rows.ts';
import type { Voice } from '../rules/explain/say.ts';
import type { Plan } from '../rules/scheme/compile.ts';
import type { RawFacts } from '../rules/scheme/document.ts';
import { Calculator, type ChoiceStatement } from '../rules/statement.ts';
import { type ColumnPlan, columnsFrom } from './columns.ts';
import { itemAmounts } from './item-amounts.ts';
import { csvFile } from './lines-file.ts';
import {
  badRowsIn,
  bigMoney,
  eachHousehold,
  type HouseholdsFile,
  householdsFile,
  type Progress,
  type Read,
  Sums,
} from './run-households.ts';
import { type SchemeFile, schemeFile } from './scheme-file.ts';
import { type Ending, type Speaking, type Stopped, stopped, voiceIn } from './told.ts';

export interface SchemeCompareCommand extends Speaking {
  readonly old: string;
  readonly new: string;
  readonly households: string;
  readonly mapping: string | undefined;
  readonly asOf: string | undefined;
  /** Folder for the figures of single households and for bad rows. */
  readonly out: string | undefined;
  readonly json: boolean;
  readonly progress: (words: string) => Progress;
}

export async function schemeCompare(command: SchemeCompareCommand): Promise<Stopped<Ending>> {
  const voice = voiceIn(command.locale, command.translate);
  const [before, after] = [schemeFile(command.old, voice), schemeFile(command.new, voice)];
  if (!before.ok) return before;
  if (!after.ok) return after;
  const choices = commonChoices(before.value.plan, after.value.plan);
  if (choices.length === 0) return stopped('compare_no_choice');
  const file = await fileOfBoth(command, before.value.plan, after.value.plan);
  if (!file.ok) return file;
  const badRows = command.out === undefined ? undefined : badRowsIn(command.out);
  const comparison = new Comparison(before.value, after.value, choices, command, voice);
  const counted = await eachHousehold(
    file.value,
    {
      calculator: comparison,
      asOf: command.asOf,
      badRows: badRows?.file ?? NOWHERE,
      voice,
      progress: command.progress(voice.say('cli.households')),
    },
    (read) => comparison.take(read),
  );
  badRows?.file.close();
  const results = comparison.end();
  if (command.json)
    command.write(
      JSON.stringify({ old: command.old, new: command.new, ...counted, choices: results }),
    );
  else for (const line of comparison.lines(results)) command.write(line);
  return done(counted.refused === 0 ? 0 : 1);
}

const NOWHERE: BadRows = { write: () => undefined, close: () => undefined };

/** Names of choices both schemes have; one unnamed where neither has any. */
function commonChoices(before: Plan, after: Plan): readonly (string | undefined)[] {
  const [old, fresh] = [before, after].map((plan) => plan.choices.map(({ name }) => name));
  if (old?.length === 0 && fresh?.length === 0) return [undefined];
  return (old ?? []).filter((name) => fresh?.includes(name));
}

/** One pass over the file, with the columns of both schemes. */
async function fileOfBoth(
  command: SchemeCompareCommand,
  before: Plan,
  after: Plan,
): Promise<Stopped<HouseholdsFile>> {
  const plans: ColumnPlan[] = [];
  let file: HouseholdsFile | undefined;
  for (const plan of [before, after]) {
    const columns = columnsFrom(command.mapping, plan);
    if (!columns.ok) return columns;
    const own = await householdsFile(command.households, plan, columns.value, command);
    if (!own.ok) return own;
    plans.push(own.value.columns);
    file = own.value;
  }
  if (file === undefined) throw new Error('a comparison is of two schemes');
  const facts = new Map(plans.flatMap((plan) => plan.facts.map((one) => [one.fact, one] as const)));
  const key = plans.find((plan) => plan.key !== null)?.key ?? null;
  return done({ table: file.table, columns: { key, facts: [...facts.values()], absent: [] } });
}

interface Compared {
  readonly choice: string | null;
  readonly gain: number;
  readonly lose: number;
  readonly same: number;
  /** Not open, or not to be worked out, under one of the two. */
  readonly unknown: number;
  /** Yuan, of households that can be compared. */
  readonly before: string;
  readonly after: string;
  readonly difference: string;
  /** Yuan; absent where nothing could be compared. */
  readonly spread: Readonly<
    Record<'least' | 'tenth' | 'half' | 'ninetieth' | 'most', string>
  > | null;
  readonly items: readonly {
    readonly item: string;
    readonly before: string;
    readonly after: string;
    readonly difference: string;
  }[];
}

/** Sums of one choice while households come in. */
class Tally {
  readonly changes: number[] = [];
  readonly old = new Sums();
  readonly new = new Sums();
  unknown = 0;
  before = 0n;
  after = 0n;

  add(before: ChoiceStatement, after: ChoiceStatement): number | null {
    const [old, fresh] = [before, after].map(({ offered, total }) =>
      offered === true ? total : null,
    );
    if (old === null || old === undefined || fresh === null || fresh === undefined) {
      this.unknown += 1;
      return null;
    }
    this.changes.push(fresh - old);
    this.before += BigInt(old);
    this.after += BigInt(fresh);
    for (const [item, amount] of itemAmounts(before)) this.old.add(item, amount);
    for (const [item, amount] of itemAmounts(after)) this.new.add(item, amount);
    return fresh - old;
  }
}

class Comparison {
  private readonly before: Side;
  private readonly after: Side;
  private readonly choices: readonly (string | undefined)[];
  private readonly voice: Voice;
  private readonly titles: { readonly old: string; readonly new: string };
  private readonly tallies: readonly Tally[];
  private readonly file: ReturnType<typeof csvFile> | undefined;

  constructor(
    before: SchemeFile,
    after: SchemeFile,
    choices: readonly (string | undefined)[],
    { out }: SchemeCompareCommand,
    voice: Voice,
  ) {
    this.before = sideOf(before);
    this.after = sideOf(after);
    this.choices = choices;
    this.voice = voice;
    this.titles = { old: titleOf(before), new: titleOf(after) };
    this.tallies = choices.map(() => new Tally());
    this.file = out === undefined ? undefined : comparisonFile(out, voice);
  }

  /** The facts must be right for both schemes. */
  readFacts(raw: RawFacts, asOf?: string) {
    const [old, fresh] = [this.before, this.after].map((side) =>
      side.calculator.readFacts(side.own(raw), asOf),
    );
    if (old === undefined || fresh === undefined) throw new Error('a comparison is of two schemes');
    const problems = [...old.problems];
    for (const problem of fresh.problems)
      if (!problems.some((one) => one.fact === problem.fact && one.row === problem.row))
        problems.push(problem);
    this.read = { old: old.facts, fresh: fresh.facts };
    return { facts: old.facts, problems };
  }

  private read: { readonly old: Read['facts']; readonly fresh: Read['facts'] } | undefined;

  take({ household }: Read): void {
    if (this.read === undefined) throw new Error('taken before it was read');
    const wanted = this.choices.filter((choice) => choice !== undefined);
    const old = this.before.calculator.work(this.read.old, wanted);
    const fresh = this.after.calculator.work(this.read.fresh, wanted);
    for (const [at, choice] of this.choices.entries()) {
      const [one, other] = [old, fresh].map(
        (side) => side.find(({ statement }) => statement.choice === choice)?.statement,
      );
      if (one === undefined || other === undefined) throw new Error('a choice of both is in both');
      const change = this.tallies[at]?.add(one, other) ?? null;
      this.file?.row([
        household.key,
        choice ?? '',
        ...[one.total, other.total, change].map(amountText),
      ]);
    }
  }

  end(): readonly Compared[] {
    this.file?.close();
    return this.tallies.map((tally, at) => comparedOf(tally, this.choices[at] ?? null));
  }

  lines(results: readonly Compared[]): readonly string[] {
    const { say } = this.voice;
    return [
      say('cli.compare_title', this.titles),
      ...results.flatMap(({ choice, spread, items, ...counts }) => [
        say('cli.compare_choice', { ...counts, choice: choice ?? say('cli.single') }),
        ...(spread === null ? [] : [say('cli.compare_spread', spread)]),
        ...items.map((item) => say('cli.compare_item', item)),
      ]),
    ];
  }
}

interface Side {
  readonly calculator: Calculator;
  own(raw: RawFacts): RawFacts;
}

function sideOf({ plan }: SchemeFile): Side {
  const known = new Set(
    [...plan.names.entries.values()]
      .filter(({ sort }) => sort === 'fact' || sort === 'list')
      .map(({ name }) => name),
  );
  const own = (raw: RawFacts): RawFacts =>
    Object.fromEntries(
      Object.entries(raw)
        .filter(([name]) => known.has(name))
        .map(([name, value]) => [
          name,
          Array.isArray(value) ? value.map((row) => only(row, known)) : value,
        ]),
    );
  return { calculator: new Calculator(plan), own };
}

function only<Cell>(
  row: Readonly<Record<string, Cell>>,
  known: ReadonlySet<string>,
): Record<string, Cell> {
  return Object.fromEntries(Object.entries(row).filter(([name]) => known.has(name)));
}

function titleOf({ scheme }: SchemeFile): string {
  return `${scheme.title.zh} ${scheme.version}`;
}

function comparisonFile(out: string, { say }: Voice) {
  const file = csvFile(`${out}/comparison.csv`);
  file.row(
    ['household', 'choice', 'before', 'after', 'difference'].map((name) =>
      say(`cli.column_${name}`),
    ),
  );
  return file;
}

function amountText(amount: number | null): string {
  return amount === null ? '' : yuanText(fen(amount));
}

function comparedOf(tally: Tally, choice: string | null): Compared {
  const { changes, unknown, before, after } = tally;
  const count = (holds: (change: number) => boolean): number => changes.filter(holds).length;
  return {
    choice,
    gain: count((change) => change > 0),
    lose: count((change) => change < 0),
    same: count((change) => change === 0),
    unknown,
    before: bigMoney(before),
    after: bigMoney(after),
    difference: bigMoney(after - before),
    spread: spreadOf(changes),
    items: itemsOf(tally),
  };
}

/** Amounts that stand in the list of changes, never means of two. */
function spreadOf(changes: readonly number[]): Compared['spread'] {
  if (changes.length === 0) return null;
  const sorted = [...changes].sort((a, b) => a - b);
  const at = (tenths: number): string =>
    yuanText(fen(sorted[Math.floor(((sorted.length - 1) * tenths) / 10)] ?? 0));
  return { least: at(0), tenth: at(1), half: at(5), ninetieth: at(9), most: at(10) };
}

function itemsOf({ old, new: fresh }: Tally): Compared['items'] {
  const [before, after] = [new Map(old.entries()), new Map(fresh.entries())];
  return [...new Set([...before.keys(), ...after.keys()])].map((item) => {
    const [one, other] = [before, after].map((side) => side.get(item)?.amount ?? 0n);
    const [left, right] = [one ?? 0n, other ?? 0n];
    return {
      item,
      before: bigMoney(left),
      after: bigMoney(right),
      difference: bigMoney(right - left),
    };
  });
}
