/**
 * Where each of the common schemas keeps what the ground shows of a place. Names of
 * layers, keys and values as published: https://docs.protomaps.com/basemaps/layers (version 4)
 * and https://openmaptiles.org/schema/.
 */
import type { FilterSpecification } from 'maplibre-gl';
import type { GroundSchema } from '#kernel/map-ground.ts';

/** One layer of the tiles, and which of its features. */
export interface Part {
  readonly layer: string;
  readonly only?: FilterSpecification;
}

/** Features of a kind may lie in several layers. */
export interface VectorSchema {
  readonly green: readonly Part[];
  readonly water: readonly Part[];
  readonly streams: readonly Part[];
  readonly buildings: readonly Part[];
  readonly paths: readonly Part[];
  readonly lanes: readonly Part[];
  readonly streets: readonly Part[];
  readonly highways: readonly Part[];
  readonly railways: readonly Part[];
  readonly borders: readonly Part[];
  readonly streetNames: readonly Part[];
  readonly waterNames: readonly Part[];
  readonly placeNames: readonly Part[];
}

const among = (key: string, values: readonly (string | number)[]): FilterSpecification =>
  ['in', ['get', key], ['literal', [...values]]] as FilterSpecification;
const both = (...all: readonly FilterSpecification[]): FilterSpecification =>
  ['all', ...all] as FilterSpecification;

const GREEN = [
  ...['park', 'forest', 'wood', 'grass', 'grassland', 'meadow', 'scrub', 'garden', 'orchard'],
  ...['nature_reserve', 'national_park', 'recreation_ground', 'golf_course', 'cemetery'],
  ...['village_green', 'allotments', 'wetland', 'pitch', 'playground'],
];
const MAIN = ['motorway', 'trunk', 'primary'];

const protomaps: VectorSchema = {
  green: [
    { layer: 'landcover', only: among('kind', ['forest', 'grassland', 'scrub']) },
    { layer: 'landuse', only: among('kind', GREEN) },
  ],
  water: [{ layer: 'water' }],
  streams: [{ layer: 'water' }],
  buildings: [{ layer: 'buildings', only: among('kind', ['building', 'building_part']) }],
  paths: [{ layer: 'roads', only: among('kind', ['path']) }],
  lanes: [{ layer: 'roads', only: among('kind', ['minor_road']) }],
  streets: [
    {
      layer: 'roads',
      only: both(among('kind', ['major_road']), ['!', among('kind_detail', MAIN)] as never),
    },
  ],
  highways: [
    {
      layer: 'roads',
      only: [
        'any',
        among('kind', ['highway']),
        both(among('kind', ['major_road']), among('kind_detail', MAIN)),
      ] as FilterSpecification,
    },
  ],
  railways: [{ layer: 'roads', only: among('kind', ['rail']) }],
  borders: [{ layer: 'boundaries', only: among('kind', ['country', 'region', 'county']) }],
  streetNames: [{ layer: 'roads', only: among('kind', ['highway', 'major_road', 'minor_road']) }],
  waterNames: [{ layer: 'water' }],
  placeNames: [
    { layer: 'places', only: among('kind', ['region', 'locality', 'macrohood', 'neighbourhood']) },
  ],
};

const openmaptiles: VectorSchema = {
  green: [
    { layer: 'landcover', only: among('class', ['wood', 'grass', 'wetland']) },
    { layer: 'landuse', only: among('class', ['cemetery', 'pitch', 'playground']) },
    { layer: 'park' },
  ],
  water: [{ layer: 'water' }],
  streams: [{ layer: 'waterway' }],
  buildings: [{ layer: 'building' }],
  paths: [{ layer: 'transportation', only: among('class', ['path', 'track']) }],
  lanes: [{ layer: 'transportation', only: among('class', ['minor', 'service', 'busway']) }],
  streets: [{ layer: 'transportation', only: among('class', ['secondary', 'tertiary']) }],
  highways: [{ layer: 'transportation', only: among('class', MAIN) }],
  railways: [{ layer: 'transportation', only: among('class', ['rail', 'transit']) }],
  borders: [
    {
      layer: 'boundary',
      only: both(
        ['<=', ['to-number', ['get', 'admin_level'], 99], 6] as FilterSpecification,
        ['!=', ['to-number', ['get', 'maritime'], 0], 1] as FilterSpecification,
      ),
    },
  ],
  streetNames: [
    {
      layer: 'transportation_name',
      only: among('class', [...MAIN, 'secondary', 'tertiary', 'minor']),
    },
  ],
  waterNames: [{ layer: 'water_name' }, { layer: 'waterway' }],
  placeNames: [
    {
      layer: 'place',
      only: among('class', [
        ...['province', 'city', 'town', 'village', 'hamlet', 'suburb', 'quarter'],
        'neighbourhood',
      ]),
    },
  ],
};

export const VECTOR_SCHEMAS: Readonly<Record<Exclude<GroundSchema, 'unknown'>, VectorSchema>> = {
  protomaps,
  openmaptiles,
};
