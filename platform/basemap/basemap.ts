/**
 * The tiles of the ground, fetched by the server: keys stay with it, browsers
 * talk to nobody else, and a machine without the internet has a file.
 */
import type { GroundVectors } from '#kernel/map-ground.ts';

export interface GroundTile {
  readonly bytes: Buffer;
  readonly media: string;
  /** By gzip, as it lies in its file. */
  readonly packed?: boolean | undefined;
}

export interface Basemap {
  /** One above the other, the lowest first. */
  readonly layers: number;
  /** `tianditu`, a host, or whom the file names. */
  readonly source: string;
  /** All that decides which tiles there are. May hold a key: it stays with the server. */
  readonly edition: string;
  /** The last zoom with tiles of its own. */
  readonly deepest: number;
  /** Undefined where the tiles are pictures. */
  readonly vectors?: GroundVectors | undefined;
  /** Undefined where there is no such tile; throws where the source does not answer. */
  tile(layer: number, z: number, x: number, y: number): Promise<GroundTile | undefined>;
  close(): Promise<void>;
}
