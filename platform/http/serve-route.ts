/** One request through one route: origin, who asks, input, handler, answer. */
import type { FastifyReply, FastifyRequest } from 'fastify';
import type { Context } from '#kernel/context.ts';
import type { Refusal } from '#kernel/refusal.ts';
import type { Services } from '#platform/services.ts';
import { type Sources, whoAsks } from './asking.ts';
import { commandIdOf } from './command-id.ts';
import { refusalOfError } from './faults.ts';
import { HttpRefusal } from './http-refusal.ts';
import { readMultipart } from './multipart-body.ts';
import { parseInput } from './parse-input.ts';
import type { FieldRefusal } from './refusal-answer.ts';
import { statusOf } from './refusal-answer.ts';
import type { AnyRoute, CommandInput, Exchange, RawAnswer, UploadedFile } from './route.ts';
import { isSameOrigin } from './same-origin.ts';

export interface Serving {
  readonly services: Services;
  readonly sources: Sources;
  /** Checks answers against their schema: for development and tests. */
  readonly checkAnswers: boolean;
  readonly sayRefusal: (
    request: FastifyRequest,
    reply: FastifyReply,
    refusal: Refusal,
    fields?: readonly FieldRefusal[],
  ) => FastifyReply;
}

type Body = { readonly body: unknown; readonly uploads: readonly UploadedFile[] };

export function serveRoute(serving: Serving, route: AnyRoute) {
  return async (request: FastifyRequest, reply: FastifyReply): Promise<FastifyReply> => {
    const exchange = new RequestExchange(request, reply);
    let context: Context | undefined;
    try {
      const asking = await admit(serving, route, request);
      context = asking.context;
      const { body, uploads } = await bodyOf(route, request);
      const input = inputOf(route, request, body, context);
      exchange.uploads = uploads;
      exchange.sessionId = asking.sessionId;
      return await answer(serving, route, { request, reply, context, input, exchange });
    } catch (error) {
      return refuse(serving, route, { error, request, reply, context, exchange });
    }
  };
}

/** For what is refused before the route is reached: too many requests, a body too large. */
export function refuseBefore(serving: Serving, route: AnyRoute) {
  return (error: unknown, request: FastifyRequest, reply: FastifyReply): FastifyReply => {
    const exchange = new RequestExchange(request, reply);
    return refuse(serving, route, { error, request, reply, context: undefined, exchange });
  };
}

interface Refused {
  readonly error: unknown;
  readonly request: FastifyRequest;
  readonly reply: FastifyReply;
  readonly context: Context | undefined;
  readonly exchange: Exchange;
}

/** As a page, where the route has one for it. */
function refuse(serving: Serving, route: AnyRoute, refused: Refused): FastifyReply {
  const { error, request, reply, context, exchange } = refused;
  if (!('raw' in route) || route.refuse === undefined) throw error;
  const refusal = refusalOfError(error);
  if (refusal.code === 'service.fault') request.log.error(error);
  const page = route.refuse(serving.services, context, refusal, exchange);
  return sendRaw(reply, route, { status: statusOf(refusal), ...page });
}

function admit(serving: Serving, route: AnyRoute, request: FastifyRequest) {
  const { endpoint } = route;
  const changes = endpoint.kind === 'command' || endpoint.method !== 'GET';
  if (changes && !isSameOrigin(request.headers)) {
    throw new HttpRefusal({ code: 'access.not_allowed', field: 'Origin' });
  }
  return whoAsks(serving.services, serving.sources, endpoint, request);
}

async function bodyOf(route: AnyRoute, request: FastifyRequest): Promise<Body> {
  if (!request.isMultipart()) return { body: request.body, uploads: [] };
  if (route.upload === undefined) {
    throw new HttpRefusal({ code: 'input.invalid', field: 'Content-Type' });
  }
  return readMultipart(request, route.upload);
}

function inputOf(
  { endpoint }: AnyRoute,
  request: FastifyRequest,
  body: unknown,
  context: Context,
): CommandInput<AnyRoute['endpoint']> {
  const commandId =
    endpoint.kind === 'command'
      ? commandIdOf(request.headers['idempotency-key'], body)
      : context.ids.next<CommandInput<AnyRoute['endpoint']>['commandId']>();
  const parts = { params: request.params, query: request.query, body };
  return { ...parseInput(endpoint, parts), commandId };
}

interface Served {
  readonly request: FastifyRequest;
  readonly reply: FastifyReply;
  readonly context: Context;
  readonly input: CommandInput<AnyRoute['endpoint']>;
  readonly exchange: Exchange;
}

async function answer(serving: Serving, route: AnyRoute, served: Served): Promise<FastifyReply> {
  const { services } = serving;
  const { request, reply, context, input, exchange } = served;
  if ('raw' in route) {
    const outcome = await route.raw(services, context, input, exchange);
    if (outcome.ok) return sendRaw(reply, route, outcome.value);
    const page = route.refuse?.(services, context, outcome.refusal, exchange);
    if (page !== undefined) {
      return sendRaw(reply, route, { status: statusOf(outcome.refusal), ...page });
    }
    return serving.sayRefusal(request, reply, outcome.refusal);
  }
  const outcome = await route.handle(services, context, input, exchange);
  if (!outcome.ok) return serving.sayRefusal(request, reply, outcome.refusal);
  if (serving.checkAnswers) checkAnswer(route, outcome.value);
  return reply.type('application/json; charset=utf-8').send(JSON.stringify(outcome.value ?? null));
}

function checkAnswer({ endpoint }: AnyRoute, value: unknown): void {
  const parsed = endpoint.answer?.safeParse(value);
  if (parsed?.success === false) {
    throw new Error(
      `${endpoint.id} answers what its contract does not say: ${parsed.error.message}`,
    );
  }
}

function sendRaw(reply: FastifyReply, { endpoint }: AnyRoute, raw: RawAnswer): FastifyReply {
  reply.code(raw.status ?? 200).type(raw.media ?? endpoint.media ?? 'text/html; charset=utf-8');
  for (const [name, value] of Object.entries(raw.headers ?? {})) reply.header(name, value);
  return reply.send(raw.body);
}

class RequestExchange implements Exchange {
  readonly requestId: string;
  readonly headers: Exchange['headers'];
  readonly cookies: Exchange['cookies'];
  readonly address: string;
  readonly url: string;
  uploads: readonly UploadedFile[] = [];
  sessionId: string | undefined;
  readonly #reply: FastifyReply;
  #controller: AbortController | undefined;

  constructor({ id, headers, cookies, ip, url }: FastifyRequest, reply: FastifyReply) {
    this.requestId = id;
    this.headers = headers;
    this.cookies = cookies;
    this.address = ip;
    this.url = url;
    this.#reply = reply;
  }

  /** Made only for those who ask: most requests never do. */
  get gone(): AbortSignal {
    if (this.#controller === undefined) {
      const controller = new AbortController();
      this.#controller = controller;
      this.#reply.raw.once('close', () => controller.abort());
    }
    return this.#controller.signal;
  }
}
