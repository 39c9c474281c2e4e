/** What maps stand on: fetched by the server from where the setting says, or out of a file. */
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { createServer, type Server } from 'node:http';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { gunzipSync } from 'node:zlib';
import Fastify, { type FastifyInstance } from 'fastify';
import { afterEach, describe, expect, it } from 'vitest';
import { readBasemapSetting } from '#platform/basemap/basemap-setting.ts';
import { openBasemap } from '#platform/basemap/open-basemap.ts';
import { ConfigError } from '#platform/config/config.ts';
import { ROOT } from '#platform/database/migration-files.ts';
import { loadTexts } from '#platform/http/i18n.ts';
import { SEA, type TileFile, writeTileFile } from '#tests/worlds/tile-file.ts';
import { serveBasemap } from './basemap-tiles.ts';

const PICTURE = Buffer.from('not really a picture');
const faults: string[] = [];
const ends: (() => unknown)[] = [];

afterEach(async () => {
  for (const end of ends.splice(0)) await end();
  faults.length = 0;
});

async function serving(setting: string | undefined): Promise<FastifyInstance> {
  const read = setting === undefined ? undefined : readBasemapSetting(setting);
  const basemap = read && (await openBasemap(read));
  const app = Fastify();
  serveBasemap(app, {
    basemap,
    translate: loadTexts(ROOT),
    onFault: (fault) => faults.push(String(fault)),
  });
  ends.push(
    () => app.close(),
    () => basemap?.close(),
  );
  return app;
}

function newFolder(): string {
  const folder = mkdtempSync(join(tmpdir(), 'lianxin-basemap-'));
  ends.push(() => rmSync(folder, { recursive: true }));
  return folder;
}

const fileOf = (file: TileFile): string => writeTileFile(newFolder(), file);

/** A source of tiles that answers as it is told. */
async function source(answer: (path: string) => readonly [status: number, media: string]) {
  const asked: string[] = [];
  const server: Server = createServer((request, response) => {
    asked.push(request.url ?? '');
    const [status, media] = answer(request.url ?? '');
    response.writeHead(status, { 'content-type': media }).end(PICTURE);
  });
  await new Promise<void>((resolve) => {
    server.listen(0, '127.0.0.1', resolve);
  });
  ends.push(() => server.close());
  const address = server.address();
  if (address === null || typeof address === 'string') throw new Error('no port');
  return { asked, origin: `http://127.0.0.1:${address.port}` };
}

