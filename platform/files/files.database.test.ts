import { mkdtemp, rm, utimes, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { text } from 'node:stream/consumers';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { FileDigest, TenantId } from '#kernel/ids.ts';
import type { Statement } from '#platform/database/database.ts';
import type { Services } from '#platform/services.ts';
import { engines, useDatabase } from '#tests/engines/engines.ts';
import { picture } from '#tests/worlds/pictures.ts';
import { contextOf, ids, platformMigrations } from '#tests/worlds/things.ts';
import {
  claimUploads,
  type FileRecord,
  filesOfOwner,
  findUploads,
  insertFile,
  UPLOAD,
} from './file-records.ts';
import { createFolderStore } from './folder-store.ts';
import { keepPhoto } from './keep-photo.ts';
import { type FileOwner, serveFile } from './serve-file.ts';
import { sweepOrphans } from './sweep-orphans.ts';

const DAY = 24 * 60 * 60 * 1000;

describe('the file store', () => {
  let folder: string;
  beforeAll(async () => {
    folder = await mkdtemp(join(tmpdir(), 'lianxin-files-'));
  });
  afterAll(() => rm(folder, { recursive: true }));

  it('gives back what it was given, under a name made of the content', async () => {
    const store = createFolderStore(folder);
    const digest = await store.put(Buffer.from('路灯'));
    expect(digest).toMatch(/^[0-9a-f]{64}$/);
    expect(await store.put(Buffer.from('路灯'))).toBe(digest);
    const found = await store.find(digest);
    expect(found?.bytes).toBe(6);
    expect(found && (await text(found.stream()))).toBe('路灯');
  });

  it('has what several put at once, whole', async () => {
    const store = createFolderStore(folder);
    const bytes = Buffer.alloc(300_000, 'x');
    const digests = await Promise.all(Array.from({ length: 8 }, () => store.put(bytes)));
    expect(new Set(digests).size).toBe(1);
    const [digest] = digests;
    const found = digest && (await store.find(digest));
    expect(found && (await text(found.stream())).length).toBe(300_000);
  });

  it('misses what is not there, and removes twice without a word', async () => {
    const store = createFolderStore(folder);
    const digest = await store.put(Buffer.from('gone'));
    await store.remove(digest);
    await store.remove(digest);
    expect(await store.find(digest)).toBeUndefined();
  });

  it.each(['../../etc/passwd', '', 'a'.repeat(63), 'A'.repeat(64)])(
    'makes no path of %j',
    async (name) => {
      const store = createFolderStore(folder);
      await expect((async () => store.find(name as FileDigest))()).rejects.toThrow('not a digest');
    },
  );

  it('lists what it holds and nothing that was only half written', async () => {
    const store = createFolderStore(join(folder, 'listed'));
    const digest = await store.put(Buffer.from('one'));
    await writeFile(join(folder, 'listed', digest.slice(0, 2), `${digest.slice(2)}.half`), 'x');
    const listed: string[] = [];
    for await (const file of store.list()) listed.push(file.digest);
    expect(listed).toEqual([digest]);
  });
});

describe.each(engines)('files on the %s engine', (engine) => {
  const database = useDatabase(engine, platformMigrations);
  let folder: string;
  let photo: Buffer;
  beforeAll(async () => {
    folder = await mkdtemp(join(tmpdir(), 'lianxin-files-'));
    photo = await picture('jpeg', 64, 48);
  });
  afterAll(() => rm(folder, { recursive: true }));

  const write = (tenantId: TenantId, ...statements: readonly Statement[]) =>
    database().write(tenantId, statements, async () => undefined);
  const keep = async (
    tenantId: TenantId,
    owner: { type: string; id: string },
  ): Promise<FileRecord> => {
    const kept = await keepPhoto(createFolderStore(folder), contextOf(tenantId), photo, owner);
    if (!kept.ok) throw new Error(kept.refusal.code);
    await write(tenantId, insertFile(tenantId, kept.value));
    return kept.value;
  };
  const ownedBy = async (tenantId: TenantId, id: string): Promise<readonly unknown[]> => {
    const [found] = await database().read(tenantId, filesOfOwner(tenantId, 'matter', id));
    return (found?.rows ?? []).map((row) => row['file_id']);
  };

  it('that were sent before their form become the owner’s, and only while they are nobody’s', async () => {
    const tenantId = ids.next<TenantId>();
    const upload = await keep(tenantId, { type: UPLOAD, id: tenantId });
    const [first, second] = [ids.next(), ids.next()];
    const [free] = await database().read(tenantId, {
      ...findUploads(tenantId, [upload.fileId]),
      sql: findUploads(tenantId, [upload.fileId]).sql.replace(' for update', ''),
    });
    expect(free?.rows).toHaveLength(1);
    await write(tenantId, claimUploads(tenantId, [upload.fileId], { type: 'matter', id: first }));
    await write(tenantId, claimUploads(tenantId, [upload.fileId], { type: 'matter', id: second }));
    expect(await ownedBy(tenantId, first)).toEqual([upload.fileId]);
    expect(await ownedBy(tenantId, second)).toEqual([]);
  });

  it('are served to those whom the owner lets see them, to all others they are unknown', async () => {
    const tenantId = ids.next<TenantId>();
    const file = await keep(tenantId, { type: 'matter', id: ids.next() });
    const services = { database: database(), files: createFolderStore(folder) } as Services;
    const owner: FileOwner = {
      type: 'matter',
      maySee: async (_services, { actor }) => actor.kind === 'system' && actor.name === 'friend',
    };
    const ask = (name: string, tenant = tenantId, owners = [owner]) =>
      serveFile(services, contextOf(tenant, name), owners, {
        fileId: file.fileId,
        size: 'thumbnail',
      });
    const served = await ask('friend');
    expect(served).toMatchObject({ ok: true, value: { media: 'image/jpeg' } });
    for (const asked of [
      ask('stranger'),
      ask('friend', ids.next<TenantId>()),
      ask('friend', tenantId, []),
    ]) {
      expect(await asked).toMatchObject({ ok: false, refusal: { code: 'file.unknown' } });
    }
  });

  it('that nobody names are swept after a day, and no others', async () => {
    const own = join(folder, 'swept');
    const files = createFolderStore(own);
    const tenantId = ids.next<TenantId>();
    const record = async (name: string, type: string, createdAt: number): Promise<FileDigest> => {
      const digest = await files.put(Buffer.from(name));
      await write(
        tenantId,
        insertFile(tenantId, {
          fileId: ids.next<FileRecord['fileId']>(),
          digest,
          thumbnail: await files.put(Buffer.from(`${name} small`)),
          media: 'image/jpeg',
          bytes: 1,
          width: 1,
          height: 1,
          ownerType: type,
          ownerId: ids.next(),
          createdAt: new Date(createdAt).toISOString(),
        }),
      );
      return digest;
    };
    const now = Date.now();
    const owned = await record('owned', 'matter', now - 2 * DAY);
    await record('never sent', UPLOAD, now - 2 * DAY);
    const waiting = await record('still typing', UPLOAD, now);
    await files.put(Buffer.from('orphan'));
    const fresh = await files.put(Buffer.from('fresh orphan'));
    for await (const { digest } of files.list()) {
      if (digest === fresh) continue;
      const old = new Date(now - 2 * DAY);
      await utimes(join(own, digest.slice(0, 2), digest.slice(2)), old, old);
    }
    const services = { database: database(), files, clock: { now: () => now } };
    const removed = await sweepOrphans({ ...services, tenants: async () => [tenantId] });
    expect(removed).toBe(3);
    const left: string[] = [];
    for await (const { digest } of files.list()) left.push(digest);
    expect(left).toHaveLength(5);
    expect(left).toEqual(expect.arrayContaining([owned, waiting, fresh]));
  });
});
