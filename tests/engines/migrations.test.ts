/** Migrations run once, in order, and never change afterwards. */
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { migrate } from '#platform/database/migrate.ts';
import { collectMigrations, digestOf, type Migration } from '#platform/database/migration-files.ts';
import { engines, useDatabase } from './engines.ts';
import { migrationsUpTo } from './migration-range.ts';

describe('the collected migrations', () => {
  let root: string;
  const write = (folder: string, name: string, sql = 'select 1'): void => {
    mkdirSync(join(root, folder, 'migrations'), { recursive: true });
    writeFileSync(join(root, folder, 'migrations', name), sql);
  };

  beforeEach(() => {
    root = mkdtempSync(join(tmpdir(), 'lianxin-migrations-'));
  });
  afterEach(() => rmSync(root, { recursive: true }));

  it('are numbered over all folders together, gaps allowed', () => {
    write('features/matters', '0050_matters.sql');
    write('platform/database', '0001_foundation.sql');
    write('features/access', '0020_accounts.sql');
    const names = collectMigrations(root).map(({ name }) => name);
    expect(names).toEqual(['0001_foundation', '0020_accounts', '0050_matters']);
  });

  it('refuse a number that stands twice', () => {
    write('features/matters', '0050_matters.sql');
    write('features/access', '0050_accounts.sql');
    expect(() => collectMigrations(root)).toThrow(/0050_\w+ and 0050_\w+/);
  });

  it('refuse a file of another name', () => {
    write('features/matters', '50-matters.sql');
    expect(() => collectMigrations(root)).toThrow('not a migration NNNN_name.sql');
  });

  it('have one digest, which line ends do not change and a word does', () => {
    write('platform/database', '0001_foundation.sql', 'select 1;\nselect 2;');
    const before = digestOf(collectMigrations(root));
    write('platform/database', '0001_foundation.sql', 'select 1;\r\nselect 2;');
    expect(digestOf(collectMigrations(root))).toBe(before);
    write('platform/database', '0001_foundation.sql', 'select 1;\nselect 3;');
    expect(digestOf(collectMigrations(root))).not.toBe(before);
  });
});

describe.each(engines)('migrating on the %s engine', (engine) => {
  const base = migrationsUpTo(9);
  const database = useDatabase(engine, base);
  const extra = (number: number, sql: string): Migration => {
    const digest = digestOf([{ number, name: sql, sql, digest: '' }]);
    return { number, name: `${number}_extra`, sql, digest };
  };

  it('runs what is new and nothing twice', async () => {
    const more = [...base, extra(9001, 'create table one (id uuid primary key)')];
    expect(await migrate(database(), more)).toEqual(['9001_extra']);
    expect(await migrate(database(), more)).toEqual([]);
  });

  it('refuses a migration that has changed since', async () => {
    const changed = [...base, extra(9001, 'create table two (id uuid primary key)')];
    await expect(migrate(database(), changed)).rejects.toThrow('has changed since it ran');
  });

  it('refuses a database that is ahead of this version', async () => {
    await expect(migrate(database(), base)).rejects.toThrow('which this version does not know');
  });

  it('leaves nothing of a migration that fails half way', async () => {
    const one = extra(9001, 'create table one (id uuid primary key)');
    const half = extra(9002, 'create table half (id uuid primary key); select 1 / 0');
    await expect(migrate(database(), [...base, one, half])).rejects.toThrow(
      'migration 9002_extra failed: division by zero',
    );
    const whole = extra(9002, 'create table half (id uuid primary key)');
    expect(await migrate(database(), [...base, one, whole])).toEqual(['9002_extra']);
  });

  it('lets two who start at once both succeed, and run it once', async () => {
    const one = extra(9001, 'create table one (id uuid primary key)');
    const whole = extra(9002, 'create table half (id uuid primary key)');
    const next = extra(9003, 'create table third (id uuid primary key)');
    const all = [...base, one, whole, next];
    const ran = await Promise.all([migrate(database(), all), migrate(database(), all)]);
    expect(ran.flat()).toEqual(['9003_extra']);
  });
});
