/**
 * `lianxin scheme compare OLD NEW --households FILE`: whom a change of the
 * rules helps and whom it hurts, before it is published. For the office that
 * writes the scheme: single households are named only in the file asked for.
 */
import { done } from '#kernel/outcome.ts';
import { fen, yuanText } from '#kernel/quantity/index.ts';
import type { BadRows } from '#platform/import/bad-rows.ts';
import {
  type Compared,
  commonChoices,
  comparedOf,
  type Side,
  sideOf,
  Tally,
} from '../rules/compare/tally.ts';
import type { Voice } from '../rules/explain/say.ts';
import type { Plan } from '../rules/scheme/compile.ts';
import type { RawFacts } from '../rules/scheme/document.ts';
import type { ReadyScheme } from '../server/statement/page.ts';
import { type ColumnPlan, columnsFrom } from './columns.ts';
import { csvFile } from './lines-file.ts';
import {
  badRowsIn,
  eachHousehold,
  type HouseholdsFile,
  householdsFile,
  type Progress,
  type Read,
} from './run-households.ts';
import { schemeFile } from './scheme-file.ts';
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
      plan: after.value.plan,
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

class Comparison {
  private readonly before: Side;
  private readonly after: Side;
  private readonly choices: readonly (string | undefined)[];
  private readonly voice: Voice;
  private readonly titles: { readonly old: string; readonly new: string };
  private readonly tallies: readonly Tally[];
  private readonly file: ReturnType<typeof csvFile> | undefined;

  constructor(
    before: ReadyScheme,
    after: ReadyScheme,
    choices: readonly (string | undefined)[],
    { out }: SchemeCompareCommand,
    voice: Voice,
  ) {
    this.before = sideOf(before.plan);
    this.after = sideOf(after.plan);
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

function titleOf({ scheme }: ReadyScheme): string {
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
