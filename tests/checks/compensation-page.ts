/** Reads the pages on schemes as their readers do: from the top, step by step. */
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { explainedLines, notDueLines } from '#features/relocation/rules/explain/lines.ts';
import { problemSentence, type Voice } from '#features/relocation/rules/explain/say.ts';
import { moneyText } from '#features/relocation/rules/explain/write.ts';
import { ROOT } from '#platform/database/migration-files.ts';
import { loadTexts } from '#platform/http/i18n.ts';
import { calculatorOf, problemsOf } from '#tests/worlds/schemes.ts';

export type Json = Readonly<Record<string, unknown>>;

export interface Block {
  readonly kind: string;
  readonly text: string;
}

export function blocksOf(page: string): readonly Block[] {
  return [...page.matchAll(/^```(\S+[^\n]*)\n([\s\S]*?)^```$/gm)].map(
    ([, kind = '', text = '']) => ({
      kind,
      text: text.trimEnd(),
    }),
  );
}

export function pageText(name: string): string {
  return readFileSync(join(ROOT, 'docs', 'compensation', name), 'utf8');
}

const translate = loadTexts(ROOT);

export function voice(locale: Voice['locale']): Voice {
  return { locale, say: (key, values) => translate(locale, `relocation.${key}`, values) };
}

/** A step adds to lists, replaces what has the same name, and replaces everything else. */
export function withStep(document: Json, step: Json): Json {
  const merged: Record<string, unknown> = { ...document };
  for (const [key, value] of Object.entries(step)) {
    const known = merged[key];
    merged[key] = Array.isArray(known) && Array.isArray(value) ? withNamed(known, value) : value;
  }
  return merged;
}

function withNamed(known: readonly Json[], more: readonly Json[]): readonly Json[] {
  const replaced = known.map((one) => more.find((other) => other['name'] === one['name']) ?? one);
  return [
    ...replaced,
    ...more.filter((one) => known.every((other) => other['name'] !== one['name'])),
  ];
}

/** The statement as sentences, as the page shows it. */
export function statementText(
  document: Json,
  facts: Json,
  choice: string | undefined,
  locale: Voice['locale'],
): string {
  const calculator = calculatorOf(document);
  const { facts: read, problems } = calculator.readFacts(
    facts as Parameters<typeof calculator.readFacts>[0],
  );
  if (problems.length > 0) throw new Error(JSON.stringify(problems));
  const [worked] = calculator.work(read, choice === undefined ? undefined : [choice]);
  if (worked === undefined) throw new Error('no such choice');
  const speaks = voice(locale);
  const { total } = worked.statement;
  const lines = explainedLines(calculator.plan, worked, speaks).flatMap(({ text, basis }) => [
    text,
    ...basis.map((one) => `  ${one}`),
  ]);
  const sum = total === null ? '' : `${speaks.say('statement.total')} ${moneyText(total)}`;
  return [...lines, ...notDueLines(calculator.plan, worked, speaks), sum].join('\n');
}

/** What a check says of the document, hints left out. */
export function checkText(document: Json, locale: Voice['locale']): string {
  const { say } = voice(locale);
  return problemsOf(document)
    .filter(({ severity }) => severity !== 'hint')
    .map(
      (problem) =>
        `${say(`severity.${problem.severity}`)} ${problem.code}：${problemSentence(problem, say)}`,
    )
    .join('\n');
}

/** `check without TABLE ROW`, `check with ITEM CHANGE`. */
export function spoiled(document: Json, words: readonly string[]): Json {
  const [, how, name, ...rest] = words;
  const list = how === 'without' ? 'tables' : 'items';
  const parts = document[list] as readonly Json[];
  const change = (part: Json): Json => {
    if (how === 'with') return { ...part, ...(JSON.parse(rest.join(' ')) as Json) };
    const rows = part['rows'] as readonly unknown[];
    return { ...part, rows: rows.filter((_, at) => at !== Number(rest[0])) };
  };
  return {
    ...document,
    [list]: parts.map((part) => (part['name'] === name ? change(part) : part)),
  };
}
