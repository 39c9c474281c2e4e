/** Files a person takes along: the template of a kind, and what was not taken of a run. */
import writeXlsxFile, { type SheetData } from 'write-excel-file/node';
import type { Context } from '#kernel/context.ts';
import type { Input } from '#kernel/endpoint.ts';
import { done, type Outcome, refused } from '#kernel/outcome.ts';
import type { RawAnswer } from '#platform/http/route.ts';
import type { Services } from '#platform/services.ts';
import type { importTemplate, problemsFile } from '../contract.ts';
import { type FileField, placeWords } from '../rules/fields.ts';
import type { ImportKind } from '../rules/kinds.ts';
import words from '../rules/words.json' with { type: 'json' };
import { fieldsOf, importerOf } from './kinds.ts';
import { problemsOf } from './reads.ts';
import { findRun } from './run-rows.ts';

type Say = (key: string) => string;

export async function template(
  { translate }: Services,
  { locale }: Context,
  { params: { kind } }: Input<typeof importTemplate>,
): Promise<Outcome<RawAnswer>> {
  const say: Say = (key) => translate(locale, `imports.${key}`);
  const columns = fieldsOf(kind)
    .filter(({ kind: type }) => type !== 'shape')
    .flatMap((field) => columnsFor(kind, field, say));
  const sheets: { sheet: string; data: SheetData; columns: { width: number }[] }[] = [
    {
      sheet: say(`web.kind.${kind}.name`),
      columns: columns.map(() => ({ width: 18 })),
      data: [columns.map(({ heading }) => ({ value: heading, fontWeight: 'bold' as const }))],
    },
    {
      sheet: say('web.template.sheet'),
      columns: [{ width: 22 }, { width: 12 }, { width: 70 }],
      data: [
        [say('web.template.column'), say('web.template.needed'), say('web.template.what')].map(
          (value) => ({ value, fontWeight: 'bold' as const }),
        ),
        ...columns.map(({ heading, needed, what }) => [
          { value: heading },
          { value: needed ? say('web.template.yes') : '' },
          { value: what },
        ]),
      ],
    },
  ];
  const body = await writeXlsxFile(sheets).toBuffer();
  return done({
    headers: { 'content-disposition': `attachment; filename="${kind}.xlsx"` },
    body,
  });
}

interface TemplateColumn {
  readonly heading: string;
  readonly needed: boolean;
  readonly what: string;
}

function columnsFor(kind: ImportKind, field: FileField, say: Say): readonly TemplateColumn[] {
  const { name, required, choices, kind: type } = field;
  const needed = required || importerOf(kind).key === name;
  if (type === 'point')
    return [placeWords.lng, placeWords.lat].map(([heading = '']) => ({
      heading,
      needed,
      what: say('web.hint.point'),
    }));
  const known: Readonly<Record<string, Readonly<Record<string, readonly string[]>>>> = words.fields;
  const heading = known[kind]?.[name]?.[0] ?? name;
  const chosen = choices.map((choice) => say(choiceKey(kind, name, choice)));
  const what = choices.length > 0 ? chosen.join(' / ') : say(`web.hint.${type}`);
  return [{ heading, needed, what }];
}

function choiceKey(kind: ImportKind, field: string, choice: string): string {
  return `web.choice.${kind}.${field}.${choice}`;
}

const BYTE_ORDER_MARK = String.fromCharCode(0xfeff);

export async function problems(
  { database, translate }: Services,
  context: Context,
  { params }: Input<typeof problemsFile>,
): Promise<Outcome<RawAnswer>> {
  const run = await findRun(database, context, params.runId);
  if (run === undefined) return refused({ code: 'import.run_unknown' });
  const { locale } = context;
  const found = await problemsOf(database, context, run);
  const names = [...new Set(found.flatMap(({ cells }) => Object.keys(cells)))];
  const heading = ['row', 'column', 'reason'].map((name) =>
    translate(locale, `imports.web.problems.${name}`),
  );
  const lines = found.map(({ rowNumber, columnName, code, detail, cells }) => [
    String(rowNumber),
    columnName,
    translate(locale, `refusal.${code}`, detail ?? {}),
    ...names.map((name) => cells[name] ?? ''),
  ]);
  const text = [[...heading, ...names], ...lines]
    .map((line) => line.map(cell).join(','))
    .join('\r\n');
  return done({
    headers: { 'content-disposition': 'attachment; filename="problems.csv"' },
    body: `${BYTE_ORDER_MARK}${text}\r\n`,
  });
}

/** Quoted where needed; what a spreadsheet would take for a formula is made a text. */
function cell(text: string): string {
  const harmless = /^[=+\-@\t\r]/.test(text) ? `'${text}` : text;
  return /[",\r\n]/.test(harmless) ? `"${harmless.replaceAll('"', '""')}"` : harmless;
}
