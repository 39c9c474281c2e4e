/** Desk and wall: one page each for all their addresses, and their files. */
import { existsSync } from 'node:fs';
import { join } from 'node:path';
import fastifyStatic from '@fastify/static';
import type { FastifyInstance, FastifyReply } from 'fastify';

/** The desk; `built` is what `apps/web/vite.config.ts` built. */
export function serveDesk(app: FastifyInstance, built: string): Promise<void> {
  return servePage(app, '/desk', built);
}

/** The wall; `built` is what `apps/wall/vite.config.ts` built. */
export function serveWall(app: FastifyInstance, built: string): Promise<void> {
  return servePage(app, '/wall', built);
}

/** Where a surface was not built (a checkout without `npm ci`'s prepare), its addresses are unknown. */
async function servePage(app: FastifyInstance, address: string, built: string): Promise<void> {
  if (!existsSync(join(built, 'index.html'))) return;
  // Named by their content, so they may be kept for ever; what is not there is not the page.
  await app.register(fastifyStatic, {
    root: join(built, 'assets'),
    prefix: `${address}/assets/`,
    index: false,
    decorateReply: !app.hasReplyDecorator('sendFile'),
    maxAge: '365d',
    immutable: true,
  });
  app.get(`${address}/icon.svg`, (_request, reply) => reply.sendFile('icon.svg', built));
  app.get(address, (_request, reply) => page(reply, built));
  app.get(`${address}/*`, (_request, reply) => page(reply, built));
}

function page(reply: FastifyReply, built: string): FastifyReply {
  return reply
    .header('cache-control', 'no-cache')
    .sendFile('index.html', built, { cacheControl: false });
}
