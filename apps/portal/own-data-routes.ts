/** What is held on the reporter of a followed matter: read, copied, put right, erased. */
import { ERASABLES } from '#features/matters/contract.ts';
import {
  contactErrors,
  dataErasedPage,
  type FollowTyped,
  type OwnDataFacts,
  one,
  ownDataFile,
  ownDataJson,
  ownDataPage,
  readContact,
  readProof,
  refusalSentence,
} from '#features/matters/portal/public.ts';
import type { CommandId } from '#kernel/ids.ts';
import { done, type Outcome, refused } from '#kernel/outcome.ts';
import { statusOf } from '#platform/http/refusal-answer.ts';
import type { RawAnswer } from '#platform/http/route.ts';
import { pageAnswer, redirect } from './answer.ts';
import { findFollowed, notFollowed } from './follow-routes.ts';
import type { PageCall, PageRoute } from './page-route.ts';
import { noProofCookie, proofCookie, proofOf } from './proof-cookie.ts';
import { visitOf } from './visit-of.ts';

const PATH = 'follow/data';

export const OWN_DATA_ROUTES: readonly PageRoute[] = [
  {
    id: 'own_data',
    method: 'GET',
    path: '/follow/data',
    summary: 'What is held on me, by the pass on the device',
    handle: showByPass,
  },
  {
    id: 'own_data_look',
    method: 'POST',
    path: '/follow/data',
    summary: 'What is held on me, and who looked',
    handle: (call) => show(call, readProof(call.fields)),
  },
  {
    id: 'own_data_copy',
    method: 'POST',
    path: '/follow/data/copy',
    kind: 'command',
    summary: 'A copy of what is held on me, as a page or as data',
    handle: takeCopy,
  },
  {
    id: 'own_data_contact',
    method: 'POST',
    path: '/follow/data/contact',
    kind: 'command',
    summary: 'Puts my contact right',
    handle: correct,
  },
  {
    id: 'own_data_erasure',
    method: 'POST',
    path: '/follow/data/erasure',
    kind: 'command',
    summary: 'Asks for deletion',
    handle: erase,
  },
];

async function showByPass(call: PageCall): Promise<Outcome<RawAnswer>> {
  const proof = proofOf(call.exchange.cookies);
  if (proof === undefined) {
    return done(redirect(`/t/${encodeURIComponent(call.tenant)}/follow`));
  }
  return show(call, proof);
}

type Said = Partial<Pick<OwnDataFacts, 'done' | 'kept' | 'typed' | 'errors'>>;

/** The page as things stand now, with what was done or refused. */
async function show(
  call: PageCall,
  proof: FollowTyped,
  said: Said = {},
  status = 200,
): Promise<Outcome<RawAnswer>> {
  const visited = await visitOf(call, PATH);
  if (!visited.ok) return visited;
  const matter = await findFollowed(call, proof);
  if (!matter.ok) return notFollowed(call, visited.value, proof, matter.refusal);
  const data = await held(call, proof);
  if (!data.ok) return notFollowed(call, visited.value, proof, data.refusal);
  const page = ownDataPage(visited.value.visit, {
    matter: matter.value,
    data: data.value,
    proof,
    commandIds: call.context.ids,
    ...said,
  });
  const cookies = [proofCookie(call.tenant, proof)];
  return done(pageAnswer(call.exchange, { page, status, cookies }));
}

function held({ options, services, context, exchange, tenant }: PageCall, proof: FollowTyped) {
  const commandId = context.ids.next<CommandId>();
  const input = { params: { tenant }, query: undefined, body: proof, commandId };
  return options.ports.ownData(services, context, input, exchange);
}

async function takeCopy(call: PageCall): Promise<Outcome<RawAnswer>> {
  const { options, services, context, exchange, tenant, commandId, fields } = call;
  const visited = await visitOf(call, PATH);
  if (!visited.ok) return visited;
  const proof = readProof(fields);
  const input = {
    params: { tenant },
    query: undefined,
    body: proof,
    commandId: commandId as CommandId,
  };
  const copied = await options.ports.copyOwnData(services, context, input, exchange);
  if (!copied.ok) return notFollowed(call, visited.value, proof, copied.refusal);
  const asJson = one(fields, 'format') === 'json';
  const name = `lianxin-${copied.value.matter.number.replace(/[^\w-]/g, '')}`;
  return done({
    media: asJson ? 'application/json; charset=utf-8' : 'text/html; charset=utf-8',
    headers: {
      'content-disposition': `attachment; filename="${name}.${asJson ? 'json' : 'html'}"`,
      'content-security-policy': "default-src 'none'",
      'cache-control': 'no-store',
    },
    body: asJson ? ownDataJson(copied.value) : ownDataFile(visited.value.visit, copied.value),
  });
}

async function correct(call: PageCall): Promise<Outcome<RawAnswer>> {
  const { options, services, context, exchange, tenant, commandId, fields } = call;
  const visited = await visitOf(call, PATH);
  if (!visited.ok) return visited;
  const { visit } = visited.value;
  const proof = readProof(fields);
  const before = await held(call, proof);
  if (!before.ok) return notFollowed(call, visited.value, proof, before.refusal);
  const typed = readContact(fields);
  const errors = contactErrors(visit.say, typed, before.value);
  if (errors.size > 0) return show(call, proof, { typed, errors }, 422);
  const body = { proof, version: versionOf(fields), ...typed };
  const corrected = await options.ports.correctContact(
    services,
    context,
    { params: { tenant }, query: undefined, body, commandId: commandId as CommandId },
    exchange,
  );
  if (!corrected.ok) {
    const sentence = refusalSentence(visit.locale, corrected.refusal);
    const said = { typed, errors: new Map([['name', sentence]]) };
    return show(call, proof, said, statusOf(corrected.refusal));
  }
  // Who proved it by the phone proves it by the new one from now on.
  const next = proof.phone !== '' && typed.phone !== '' ? { ...proof, phone: typed.phone } : proof;
  return show(call, next, { done: 'corrected' });
}

async function erase(call: PageCall): Promise<Outcome<RawAnswer>> {
  const { options, services, context, exchange, tenant, commandId, fields } = call;
  const visited = await visitOf(call, PATH);
  if (!visited.ok) return visited;
  const { visit } = visited.value;
  const proof = readProof(fields);
  const what = ERASABLES.find((known) => known === one(fields, 'what'));
  if (what === undefined) {
    const errors = new Map([['what', visit.say('data.error.what')]]);
    return show(call, proof, { errors }, 422);
  }
  const erased = await options.ports.eraseOwnData(
    services,
    context,
    {
      params: { tenant },
      query: undefined,
      body: { proof, version: versionOf(fields), what },
      commandId: commandId as CommandId,
    },
    exchange,
  );
  if (!erased.ok) {
    if (erased.refusal.code !== 'command.stale') return refused(erased.refusal);
    const errors = new Map([['what', refusalSentence(visit.locale, erased.refusal)]]);
    return show(call, proof, { errors }, statusOf(erased.refusal));
  }
  const { kept } = erased.value;
  if (kept !== null) return show(call, proof, { kept });
  if (proof.key !== '') return show(call, proof, { done: 'erased' });
  const page = dataErasedPage(visit, proof.number);
  return done(pageAnswer(exchange, { page, cookies: [noProofCookie(tenant)] }));
}

function versionOf(fields: PageCall['fields']): number {
  return Math.max(1, Math.trunc(Number(one(fields, 'version'))) || 1);
}
