/** What the maps of an installation stand on: told by the server, drawn by every surface. */
import type { Locale } from './context.ts';

export interface MapGround {
  /** One above the other at `/basemap/{layer}/{z}/{x}/{y}?{edition}`; 0 for none. */
  readonly layers: number;
  /** Another one, other tiles: what a browser kept of the last ground is not drawn as this one. */
  readonly edition: string;
  /** The last zoom with tiles of its own; nearer ones are drawn from those. */
  readonly deepest: number;
  /** Set where the tiles are lines, areas and names instead of pictures. */
  readonly vectors?: GroundVectors | undefined;
  /** What has to stand on the map. */
  readonly credit: Readonly<Record<Locale, string>>;
}

/**
 * Names of layers and of what is in them: Protomaps' basemap (version 4), OpenMapTiles,
 * or none that is known, of which lines and areas alone are drawn.
 */
export type GroundSchema = 'protomaps' | 'openmaptiles' | 'unknown';

export interface GroundVectors {
  readonly schema: GroundSchema;
  /** Layers in the tiles, as the file names them. */
  readonly layers: readonly string[];
}
