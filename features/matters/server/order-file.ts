/** An order as the document that offices pass on: the template of its kind, filled with what the matter says. */
import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { TemplateHandler } from 'easy-template-x';
import type { Context } from '#kernel/context.ts';
import type { Input } from '#kernel/endpoint.ts';
import { done, type Outcome, refused } from '#kernel/outcome.ts';
import { ROOT } from '#platform/database/migration-files.ts';
import type { RawAnswer } from '#platform/http/route.ts';
import type { Services } from '#platform/services.ts';
import type { MatterDetail, matterOrder } from '../contract.ts';
import { type OrderFacts, orderFacts, type Said } from '../rules/order.ts';
import { detail } from './detail.ts';

/** Offices write these in Chinese, whatever the reader's language is. */
const LOCALE = 'zh';
const FOLDER = join(ROOT, 'features', 'matters', 'data', 'orders');

export async function orderFile(
  services: Services,
  context: Context,
  { params }: Input<typeof matterOrder>,
): Promise<Outcome<RawAnswer>> {
  const { matterId, order } = params;
  const chinese: Context = { ...context, locale: LOCALE };
  const asked = { params: { matterId }, query: undefined, body: undefined };
  const read = await detail(services, chinese, asked);
  if (!read.ok) return read;
  const matter = read.value;
  const facts = orderFacts(order, matter);
  if (facts === undefined) return refused({ code: 'matter.no_order' });
  const word = (key: string): string => services.translate(LOCALE, `matters.web.${key}`);
  const [template, issuer] = await Promise.all([
    readFile(join(FOLDER, `${order}.docx`)),
    issuerOf(services, context, word),
  ]);
  const filled = await new TemplateHandler().process(template, {
    ...issuer,
    ...wordsOf(matter, facts, word, timeIn(context.timeZone)),
  });
  const name = encodeURIComponent(`${word(`order.${order}.title`)}-${matter.number}.docx`);
  return done({
    headers: { 'content-disposition': `attachment; filename*=UTF-8''${name}` },
    body: filled,
  });
}

type Word = (key: string) => string;

async function issuerOf(services: Services, { tenantId }: Context, word: Word) {
  const [found] = await services.database.read(tenantId, {
    sql: 'select name, demonstration from tenants where tenant_id = $1',
    parameters: [tenantId],
  });
  const row = found?.rows[0] ?? {};
  return {
    tenant: `${row['name'] ?? ''}`,
    demonstration: row['demonstration'] === true ? word('order.demonstration') : '',
  };
}

type Time = (at: string | null) => string;

/** The tags of the templates; what is not known is left empty. */
function wordsOf(matter: MatterDetail, facts: OrderFacts, word: Word, time: Time) {
  const line = ({ at, by, text }: Said): string =>
    `${time(at)}${by === '' ? '' : `　${by}`}：${text}`;
  return {
    number: matter.number,
    title: matter.title,
    description: matter.description,
    category: matter.category?.name ?? '',
    source: word(`source.${matter.source}`),
    state: word(`state.${matter.state}`),
    area: [matter.place.areaName, matter.place.gridName].filter(Boolean).join(' '),
    place: matter.place.text,
    reportedAt: time(matter.reportedAt),
    unit: facts.unit,
    issuedBy: facts.issuedBy,
    issuedAt: time(facts.issuedAt),
    due: time(facts.dueAt),
    demands: facts.demands.map(line).join('\n'),
    instructions: facts.instructions.map(line).join('\n'),
    steps: facts.steps
      .map(({ at, kind, by }) => `${time(at)}　${word(stepKey(kind))}　${by}`.trim())
      .join('\n'),
    answer: facts.answer,
  };
}

function stepKey(kind: string): string {
  return `event.${kind.replace(/^matter\./, '')}`;
}

/** `2026年11月26日 17:00` in the zone of the place. */
function timeIn(timeZone: string): Time {
  const format = new Intl.DateTimeFormat('zh-CN', {
    timeZone,
    dateStyle: 'long',
    timeStyle: 'short',
  });
  return (at) => (at === null ? '' : format.format(Date.parse(at)));
}
