/** Suggestions about the system itself: sent, and looked up by number and key. */
import {
  readSuggest,
  refusalSentence,
  type SuggestFacts,
  suggestAnswerPage,
  suggestErrors,
  suggestPage,
  suggestSentPage,
} from '#features/matters/portal/public.ts';
import type { CommandId } from '#kernel/ids.ts';
import { done, type Outcome } from '#kernel/outcome.ts';
import { statusOf } from '#platform/http/refusal-answer.ts';
import type { RawAnswer } from '#platform/http/route.ts';
import { pageAnswer } from './answer.ts';
import type { PageCall, PageRoute } from './page-route.ts';
import { visitOf } from './visit-of.ts';

export const SUGGEST_ROUTES: readonly PageRoute[] = [
  {
    id: 'suggest_form',
    method: 'GET',
    path: '/suggest',
    summary: 'Form for a suggestion about the system itself',
    handle: (call) => form(call, {}),
  },
  {
    id: 'suggest',
    method: 'POST',
    path: '/suggest',
    kind: 'command',
    summary: 'Takes a suggestion about the system',
    handle: take,
  },
  {
    id: 'suggest_answer',
    method: 'POST',
    path: '/suggest/answer',
    summary: 'A suggestion and its answer, by number and key',
    handle: look,
  },
];

async function form(
  call: PageCall,
  { errors, commandId }: Partial<Pick<SuggestFacts, 'errors' | 'commandId'>>,
  status = 200,
): Promise<Outcome<RawAnswer>> {
  const visited = await visitOf(call, 'suggest');
  if (!visited.ok) return visited;
  const page = suggestPage(visited.value.visit, {
    commandId: commandId ?? call.context.ids.next(),
    typed: readSuggest(call.fields ?? {}),
    ...(errors !== undefined && { errors }),
  });
  return done(pageAnswer(call.exchange, { page, status }));
}

async function take(call: PageCall): Promise<Outcome<RawAnswer>> {
  const { options, services, context, exchange, tenant, commandId } = call;
  const visited = await visitOf(call, 'suggest');
  if (!visited.ok) return visited;
  const { visit } = visited.value;
  const typed = readSuggest(call.fields);
  const errors = suggestErrors(visit.say, typed);
  if (errors.size > 0) return form(call, { errors, commandId }, 422);
  const sent = await options.ports.suggest(
    services,
    context,
    {
      params: { tenant },
      query: undefined,
      body: { text: typed.text },
      commandId: commandId as CommandId,
    },
    exchange,
  );
  if (!sent.ok) {
    const refused = new Map([['text', refusalSentence(visit.locale, sent.refusal)]]);
    return form(call, { errors: refused }, statusOf(sent.refusal));
  }
  return done(pageAnswer(exchange, { page: suggestSentPage(visit, sent.value), status: 201 }));
}

async function look(call: PageCall): Promise<Outcome<RawAnswer>> {
  const { options, services, context, exchange, tenant } = call;
  const visited = await visitOf(call, 'suggest');
  if (!visited.ok) return visited;
  const { visit } = visited.value;
  const { number, key } = readSuggest(call.fields);
  const found = await options.ports.followSuggestion(
    services,
    context,
    {
      params: { tenant },
      query: undefined,
      body: { number, key },
      commandId: context.ids.next<CommandId>(),
    },
    exchange,
  );
  if (!found.ok) {
    const errors = new Map([['number', refusalSentence(visit.locale, found.refusal)]]);
    return form(call, { errors }, statusOf(found.refusal));
  }
  return done(pageAnswer(exchange, { page: suggestAnswerPage(visit, found.value) }));
}
