/** `/basemap`: what maps stand on, for every surface; a picture at a time. */
import type { FastifyInstance } from 'fastify';
import { z } from 'zod';
import type { Locale } from '#kernel/context.ts';
import type { Basemap } from '#platform/basemap/basemap.ts';
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
  app.get('/basemap', (_request, reply) =>
    reply.header('cache-control', 'no-cache').send({
      layers: basemap?.layers ?? 0,
      credit: { zh: creditOf(basemap, translate, 'zh'), en: creditOf(basemap, translate, 'en') },
    }),
  );
  app.get('/basemap/:layer/:z/:x/:y', async (request, reply) => {
    const place = Place.safeParse(request.params);
    if (!place.success) return reply.code(404).send();
    const { layer, z: zoom, x, y } = place.data;
    if (basemap === undefined || x >= 2 ** zoom || y >= 2 ** zoom) return reply.code(404).send();
    try {
      const tile = await basemap.tile(layer, zoom, x, y);
      if (tile === undefined) return await reply.code(204).send();
      return await reply.header('cache-control', KEPT).type(tile.media).send(tile.bytes);
    } catch (fault) {
      onFault(fault, 'basemap');
      return reply.code(502).send();
    }
  });
}

/** What has to stand on the map, in the reader's language. */
function creditOf(basemap: Basemap | undefined, translate: Translate, locale: Locale): string {
  if (basemap === undefined) return '';
  const { source } = basemap;
  return source === 'tianditu'
    ? translate(locale, 'config.basemap.tianditu')
    : translate(locale, 'config.basemap.source', { source });
}
