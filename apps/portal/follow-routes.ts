/** Following one matter, and what its reporter does with it. */

import type { followMatter } from '#features/matters/contract.ts';
import {
  type ActState,
  type FollowTyped,
  followPage,
  matterPage,
  one,
  REPORTER_ACTIONS,
  type ReporterAction,
  readAction,
  readProof,
  refusalSentence,
} from '#features/matters/portal/public.ts';
import type { Answer } from '#kernel/endpoint.ts';
import type { CommandId, FileDigest } from '#kernel/ids.ts';
import { done, type Outcome, refused } from '#kernel/outcome.ts';
import { statusOf } from '#platform/http/refusal-answer.ts';
import type { RawAnswer } from '#platform/http/route.ts';
import { pageAnswer, redirect } from './answer.ts';
import type { PageCall, PageRoute } from './page-route.ts';
import { noProofCookie, proofCookie, proofOf } from './proof-cookie.ts';
import { type Visited, visitOf } from './visit-of.ts';

export const FOLLOW_ROUTES: readonly PageRoute[] = [
  {
    id: 'follow',
    method: 'GET',
    path: '/follow',
    summary: 'Asks for a number and its proof, or shows the matter',
    handle: show,
  },
  {
    id: 'follow_look',
    method: 'POST',
    path: '/follow',
    summary: 'Shows one matter to its reporter',
    handle: look,
  },
  {
    id: 'follow_act',
    method: 'POST',
    path: '/follow/actions',
    kind: 'command',
    summary: 'Evaluates, reopens, withdraws or complains',
    handle: act,
  },
  {
    id: 'follow_leave',
    method: 'POST',
    path: '/follow/leave',
    summary: 'Forgets the pass on this device',
    handle: leave,
  },
  {
    id: 'follow_photo',
    method: 'GET',
    path: '/follow/photos/:digest',
    media: 'image/*',
    summary: 'A photo of the matter that is followed',
    handle: photo,
  },
];

type Matter = Answer<typeof followMatter>;

/** By the link's key, by the pass on the device, or the empty form. */
async function show(call: PageCall): Promise<Outcome<RawAnswer>> {
  const linked = readProof(call.query);
  if (linked.number !== '' && linked.key !== '') {
    const path = `follow?${new URLSearchParams({ number: linked.number, key: linked.key })}`;
    return showMatter(call, linked, path);
  }
  const proof = proofOf(call.exchange.cookies);
  if (proof !== undefined && one(call.query, 'another') === '') return showMatter(call, proof);
  const visited = await visitOf(call, 'follow');
  return visited.ok
    ? done(pageAnswer(call.exchange, { page: followPage(visited.value.visit) }))
    : visited;
}

function look(call: PageCall): Promise<Outcome<RawAnswer>> {
  return showMatter(call, readProof(call.fields));
}

async function showMatter(
  call: PageCall,
  proof: FollowTyped,
  path = 'follow',
): Promise<Outcome<RawAnswer>> {
  const visited = await visitOf(call, path);
  if (!visited.ok) return visited;
  const { say } = visited.value.visit;
  const errors = new Map<string, string>();
  if (proof.number === '') errors.set('number', say('follow.error.number'));
  if (proof.phone === '' && proof.key === '') errors.set('proof', say('follow.error.proof'));
  if (errors.size > 0) return askAgain(call, visited.value, proof, { errors, status: 422 });
  const found = await findFollowed(call, proof);
  return found.ok
    ? shown(call, visited.value, { proof, matter: found.value })
    : notFollowed(call, visited.value, proof, found.refusal);
}

/** The matter that number and proof show. */
export function findFollowed(call: PageCall, proof: FollowTyped): Promise<Outcome<Matter>> {
  const { options, services, context, tenant, exchange } = call;
  const input = {
    params: { tenant },
    query: undefined,
    body: proof,
    commandId: context.ids.next<CommandId>(),
  };
  return options.ports.followMatter(services, context, input, exchange);
}

