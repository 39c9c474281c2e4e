import { gunzipSync, gzipSync } from 'node:zlib';
import type { FastifyInstance } from 'fastify';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { commandId, file, health, startSmallServer, tenantId } from '#tests/worlds/small-server.ts';

describe('the server', () => {
  let app: FastifyInstance;
  beforeAll(async () => {
    app = await startSmallServer();
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
    health.good = false;
    expect((await app.inject({ url: '/api/health' })).statusCode).toBe(503);
    health.good = true;
  });
});
