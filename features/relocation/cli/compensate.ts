/**
 * `lianxin compensate`: statements for a file of households as JSON lines, a
 * summary for the office, readable files for those who ask for one. No
 * database is opened, and the clock is never asked.
 */
import { mkdirSync } from 'node:fs';
import { join } from 'node:path';
import { done } from '#kernel/outcome.ts';
import { fen, yuanText } from '#kernel/quantity/index.ts';
import { canonicalText } from '../rules/canonical.ts';
import { bigMoney, itemAmounts, Sums } from '../rules/compare/sums.ts';
import { labelOf } from '../rules/explain/explain.ts';
import type { Voice } from '../rules/explain/say.ts';
import { isDay } from '../rules/language/days.ts';
import type { Plan } from '../rules/scheme/compile.ts';
import { Calculator, type ChoiceStatement, type Worked } from '../rules/statement.ts';
import { sha256 } from '../server/digest.ts';
import type { ReadyScheme } from '../server/statement/page.ts';
import { columnsFrom } from './columns.ts';
import type { CompensateCommand } from './command.ts';
import { csvFile, type LinesFile, linesFile } from './lines-file.ts';
import { ReadableFiles } from './readable-files.ts';
import { badRowsIn, eachHousehold, householdsFile, type Read } from './run-households.ts';
import { schemeFile } from './scheme-file.ts';
import { type Ending, type Stopped, stopped, voiceIn } from './told.ts';
import { type SheetCell, writeWorkbook } from './workbook.ts';

export async function compensate(command: CompensateCommand): Promise<Stopped<Ending>> {
  const began = command.clock();
  const voice = voiceIn(command.locale, command.translate);
  const scheme = schemeFile(command.scheme, voice);
  if (!scheme.ok) return scheme;
  const { plan } = scheme.value;
  const choices = chosen(plan, command.choice);
  if (!choices.ok) return choices;
  if (command.asOf !== undefined && !isDay(command.asOf)) return stopped('as_of_bad');
  const columns = columnsFrom(command.mapping, plan);
  if (!columns.ok) return columns;
  const file = await householdsFile(command.households, plan, columns.value, command);
  if (!file.ok) return file;
  const readable = ReadableFiles.open(scheme.value, command);
  if (!readable.ok) return readable;
  const run = openRun(command, scheme.value, choices.value, readable.value);
  if (run === undefined) return stopped('out_bad', { path: command.out });
  const badRows = badRowsIn(command.out);
  const { calculator } = run;
  const { asOf } = command;
  const progress = command.progress(voice.say('cli.households'));
  const counted = await eachHousehold(
    file.value,
    { plan, calculator, asOf, badRows: badRows.file, voice, progress },
    (read) => run.take(read),
  );
  badRows.file.close();
  const summary = await run.end(voice);
  const result: Result = {
    ...{ ...counted, ...summary, absent: file.value.columns.absent },
    seconds: (command.clock() - began) / 1000,
    badRows: counted.refused === 0 ? null : badRows.path,
    readable: readable.value.written,
    unknown: readable.value.unknown(),
  };
  if (command.json) command.write(JSON.stringify(jsonOf(command, result)));
  else for (const line of linesOf(command, voice, result)) command.write(line);
  return done(counted.refused === 0 && result.unknown.length === 0 ? 0 : 1);
}

/** The choices asked for; undefined for all, or for a scheme without any. */
function chosen(plan: Plan, choice: string): Stopped<readonly string[] | undefined> {
  if (choice === 'all') return done(undefined);
  const known = plan.choices.map(({ name }) => name);
  return known.includes(choice)
    ? done([choice])
    : stopped('choice_unknown', { choice, known: known.join(', ') });
}

interface ChoiceTotal {
  readonly choice: string | null;
  /** Households with a whole total under this choice. */
  readonly households: number;
  readonly amount: bigint;
}

interface Summary {
  readonly complete: number;
  readonly incomplete: number;
  readonly totals: readonly ChoiceTotal[];
}

interface Result extends Summary {
  readonly households: number;
  readonly refused: number;
  readonly absent: readonly string[];
  readonly seconds: number;
  readonly badRows: string | null;
  readonly readable: number;
  readonly unknown: readonly string[];
}

function openRun(
  command: CompensateCommand,
  scheme: ReadyScheme,
  choices: readonly string[] | undefined,
  readable: ReadableFiles,
): Run | undefined {
  try {
    mkdirSync(command.out, { recursive: true });
    const statements = linesFile(join(command.out, 'statements.jsonl'));
    return new Run(command, scheme, choices, readable, statements);
  } catch (fault) {
    if (fault instanceof Error && 'code' in fault) return undefined;
    throw fault;
  }
}

/** One household in the summary: totals in the order of the choices. */
interface Row {
  readonly key: string;
  readonly totals: readonly (number | null)[];
  readonly missing: string;
}

class Run {
  readonly calculator: Calculator;
  private readonly command: CompensateCommand;
  private readonly scheme: ReadyScheme;
  private readonly choices: readonly string[] | undefined;
  private readonly readable: ReadableFiles;
  private readonly statements: LinesFile;
  private readonly rows: Row[] = [];
  private readonly items = new Map<string, Sums>();
  private complete = 0;

  constructor(
    command: CompensateCommand,
    scheme: ReadyScheme,
    choices: readonly string[] | undefined,
    readable: ReadableFiles,
    statements: LinesFile,
  ) {
    this.command = command;
    this.scheme = scheme;
    this.choices = choices;
    this.readable = readable;
    this.statements = statements;
    this.calculator = new Calculator(scheme.plan);
  }