/** Asks again where number and proof do not fit, without saying which. */
export function notFollowed(
  call: PageCall,
  visited: Visited,
  proof: FollowTyped,
  refusal: Parameters<typeof statusOf>[0],
): Outcome<RawAnswer> {
  if (refusal.code !== 'matter.follow_unknown') return refused(refusal);
  const errors = new Map([['number', visited.visit.say('follow.error.unknown')]]);
  return askAgain(call, visited, proof, { errors, status: statusOf(refusal) });
}

function askAgain(
  { exchange, tenant }: PageCall,
  { visit }: Visited,
  proof: FollowTyped,
  { errors, status }: { errors: ReadonlyMap<string, string>; status: number },
): Outcome<RawAnswer> {
  const page = followPage({ ...visit, path: 'follow' }, proof, errors);
  return done(pageAnswer(exchange, { page, status, cookies: [noProofCookie(tenant)] }));
}

interface Shown {
  readonly proof: FollowTyped;
  readonly matter: Matter;
  readonly act?: ActState;
  readonly status?: number;
}

function shown(
  { context, exchange, tenant }: PageCall,
  { visit }: Visited,
  { proof, matter, act, status = 200 }: Shown,
): Outcome<RawAnswer> {
  const page = matterPage(visit, {
    matter,
    proof,
    commandIds: context.ids,
    ...(act !== undefined && { act }),
  });
  return done(pageAnswer(exchange, { page, status, cookies: [proofCookie(tenant, proof)] }));
}

async function act(call: PageCall): Promise<Outcome<RawAnswer>> {
  const { fields } = call;
  const visited = await visitOf(call, 'follow');
  if (!visited.ok) return visited;
  const { visit } = visited.value;
  const proof = readProof(fields);
  const action = REPORTER_ACTIONS.find((known) => known === one(fields, 'action'));
  if (action === undefined) return refused({ code: 'input.invalid', field: 'action' });
  const read = readAction(visit.say, action, fields);
  if (!read.ok)
    return again(call, visited.value, proof, {
      state: { action, typed: fields, errors: read.errors },
      status: 422,
    });
  const { options, services, context, exchange, tenant, commandId } = call;
  const version = Math.max(1, Math.trunc(Number(one(fields, 'version'))) || 1);
  const acted = await options.ports.actAsReporter(
    services,
    context,
    {
      params: { tenant },
      query: undefined,
      body: { proof, version, input: read.input },
      commandId: commandId as CommandId,
    },
    exchange,
  );
  if (acted.ok) return again(call, visited.value, proof, { state: { done: action }, status: 200 });
  const { refusal } = acted;
  if (refusal.code === 'matter.follow_unknown')
    return notFollowed(call, visited.value, proof, refusal);
  const errors = new Map([[firstField(action), refusalSentence(visit.locale, refusal)]]);
  return again(call, visited.value, proof, {
    state: { action, typed: fields, errors },
    status: statusOf(refusal),
  });
}

function firstField(action: ReporterAction): string {
  if (action === 'evaluate') return 'solved';
  return action === 'complain' ? 'text' : 'reason';
}

/** The matter as it stands now, with what was done or what was refused. */
async function again(
  call: PageCall,
  visited: Visited,
  proof: FollowTyped,
  { state, status }: { state: ActState; status: number },
): Promise<Outcome<RawAnswer>> {
  const found = await findFollowed(call, proof);
  if (!found.ok) return notFollowed(call, visited, proof, found.refusal);
  return shown(call, visited, { proof, matter: found.value, act: state, status });
}

async function leave({ tenant }: PageCall): Promise<Outcome<RawAnswer>> {
  return done(redirect(`/t/${encodeURIComponent(tenant)}/`, [noProofCookie(tenant)]));
}

async function photo({
  options,
  services,
  context,
  exchange,
  digest,
  query,
}: PageCall): Promise<Outcome<RawAnswer>> {
  const proof = proofOf(exchange.cookies);
  const { followedPhoto } = options.ports;
  if (proof === undefined || followedPhoto === undefined || !/^[0-9a-f]{64}$/.test(digest)) {
    return refused({ code: 'file.unknown' });
  }
  const size = one(query, 'size') === 'thumbnail' ? 'thumbnail' : 'full';
  return followedPhoto(services, context, { proof, digest: digest as FileDigest, size });
}
