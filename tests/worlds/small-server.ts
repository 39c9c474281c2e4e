/** A server with a few routes of every sort and nothing behind them. */
import { Readable } from 'node:stream';
import type { FastifyInstance } from 'fastify';
import { z } from 'zod';
import { endpoint } from '#kernel/endpoint.ts';
import type { AccountId, OrganisationId, PersonId, PostId, TenantId } from '#kernel/ids.ts';
import { done, refused } from '#kernel/outcome.ts';
import type { Role } from '#kernel/role.ts';
import { DatabaseError } from '#platform/database/database.ts';
import { ROOT } from '#platform/database/migration-files.ts';
import { createApp } from '#platform/http/app.ts';
import { NOWHERE } from '#platform/http/asking.ts';
import { loadTexts } from '#platform/http/i18n.ts';
import { type AnyRoute, rawRoute, route } from '#platform/http/route.ts';
import type { Session, SessionSource, TenantSource } from '#platform/http/session-source.ts';
import type { Services } from '#platform/services.ts';

export const tenantId = '01890000-0000-7000-8000-000000000001' as TenantId;
export const commandId = '01890000-0000-7000-8000-0000000000aa';

const session = (role: Role, complete = true): Session => ({
  sessionId: 's1',
  tenantId,
  timeZone: 'Asia/Shanghai',
  complete,
  actor: {
    kind: 'person',
    personId: 'p' as PersonId,
    accountId: 'a' as AccountId,
    name: 'Tester',
    grants: [
      {
        role,
        postId: 'post' as PostId,
        organisationId: 'o' as OrganisationId,
        areaPath: '/',
        substitute: false,
      },
    ],
  },
});

const sessions: SessionSource = {
  findSession: async ({ cookies }) => {
    switch (cookies['session']) {
      case 'intake':
        return session('intake');
      case 'half':
        return session('intake', false);
      case 'handler':
        return session('handler');
      default:
        return undefined;
    }
  },
};
const tenants: TenantSource = {
  findTenant: async (slug) =>
    slug === 'laocheng' ? { tenantId, slug, timeZone: 'Asia/Shanghai' } : undefined,
};

const Body = z.strictObject({
  words: z.string().min(1).max(10),
  day: z
    .string()
    .refine((text) => text !== '2026-02-30', { params: { refusal: 'input.impossible_date' } })
    .optional(),
});
export const file = endpoint({
  id: 'tests.file',
  method: 'POST',
  path: '/api/tests',
  kind: 'command',
  audience: ['intake'],
  summary: 'Files',
  body: Body,
  answer: z.object({ id: z.string(), words: z.string(), tenant: z.string() }),
});
const listed = endpoint({
  id: 'tests.list',
  method: 'GET',
  path: '/api/tests/:what',
  kind: 'read',
  audience: 'signed_in',
  summary: 'Lists',
  params: z.object({ what: z.string() }),
  query: z.object({ limit: z.coerce.number().int().max(100).default(20) }),
  answer: z.object({ what: z.string(), limit: z.number() }),
});
const reported = endpoint({
  id: 'tests.report',
  method: 'POST',
  path: '/api/t/:tenant/tests',
  kind: 'command',
  audience: 'public',
  summary: 'Reports',
  params: z.object({ tenant: z.string() }),
  body: z.object({
    words: z.string(),
    tags: z.union([z.string(), z.array(z.string())]).optional(),
  }),
  answer: z.object({ actor: z.string(), tenant: z.string(), tags: z.unknown(), files: z.number() }),
});
const page = endpoint({
  id: 'tests.page',
  method: 'GET',
  path: '/t/:tenant/page',
  kind: 'read',
  audience: 'public',
  summary: 'A page',
  params: z.object({ tenant: z.string() }),
  query: z.object({ fail: z.string().optional() }),
  media: 'text/html; charset=utf-8',
});
const form = endpoint({
  id: 'tests.form',
  method: 'POST',
  path: '/t/:tenant/form',
  kind: 'read',
  audience: 'public',
  summary: 'A form of a page',
  params: z.object({ tenant: z.string() }),
  media: 'text/html; charset=utf-8',
});
const tile = endpoint({
  id: 'tests.tile',
  method: 'GET',
  path: '/api/tile',
  kind: 'read',
  audience: 'public',
  summary: 'A tile of a map',
  media: 'application/vnd.mapbox-vector-tile',
});
const plain = (id: `/${string}`) =>
  endpoint({
    id: `tests.${id}`,
    method: 'GET',
    path: id,
    kind: 'read',
    audience: 'public',
    summary: id,
  });

const routes: readonly AnyRoute[] = [
  route(file, async (_services, context, { body, commandId: id }) =>
    body.words === 'stale'
      ? refused({ code: 'command.stale', present: { state: 'filed' }, detail: { version: 3 } })
      : done({ id, words: body.words, tenant: context.tenantId }),
  ),
  route(listed, async (_services, _context, { params, query }) =>
    done({ what: params.what, limit: query.limit }),
  ),
  route(
    reported,
    async (_services, context, { body }, exchange) =>
      done({
        actor: context.actor.kind,
        tenant: context.tenantId,
        tags: body.tags,
        files: exchange.uploads.reduce((sum, { bytes }) => sum + bytes.length, 0),
      }),
    { files: 2, bytes: 1000 },
  ),
  rawRoute(
    page,
    async (services, context, { query }) => {
      if (query.fail === 'refuse') return refused({ code: 'request.not_found' });
      if (query.fail === 'throw') throw new Error('secret stack');
      const body = services.translate(context.locale, 'refusal.request.not_found');
      return done({ body: Readable.from([body]), headers: { 'x-page': 'yes' } });
    },
    { refuse: (_services, _context, refusal) => ({ body: `<p>${refusal.code}</p>` }) },
  ),
  rawRoute(form, async () => done({ body: 'thanks' }), {
    refuse: (_services, _context, refusal) => ({ body: `<p>${refusal.code}</p>` }),
  }),
  rawRoute(tile, async () => done({ body: Buffer.alloc(4_096) })),
  route(plain('/api/faults/defect'), async () => {
    throw new Error('secret stack');
  }),
  route(plain('/api/faults/database'), async () => {
    throw new DatabaseError({ message: 'gone', code: '08006' });
  }),
  route(plain('/api/nowhere'), async (_services, context) => {
    if (context.tenantId !== NOWHERE) throw new Error('somewhere');
    return done(undefined);
  }),
  {
    endpoint: endpoint({
      id: 'tests.wrong',
      method: 'GET',
      path: '/api/wrong',
      kind: 'read',
      audience: 'public',
      summary: 'Breaks its contract',
      answer: z.object({ count: z.number() }),
    }),
    handle: async () => done({ count: 'many' }),
  },
];

/** Whether its database answers; a test says no for a while. */
export const health = { good: true };
const services = {
  translate: loadTexts(ROOT),
  clock: { now: () => 0 },
  ids: { next: () => commandId },
  database: { engine: 'embedded', healthy: async () => health.good },
} as unknown as Services;

/** Whoever starts it closes it. */
export const startSmallServer = (): Promise<FastifyInstance> =>
  createApp(services, {
    routes,
    sessions,
    tenants,
    version: '0.0.0',
    checkAnswers: true,
    publicCommandsPerMinute: 5,
  });
