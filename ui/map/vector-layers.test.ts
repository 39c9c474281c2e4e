import type { LayerSpecification } from 'maplibre-gl';
import { describe, expect, it } from 'vitest';
import type { GroundVectors } from '#kernel/map-ground.ts';
import { TOKENS } from '../theme/tokens.ts';
import { vectorLayers } from './vector-layers.ts';
import { VECTOR_SCHEMAS } from './vector-schemas.ts';

const draw = (vectors: GroundVectors, language: 'zh' | 'en' = 'zh') =>
  vectorLayers('basemap-0', vectors, { tokens: TOKENS.light, language });
const whole = (schema: 'protomaps' | 'openmaptiles'): GroundVectors => ({
  schema,
  layers: Object.values(VECTOR_SCHEMAS[schema])
    .flat()
    .map(({ layer }) => layer),
});
const layerOf = (layer: LayerSpecification): unknown => Reflect.get(layer, 'source-layer');
const fontOf = ({ layout }: LayerSpecification): unknown =>
  layout && Reflect.get(layout, 'text-font');
const nameOf = ({ layout }: LayerSpecification): unknown =>
  layout && Reflect.get(layout, 'text-field');

describe('a ground of vector tiles', () => {
  it.each(['protomaps', 'openmaptiles'] as const)(
    'draws all it knows of %s, each once',
    (schema) => {
      const layers = draw(whole(schema));
      const ids = layers.map(({ id }) => id);
      expect(new Set(ids).size).toBe(ids.length);
      for (const kind of ['water', 'green', 'building', 'highway', 'street', 'lane', 'railway']) {
        expect([kind, ids.some((id) => id.startsWith(`basemap-0-${kind}-`))]).toEqual([kind, true]);
      }
      // Names lie on everything else.
      const first = layers.findIndex(({ type }) => type === 'symbol');
      expect(layers.slice(first).every(({ type }) => type === 'symbol')).toBe(true);
    },
  );

  it('asks the tiles for no layer that the file has not', () => {
    const layers = draw({ schema: 'openmaptiles', layers: ['water', 'transportation'] });
    expect(new Set(layers.map(layerOf))).toEqual(new Set(['water', 'transportation']));
  });

  it('names things in the reader’s language first, in what they are called there last', () => {
    const names = (language: 'zh' | 'en') =>
      draw(whole('protomaps'), language).map(nameOf).filter(Boolean);
    expect(names('zh')[0]).toEqual([
      'coalesce',
      ['get', 'name:zh-Hans'],
      ['get', 'name:zh'],
      ['get', 'name'],
    ]);
    expect(names('en')[0]).toEqual([
      'coalesce',
      ['get', 'name:en'],
      ['get', 'name_en'],
      ['get', 'name:latin'],
      ['get', 'name'],
    ]);
  });

  it('draws the lines and areas of a schema it does not know, and no names', () => {
    const layers = draw({ schema: 'unknown', layers: ['ocean', 'streets'] });
    expect(layers.map((layer) => [layer.type, layerOf(layer)])).toEqual([
      ['fill', 'ocean'],
      ['fill', 'streets'],
      ['line', 'ocean'],
      ['line', 'streets'],
    ]);
    expect(layers.map(fontOf).filter(Boolean)).toEqual([]);
  });

  it('takes all its colours from the tokens', () => {
    const all: readonly unknown[] = Object.values(TOKENS.light);
    const colours = draw(whole('protomaps')).flatMap(({ paint }) =>
      Object.entries(paint ?? {}).flatMap(([key, value]) => (key.endsWith('color') ? [value] : [])),
    );
    expect(colours.length).toBeGreaterThan(10);
    expect(colours.filter((colour) => !all.includes(colour))).toEqual([]);
  });
});
