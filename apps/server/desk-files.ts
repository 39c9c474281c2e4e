/** The desk: one page for all its addresses, and its files. */
import { existsSync } from 'node:fs';
import { join } from 'node:path';
import fastifyStatic from '@fastify/static';
import type { FastifyInstance } from 'fastify';
import { ROOT } from '#platform/database/migration-files.ts';

const BUILT = join(ROOT, 'dist', 'web');

/** Where the desk was not built (a checkout without `npm ci`'s prepare), its addresses are unknown. */
export async function serveDesk(app: FastifyInstance): Promise<void> {
  if (!existsSync(join(BUILT, 'index.html'))) return;
  await app.register(fastifyStatic, {
    root: BUILT,
    prefix: '/desk/',
    wildcard: false,
    index: false,
    maxAge: '365d',
    immutable: true,
  });
  app.get('/desk', (_request, reply) =>
    reply
      .header('cache-control', 'no-cache')
      .sendFile('index.html', { maxAge: 0, immutable: false }),
  );
  app.get('/desk/*', (_request, reply) =>
    reply
      .header('cache-control', 'no-cache')
      .sendFile('index.html', { maxAge: 0, immutable: false }),
  );
}
