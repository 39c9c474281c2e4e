import { Readable } from 'node:stream';
import { gunzipSync, gzipSync } from 'node:zlib';
import type { FastifyInstance } from 'fastify';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { z } from 'zod';
import { endpoint } from '#kernel/endpoint.ts';
import type { AccountId, OrganisationId, PersonId, PostId, TenantId } from '#kernel/ids.ts';
import { done, refused } from '#kernel/outcome.ts';
import type { Role } from '#kernel/role.ts';
import { DatabaseError } from '#platform/database/database.ts';
import { ROOT } from '#platform/database/migration-files.ts';
import type { Services } from '#platform/services.ts';
import { createApp } from './app.ts';
import { NOWHERE } from './asking.ts';
import { loadTexts } from './i18n.ts';
import { type AnyRoute, rawRoute, route } from './route.ts';
import type { Session, SessionSource, TenantSource } from './session-source.ts';

const tenantId = '01890000-0000-7000-8000-000000000001' as TenantId;
const commandId = '01890000-0000-7000-8000-0000000000aa';

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
const file = endpoint({
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

let healthy = true;
const services = {
  translate: loadTexts(ROOT),
  clock: { now: () => 0 },
  ids: { next: () => commandId },
  database: { engine: 'embedded', healthy: async () => healthy },
} as unknown as Services;

describe('the server', () => {
  let app: FastifyInstance;
  beforeAll(async () => {
    app = await createApp(services, {
      routes,
      sessions,
      tenants,
      version: '0.0.0',
      checkAnswers: true,
      publicCommandsPerMinute: 5,
    });
  });
  afterAll(() => app.close());

  const post = (payload: unknown, more: { headers?: Record<string, string>; as?: string } = {}) =>
    app.inject({
      method: 'POST',
      url: '/api/tests',
      headers: {
        'idempotency-key': commandId,
        'content-type': 'application/json',
        ...more.headers,
      },
      cookies: { session: more.as ?? 'intake' },
      payload: typeof payload === 'string' ? payload : JSON.stringify(payload),
    });

  it('answers a command with what its handler answers', async () => {
    const answer = await post({ words: '路灯' });
    expect(answer.statusCode).toBe(200);
    expect(answer.json()).toEqual({ id: commandId, words: '路灯', tenant: tenantId });
  });

  it('asks for a command id, and for a real one', async () => {
    for (const id of ['', 'x', `${commandId}0`]) {
      const answer = await post({ words: 'a' }, { headers: { 'idempotency-key': id } });
      expect(answer.statusCode).toBe(400);
      expect(answer.json()).toMatchObject({ code: 'input.invalid', field: 'Idempotency-Key' });
    }
  });

  it.each([
    [{}, 'words', 'input.invalid'],
    [{ words: '' }, 'words', 'input.invalid'],
    [{ words: 'longer than ten' }, 'words', 'input.too_long'],
    [{ words: 'a', day: '2026-02-30' }, 'day', 'input.impossible_date'],
    [{ words: 'a\u0000b' }, 'words', 'input.invalid'],
    [{ words: 'a\ud800' }, 'words', 'input.invalid'],
    [{ words: 'a', more: 1 }, '', 'input.invalid'],
  ])('names the field of %j', async (body, field, code) => {
    const answer = await post(body);
    expect(answer.statusCode).toBe(400);
    expect(answer.json()).toMatchObject({ code, field });
  });

  it('names every field that is wrong, each with its sentence', async () => {
    const { fields } = (await post({ words: '', day: '2026-02-30' })).json<{
      fields: { field: string; message: string }[];
    }>();
    expect(fields.map(({ field }) => field)).toEqual(['words', 'day']);
    expect(fields[1]?.message).toContain('没有这一天');
  });

  it.each([
    ['no JSON', '{"words":'],
    ['nothing', ''],
    ['a list', '[]'],
    ['a poisoned prototype', '{"words":"a","__proto__":{"x":1}}'],
  ])('refuses %s without falling over', async (_what, body) => {
    const answer = await post(body);
    expect(answer.statusCode).toBe(400);
    expect(answer.json()).toMatchObject({ code: 'input.invalid' });
  });

  it('refuses a megabyte', async () => {
    const answer = await post({ words: 'x'.repeat(1_000_000) });
    expect(answer.statusCode).toBe(413);
    expect(answer.json()).toMatchObject({ code: 'input.too_large' });
  });

  it('shows the present state with a conflict', async () => {
    const answer = await post({ words: 'stale' });
    expect(answer.statusCode).toBe(409);
    expect(answer.json()).toMatchObject({ code: 'command.stale', present: { state: 'filed' } });
  });

  it.each([
    ['nobody', 'nobody', 401, 'access.sign_in_required'],
    ['who lacks the second factor', 'half', 403, 'access.second_factor_required'],
    ['who holds another role', 'handler', 403, 'access.not_allowed'],
  ])('lets in not %s', async (_who, as, status, code) => {
    const answer = await post({ words: 'a' }, { as });
    expect(answer.statusCode).toBe(status);
    expect(answer.json()).toMatchObject({ code });
  });

  it('asks who it is before it reads what they say', async () => {
    expect((await post({}, { as: 'nobody' })).statusCode).toBe(401);
  });

  it.each([
    [{ 'sec-fetch-site': 'cross-site' }, 403],
    [{ 'sec-fetch-site': 'same-site' }, 403],
    [{ origin: 'https://evil.example' }, 403],
    [{ origin: 'null' }, 403],
    [{ 'sec-fetch-site': 'same-origin' }, 200],
    [{ origin: 'http://localhost:80', host: 'localhost:80' }, 403],
    [{ origin: 'http://localhost', host: 'localhost' }, 200],
  ])('takes commands from its own pages only: %j', async (headers, status) => {
    const given = Object.fromEntries(Object.entries(headers).filter(([, value]) => value));
    expect((await post({ words: 'a' }, { headers: given })).statusCode).toBe(status);
  });

  it('says it in the language of who asks: cookie, then browser, then Chinese', async () => {
    const say = async (headers: Record<string, string>, lang?: string) =>
      (
        await app.inject({ url: '/nothing/here', headers, ...(lang && { cookies: { lang } }) })
      ).json<{ message: string }>().message;
    expect(await say({})).toMatch(/[一-鿿]/);
    expect(await say({ 'accept-language': 'fr, en-GB;q=0.8, zh;q=0.5' })).toMatch(/^[ -~]+$/);
    expect(await say({ 'accept-language': 'en' }, 'zh')).toMatch(/[一-鿿]/);
  });

  it('parses query and params, with defaults', async () => {
    const ask = (url: string) => app.inject({ url, cookies: { session: 'handler' } });
    expect((await ask('/api/tests/open')).json()).toEqual({ what: 'open', limit: 20 });
    expect((await ask('/api/tests/open?limit=5')).json()).toMatchObject({ limit: 5 });
    expect((await ask('/api/tests/open?limit=500')).json()).toMatchObject({
      code: 'input.invalid',
      field: 'limit',
    });
    expect((await ask('/api/tests/%00')).statusCode).toBe(400);
  });

  it('tells a fault by an id, and nothing of its inside', async () => {
    const answer = await app.inject({ url: '/api/faults/defect' });
    expect(answer.statusCode).toBe(500);
    expect(answer.body).not.toContain('secret');
    expect(answer.json()).toMatchObject({
      code: 'service.fault',
      requestId: expect.stringMatching(/^[0-9a-f-]{36}$/),
    });
  });

  it('says when the database is away', async () => {
    const answer = await app.inject({ url: '/api/faults/database' });
    expect([answer.statusCode, answer.json()]).toEqual([
      503,
      expect.objectContaining({ code: 'service.unavailable' }),
    ]);
  });

  it('does not let out in development what the contract does not say', async () => {
    expect((await app.inject({ url: '/api/wrong' })).statusCode).toBe(500);
  });

  it('answers an unknown path and an unknown tenant alike', async () => {
    for (const url of ['/api/unknown', '/t/elsewhere/page']) {
      expect((await app.inject({ url })).statusCode).toBe(404);
    }
  });

  it('gives public calls without a tenant a tenant without rows', async () => {
    expect((await app.inject({ url: '/api/nowhere' })).statusCode).toBe(200);
  });

  describe('public commands', () => {
    const report = (headers: Record<string, string>, payload: string | Buffer) =>
      app.inject({
        method: 'POST',
        url: '/api/t/laocheng/tests',
        headers,
        payload,
        remoteAddress: `10.0.0.${Math.floor(Math.random() * 250)}`,
      });

    it('come from forms without script too', async () => {
      const answer = await report(
        { 'content-type': 'application/x-www-form-urlencoded' },
        `commandId=${commandId}&words=%E8%B7%AF%E7%81%AF&tags=a&tags=b`,
      );
      expect(answer.json()).toEqual({
        actor: 'public',
        tenant: tenantId,
        tags: ['a', 'b'],
        files: 0,
      });
    });

    const multipart = (bytes: number, files = 1): string =>
      [
        '--b\r\ncontent-disposition: form-data; name="words"\r\n\r\nx\r\n',
        `--b\r\ncontent-disposition: form-data; name="commandId"\r\n\r\n${commandId}\r\n`,
        ...Array.from(
          { length: files },
          () =>
            `--b\r\ncontent-disposition: form-data; name="photo"; filename="a.jpg"\r\ncontent-type: image/jpeg\r\n\r\n${'x'.repeat(bytes)}\r\n`,
        ),
        '--b--\r\n',
      ].join('');
    const type = { 'content-type': 'multipart/form-data; boundary=b' };

    it('bring files within their limits', async () => {
      expect((await report(type, multipart(900))).json()).toMatchObject({ files: 900 });
    });

    it('are refused with a file too large or too many files', async () => {
      expect((await report(type, multipart(1100))).json()).toMatchObject({
        code: 'file.too_large',
      });
      expect((await report(type, multipart(10, 3))).json()).toMatchObject({
        code: 'input.too_large',
      });
    });

    it('are refused where a form breaks off', async () => {
      const broken = multipart(500).slice(0, 300);
      expect((await report(type, broken)).statusCode).toBe(400);
    });

    it('are limited per address', async () => {
      const send = () =>
        app.inject({
          method: 'POST',
          url: '/api/t/laocheng/tests',
          headers: { 'idempotency-key': commandId },
          payload: { words: 'a' },
          remoteAddress: '10.1.1.1',
        });
      const statuses: number[] = [];
      for (let count = 0; count < 6; count += 1) statuses.push((await send()).statusCode);
      expect(statuses).toEqual([200, 200, 200, 200, 200, 429]);
      const told = await send();
      expect(told.json()).toMatchObject({ code: 'request.too_many' });
      expect(Number(told.headers['retry-after'])).toBeGreaterThan(0);
    });

    it('of a page are refused by a page, also before they are read', async () => {
      const send = (payload: string) =>
        app.inject({
          method: 'POST',
          url: '/t/laocheng/form',
          headers: { 'content-type': 'application/x-www-form-urlencoded' },
          payload,
          remoteAddress: '10.1.1.2',
        });
      const large = await send(`words=${'a'.repeat(300 * 1024)}`);
      expect([large.statusCode, large.body]).toEqual([413, '<p>input.too_large</p>']);
      for (let count = 0; count < 4; count += 1) await send('words=a');
      const often = await send('words=a');
      expect([often.statusCode, often.body]).toEqual([429, '<p>request.too_many</p>']);
      expect(Number(often.headers['retry-after'])).toBeGreaterThan(0);
      expect(often.headers['content-type']).toContain('text/html');
    });
  });

  it('does not take files where none are asked for', async () => {
    const answer = await post('--b--\r\n', {
      headers: { 'content-type': 'multipart/form-data; boundary=b' },
    });
    expect(answer.json()).toMatchObject({ code: 'input.invalid', field: 'Content-Type' });
  });

  it('packs the tiles of maps for whoever can unpack them', async () => {
    const headers = { 'accept-encoding': 'gzip' };
    const packed = await app.inject({ url: '/api/tile', headers });
    expect(packed.headers['content-encoding']).toBe('gzip');
    expect(gunzipSync(packed.rawPayload)).toEqual(Buffer.alloc(4_096));
    const plainly = await app.inject({ url: '/api/tile' });
    expect(plainly.headers['content-encoding']).toBeUndefined();
  });

  it('does not unpack bodies', async () => {
    const answer = await app.inject({
      method: 'POST',
      url: '/api/tests',
      headers: {
        'idempotency-key': commandId,
        'content-type': 'application/json',
        'content-encoding': 'gzip',
      },
      cookies: { session: 'intake' },
      payload: gzipSync('{"words":"a"}'),
    });
    expect(answer.statusCode).toBe(400);
  });

  describe('pages', () => {
    it('stream, with their headers', async () => {
      const answer = await app.inject({ url: '/t/laocheng/page' });
      expect(answer.headers).toMatchObject({
        'content-type': 'text/html; charset=utf-8',
        'x-page': 'yes',
      });
      expect(answer.body).toMatch(/[一-鿿]/);
    });

    it.each([
      ['/t/laocheng/page?fail=refuse', 404, '<p>request.not_found</p>'],
      ['/t/laocheng/page?fail=throw', 500, '<p>service.fault</p>'],
      ['/t/elsewhere/page', 404, '<p>request.not_found</p>'],
    ])('show what was refused as a page: %s', async (url, status, body) => {
      const answer = await app.inject({ url });
      expect([answer.statusCode, answer.body]).toEqual([status, body]);
    });
  });

  it('lets only its own code run in a page', async () => {
    const { headers } = await app.inject({ url: '/t/laocheng/page' });
    const policy = String(headers['content-security-policy']);
    expect(policy).toContain("script-src 'self';");
    expect(policy).toContain("worker-src 'self' blob:");
    expect(policy).not.toContain('unsafe-eval');
    expect(headers['x-content-type-options']).toBe('nosniff');
  });

  it('lists every route, each of ours with its contract', () => {
    const own = app.routesList.filter(({ url }) => url.startsWith('/api/tests'));
    expect(own).toContainEqual({ method: 'POST', url: '/api/tests', endpoint: file });
    const bare = app.routesList.filter((entry) => entry.endpoint === undefined);
    const others = bare.filter(({ url }) => !url.startsWith('/api/docs'));
    expect(new Set(others.map(({ url }) => url))).toEqual(new Set(['/api/health']));
  });

  it('describes itself in OpenAPI 3.1', async () => {
    const document = (await app.inject({ url: '/api/docs/json' })).json();
    expect(document.openapi).toBe('3.1.0');
    const operation = document.paths['/api/tests'].post;
    expect(operation.operationId).toBe('tests.file');
    expect(operation.parameters).toContainEqual(
      expect.objectContaining({ name: 'Idempotency-Key' }),
    );
    expect(operation.requestBody.content['application/json'].schema.properties.words).toMatchObject(
      {
        type: 'string',
        maxLength: 10,
      },
    );
    const read = document.paths['/api/tests/{what}'].get;
    expect(read.parameters.map(({ name }: { name: string }) => name)).toEqual(['what', 'limit']);
    expect((await app.inject({ url: '/api/docs' })).statusCode).toBeLessThan(400);
  });

  it('says whether it is well', async () => {
    expect((await app.inject({ url: '/api/health' })).json()).toEqual({
      healthy: true,
      engine: 'embedded',
    });
    healthy = false;
    expect((await app.inject({ url: '/api/health' })).statusCode).toBe(503);
    healthy = true;
  });
});
