/** The desk: one page for all its addresses, and its files. */
import { existsSync } from 'node:fs';
import { join } from 'node:path';
import fastifyStatic from '@fastify/static';
import type { FastifyInstance, FastifyReply } from 'fastify';

/**
 * Where the desk was not built (a checkout without `npm ci`'s prepare), its addresses are unknown.
 * @param built what `apps/web/vite.config.ts` built
 */
export async function serveDesk(app: FastifyInstance, built: string): Promise<void> {
  if (!existsSync(join(built, 'index.html'))) return;
  // Named by their content, so they may be kept for ever; what is not there is not the page.
  await app.register(fastifyStatic, {
    root: join(built, 'assets'),
    prefix: '/desk/assets/',
    index: false,
    maxAge: '365d',
    immutable: true,
  });
  app.get('/desk/icon.svg', (_request, reply) => reply.sendFile('icon.svg', built));
  app.get('/desk', (_request, reply) => page(reply, built));
  app.get('/desk/*', (_request, reply) => page(reply, built));
}

function page(reply: FastifyReply, built: string): FastifyReply {
  return reply
    .header('cache-control', 'no-cache')
    .sendFile('index.html', built, { cacheControl: false });
}
