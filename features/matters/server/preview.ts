/** What one step would do to several matters: judged as the command would, and nothing is done. */
import type { Context } from '#kernel/context.ts';
import type { Answer, Input } from '#kernel/endpoint.ts';
import type { MatterId } from '#kernel/ids.ts';
import { done, type Outcome } from '#kernel/outcome.ts';
import type { Rows } from '#platform/database/database.ts';
import { refusalAnswer } from '#platform/http/refusal-answer.ts';
import type { Services } from '#platform/services.ts';
import type { previewAction } from '../contract.ts';
import { takesBack } from '../rules/bulk.ts';
import { askingOf } from './act.ts';
import { judge, openingOf } from './judge.ts';
import { storedMatter } from './matter-row.ts';

type Item = Answer<typeof previewAction>['items'][number];

/** Matters whose statements go to the database together. */
const AT_ONCE = 25;

export async function preview(
  services: Services,
  context: Context,
  { body }: Input<typeof previewAction>,
): Promise<Outcome<Answer<typeof previewAction>>> {
  const ids = [...new Set(body.matterIds)];
  const items: Item[] = [];
  for (let from = 0; from < ids.length; from += AT_ONCE) {
    items.push(...(await part(services, context, body.input, ids.slice(from, from + AT_ONCE))));
  }
  return done({ items });
}

type PreviewInput = Input<typeof previewAction>['body']['input'];

async function part(
  services: Services,
  context: Context,
  input: PreviewInput,
  ids: readonly MatterId[],
): Promise<readonly Item[]> {
  const openings = ids.map((matterId) => openingOf(context.tenantId, { matterId, input }, 'read'));
  const answers = [...(await services.database.read(context.tenantId, ...openings.flat()))];
  return ids.flatMap((matterId, at) => {
    const opened = answers.splice(0, openings[at]?.length ?? 0);
    return itemOf(services, context, { matterId, input }, opened);
  });
}

/** Nothing where the reader may not see the matter. */
function itemOf(
  services: Services,
  context: Context,
  asked: { readonly matterId: MatterId; readonly input: PreviewInput },
  opened: readonly Rows[],
): readonly Item[] {
  const row = opened[0]?.rows[0];
  const judged = judge(context, askingOf(context.actor), asked, opened);
  const hidden = !judged.ok && judged.refusal.code === 'matter.unknown';
  if (row === undefined || hidden) return [];
  const { matter } = storedMatter(row);
  const { translate } = services;
  const reason = translate(context.locale, 'matters.web.bulk.backReason');
  return [
    {
      matterId: matter.matterId,
      version: matter.version,
      number: matter.number,
      title: matter.title,
      state: matter.state,
      refusal: judged.ok ? null : refusalAnswer(translate, context.locale, judged.refusal).message,
      back: judged.ok ? (takesBack(asked.input, matter, reason) ?? null) : null,
    },
  ];
}
