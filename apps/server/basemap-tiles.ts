/** `/basemap`: what maps stand on, for every surface; a picture at a time. */
import type { FastifyInstance } from 'fastify';
import { z } from 'zod';
import type { Basemap } from '#platform/basemap/basemap.ts';

const Place = z.object({
  layer: z.coerce.number().int().min(0).max(9),
  z: z.coerce.number().int().min(0).max(22),
  x: z.coerce.number().int().min(0),
  y: z.coerce.number().int().min(0),
});

/** Streets change slowly. */
const KEPT = 'public, max-age=604800';

export function serveBasemap(
  app: FastifyInstance,
  basemap: Basemap | undefined,
  onFault: (fault: unknown, doing: string) => void,
): void {
  app.get('/basemap', (_request, reply) =>
    reply
      .header('cache-control', 'no-cache')
      .send({ layers: basemap?.layers ?? 0, source: basemap?.source ?? '' }),
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
