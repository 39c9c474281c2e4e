import type { FastifyInstance } from 'fastify';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { startSmallServer } from '#tests/worlds/small-server.ts';

describe('the server', () => {
  let app: FastifyInstance;
  beforeAll(async () => {
    app = await startSmallServer();
  });
  afterAll(() => app.close());

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
});
