/** One route of the portal: its description, its handling, and its refusals as pages. */
import { z } from 'zod';
import { type Fields, refusalPage } from '#features/matters/portal/public.ts';
import { instantNow } from '#kernel/context.ts';
import { type Endpoint, endpoint } from '#kernel/endpoint.ts';
import { done, type Outcome } from '#kernel/outcome.ts';
import type { Refusal } from '#kernel/refusal.ts';
import { statusOf } from '#platform/http/refusal-answer.ts';
import {
  type Exchange,
  type RawAnswer,
  type RawRoute,
  rawRoute,
  type UploadLimits,
} from '#platform/http/route.ts';
import { pageAnswer } from './answer.ts';
import type { PortalOptions } from './ports.ts';
import { type Call, visitOf, visitOfNobody } from './visit-of.ts';

const Params = z.object({
  tenant: z.string().max(80),
  digest: z.string().max(80).optional(),
  code: z.string().max(80).optional(),
  gridPlanId: z.string().max(80).optional(),
});
const Texts = z.record(
  z.string().max(60),
  z.union([z.string().max(70_000), z.array(z.string().max(70_000)).max(50)]),
);

export interface PageCall extends Call {
  readonly query: Fields;
  readonly fields: Fields;
  /** Of the hidden field in a form that changes something; a fresh one elsewhere. */
  readonly commandId: string;
  readonly digest: string;
  /** Id of a compensation scheme in the address. */
  readonly code: string;
  /** Empty where the address has none. */
  readonly gridPlanId: string;
}

export interface PageRoute {
  readonly id: string;
  readonly method: 'GET' | 'POST';
  /** Below `/t/:tenant`, with its leading slash; empty for the place without one. */
  readonly path: '' | `/${string}`;
  readonly summary: string;
  readonly kind?: Endpoint['kind'];
  readonly media?: string;
  readonly upload?: UploadLimits;
  handle(call: PageCall): Promise<Outcome<RawAnswer>>;
}

export function pageRoute(options: PortalOptions, route: PageRoute): RawRoute {
  const described = endpoint({
    id: `portal.${route.id}`,
    method: route.method,
    path: `/t/:tenant${route.path}`,
    kind: route.kind ?? 'read',
    audience: 'public',
    summary: route.summary,
    params: Params,
    query: Texts,
    body: Texts,
    media: route.media ?? 'text/html; charset=utf-8',
  });
  return rawRoute(
    described,
    async (services, context, { params, query, body, commandId }, exchange) => {
      const { tenant, digest = '', code = '', gridPlanId = '' } = params;
      const call = {
        options,
        services,
        context,
        tenant,
        digest,
        code,
        gridPlanId,
        exchange,
        query,
        fields: body,
        commandId,
      };
      const outcome = await route.handle(call);
      return outcome.ok ? outcome : done(await refusalOf(call, outcome.refusal));
    },
    {
      refuse: (services, _context, refusal, exchange) =>
        refusalAnswer(options, refusal, exchange, instantNow(services.clock)),
      ...(route.upload !== undefined && { upload: route.upload }),
    },
  );
}

/** A refusal within a place: with its name, its menu and the way back. */
async function refusalOf(call: PageCall, refusal: Refusal): Promise<RawAnswer> {
  const visited = await visitOf(call, '');
  return visited.ok
    ? pageAnswer(call.exchange, {
        page: refusalPage(visited.value.visit, refusal),
        status: statusOf(refusal),
      })
    : refusalAnswer(call.options, refusal, call.exchange, instantNow(call.context.clock));
}

/** Any refusal as a page of the portal, where the place is not known. */
function refusalAnswer(
  options: Pick<PortalOptions, 'assets'>,
  refusal: Refusal,
  exchange: Pick<Exchange, 'url' | 'cookies' | 'headers'>,
  now: string,
): RawAnswer {
  const visit = visitOfNobody(options, exchange, now);
  return pageAnswer(exchange, { page: refusalPage(visit, refusal), status: statusOf(refusal) });
}
