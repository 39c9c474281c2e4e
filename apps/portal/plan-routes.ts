/** Plans for grids: read, say what one thinks, and read the reply. */
import {
  type Asked,
  at,
  legalDayText,
  one,
  page,
  refusalSentence,
  type Visit,
} from '#features/matters/portal/public.ts';
import {
  heardNotes,
  type OpinionForm,
  opinionErrors,
  opinionSentPage,
  PLANS_PATH,
  type PlanCall,
  type PlanPage,
  planPage,
  plansPage,
  replyPage,
} from '#features/places/portal/public.ts';
import { type CommandId, type GridPlanId, isId } from '#kernel/ids.ts';
import { done, type Outcome, refused } from '#kernel/outcome.ts';
import { statusOf } from '#platform/http/refusal-answer.ts';
import type { RawAnswer } from '#platform/http/route.ts';
import { pageAnswer } from './answer.ts';
import type { PageCall, PageRoute } from './page-route.ts';
import { visitOf } from './visit-of.ts';

export const PLAN_ROUTES: readonly PageRoute[] = [
  {
    id: 'grid_plans',
    method: 'GET',
    path: `/${PLANS_PATH}`,
    summary: 'Plans for grids that residents are heard about',
    handle: list,
  },
  {
    id: 'grid_plan',
    method: 'GET',
    path: `/${PLANS_PATH}/:gridPlanId`,
    summary: 'One plan for grids, before and after',
    handle: (call) => show(call, {}),
  },
  {
    id: 'grid_plan_opinion',
    method: 'POST',
    path: `/${PLANS_PATH}/:gridPlanId`,
    kind: 'command',
    summary: 'Takes what a resident says of a plan for grids',
    handle: take,
  },
  {
    id: 'grid_plan_reply',
    method: 'POST',
    path: `/${PLANS_PATH}/reply`,
    summary: 'An opinion and its reply, by number and key',
    handle: look,
  },
];

function callOf(visit: Visit): PlanCall {
  return {
    locale: visit.locale,
    at: (path) => at(visit, path),
    day: (day) => legalDayText(visit, day),
  };
}

function framed(call: PageCall, visit: Visit, { title, main }: PlanPage, status = 200): RawAnswer {
  const { plans } = visit.assets;
  const content = { title, main, ...(plans !== undefined && { style: plans }) };
  return pageAnswer(call.exchange, { page: page(visit, content), status });
}

const input = <Body>(call: PageCall, body: Body) => ({
  params: { tenant: call.tenant },
  query: undefined,
  body,
  commandId: call.context.ids.next<CommandId>(),
});

function askPlans(
  { options, services, context, exchange }: PageCall,
  asked: ReturnType<typeof input<undefined>>,
) {
  return options.ports.publicPlans(services, context, asked, exchange);
}

/** What the first page says of plans that are heard now; nothing where they cannot be read. */
export async function askedAbout(call: PageCall, visit: Visit): Promise<readonly Asked[]> {
  const found = await askPlans(call, input(call, undefined));
  return found.ok ? heardNotes(callOf(visit), found.value.plans) : [];
}

async function list(call: PageCall): Promise<Outcome<RawAnswer>> {
  const visited = await visitOf(call, PLANS_PATH);
  if (!visited.ok) return visited;
  const found = await askPlans(call, input(call, undefined));
  if (!found.ok) return found;
  const { visit } = visited.value;
  return done(framed(call, visit, plansPage(callOf(visit), found.value.plans)));
}

async function show(
  call: PageCall,
  form: Partial<OpinionForm>,
  status = 200,
): Promise<Outcome<RawAnswer>> {
  const { options, services, context, exchange, gridPlanId } = call;
  const visited = await visitOf(call, `${PLANS_PATH}/${gridPlanId}`);
  if (!visited.ok) return visited;
  if (!isId(gridPlanId)) return refused({ code: 'plan.unknown' });
  const found = await options.ports.publicPlan(
    services,
    context,
    {
      ...input(call, undefined),
      params: { tenant: call.tenant, gridPlanId: gridPlanId as GridPlanId },
    },
    exchange,
  );
  if (!found.ok) return found;
  const { visit } = visited.value;
  const page = planPage(callOf(visit), found.value, {
    commandId: context.ids.next(),
    typed: { text: '', open: false },
    errors: new Map(),
    ...form,
  });
  return done(framed(call, visit, page, status));
}

async function take(call: PageCall): Promise<Outcome<RawAnswer>> {
  const { options, services, context, exchange, gridPlanId, fields, commandId } = call;
  const visited = await visitOf(call, `${PLANS_PATH}/${gridPlanId}`);
  if (!visited.ok) return visited;
  if (!isId(gridPlanId)) return refused({ code: 'plan.unknown' });
  const { visit } = visited.value;
  const typed = {
    text: one(fields, 'text').replaceAll('\r\n', '\n').trim(),
    open: one(fields, 'open') === 'yes',
  };
  const errors = opinionErrors(callOf(visit), typed);
  if (errors.size > 0) return show(call, { typed, errors, commandId }, 422);
  const params = { tenant: call.tenant, gridPlanId: gridPlanId as GridPlanId };
  const sent = await options.ports.giveOpinion(
    services,
    context,
    { params, query: undefined, body: typed, commandId: commandId as CommandId },
    exchange,
  );
  if (!sent.ok) return sent;
  return done(framed(call, visit, opinionSentPage(callOf(visit), gridPlanId, sent.value), 201));
}

async function look(call: PageCall): Promise<Outcome<RawAnswer>> {
  const { options, services, context, exchange, fields } = call;
  const visited = await visitOf(call, PLANS_PATH);
  if (!visited.ok) return visited;
  const { visit } = visited.value;
  const body = {
    number: one(fields, 'number').trim().slice(0, 30),
    key: one(fields, 'key').trim().slice(0, 60),
  };
  const found = await options.ports.followOpinion(services, context, input(call, body), exchange);
  if (found.ok) return done(framed(call, visit, replyPage(callOf(visit), found.value)));
  const refusal = refusalSentence(visit.locale, found.refusal);
  return done(framed(call, visit, replyPage(callOf(visit), { refusal }), statusOf(found.refusal)));
}