describe('the ground of maps', () => {
  it('is nothing where no setting names one', async () => {
    const app = await serving(undefined);
    expect((await app.inject('/basemap')).json()).toMatchObject({
      layers: 0,
      credit: { zh: '', en: '' },
    });
    expect((await app.inject('/basemap/0/3/1/2')).statusCode).toBe(404);
  });

  it('is fetched by the server from the address of the setting, to be kept by the browser', async () => {
    const { asked, origin } = await source(() => [200, 'image/png']);
    const app = await serving(`${origin}/{z}/{y}/{x}.png?secret=1`);
    expect((await app.inject('/basemap')).json()).toMatchObject({ layers: 1 });
    const answer = await app.inject('/basemap/0/3/1/2');
    expect([answer.statusCode, answer.headers['content-type']]).toEqual([200, 'image/png']);
    expect(answer.rawPayload).toEqual(PICTURE);
    expect(answer.headers['cache-control']).toContain('max-age');
    expect(asked).toEqual(['/3/2/1.png?secret=1']);
  });

  it('asks a source for nothing that is no tile', async () => {
    const { asked, origin } = await source(() => [200, 'image/png']);
    const app = await serving(`${origin}/{z}/{x}/{y}`);
    for (const place of ['0/3/8/0', '0/x/1/2', '0/99/1/2', '0/3/-1/2']) {
      expect([place, (await app.inject(`/basemap/${place}`)).statusCode]).toEqual([place, 404]);
    }
    // There is no layer above the one.
    expect((await app.inject('/basemap/1/3/1/2')).statusCode).toBe(204);
    expect(asked).toEqual([]);
  });

  it('is missing a part where the source has none, fails, or sends no picture; what it said stays here', async () => {
    const { origin } = await source((path) => {
      if (path.includes('none')) return [404, 'text/plain'];
      return path.startsWith('/0/') ? [500, 'text/plain'] : [200, 'text/html'];
    });
    const app = await serving(`${origin}/{z}/{x}/{y}`);
    for (const place of ['0/0/0/0', '0/1/0/0']) {
      const answer = await app.inject(`/basemap/${place}`);
      expect([answer.statusCode, answer.body]).toEqual([502, '']);
    }
    expect(faults).toHaveLength(2);
  });

  it('comes out of a file, without anybody asked', async () => {
    const file = fileOf({ tile: PICTURE, type: 'png', about: { name: 'Our streets' } });
    const app = await serving(file);
    const about = (await app.inject('/basemap')).json();
    expect(about).toMatchObject({
      layers: 1,
      deepest: 0,
      credit: { en: 'Basemap: Our streets' },
    });
    expect(about).not.toHaveProperty('vectors');
    const answer = await app.inject('/basemap/0/0/0/0');
    expect([answer.statusCode, answer.headers['content-type']]).toEqual([200, 'image/png']);
    expect(answer.rawPayload).toEqual(PICTURE);
    expect((await app.inject('/basemap/0/1/0/0')).statusCode).toBe(204);
  });

  it('comes out of a file of vectors, which says its layers and whom to name', async () => {
    const app = await serving(fileOf(SEA));
    expect((await app.inject('/basemap')).json()).toMatchObject({
      layers: 1,
      deepest: 0,
      vectors: { schema: 'protomaps', layers: ['earth', 'water', 'roads'] },
      credit: { zh: '底图：Sea Charts © 2026', en: 'Basemap: Sea Charts © 2026' },
    });
    // As it lies in the file for who can unpack it, unpacked for who cannot.
    const packed = await app.inject({
      url: '/basemap/0/0/0/0',
      headers: { 'accept-encoding': 'gzip, deflate' },
    });
    expect([packed.statusCode, packed.headers['content-encoding'], packed.headers['vary']]).toEqual(
      [200, 'gzip', 'accept-encoding'],
    );
    expect(packed.headers['content-type']).toBe('application/vnd.mapbox-vector-tile');
    expect(packed.rawPayload).toEqual(SEA.tile);
    const plain = await app.inject('/basemap/0/0/0/0');
    expect(plain.headers['content-encoding']).toBeUndefined();
    expect(plain.rawPayload).toEqual(gunzipSync(SEA.tile));
  });

  it('has another edition with another file, so that no browser draws what it kept of the last', async () => {
    const edition = async (file: string): Promise<unknown> =>
      (await (await serving(file)).inject('/basemap')).json().edition;
    const first = fileOf(SEA);
    expect(await edition(first)).toBe(await edition(first));
    expect(await edition(first)).not.toBe(
      await edition(fileOf({ ...SEA, about: { ...SEA.about, name: 'Other' } })),
    );
  });

  it.each<[string, TileFile, RegExp]>([
    ['does not list its layers', { ...SEA, about: { name: 'Sea' } }, /vector_layers/],
    ['holds neither pictures nor vectors', { ...SEA, type: 'mlt' }, /neither pictures nor vectors/],
    ['is packed in a way browsers cannot unpack', { ...SEA, packed: 'brotli' }, /gzip/],
  ])('is refused at the start where the file %s', async (_, file, reason) => {
    await expect(serving(fileOf(file))).rejects.toThrow(reason);
    await expect(serving(fileOf(file))).rejects.toThrow(ConfigError);
  });

  it('is refused at the start where there is no such file, or one of another kind', async () => {
    const folder = newFolder();
    await expect(serving(join(folder, 'none.pmtiles'))).rejects.toThrow(/cannot be opened/);
    const other = join(folder, 'other.pmtiles');
    writeFileSync(other, 'a letter');
    await expect(serving(other)).rejects.toThrow(/no PMTiles file/);
  });
});
