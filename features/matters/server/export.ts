/** Exactly what the list shows, as CSV that a spreadsheet opens: UTF-8 with BOM, formulas made harmless. */
import { Readable } from 'node:stream';
import type { Context } from '#kernel/context.ts';
import type { Input } from '#kernel/endpoint.ts';
import { done, type Outcome } from '#kernel/outcome.ts';
import type { RawAnswer } from '#platform/http/route.ts';
import type { Services } from '#platform/services.ts';
import type { exportMatters, MatterSummary } from '../contract.ts';
import { list } from './list.ts';

const PAGE = 200;

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

const COLUMNS = [
  'number',
  'title',
  'category',
  'area',
  'handler',
  'state',
  'reportedAt',
  'dueAt',
  'closedAt',
] as const;

async function* lines(
  services: Services,
  context: Context,
  query: Input<typeof exportMatters>['query'],
): AsyncGenerator<string> {
  const word = (key: string) => services.translate(context.locale, key);
  yield `\uFEFF${COLUMNS.map((column) => cell(word(`matters.export.${column}`))).join(',')}\r\n`;
  let cursor: string | undefined;
  do {
    const page = await list(services, context, {
      params: undefined,
      body: undefined,
      query: { ...query, sort: 'due', limit: PAGE, cursor },
    });
    if (!page.ok) return;
    yield page.value.items.map((item) => line(item, word)).join('');
    cursor = page.value.next ?? undefined;
  } while (cursor !== undefined);
}

function line(item: MatterSummary, word: (key: string) => string): string {
  const cells = [
    item.number,
    item.title,
    item.category?.name ?? '',
    item.area.name,
    item.handler?.name ?? '',
    word(`matters.state.${item.state}`),
    item.reportedAt,
    item.dueAt ?? '',
    item.closedAt ?? '',
  ];
  return `${cells.map(cell).join(',')}\r\n`;
}

/** A cell that begins like a formula is shown as text. */
function cell(text: string): string {
  const harmless = /^[=+\-@\t\r]/.test(text) ? `'${text}` : text;
  return /[",\r\n]/.test(harmless) ? `"${harmless.replaceAll('"', '""')}"` : harmless;
}
