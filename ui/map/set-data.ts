/** Puts GeoJSON on the map under a name: the source is made once, afterwards only its data change. */
import type { AddLayerObject, GeoJSONSource, MapLibreMap } from 'maplibre-gl';

export function setData(
  map: MapLibreMap,
  name: string,
  data: GeoJSON.GeoJSON,
  layers: readonly AddLayerObject[],
): void {
  const source = map.getSource<GeoJSONSource>(name);
  if (source !== undefined) {
    source.setData(data);
    return;
  }
  map.addSource(name, { type: 'geojson', data });
  for (const layer of layers) map.addLayer(layer);
}
