/** The HTTP server: routes of the features behind one frame of checks and one way to refuse. */
import { randomUUID } from 'node:crypto';
import compress from '@fastify/compress';
import cookie from '@fastify/cookie';
import multipart from '@fastify/multipart';
import rateLimit from '@fastify/rate-limit';
import Fastify, {
  type FastifyBaseLogger,
  type FastifyInstance,
  type FastifyRequest,
  LogController,
} from 'fastify';
import type { Endpoint } from '#kernel/endpoint.ts';
import type { Services } from '#platform/services.ts';
import { localeOf, type Sources } from './asking.ts';
import { registerDocs } from './docs.ts';
import { refusalOfError } from './faults.ts';
import { formBody } from './form-body.ts';
import { HttpRefusal } from './http-refusal.ts';
import type { Translate } from './i18n.ts';
import { refusalAnswer, statusOf } from './refusal-answer.ts';
import type { AnyRoute } from './route.ts';
import { securityHeaders } from './security-headers.ts';
import { refuseBefore, type Serving, serveRoute } from './serve-route.ts';

export interface AppOptions extends Sources {
  readonly routes: readonly AnyRoute[];
  readonly version: string;
  /** Checks answers against their contracts: development and tests. */
  readonly checkAnswers: boolean;
  /** Public forms per address and minute; 30 unless said otherwise. */
  readonly publicCommandsPerMinute?: number;
  /** Behind a proxy that sets X-Forwarded-For. */
  readonly trustProxy?: boolean;
  readonly logger?: FastifyBaseLogger;
}

/** Every route the server answers, for the probes; `endpoint` where a contract describes it. */
export interface RegisteredRoute {
  readonly method: string;
  readonly url: string;
  readonly endpoint: Endpoint | undefined;
}

declare module 'fastify' {
  interface FastifyInstance {
    readonly routesList: readonly RegisteredRoute[];
  }
  interface FastifyContextConfig {
    endpoint?: Endpoint;
  }
}

/** Bytes of a JSON or form body. */
const BODY_LIMIT = 256 * 1024;

export async function createApp(services: Services, options: AppOptions): Promise<FastifyInstance> {
  const app = Fastify({
    ...(options.logger ? { loggerInstance: options.logger } : { logger: false }),
    bodyLimit: BODY_LIMIT,
    genReqId: () => randomUUID(),
    logController: new LogController({ disableRequestLogging: true }),
    trustProxy: options.trustProxy ?? false,
    routerOptions: { maxParamLength: 200 },
  });
  listRoutes(app);
  const sayRefusal = refusalSayer(services.translate);
  answerFaults(app, sayRefusal);
  await registerFrame(app);
  const serving: Serving = {
    services,
    sources: options,
    checkAnswers: options.checkAnswers,
    sayRefusal,
  };
  for (const route of options.routes) registerRoute(app, serving, route, options);
  registerHealth(app, services);
  const endpoints = options.routes.map((route) => route.endpoint);
  await registerDocs(app, endpoints, options.version);
  return app;
}

function listRoutes(app: FastifyInstance): void {
  const list: RegisteredRoute[] = [];
  app.decorate('routesList', list);
  app.addHook('onRoute', ({ method, url, config }) => {
    for (const one of [method].flat()) list.push({ method: one, url, endpoint: config?.endpoint });
  });
}

/** What is packed on its way besides JSON and scripts: texts but for live events, files, tiles of maps. */
const PACKED = /^text\/(?!event-stream)|octet-stream(?:;|$)|vector-tile(?:;|$)/;

async function registerFrame(app: FastifyInstance): Promise<void> {
  const headers = await securityHeaders();
  app.addHook('onRequest', (_request, reply, done) => {
    reply.headers(headers);
    done();
  });
  await app.register(cookie);
  await app.register(compress, {
    // A packed body could be a bomb; nobody who calls us packs bodies.
    globalDecompression: false,
    encodings: ['br', 'gzip'],
    customTypes: PACKED,
    threshold: 2048,
    brotliOptions: { params: { 0: 0, 1: 4 } },
  });
  await app.register(multipart);
  await app.register(rateLimit, {
    global: false,
    errorResponseBuilder: (_request, { ttl }) =>
      new HttpRefusal({ code: 'request.too_many', detail: { seconds: Math.ceil(ttl / 1000) } }),
  });
  app.addContentTypeParser(
    'application/x-www-form-urlencoded',
    { parseAs: 'string' },
    (_request, text, parsed) => parsed(null, formBody(String(text))),
  );
}

function registerRoute(
  app: FastifyInstance,
  serving: Serving,
  route: AnyRoute,
  { publicCommandsPerMinute = 30 }: AppOptions,
): void {
  const { endpoint } = route;
  // Every public form, also those that only read: a number and a phone can be guessed.
  const limited = endpoint.audience === 'public' && endpoint.method === 'POST';
  app.route({
    method: endpoint.method,
    url: endpoint.path,
    bodyLimit: endpoint.bodyBytes ?? BODY_LIMIT,
    // Who asks only for the head of a stream would open one and never read it.
    exposeHeadRoute: endpoint.method === 'GET' && endpoint.media !== 'text/event-stream',
    config: {
      endpoint,
      ...(limited && { rateLimit: { max: publicCommandsPerMinute, timeWindow: 60_000 } }),
    },
    handler: serveRoute(serving, route),
    ...('raw' in route && route.refuse && { errorHandler: refuseBefore(serving, route) }),
  });
}

function refusalSayer(translate: Translate): Serving['sayRefusal'] {
  return (request, reply, refusal, fields = []) => {
    const answer = refusalAnswer(translate, localeOf(request), refusal, fields);
    const { seconds } = refusal.detail ?? {};
    if (typeof seconds === 'number') reply.header('retry-after', seconds);
    const fault = refusal.code === 'service.fault' && { requestId: request.id };
    return reply
      .code(statusOf(refusal))
      .header('cache-control', 'no-store')
      .type('application/json; charset=utf-8')
      .send(JSON.stringify({ ...answer, ...fault }));
  };
}

function answerFaults(app: FastifyInstance, sayRefusal: Serving['sayRefusal']): void {
  app.setErrorHandler((error: unknown, request: FastifyRequest, reply) => {
    const refusal = refusalOfError(error);
    if (refusal.code === 'service.fault') request.log.error({ err: error, requestId: request.id });
    return sayRefusal(request, reply, refusal, error instanceof HttpRefusal ? error.fields : []);
  });
  app.setNotFoundHandler((request, reply) =>
    sayRefusal(request, reply, { code: 'request.not_found' }),
  );
}

function registerHealth(app: FastifyInstance, services: Services): void {
  app.get('/api/health', async (_request, reply) => {
    const healthy = await services.database.healthy();
    return reply
      .code(healthy ? 200 : 503)
      .header('cache-control', 'no-store')
      .send({ healthy, engine: services.database.engine });
  });
}
