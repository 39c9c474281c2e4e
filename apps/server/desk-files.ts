/** The desk: one page for all its addresses, and its files. */
import { existsSync } from 'node:fs';
import { join } from 'node:path';
import fastifyStatic from '@fastify/static';
import type { FastifyInstance, FastifyReply } from 'fastify';
import { ROOT } from '#platform/database/migration-files.ts';

const BUILT = join(ROOT, 'dist', 'web');

/** Where the desk was not built (a checkout without `npm ci`'s prepare), its addresses are unknown. */
export async function serveDesk(app: FastifyInstance): Promise<void> {
  if (!existsSync(join(BUILT, 'index.html'))) return;
  // Named by their content, so they may be kept for ever; what is not there is not the page.
  await app.register(fastifyStatic, {
    root: join(BUILT, 'assets'),
    prefix: '/desk/assets/',
    index: false,
    maxAge: '365d',
    immutable: true,
  });
  app.get('/desk/icon.svg', (_request, reply) => reply.sendFile('icon.svg', BUILT));
  app.get('/desk', (_request, reply) => page(reply));
  app.get('/desk/*', (_request, reply) => page(reply));
}

function page(reply: FastifyReply): FastifyReply {
  return reply
    .header('cache-control', 'no-cache')
    .sendFile('index.html', BUILT, { cacheControl: false });
}
