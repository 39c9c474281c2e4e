/**
 * The tiles of the ground, fetched by the server: keys stay with it, browsers
 * talk to nobody else, and a machine without the internet has a file.
 */
import { type FileHandle, open } from 'node:fs/promises';
import { PMTiles, type RangeResponse, type Source, TileType } from 'pmtiles';
import type { BasemapSetting } from './basemap-setting.ts';

export interface GroundTile {
  readonly bytes: Buffer;
  readonly media: string;
}

export interface Basemap {
  /** One above the other, the lowest first. */
  readonly layers: number;
  /** `tianditu`, a host, or a name written in the file. */
  readonly source: string;
  /** Undefined where there is no such tile; throws where the source does not answer. */
  tile(layer: number, z: number, x: number, y: number): Promise<GroundTile | undefined>;
  close(): Promise<void>;
}

/** Milliseconds that a source may take. */
const PATIENCE = 8_000;
const MOST_BYTES = 2_000_000;

export function openBasemap(setting: BasemapSetting): Promise<Basemap> {
  switch (setting.kind) {
    case 'tianditu':
      return Promise.resolve(
        fromAddresses(
          'tianditu',
          TIANDITU.map((one) => one(setting.key)),
        ),
      );
    case 'address':
      return Promise.resolve(
        fromAddresses(new URL(setting.template.replaceAll(/[{}]/g, '')).host, [setting.template]),
      );
    case 'file':
      return fromFile(setting.path);
  }
}

/** The vector map as pictures, and its names above it. */
const TIANDITU = ['vec', 'cva'].map(
  (layer) => (key: string) =>
    `https://t{s}.tianditu.gov.cn/${layer}_w/wmts?SERVICE=WMTS&REQUEST=GetTile&VERSION=1.0.0&LAYER=${layer}&STYLE=default&TILEMATRIXSET=w&FORMAT=tiles&TILEMATRIX={z}&TILEROW={y}&TILECOL={x}&tk=${key}`,
);
/** Its servers t0 to t7. */
const SERVERS = 8;

function fromAddresses(source: string, templates: readonly string[]): Basemap {
  return {
    layers: templates.length,
    source,
    async tile(layer, z, x, y) {
      const template = templates[layer];
      if (template === undefined) return undefined;
      const values: Readonly<Record<string, number>> = { z, x, y, s: (x + y) % SERVERS };
      const address = template.replaceAll(/\{([zxys])\}/g, (_, name: string) => `${values[name]}`);
      const answer = await fetch(address, { signal: AbortSignal.timeout(PATIENCE) });
      if (answer.status === 404 || answer.status === 204) return undefined;
      const media = answer.headers.get('content-type') ?? '';
      if (!answer.ok || !media.startsWith('image/'))
        throw new Error(`${source} answered ${answer.status} ${media}`);
      const bytes = Buffer.from(await answer.arrayBuffer());
      if (bytes.length > MOST_BYTES) throw new Error(`${source} sent ${bytes.length} bytes`);
      return { bytes, media };
    },
    close: () => Promise.resolve(),
  };
}

const MEDIA: Readonly<Partial<Record<TileType, string>>> = {
  [TileType.Png]: 'image/png',
  [TileType.Jpeg]: 'image/jpeg',
  [TileType.Webp]: 'image/webp',
  [TileType.Avif]: 'image/avif',
};

/** @throws where the file is none of raster tiles */
async function fromFile(path: string): Promise<Basemap> {
  const handle = await open(path, 'r');
  const tiles = new PMTiles(new FileSource(handle, path));
  const { tileType } = await tiles.getHeader();
  const media = MEDIA[tileType];
  if (media === undefined) throw new Error(`${path} has no raster tiles`);
  const about: unknown = await tiles.getMetadata();
  const name: unknown = typeof about === 'object' && about !== null && Reflect.get(about, 'name');
  return {
    layers: 1,
    source: typeof name === 'string' ? name : '',
    async tile(_layer, z, x, y) {
      const found = await tiles.getZxy(z, x, y);
      return found && { bytes: Buffer.from(found.data), media };
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
