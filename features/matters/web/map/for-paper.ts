/** What the map of the screen becomes on paper, where nobody zooms in: more names, smaller circles. */
import type { ExpressionSpecification, MapLibreMap } from 'maplibre-gl';
import { AREA_NAMES } from '#features/places/web/public.ts';
import type { MapLook } from './look.ts';
import { CLUSTERS } from './tile-layers.ts';

const COUNT: ExpressionSpecification = ['sqrt', ['coalesce', ['get', 'count'], 1]];
/** Of a single matter, and of one that bears a letter. */
const DOT = 4;
const LETTERED = 7;
const ANCHORS = ['center', 'top', 'bottom', 'left', 'right'] as const;

/** On the sheet a pixel is about a quarter of a millimetre: the largest circle is 8 mm wide. */
export function drawForPaper(map: MapLibreMap, { look }: MapLook): void {
  map.setPaintProperty(CLUSTERS, 'circle-radius', radius(look === 'category' ? LETTERED : DOT));
  map.setPaintProperty(CLUSTERS, 'circle-stroke-width', 1);
  // A name looks for a place around its own beside the numbers; a street's before a community's.
  map.setLayoutProperty(AREA_NAMES, 'text-variable-anchor', [...ANCHORS]);
  map.setLayoutProperty(AREA_NAMES, 'text-radial-offset', 1.2);
  map.setLayoutProperty(AREA_NAMES, 'text-padding', 1);
  map.setLayoutProperty(AREA_NAMES, 'symbol-sort-key', ['get', 'depth']);
}

function radius(least: number): ExpressionSpecification {
  return ['interpolate', ['linear'], COUNT, 1, least, 2, 7, 10, 11, 60, 15];
}
