/**
 * What no form would send. Each is answered with a stable code, a sentence in
 * the reader's language and the field; nothing is half done; the service stays up.
 */
import { randomUUID } from 'node:crypto';
import type { FastifyInstance } from 'fastify';
import sharp from 'sharp';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type RunningServer, startServer } from '#apps/server/start.ts';
import type { PersonId } from '#kernel/ids.ts';
import { engines, START_LIMIT, useDatabase } from '#tests/engines/engines.ts';
import { type District, foundDistrict } from '#tests/worlds/district.ts';
import { signIn } from '#tests/worlds/sign-in.ts';

const NOWHERE = '01890000-0000-7000-8000-00000000dead';
const MEGABYTE = 1024 * 1024;

/** Tables in which a refused command would leave its half; what relay and folding move is left out. */
const TABLES = [
  'matters',
  'reporters',
  'audit_events',
  'commands',
  'matter_texts',
  'matter_photos',
  'files',
];

interface Request {
  readonly method?: 'GET' | 'POST';
  readonly url: string;
  readonly payload?: object | string;
  readonly headers?: Readonly<Record<string, string>>;
}

/** What is sent, and the status, code and field it is answered with. */
type Case = readonly [string, Request, number, string, string | undefined];

const lamp = { description: '路灯不亮', source: 'counter' };
const enter = (said: object): Request => ({ url: '/api/matters', payload: { ...lamp, ...said } });
const act = (matterId: string, input: object, version = 1): Request => ({
  url: `/api/matters/${matterId}/actions`,
  payload: { version, input },
});
const read = (query: string): Request => ({ method: 'GET', url: `/api/matters${query}` });

const BAD: readonly Case[] = [
  ['a day that does not exist', read('?from=2026-02-30'), 400, 'input.invalid', 'from'],
  [
    'a thirteenth month',
    act(NOWHERE, { action: 'shelve', reviewOn: '2026-13-01', reason: '产权不明' }),
    400,
    'input.invalid',
    'input.reviewOn',
  ],
  [
    'an instant that is none',
    act(NOWHERE, { action: 'request_extension', until: 'tomorrow', reason: '等配件' }),
    400,
    'input.invalid',
    'input.until',
  ],
  ['a point off the earth', enter({ lng: 200, lat: 34 }), 400, 'geometry.off_earth', 'lng'],
  [
    'a point with its numbers swapped',
    enter({ lng: 34.8, lat: 113.5 }),
    400,
    'geometry.swapped',
    'lng',
  ],
  ['half a point', enter({ lng: 113.5 }), 400, 'input.invalid', 'lat'],
  ['a point of words', enter({ lng: 'east', lat: 34.8 }), 400, 'input.invalid', 'lng'],
  ['a box inside out', read('/box?bbox=114,35,113,34'), 400, 'geometry.off_earth', 'bbox'],
  ['a box of three corners', read('/box?bbox=113,34,114'), 400, 'input.invalid', 'bbox'],
  ['a tile beyond the map', read('/tiles/3/9/1'), 400, 'input.invalid', 'x'],
  [
    'an unknown category',
    enter({ categoryId: NOWHERE }),
    400,
    'matter.category_unknown',
    'categoryId',
  ],
  ['an unknown area', enter({ areaId: NOWHERE }), 400, 'matter.area_unknown', 'areaId'],
  ['an unknown state', read('?state=asleep'), 400, 'input.invalid', 'state.0'],
  ['an unknown action', act(NOWHERE, { action: 'vanish' }), 400, 'input.invalid', 'input.action'],
  ['an unknown matter', act(NOWHERE, { action: 'accept' }), 404, 'matter.unknown', undefined],
  ['an unknown photo', enter({ photos: ['0'.repeat(64)] }), 404, 'file.unknown', 'photos'],
  ['an id that is none', read('/seven'), 400, 'input.invalid', 'matterId'],
  ['a cursor of somebody’s making', read('?cursor=bm9uc2Vuc2U'), 400, 'input.invalid', 'cursor'],
  [
    'more words than the limit',
    enter({ description: '灯'.repeat(2_001) }),
    400,
    'input.too_long',
    'description',
  ],
  [
    'a megabyte of words',
    enter({ description: 'x'.repeat(MEGABYTE) }),
    413,
    'input.too_large',
    undefined,
  ],
  [
    'nothing where something must be said',
    enter({ description: '  ' }),
    400,
    'input.invalid',
    'description',
  ],
  ['a NUL among the words', enter({ description: '灯\0亮' }), 400, 'input.invalid', 'description'],
  ['half a character', enter({ description: '灯\ud83d' }), 400, 'input.invalid', 'description'],
  [
    'a body that is no JSON',
    {
      url: '/api/matters',
      payload: '{"description":',
      headers: { 'content-type': 'application/json' },
    },
    400,
    'input.invalid',
    undefined,
  ],
  [
    'a command without its id',
    { ...enter({}), headers: { 'idempotency-key': '' } },
    400,
    'input.invalid',
    'Idempotency-Key',
  ],
];

