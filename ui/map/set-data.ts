/** Puts GeoJSON on the map under a name: the source is made once, afterwards only its data change. */
import type { AddLayerObject, GeoJSONSource, MapLibreMap } from 'maplibre-gl';

/** What each source shows: the same data put again would be cut into tiles again. */
const shown = new WeakMap<GeoJSONSource, GeoJSON.GeoJSON>();

export function setData(
  map: MapLibreMap,
  name: string,
  data: GeoJSON.GeoJSON,
  layers: readonly AddLayerObject[],
): void {
  const source = map.getSource<GeoJSONSource>(name);
  if (source === undefined) {
    map.addSource(name, { type: 'geojson', data });
    for (const layer of layers) map.addLayer(layer);
  } else if (shown.get(source) !== data) {
    source.setData(data);
  }
  const made = map.getSource<GeoJSONSource>(name);
  if (made !== undefined) shown.set(made, data);
}
