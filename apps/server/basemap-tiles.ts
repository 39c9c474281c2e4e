/** `/basemap`: what maps stand on, for every surface; a tile at a time. */
import { createHash } from 'node:crypto';
import { promisify } from 'node:util';
import { gunzip } from 'node:zlib';
import type { FastifyInstance, FastifyRequest } from 'fastify';
import { z } from 'zod';
import type { Locale } from '#kernel/context.ts';
import type { MapGround } from '#kernel/map-ground.ts';
import type { Basemap, GroundTile } from '#platform/basemap/basemap.ts';
import type { Translate } from '#platform/http/i18n.ts';

const Place = z.object({
  layer: z.coerce.number().int().min(0).max(9),
  z: z.coerce.number().int().min(0).max(22),
  x: z.coerce.number().int().min(0),
  y: z.coerce.number().int().min(0),
});

/** Streets change slowly. */
const KEPT = 'public, max-age=604800';

export interface BasemapServing {
  readonly basemap: Basemap | undefined;
  readonly translate: Translate;
  readonly onFault: (fault: unknown, doing: string) => void;
}

export function serveBasemap(
  app: FastifyInstance,
  { basemap, translate, onFault }: BasemapServing,
): void {
  const ground: MapGround = {
    layers: basemap?.layers ?? 0,
    edition: shortOf(basemap?.edition ?? ''),
    deepest: basemap?.deepest ?? 0,
    vectors: basemap?.vectors,
    credit: { zh: creditOf(basemap, translate, 'zh'), en: creditOf(basemap, translate, 'en') },
  };
  app.get('/basemap', (_request, reply) => reply.header('cache-control', 'no-cache').send(ground));
  app.get('/basemap/:layer/:z/:x/:y', async (request, reply) => {
    const place = Place.safeParse(request.params);
    if (!place.success) return reply.code(404).send();
    const { layer, z: zoom, x, y } = place.data;
    if (basemap === undefined || x >= 2 ** zoom || y >= 2 ** zoom) return reply.code(404).send();
    try {
      const tile = await basemap.tile(layer, zoom, x, y);
      if (tile === undefined) return await reply.code(204).send();
      reply.header('cache-control', KEPT).type(tile.media);
      if (tile.packed !== true) return await reply.send(tile.bytes);
      reply.header('vary', 'accept-encoding');
      if (!takesPacked(request)) return await reply.send(await unpacked(tile));
      return await reply.header('content-encoding', 'gzip').send(tile.bytes);
    } catch (fault) {
      onFault(fault, 'basemap');
      return reply.code(502).send();
    }
  });
}

const MOST_UNPACKED = 20_000_000;
const unpack = promisify(gunzip);

function takesPacked({ headers }: FastifyRequest): boolean {
  return /\bgzip\b/.test(String(headers['accept-encoding'] ?? ''));
}

function unpacked({ bytes }: GroundTile): Promise<Buffer> {
  return unpack(bytes, { maxOutputLength: MOST_UNPACKED });
}

/** 24 bits: enough to tell one ground from the next, too few to tell a key. */
function shortOf(edition: string): string {
  return createHash('sha256').update(edition).digest('hex').slice(0, 6);
}

/** What has to stand on the map, in the reader's language. */
function creditOf(basemap: Basemap | undefined, translate: Translate, locale: Locale): string {
  if (basemap === undefined) return '';
  const { source } = basemap;
  if (source === '') return '';
  return source === 'tianditu'
    ? translate(locale, 'config.basemap.tianditu')
    : translate(locale, 'config.basemap.source', { source });
}
