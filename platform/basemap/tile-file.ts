/** Tiles out of a PMTiles file, read by parts. */
import { type FileHandle, open } from 'node:fs/promises';
import {
  Compression,
  PMTiles,
  type RangeResponse,
  SharedPromiseCache,
  type Source,
  TileType,
} from 'pmtiles';
import { ConfigError } from '#platform/config/config.ts';
import { creditIn, vectorsOf } from './about-file.ts';
import type { Basemap } from './basemap.ts';

const MEDIA: Readonly<Partial<Record<TileType, string>>> = {
  [TileType.Mvt]: 'application/vnd.mapbox-vector-tile',
  [TileType.Png]: 'image/png',
  [TileType.Jpeg]: 'image/jpeg',
  [TileType.Webp]: 'image/webp',
  [TileType.Avif]: 'image/avif',
};

const PLAIN: readonly Compression[] = [Compression.None, Compression.Unknown];

/** @throws ConfigError where the file cannot be read, or holds nothing that a map can stand on */
export async function openTileFile(path: string): Promise<Basemap> {
  const handle = await open(path, 'r').catch((fault: Error) => {
    throw new ConfigError(`LIANXIN_BASEMAP: ${path} cannot be opened: ${fault.message}`, {
      cause: fault,
    });
  });
  try {
    return await fromFile(handle, path);
  } catch (fault) {
    await handle.close();
    if (fault instanceof ConfigError) throw fault;
    throw new ConfigError(`LIANXIN_BASEMAP: ${path} is no PMTiles file of version 3`, {
      cause: fault,
    });
  }
}

async function fromFile(handle: FileHandle, path: string): Promise<Basemap> {
  const source = new FileSource(handle, path);
  const cache = new SharedPromiseCache();
  const archive = new PMTiles(source, cache);
  const { tileType, tileCompression, maxZoom } = await archive.getHeader();
  const media = MEDIA[tileType];
  if (media === undefined) {
    throw new ConfigError(
      `LIANXIN_BASEMAP: the tiles of ${path} are neither pictures nor vectors (MVT)`,
    );
  }
  const packed = tileCompression === Compression.Gzip;
  if (!packed && !PLAIN.includes(tileCompression)) {
    throw new ConfigError(`LIANXIN_BASEMAP: the tiles of ${path} are packed by other than gzip`);
  }
  const about = await archive.getMetadata();
  const vectors = tileType === TileType.Mvt ? vectorsOf(about) : undefined;
  if (tileType === TileType.Mvt && vectors === undefined) {
    throw new ConfigError(`LIANXIN_BASEMAP: ${path} does not say its layers (vector_layers)`);
  }
  const { size, mtimeMs } = await handle.stat();
  // Tiles are handed on as they lie in the file: whoever asks unpacks them.
  const tiles = new PMTiles(source, cache, (bytes) => Promise.resolve(bytes));
  return {
    layers: 1,
    source: creditIn(about),
    edition: `${path} ${size} ${mtimeMs}`,
    deepest: maxZoom,
    vectors,
    async tile(_layer, z, x, y) {
      const found = await tiles.getZxy(z, x, y);
      return found && { bytes: Buffer.from(found.data), media, packed };
    },
    close: () => handle.close(),
  };
}

class FileSource implements Source {
  readonly #handle: FileHandle;
  readonly #path: string;
  constructor(handle: FileHandle, path: string) {
    this.#handle = handle;
    this.#path = path;
  }
  getKey(): string {
    return this.#path;
  }
  async getBytes(offset: number, length: number): Promise<RangeResponse> {
    const { buffer, bytesRead } = await this.#handle.read(Buffer.alloc(length), 0, length, offset);
    const { byteOffset } = buffer;
    return { data: buffer.buffer.slice(byteOffset, byteOffset + bytesRead) };
  }
}
