/** How the embedded engine lives and dies: files, locks, deaths, the queue, the disk. */
import { fork } from 'node:child_process';
import { mkdtempSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest';
import type { TenantId } from '#kernel/ids.ts';
import type { DatabaseError, Statement } from '#platform/database/database.ts';
import type { EmbeddedDatabase } from '#platform/database/embedded/embedded-database.ts';
import { openEmbedded } from '#platform/database/embedded/open-embedded.ts';
import { freshEmbeddedDatabase, imageOf } from './embedded-engine.ts';
import { engines, START_LIMIT } from './engines.ts';
import { migrationsUpTo } from './migration-range.ts';
import { runFolder } from './once.ts';

const tenant = '01890000-0000-7000-8000-000000000001' as TenantId;
const plain = (sql: string, ...parameters: unknown[]): Statement => ({ sql, parameters });
const migrations = migrationsUpTo(9);

const TABLE = `
  create table numbers (tenant_id uuid not null, number integer not null, primary key (tenant_id, number));
  call protect_tenant_table('numbers')`;
const insert = (number: number): Statement =>
  plain('insert into numbers values ($1, $2)', tenant, number);

describe.runIf(engines.includes('embedded'))('the embedded engine', () => {
  let database: EmbeddedDatabase;
  let folder: string;
  let drop: () => void;
  const downs: DatabaseError[] = [];

  const stored = async (): Promise<unknown[]> => {
    const [found] = await database.read(
      tenant,
      plain('select number from numbers order by number'),
    );
    return (found?.rows ?? []).map((row) => row['number']);
  };

  beforeAll(async () => {
    const fresh = await freshEmbeddedDatabase(migrations);
    ({ folder, drop } = fresh);
    await fresh.database.asOwner((transaction) => transaction.script(TABLE));
    await fresh.database.close();
    database = await openEmbedded({ folder, migrations, onDown: (fault) => downs.push(fault) });
  }, START_LIMIT);

  afterEach(async () => {
    if (downs.length === 0) {
      await database.write(tenant, [plain('delete from numbers')], async () => undefined);
    }
  });

  afterAll(async () => {
    await database.close();
    drop();
  });

  it('makes exactly each commit durable, and nothing else', async () => {
    const before = await database.countFsyncs();
    for (let number = 0; number < 20; number += 1) {
      await database.write(tenant, [insert(number)], async () => undefined);
    }
    expect((await database.countFsyncs()) - before).toBe(20);
    await database.read(tenant, plain('select count(*) from numbers'));
    expect((await database.countFsyncs()) - before).toBe(20);
  });

  it('tidies its tables: the planner knows how many rows there are', async () => {
    const many = Array.from({ length: 200 }, (_, number) => insert(number));
    await database.write(tenant, many, async () => undefined);
    await database.tidy();
    const [counted] = await database.asOwner((transaction) =>
      transaction.run(plain(`select reltuples::int as n from pg_class where relname = 'numbers'`)),
    );
    expect(counted?.rows[0]?.['n']).toBe(200);
  });

  it('stays whole over hundreds of failing statements', async () => {
    for (let number = 0; number < 700; number += 1) {
      const failing = database.write(
        tenant,
        [plain('select 1 / $1::int', 0)],
        async () => undefined,
      );
      await expect(failing).rejects.toMatchObject({ code: '22012' });
    }
    await database.write(tenant, [insert(1)], async () => undefined);
    expect(await stored()).toEqual([1]);
  });

  it('fails what waits too long for its turn, and goes on', async () => {
    const other = mkdtempSync(join(runFolder(), 'impatient-'));
    const image = await imageOf(migrations);
    const impatient = await openEmbedded({ folder: other, migrations, image, longestWait: 100 });
    try {
      let release: () => void = () => undefined;
      const held = new Promise<void>((resolve) => (release = resolve));
      const first = impatient.write(tenant, [], () => held);
      await expect(impatient.readShared(plain('select 1'))).rejects.toMatchObject({
        code: 'LX005',
      });
      release();
      await first;
      await expect(impatient.readShared(plain('select 1'))).resolves.toHaveLength(1);
    } finally {
      await impatient.close();
      rmSync(other, { recursive: true });
    }
  });

  it('stops statements that run too long', async () => {
    const other = mkdtempSync(join(runFolder(), 'strict-'));
    const image = await imageOf(migrations);
    const strict = await openEmbedded({ folder: other, migrations, image, longestFlight: 3000 });
    try {
      const endless = plain('select count(*) from generate_series(1, 100000000000)');
      await expect(strict.readShared(endless)).rejects.toMatchObject({ code: 'LX007' });
      const [alive] = await strict.readShared(plain('select 1 as alive'));
      expect(alive?.rows).toEqual([{ alive: 1 }]);
    } finally {
      await strict.close();
      rmSync(other, { recursive: true });
    }
  });

  describe('and its folder', () => {
    const child = (path: string): Promise<{ code: number | null; said: string }> =>
      new Promise((resolve) => {
        const process = fork(new URL('./opens-folder.ts', import.meta.url), [path], {
          silent: true,
          execArgv: [],
        });
        let said = '';
        process.stdout?.on('data', (text: Buffer) => (said += text.toString()));
        process.on('close', (code) => resolve({ code, said }));
      });

    it('refuse a second process with a sentence', async () => {
      const { code, said } = await child(folder);
      expect(code).toBe(3);
      expect(said).toMatch(/^LX008 the data folder .* is in use by another process/);
    });

    it('refuse the same process a second time', async () => {
      await expect(openEmbedded({ folder, migrations })).rejects.toMatchObject({ code: 'LX008' });
    });

    it('let another in once closed', async () => {
      await database.close();
      const { code, said } = await child(folder);
      expect({ code, said }).toEqual({ code: 0, said: 'opened\n' });
      database = await openEmbedded({ folder, migrations, onDown: (fault) => downs.push(fault) });
    });

    it('start from nothing where the image is missing or of other migrations', async () => {
      const other = mkdtempSync(join(runFolder(), 'imageless-'));
      const image = await imageOf(migrations);
      const fewer = migrations.slice(0, 1);
      const started = await openEmbedded({ folder: other, migrations: fewer, image });
      const [ran] = await started.asOwner((transaction) =>
        transaction.run(plain('select name from schema_migrations')),
      );
      expect(ran?.rows).toEqual([{ name: '0001_foundation' }]);
      await started.close();
      rmSync(other, { recursive: true });
    });
  });

  // Last: these use up the deaths that a minute allows.
  describe('after the death of its worker', () => {
    it('runs nothing of the interrupted transaction in its next life', async () => {
      const interrupted = database.write(tenant, [insert(1)], async (transaction) => {
        await database.killWorker();
        await transaction.runAndCommit(insert(2));
      });
      await expect(interrupted).rejects.toMatchObject({ code: 'LX001' });
      expect(await stored()).toEqual([]);
    });

    it('keeps what was acknowledged, serves who waited, and fails who was served', async () => {
      await database.write(tenant, [insert(1)], async () => undefined);
      const served = database.write(tenant, [], async (transaction) => {
        const running = transaction.run(
          plain('select count(*) from generate_series(1, 1000000000)'),
        );
        await database.killWorker();
        await running;
      });
      const waiting = database.write(tenant, [insert(3)], async () => undefined);
      await expect(served).rejects.toMatchObject({ code: 'LX001' });
      await waiting;
      expect(await stored()).toEqual([1, 3]);
    });

    it('ends with one clear fault when it dies more than three times in a minute', async () => {
      await database.killWorker();
      await expect(stored()).resolves.toEqual([]);
      expect(downs).toEqual([]);
      await database.killWorker();
      await expect(stored()).rejects.toMatchObject({ code: 'LX006' });
      await expect(stored()).rejects.toMatchObject({ code: 'LX006' });
      expect(downs).toHaveLength(1);
      expect(await database.healthy()).toBe(false);
    });
  });
});
