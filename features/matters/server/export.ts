/** Exactly what the list shows, as CSV that a spreadsheet opens: UTF-8 with BOM, formulas made harmless. */
import { Readable } from 'node:stream';
import type { Context } from '#kernel/context.ts';
import type { Answer, Input } from '#kernel/endpoint.ts';
import { done, type Outcome } from '#kernel/outcome.ts';
import type { RawAnswer } from '#platform/http/route.ts';
import type { Services } from '#platform/services.ts';
import type { exportMatters, groupMatters, MatterSummary } from '../contract.ts';
import { type Column, columnsOf, type Grouping } from '../rules/list-shape.ts';
import { groups } from './groups.ts';
import { list } from './list.ts';

const PAGE = 200;

type Query = Input<typeof exportMatters>['query'];
type Group = Answer<typeof groupMatters>['groups'][number];
type Word = (key: string) => string;

export async function exportCsv(
  services: Services,
  context: Context,
  { query }: Input<typeof exportMatters>,
): Promise<Outcome<RawAnswer>> {
  return done({
    headers: { 'content-disposition': 'attachment; filename="matters.csv"' },
    body: Readable.from(lines(services, context, query)),
  });
}

/** Grouped as on the screen: group after group, its name before each of its rows. */
async function* lines(services: Services, context: Context, query: Query): AsyncGenerator<string> {
  const word: Word = (key) => services.translate(context.locale, `matters.web.${key}`);
  const columns = columnsOf(query.columns);
  const by = query.group;
  const heads = columns.map((column) => word(`column.${column}`));
  yield `\uFEFF${written(by === undefined ? heads : [word(`group.by.${by}`), ...heads])}`;
  if (by === undefined) {
    yield* rows(services, context, query, (item) => written(cellsOf(item, columns, context, word)));
    return;
  }
  const parts = await groups(services, context, { ...NONE, query: { ...query, by } });
  for (const group of parts.ok ? parts.value.groups : []) {
    const name = groupName(by, group, word);
    yield* rows(services, context, { ...query, key: group.key }, (item) =>
      written([name, ...cellsOf(item, columns, context, word)]),
    );
  }
}

const NONE = { params: undefined, body: undefined };

async function* rows(
  services: Services,
  context: Context,
  query: Query & { readonly key?: string },
  lineOf: (item: MatterSummary) => string,
): AsyncGenerator<string> {
  let cursor: string | undefined;
  do {
    const asked = { ...query, limit: PAGE, cursor };
    const page = await list(services, context, { ...NONE, query: asked });
    if (!page.ok) return;
    yield page.value.items.map(lineOf).join('');
    cursor = page.value.next ?? undefined;
  } while (cursor !== undefined);
}

function groupName(by: Grouping, { key, name }: Group, word: Word): string {
  if (name !== '') return name;
  return key === '' ? word(`group.none.${by}`) : word(`${by}.${key}`);
}

function cellsOf(
  item: MatterSummary,
  columns: readonly Column[],
  { timeZone }: Context,
  word: Word,
): readonly string[] {
  const format = timeFormat(timeZone);
  const time = (at: string | null): string => (at === null ? '' : format.format(Date.parse(at)));
  const cells: Readonly<Record<Column, () => string>> = {
    standing: () => word(`urgency.${item.urgency}`),
    number: () => item.number,
    title: () => item.title,
    category: () => item.category?.name ?? '',
    area: () => item.area.name,
    handler: () => item.handler?.name ?? '',
    source: () => word(`source.${item.source}`),
    state: () => word(`state.${item.state}`),
    reported: () => time(item.reportedAt),
    due: () => time(item.dueAt),
    closed: () => time(item.closedAt),
  };
  return columns.map((column) => cells[column]());
}

const formats = new Map<string, Intl.DateTimeFormat>();

/** `2026-11-22 23:59`, as the screen has it and as a spreadsheet takes it; each zone's is kept. */
function timeFormat(timeZone: string): Intl.DateTimeFormat {
  const known = formats.get(timeZone);
  if (known !== undefined) return known;
  const made = new Intl.DateTimeFormat('sv-SE', {
    timeZone,
    dateStyle: 'short',
    timeStyle: 'short',
  });
  formats.set(timeZone, made);
  return made;
}

function written(cells: readonly string[]): string {
  return `${cells.map(cell).join(',')}\r\n`;
}

/** A cell that begins like a formula is shown as text. */
function cell(text: string): string {
  const harmless = /^[=+\-@\t\r]/.test(text) ? `'${text}` : text;
  return /[",\r\n]/.test(harmless) ? `"${harmless.replaceAll('"', '""')}"` : harmless;
}
