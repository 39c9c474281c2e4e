/** What maps stand on: fetched by the server from where the setting says, or out of a file. */
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { createServer, type Server } from 'node:http';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import Fastify, { type FastifyInstance } from 'fastify';
import { afterEach, describe, expect, it } from 'vitest';
import { openBasemap } from '#platform/basemap/basemap.ts';
import { readBasemapSetting } from '#platform/basemap/basemap-setting.ts';
import { ROOT } from '#platform/database/migration-files.ts';
import { loadTexts } from '#platform/http/i18n.ts';
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
    expect((await app.inject('/basemap')).json()).toEqual({
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
    const folder = mkdtempSync(join(tmpdir(), 'lianxin-basemap-'));
    ends.push(() => rmSync(folder, { recursive: true }));
    const file = join(folder, 'place.pmtiles');
    writeFileSync(file, archiveOf(PICTURE, { name: 'Our streets' }));
    const app = await serving(file);
    expect((await app.inject('/basemap')).json()).toMatchObject({
      layers: 1,
      credit: { en: 'Basemap: Our streets' },
    });
    const answer = await app.inject('/basemap/0/0/0/0');
    expect([answer.statusCode, answer.headers['content-type']]).toEqual([200, 'image/png']);
    expect(answer.rawPayload).toEqual(PICTURE);
    expect((await app.inject('/basemap/0/1/0/0')).statusCode).toBe(204);
  });
});

/** A PMTiles archive (version 3) of the one tile 0/0/0, nothing in it packed. */
function archiveOf(tile: Buffer, about: object): Buffer {
  const HEADER = 127;
  const [NONE, PNG] = [1, 2];
  const directory = Buffer.from([1, 0, 1, tile.length, 1]);
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
  header.set([1, NONE, NONE, PNG, 0, 0], 96);
  return Buffer.concat([header, directory, metadata, tile]);
}