  private get choiceNames(): readonly string[] {
    const known = this.scheme.plan.choices.map(({ name }) => name);
    return known.length === 0 ? [''] : (this.choices ?? known);
  }

  take({ household, raw, facts }: Read): void {
    const { asOf } = this.command;
    const worked = this.calculator.work(facts, this.choices);
    const choices = worked.map(({ statement }) => statement);
    const { format, id, version } = this.scheme.scheme;
    const factsDigest = sha256(canonicalText(asOf === undefined ? raw : { asOf, facts: raw }));
    this.statements.line(
      JSON.stringify({
        household: household.key,
        scheme: { format, id, version, digest: this.scheme.digest },
        factsDigest,
        ...(asOf !== undefined && { asOf }),
        choices,
      }),
    );
    this.count(household.key, choices);
    this.writeReadable(household.key, raw, worked);
  }

  private writeReadable(key: string, raw: Read['raw'], worked: readonly Worked[]): void {
    if (this.readable.wants(key)) this.readable.write(key, raw, worked);
  }

  private count(key: string, choices: readonly ChoiceStatement[]): void {
    const missing = new Set(
      choices.flatMap((one) => [...one.missing, ...one.faults.map(({ name }) => name)]),
    );
    if (choices.every(({ total }) => total !== null)) this.complete += 1;
    this.rows.push({ key, totals: choices.map(totalShown), missing: [...missing].join('; ') });
    for (const statement of choices) {
      if (statement.offered === false) continue;
      const sums = this.items.get(statement.choice ?? '') ?? new Sums();
      this.items.set(statement.choice ?? '', sums);
      for (const [item, amount] of itemAmounts(statement)) sums.add(item, amount);
    }
  }

  async end(voice: Voice): Promise<Summary> {
    this.statements.close();
    this.writeCsv(voice);
    await this.writeXlsx(voice);
    return {
      complete: this.complete,
      incomplete: this.rows.length - this.complete,
      totals: this.choiceNames.map((choice, at) =>
        totalOf(
          choice,
          this.rows.map(({ totals }) => totals[at] ?? null),
        ),
      ),
    };
  }

  private heading({ say }: Voice): readonly string[] {
    const totals = this.choiceNames.map((choice) =>
      say('cli.column_total', { choice: choice === '' ? say('cli.single') : choice }),
    );
    return [say('cli.column_household'), ...totals, say('cli.column_missing_facts')];
  }

  private writeCsv(voice: Voice): void {
    const file = csvFile(join(this.command.out, 'summary.csv'));
    file.row(this.heading(voice));
    for (const { key, totals, missing } of this.rows)
      file.row([
        key,
        ...totals.map((total) => (total === null ? '' : yuanText(fen(total)))),
        missing,
      ]);
    file.close();
  }

  private async writeXlsx(voice: Voice): Promise<void> {
    const { say } = voice;
    const items = [...this.items].flatMap(([choice, sums]) =>
      sums
        .entries()
        .map(([item, { households, amount }]): readonly SheetCell[] => [
          choice,
          labelOf(item, { plan: this.scheme.plan, voice }),
          String(households),
          bigMoney(amount),
        ]),
    );
    await writeWorkbook(join(this.command.out, 'summary.xlsx'), [
      {
        name: say('cli.sheet_households'),
        heading: this.heading(voice),
        rows: this.rows.map(({ key, totals, missing }) => [
          key,
          ...totals.map((total) => (total === null ? null : { fen: total })),
          missing,
        ]),
      },
      {
        name: say('cli.sheet_items'),
        heading: ['column_choice', 'column_item', 'column_households', 'column_sum'].map((name) =>
          say(`cli.${name}`),
        ),
        rows: items,
      },
    ]);
  }
}

/** A choice that is not open to the household has no total in a summary. */
function totalShown({ offered, total }: ChoiceStatement): number | null {
  return offered === false ? null : total;
}

function totalOf(choice: string, totals: readonly (number | null)[]): ChoiceTotal {
  const known = totals.filter((total) => total !== null);
  const amount = known.reduce((sum, total) => sum + BigInt(total), 0n);
  return { choice: choice === '' ? null : choice, households: known.length, amount };
}

function jsonOf({ out, scheme, households: file }: CompensateCommand, result: Result) {
  const { totals, seconds, ...rest } = result;
  return {
    ...{ scheme, file, out, ...rest },
    totals: totals.map((one) => ({ ...one, amount: bigMoney(one.amount) })),
    seconds: Number(seconds.toFixed(3)),
  };
}

function linesOf({ out }: CompensateCommand, { say }: Voice, result: Result): readonly string[] {
  const { households, complete, incomplete, refused, totals, absent, badRows, readable, unknown } =
    result;
  const seconds = result.seconds.toFixed(1);
  return [
    say('cli.done', { households, complete, incomplete, refused, seconds }),
    ...totals.map((one) =>
      say('cli.choice_total', {
        choice: one.choice ?? say('cli.single'),
        households: one.households,
        total: bigMoney(one.amount),
      }),
    ),
    ...(absent.length === 0 ? [] : [say('cli.columns_absent', { facts: absent.join(', ') })]),
    say('cli.written', { path: out }),
    ...(badRows === null ? [] : [say('cli.bad_rows', { path: badRows })]),
    ...(readable === 0
      ? []
      : [say('cli.readable', { count: readable, path: join(out, 'readable') })]),
    ...(unknown.length === 0 ? [] : [say('cli.readable_unknown', { keys: unknown.join(', ') })]),
  ];
}
