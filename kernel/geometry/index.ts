/** Points and areas on earth: reading, measuring, refusing. */
export { areaOf, boxOf, contains, ringArea } from './area.ts';
export { COORDINATE_SYSTEMS, type CoordinateSystem, toWgs84 } from './coordinate-system.ts';
export { findCrossing } from './crossing.ts';
export {
  type LngLat,
  type MultiPolygon,
  MultiPolygonShape,
  type Point,
  type Ring,
  Shape,
} from './geometry.ts';
export { CHINA, isNoPlace, lngLat } from './point.ts';
export { readMultiPolygon, readPoint } from './read-shape.ts';
