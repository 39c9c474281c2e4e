/** Files of tiles for tests: PMTiles (version 3) with the one tile 0/0/0. */
import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { gzipSync } from 'node:zlib';
import { encodeTile } from '#platform/tiles/encode-tile.ts';

const HEADER = 127;
/** As the format numbers them. */
const PACKED = { none: 1, gzip: 2, brotli: 3 } as const;
const TYPES = { vectors: 1, png: 2, mlt: 6 } as const;

export interface TileFile {
  readonly tile: Buffer;
  readonly type: keyof typeof TYPES;
  readonly packed?: keyof typeof PACKED;
  readonly about: object;
}

/** The bytes of such a file; what leads to the tile is not packed. */
function bytesOf({ tile, type, packed = 'none', about }: TileFile): Buffer {
  const directory = Buffer.concat([
    // One entry: tile 0, which stands once, of this length, at the beginning.
    Buffer.from([1, 0, 1]),
    varint(tile.length),
    Buffer.from([1]),
  ]);
  const metadata = Buffer.from(JSON.stringify(about));
  const header = Buffer.alloc(HEADER);
  header.write('PMTiles', 0);
  header.writeUInt8(3, 7);
  const sizes = [
    [HEADER, directory.length],
    [HEADER + directory.length, metadata.length],
    [0, 0],
    [HEADER + directory.length + metadata.length, tile.length],
    [1, 1],
    [1],
  ].flat();
  for (const [at, size] of sizes.entries()) header.writeBigUInt64LE(BigInt(size), 8 + at * 8);
  header.set([1, PACKED.none, PACKED[packed], TYPES[type], 0, 0], 96);
  return Buffer.concat([header, directory, metadata, tile]);
}

function varint(value: number): Buffer {
  const bytes: number[] = [];
  for (let rest = value; ; rest >>>= 7) {
    if (rest < 128) return Buffer.from([...bytes, rest]);
    bytes.push((rest & 127) | 128);
  }
}

/** A sea over all the earth, as Protomaps' basemap names it, and whom to name for it. */
export const SEA: TileFile = {
  tile: gzipSync(encodeTile({ water: [wholeEarth({ kind: 'ocean' })] }, 0, 0, 0)),
  type: 'vectors',
  packed: 'gzip',
  about: {
    name: 'Sea',
    attribution: '<a href="https://sea.example">Sea Charts</a> &copy; 2026',
    vector_layers: ['earth', 'water', 'roads'].map((id) => ({ id, fields: { kind: 'String' } })),
  },
};

function wholeEarth(properties: Readonly<Record<string, unknown>>) {
  const corners = [
    [-180, -85],
    [180, -85],
    [180, 85],
    [-180, 85],
    [-180, -85],
  ];
  const geometry = { type: 'Polygon', coordinates: [corners] };
  return { type: 'Feature' as const, geometry, properties };
}

/** @returns the path of the file */
export function writeTileFile(folder: string, file: TileFile): string {
  const path = join(folder, 'ground.pmtiles');
  writeFileSync(path, bytesOf(file));
  return path;
}
