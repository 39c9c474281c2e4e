/** Points and areas on earth: reading, measuring, refusing. */
export { areaOf, boxOf, contains, ringArea } from './area.ts';
export { COORDINATE_SYSTEMS, type CoordinateSystem, toWgs84 } from './coordinate-system.ts';
export { findCrossing } from './crossing.ts';
export {
  AreaShape,
  type Box,
  type LngLat,
  type MultiPolygon,
  MultiPolygonShape,
  type Point,
  PointShape,
  type PolygonRings,
  type Ring,
  Shape,
} from './geometry.ts';
export { CHINA, inBox, isNoPlace, lngLat } from './point.ts';
export { readMultiPolygon, readPoint, type ShapeOptions } from './read-shape.ts';
