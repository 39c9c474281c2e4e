/**
 * A ground of vector tiles, drawn quietly from the tokens: water, green, buildings,
 * roads by their rank, railways, borders and names. What is ours stands on it in colour.
 */
import type {
  ExpressionSpecification,
  FillLayerSpecification,
  FilterSpecification,
  LayerSpecification,
  LineLayerSpecification,
  SymbolLayerSpecification,
} from 'maplibre-gl';
import type { Locale } from '#kernel/context.ts';
import type { GroundVectors } from '#kernel/map-ground.ts';
import type { Tokens } from '../theme/tokens.ts';
import { type Part, VECTOR_SCHEMAS, type VectorSchema } from './vector-schemas.ts';

interface Drawing {
  readonly tokens: Tokens;
  readonly language: Locale;
}

/** Layers of our style over a source of the file's tiles; only over layers that the file has. */
export function vectorLayers(
  source: string,
  { schema, layers }: GroundVectors,
  drawing: Drawing,
): readonly LayerSpecification[] {
  if (schema === 'unknown') return plainLayers(source, layers, drawing.tokens);
  const known = new Set(layers);
  const has = ({ layer }: Part): boolean => known.has(layer);
  return KINDS.flatMap(({ kind, draw }) =>
    VECTOR_SCHEMAS[schema][kind].filter(has).map((part) => {
      const { shape, ...drawn } = draw(drawing);
      return {
        ...drawn,
        id: `${source}-${drawn.id}-${part.layer}`,
        source,
        'source-layer': part.layer,
        filter: filterOf(shape, part.only),
      } as LayerSpecification;
    }),
  );
}

type Shape = 'Polygon' | 'LineString' | 'Point' | 'any';

/** What is drawn of a kind of things, without where it lies. */
type Drawn = { readonly id: string; readonly shape: Shape; readonly minzoom?: number } & (
  | Pick<FillLayerSpecification, 'type' | 'paint'>
  | Pick<LineLayerSpecification, 'type' | 'paint' | 'layout'>
  | Pick<SymbolLayerSpecification, 'type' | 'paint' | 'layout'>
);

function filterOf(shape: Shape, only: FilterSpecification | undefined): FilterSpecification {
  const shaped = ['==', ['geometry-type'], shape];
  const all = [...(shape === 'any' ? [] : [shaped]), ...(only === undefined ? [] : [only])];
  return ['all', ...all] as FilterSpecification;
}

interface Kind {
  readonly kind: keyof VectorSchema;
  readonly draw: (drawing: Drawing) => Drawn;
}

const lines = (
  kind: keyof VectorSchema,
  id: string,
  colour: keyof Tokens,
  how: Omit<Line, 'colour'>,
): Kind => ({ kind, draw: ({ tokens }) => line(id, { colour: tokens[colour], ...how }) });

/** From below. */
const KINDS: readonly Kind[] = [
  { kind: 'green', draw: ({ tokens }) => area('green', tokens.jadeWash) },
  { kind: 'water', draw: ({ tokens }) => area('water', tokens.indigoWash) },
  lines('streams', 'stream', 'indigoWash', { from: 10, widths: [0.8, 5] }),
  { kind: 'buildings', draw: ({ tokens }) => ({ ...area('building', tokens.line), minzoom: 14 }) },
  lines('borders', 'border', 'lineStrong', { from: 4, widths: [0.8, 1.4], isDashed: true }),
  lines('paths', 'path', 'lineStrong', { from: 16, widths: [0.6, 1.2], isDashed: true }),
  lines('lanes', 'lane', 'line', { from: 12, widths: [0.6, 9] }),
  // What is wide has edges, and those of all lie below the ways themselves.
  lines('streets', 'street-edge', 'lineStrong', { from: 10, widths: [0.8, 15] }),
  lines('highways', 'highway-edge', 'lineStrong', { from: 6, widths: [1.2, 19] }),
  lines('streets', 'street', 'card', { from: 13, widths: [0.6, 13] }),
  lines('highways', 'highway', 'card', { from: 11, widths: [0.6, 17] }),
  lines('railways', 'railway', 'mapLine', { from: 9, widths: [1, 2.5], isDashed: true }),
  { kind: 'waterNames', draw: (drawing) => names('water-name', drawing, { from: 11, size: 11 }) },
  {
    kind: 'streetNames',
    draw: (drawing) => names('street-name', drawing, { from: 13, size: 11, along: true }),
  },
  { kind: 'placeNames', draw: (drawing) => names('place-name', drawing, { from: 4, size: 12 }) },
];

function area(id: string, colour: string): Drawn {
  return { id, shape: 'Polygon', type: 'fill', paint: { 'fill-color': colour } };
}

interface Line {
  readonly colour: string;
  /** Zoom from which it is drawn. */
  readonly from: number;
  /** There, and at a zoom of 18. */
  readonly widths: readonly [first: number, last: number];
  readonly isDashed?: boolean;
}

function line(id: string, { colour, from, widths, isDashed = false }: Line): Drawn {
  const [first, last] = widths;
  return {
    id,
    shape: 'LineString',
    minzoom: from,
    type: 'line',
    layout: { 'line-join': 'round', 'line-cap': isDashed ? 'butt' : 'round' },
    paint: {
      'line-color': colour,
      'line-width': ['interpolate', ['exponential', 1.5], ['zoom'], from, first, 18, last],
      ...(isDashed && { 'line-dasharray': [4, 3] }),
    },
  };
}

interface Names {
  /** Zoom from which they are shown. */
  readonly from: number;
  readonly size: number;
  /** Along a line instead of on a point. */
  readonly along?: boolean;
}

function names(
  id: string,
  { tokens, language }: Drawing,
  { from, size, along = false }: Names,
): Drawn {
  return {
    id,
    shape: along ? 'LineString' : 'any',
    minzoom: from,
    type: 'symbol',
    layout: {
      'text-field': nameIn(language),
      // Without an address of glyphs they are drawn here, from the fonts of the device.
      'text-font': ['sans'],
      'text-size': size,
      'text-padding': 6,
      'symbol-placement': along ? 'line' : 'point',
    },
    paint: {
      'text-color': tokens.muted,
      'text-halo-color': tokens.mapGround,
      'text-halo-width': 1.2,
    },
  };
}

/** A Chinese reader gets the simplified name, then whatever people there call it. */
function nameIn(language: Locale): ExpressionSpecification {
  const keys =
    language === 'zh'
      ? ['name:zh-Hans', 'name:zh', 'name']
      : ['name:en', 'name_en', 'name:latin', 'name'];
  return ['coalesce', ...keys.map((key) => ['get', key])] as ExpressionSpecification;
}

/** Of a schema that is not known: its areas faint over one another, its lines thin, no names. */
function plainLayers(
  source: string,
  layers: readonly string[],
  tokens: Tokens,
): readonly LayerSpecification[] {
  const shared = (layer: string, id: string) => ({
    id: `${source}-${id}-${layer}`,
    source,
    'source-layer': layer,
  });
  return [
    ...layers.map(
      (layer): LayerSpecification => ({
        ...shared(layer, 'area'),
        type: 'fill',
        filter: filterOf('Polygon', undefined),
        paint: { 'fill-color': tokens.lineStrong, 'fill-opacity': 0.18 },
      }),
    ),
    ...layers.map(
      (layer): LayerSpecification => ({
        ...shared(layer, 'line'),
        type: 'line',
        filter: filterOf('LineString', undefined),
        paint: { 'line-color': tokens.lineStrong, 'line-width': 0.8 },
      }),
    ),
  ];
}