describe.each(engines)('bad input on the %s engine', (engine) => {
  const database = useDatabase(engine);
  let world: District;
  let server: RunningServer;
  let app: FastifyInstance;
  let cookie: string;
  beforeAll(async () => {
    world = await foundDistrict(database(), new Date().toISOString());
    server = await startServer(world.installation, {
      ...{ port: 0, version: '0', checkAnswers: true, publicCommandsPerMinute: 10_000 },
      onFault: (fault) => {
        throw fault;
      },
    });
    app = server.app;
    cookie = await signIn(server, world.tenantId, world.post('intake').personId as PersonId);
  }, START_LIMIT);
  afterAll(() => server.close(), START_LIMIT);

  const send = ({ method = 'POST', url, payload, headers }: Request, language = 'zh') =>
    app.inject({
      method,
      url,
      headers: { cookie, 'accept-language': language, 'idempotency-key': randomUUID(), ...headers },
      ...(payload !== undefined && { payload }),
    });

  async function countRows(): Promise<readonly number[]> {
    const { tenantId } = world;
    const counted = await database().read(
      tenantId,
      ...TABLES.map((table) => ({
        sql: `select count(*)::int as n from ${table} where tenant_id = $1`,
        parameters: [tenantId],
      })),
    );
    return counted.map(({ rows }) => Number(rows[0]?.['n']));
  }

  const entered = async (): Promise<string> => {
    const answer = await send(enter({ lng: 113.52, lat: 34.82 }));
    expect(answer.statusCode).toBe(200);
    return answer.json<{ matterId: string }>().matterId;
  };

  it.each(BAD)('%s', async (_name, request, status, code, field) => {
    const before = await countRows();
    const [chinese, english] = [await send(request, 'zh'), await send(request, 'en')];
    expect(chinese.json()).toMatchObject({ code, ...(field && { field }) });
    expect(english.json()).toMatchObject({ code, ...(field && { field }) });
    expect([chinese.statusCode, english.statusCode]).toEqual([status, status]);
    expect(chinese.json<{ message: string }>().message).toMatch(/\p{Script=Han}.*[。！]/u);
    expect(english.json<{ message: string }>().message).toMatch(/^[A-Z][^\p{Script=Han}]*\.$/u);
    expect(await countRows()).toEqual(before);
    expect((await app.inject('/api/health')).json()).toMatchObject({ healthy: true });
  });

  const photoOf = (bytes: Buffer): Request => {
    const edge = 'edge-of-the-form';
    const head = `--${edge}\r\ncontent-disposition: form-data; name="photo"; filename="a.jpg"\r\ncontent-type: image/jpeg\r\n\r\n`;
    const payload = Buffer.concat([Buffer.from(head), bytes, Buffer.from(`\r\n--${edge}--\r\n`)]);
    const headers = { 'content-type': `multipart/form-data; boundary=${edge}` };
    return { url: '/api/photos', payload, headers };
  };

  it('photos that are none, or half of one, or of too many points', async () => {
    const whole = await sharp({
      create: { width: 64, height: 64, channels: 3, background: { r: 200, g: 30, b: 30 } },
    })
      .jpeg()
      .toBuffer();
    const vast = await sharp({
      create: { width: 12_000, height: 12_000, channels: 3, background: { r: 1, g: 1, b: 1 } },
    })
      .png({ compressionLevel: 9 })
      .toBuffer();
    const before = await countRows();
    const codes: unknown[] = [];
    for (const bytes of [Buffer.from('<svg/>'), whole.subarray(0, whole.length / 2), vast]) {
      const answer = await send(photoOf(bytes));
      codes.push(answer.json<{ code: string; field?: string }>());
    }
    expect(codes).toMatchObject([
      { code: 'file.not_an_image', field: 'photo' },
      { code: 'file.unreadable', field: 'photo' },
      { code: 'file.too_many_pixels', field: 'photo' },
    ]);
    expect(await countRows()).toEqual(before);
    expect((await send(photoOf(whole))).statusCode).toBe(200);
  });

  it('a command for a state that no longer holds shows the present one', async () => {
    const matterId = await entered();
    const file = { action: 'file', categoryId: world.categories['B0101'], condition: '' };
    expect((await send(act(matterId, file))).statusCode).toBe(200);
    const before = await countRows();
    const late = await send(act(matterId, file));
    expect(late.statusCode).toBe(409);
    expect(late.json()).toMatchObject({
      code: 'matter.state',
      present: { state: 'filed', version: 2 },
    });
    expect(await countRows()).toEqual(before);
  });

  it('the same command twice is one; one id with two bodies is refused', async () => {
    const headers = { 'idempotency-key': randomUUID() };
    const first = await send({ ...enter({}), headers });
    const before = await countRows();
    const second = await send({ ...enter({}), headers });
    const other = await send({ ...enter({ description: '别的事' }), headers });
    expect(first.statusCode).toBe(200);
    expect(second.json()).toEqual(first.json());
    expect(other.statusCode).toBe(409);
    expect(other.json()).toMatchObject({ code: 'command.reused_id' });
    expect(await countRows()).toEqual(before);
  });
});
