import { afterEach, describe, expect, it, vi } from 'vitest';
import { z } from 'zod';
import { endpoint } from '#kernel/endpoint.ts';
import { call } from './call.ts';
import { RefusedError } from './refused.ts';

const read = endpoint({
  id: 'lamps.list',
  method: 'GET',
  path: '/api/streets/:street/lamps',
  kind: 'read',
  audience: 'signed_in',
  summary: 'Lamps of a street',
  params: z.object({ street: z.string() }),
  query: z.object({ state: z.array(z.string()).default([]), q: z.string().default('') }),
  answer: z.object({ lamps: z.int() }),
});
const command = endpoint({
  id: 'lamps.mend',
  method: 'POST',
  path: '/api/lamps',
  kind: 'command',
  audience: 'signed_in',
  summary: 'Mends a lamp',
  body: z.object({ note: z.string() }),
  answer: z.object({ done: z.boolean() }),
});

function answering(status: number, body: string): ReturnType<typeof vi.fn<typeof fetch>> {
  const answer = vi.fn<typeof fetch>(async () => new Response(body, { status }));
  vi.stubGlobal('fetch', answer);
  return answer;
}

const failure = async (run: Promise<unknown>): Promise<RefusedError> => {
  const error: unknown = await run.then(
    () => undefined,
    (reason: unknown) => reason,
  );
  if (error instanceof RefusedError) return error;
  throw new Error('the call was not refused', { cause: error });
};

afterEach(() => {
  vi.unstubAllGlobals();
});

describe('a call of an endpoint', () => {
  it('fills the path, joins lists and leaves out what is empty', async () => {
    const sent = answering(200, '{"lamps":3}');
    const answer = await call(read, {
      params: { street: '桐柏 路/1' },
      query: { state: ['dark', 'lit'], q: '' },
    });
    expect(answer).toEqual({ lamps: 3 });
    expect(sent.mock.calls[0]?.[0]).toBe(
      '/api/streets/%E6%A1%90%E6%9F%8F%20%E8%B7%AF%2F1/lamps?state=dark%2Clit',
    );
  });

  it('carries the id it was given for a command', async () => {
    const sent = answering(200, '{"done":true}');
    await call(command, { body: { note: 'new bulb' } }, { commandId: 'the-id' });
    expect(new Headers(sent.mock.calls[0]?.[1]?.headers).get('idempotency-key')).toBe('the-id');
  });

  it('turns a refusal into its code, sentence, field and present state', async () => {
    answering(409, '{"code":"command.stale","message":"别人已经作了改动","present":{"version":7}}');
    const error = await failure(call(command, { body: { note: '' } }));
    expect(error.status).toBe(409);
    expect(error.refusal.code).toBe('command.stale');
    expect(error.refusal.present).toEqual({ version: 7 });
  });

  it('says offline where no answer came, and unreadable for a page of a proxy', async () => {
    vi.stubGlobal('fetch', async () => {
      throw new TypeError('failed to fetch');
    });
    expect((await failure(call(command, { body: { note: '' } }))).refusal.code).toBe(
      'client.offline',
    );
    answering(502, '<html>Bad gateway</html>');
    expect((await failure(call(command, { body: { note: '' } }))).refusal.code).toBe(
      'client.unreadable',
    );
  });
});
