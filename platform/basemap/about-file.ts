/** What a file of tiles says about itself: its layers, and whom to name on the map. Pure. */
import { z } from 'zod';
import type { GroundSchema, GroundVectors } from '#kernel/map-ground.ts';

const VectorLayers = z.object({
  vector_layers: z
    .array(
      z.object({ id: z.string().min(1), fields: z.record(z.string(), z.unknown()).default({}) }),
    )
    .min(1),
});
type Layer = z.infer<typeof VectorLayers>['vector_layers'][number];

/** Undefined where the file does not list its layers, which one of vector tiles has to. */
export function vectorsOf(about: unknown): GroundVectors | undefined {
  const read = VectorLayers.safeParse(about);
  if (!read.success) return undefined;
  const layers = read.data.vector_layers;
  return { schema: schemaOf(layers), layers: layers.map(({ id }) => id) };
}

function schemaOf(layers: readonly Layer[]): GroundSchema {
  const named = new Map(layers.map((layer) => [layer.id, layer]));
  const roads = named.get('roads');
  // Until version 3 the kind of a road was called otherwise.
  if (roads !== undefined && named.has('earth') && !('pmap:kind' in roads.fields))
    return 'protomaps';
  return named.has('transportation') && named.has('water') ? 'openmaptiles' : 'unknown';
}

const Credit = z.object({ attribution: z.string().optional(), name: z.string().optional() });
const MOST_CREDIT = 200;

/** Whom the file wants named, else its own name; empty where it has neither. Never markup. */
export function creditIn(about: unknown): string {
  const read = Credit.safeParse(about);
  if (!read.success) return '';
  const { attribution = '', name = '' } = read.data;
  return plain(attribution) || plain(name);
}

const SIGNS: Readonly<Record<string, string>> = {
  copy: '©',
  amp: '&',
  quot: '"',
  nbsp: ' ',
  '#39': "'",
  '#169': '©',
  '#xa9': '©',
};

/** Attributions are written as links: their words without them. */
function plain(markup: string): string {
  return markup
    .replace(/<[^>]*>/g, '')
    .replace(/&(#?\w+);/g, (whole, sign: string) => SIGNS[sign.toLowerCase()] ?? whole)
    .replace(/[<>]/g, '')
    .replace(/\s+/g, ' ')
    .trim()
    .slice(0, MOST_CREDIT);
}
