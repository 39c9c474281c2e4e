import type { FastifyInstance } from 'fastify';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { commandId, startSmallServer, tenantId } from '#tests/worlds/small-server.ts';

describe('the server', () => {
  let app: FastifyInstance;
  beforeAll(async () => {
    app = await startSmallServer();
  });
  afterAll(() => app.close());

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
});
