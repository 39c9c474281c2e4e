/** The command as an operator runs it: a process, its words, its exit code. */
import { spawnSync } from 'node:child_process';
import { existsSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { crc32, deflateRawSync } from 'node:zlib';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { collectMigrations, ROOT } from '#platform/database/migration-files.ts';
import { freshEmbeddedDatabase } from '#tests/engines/embedded-engine.ts';

const folder = mkdtempSync(join(tmpdir(), 'lianxin-cli-'));
afterAll(() => rmSync(folder, { recursive: true }));

interface Ended {
  readonly code: number | null;
  readonly out: string;
  readonly error: string;
}

function lianxin(words: readonly string[], environment: Record<string, string> = {}): Ended {
  const ended = spawnSync(process.execPath, [join(ROOT, 'bin/lianxin.js'), ...words], {
    cwd: folder,
    env: {
      PATH: process.env['PATH'] ?? '',
      NODE_COMPILE_CACHE: process.env['NODE_COMPILE_CACHE'],
      LANG: 'en_GB.UTF-8',
      LIANXIN_DATA: join(folder, 'untouched'),
      ...environment,
    },
    encoding: 'utf8',
  });
  return { code: ended.status, out: ended.stdout, error: ended.stderr };
}

function file(name: string, content: string | Uint8Array): string {
  const path = join(folder, name);
  writeFileSync(path, content);
  return path;
}

describe('lianxin', () => {
  it('says in both languages what it can do, and offers nothing it cannot', () => {
    const english = lianxin(['--help']);
    expect(english.code).toBe(0);
    const offered = [...english.out.matchAll(/^ {2}([a-z]+) /gm)].map(([, name]) => name);
    expect(offered).toEqual([
      ...['serve', 'migrate', 'init', 'demo', 'tenants', 'import', 'compensate', 'scheme'],
      ...['regrid', 'assign', 'audit'],
    ]);
    const chinese = lianxin(['--help'], { LANG: 'zh_CN.UTF-8' });
    expect(chinese.out).toContain('用法：');
    expect(chinese.out).not.toMatch(/cli\.|undefined/);
    expect(lianxin(['audit', '--help']).out).toContain('verify');
  });

  it.each([
    [['fly'], 'There is no command fly.'],
    [['tenants', '--loud'], 'There is no option --loud.'],
    [['import', 'matters', 'a.csv'], '--tenant <slug> is needed.'],
    [['import', 'matters', '--tenant', 'a'], 'file is missing.'],
    [['import', 'dreams', 'a.csv', '--tenant', 'a'], 'dreams cannot be used here.'],
    [['import', 'matters', 'none.csv', '--tenant', 'a'], 'none.csv is not there.'],
    [['init', '--tenant', 'No Such', '--name', 'A'], 'cannot stand in an address'],
    [
      ['init', '--tenant', 'a', '--name', 'A', '--time-zone', 'Mars/Base'],
      'no time zone “Mars/Base”',
    ],
    [['init', '--tenant', 'a', '--name', 'A', '--division', '99'], 'The division is not right'],
  ])(
    'refuses %j in one sentence, with the exit code for it, before it opens anything',
    (words, says) => {
      const ended = lianxin(words);
      expect(ended).toMatchObject({ code: 2, out: '' });
      expect(ended.error).toContain(says);
      expect(ended.error.trim().split('\n')).toHaveLength(1);
      expect(existsSync(join(folder, 'untouched'))).toBe(false);
    },
  );

  it('names the place in a mapping that is not right', () => {
    const records = file('a.csv', 'id\n1\n');
    const words = (mapping: string) => [
      ...['import', 'matters', records, '--tenant', 'a', '--mapping', mapping],
    ];
    expect(lianxin(words('none.json')).error).toContain('none.json could not be read');
    expect(lianxin(words(file('broken.json', '{'))).error).toContain('is not JSON');
    const wrong = file('wrong.json', '{"fields":{"key":"id"},"colour":"red"}');
    expect(lianxin(words(wrong))).toMatchObject({ code: 2 });
    const json = lianxin([...words(wrong), '--json']);
    expect(JSON.parse(json.out)).toMatchObject({ error: { code: 'error.mapping' } });
  });

  it('says in a sentence which setting does not hold', () => {
    const ended = lianxin(['tenants'], { LIANXIN_PORT: 'eighty' });
    expect(ended.code).toBe(3);
    expect(ended.error).toContain('LIANXIN_PORT');
    const away = lianxin(['tenants'], { LIANXIN_DATABASE_URL: 'postgres://a:b@127.0.0.1:9/c' });
    expect(away.code).toBe(3);
    expect(away.error).toContain('could not be opened');
  });
});

describe('lianxin on a system of its own', () => {
  let environment: Record<string, string>;
  beforeAll(async () => {
    const fresh = await freshEmbeddedDatabase(collectMigrations());
    await fresh.database.close();
    environment = { LIANXIN_DATA: fresh.folder };
    return fresh.drop;
  }, 180_000);
  const here = (...words: string[]) => lianxin(words, environment);
  const HEADING = 'key,reportedAt,closedAt,category\n';

  it('begins a place, with one link for each of two administrators', () => {
    expect(here('import', 'matters', file('b.csv', HEADING), '--tenant', 'yard')).toMatchObject({
      code: 2,
      error: expect.stringContaining('nor any other'),
    });
    const begun = here('init', '--tenant', 'yard', '--name', '大院', '--json');
    expect(begun).toMatchObject({ code: 0, error: '' });
    const { administrators } = JSON.parse(begun.out) as {
      administrators: { role: string; address: string }[];
    };
    expect(administrators.map(({ role }) => role)).toEqual(['system_admin', 'security_admin']);
    expect(new Set(administrators.map(({ address }) => address)).size).toBe(2);
  }, 300_000);

  it('imports what it can, keeps the rest apart, and tells both by its exit code', () => {
    const rows =
      '1,2025-03-01 09:00,2025-03-02 09:00,占道\n2,2025-03-01 09:00,2025-02-02 09:00,占道\n';
    const records = file('c.csv', HEADING + rows);
    const words = ['import', 'matters', records, '--tenant', 'yard'];
    expect(JSON.parse(here(...words, '--dry-run', '--json').out)).toMatchObject({
      created: 1,
      dryRun: true,
    });
    const ended = here(...words);
    expect(ended.code).toBe(1);
    expect(ended.out).toContain('1 new');
    expect(readFileSync(join(folder, 'c.csv.bad-rows.csv'), 'utf8')).toContain(
      '3,closedAt,2025-02-02 09:00,import.order',
    );
    const good = file('d.csv', HEADING + rows.split('\n')[0]);
    expect(JSON.parse(here(...words.with(2, good), '--json').out)).toMatchObject({
      created: 0,
      unchanged: 1,
      badRows: null,
    });
    expect(here('audit', 'verify')).toMatchObject({ code: 0 });
  }, 300_000);

  it.each([
    ['in no known encoding', 'e.csv', Uint8Array.from([0x61, 0x0a, 0xff, 0xff, 0x80]), /UTF-8/],
    ['that unpacks to more than any workbook holds', 'f.xlsx', bomb(), /Unpacked/],
    [
      'with a line that never ends',
      'g.csv',
      `key,reportedAt\n"${'x'.repeat(50_000_000)}`,
      /1 refused/,
    ],
  ])(
    'takes nothing of a file %s, and says why',
    (_what, name, content, says) => {
      const ended = here('import', 'matters', file(name, content), '--tenant', 'yard');
      expect([1, 2]).toContain(ended.code);
      expect(ended.error + ended.out).toMatch(says);
      expect(ended.error).not.toContain(' at ');
    },
    300_000,
  );

  it('leaves a data folder alone on which another process works', async () => {
    const { openEmbedded } = await import('#platform/database/embedded/open-embedded.ts');
    const open = await openEmbedded({
      folder: environment['LIANXIN_DATA'] ?? '',
      migrations: collectMigrations(),
    });
    const ended = here('tenants');
    await open.close();
    expect(ended.code).toBe(3);
    expect(ended.error).toContain('Stop the server first');
  }, 300_000);
});

/** A ZIP file of one entry: 300 megabytes of zeros in 300 kilobytes. */
function bomb(): Uint8Array {
  const content = Buffer.alloc(300_000_000);
  const packed = deflateRawSync(content);
  const name = Buffer.from('xl/worksheets/sheet1.xml');
  const common = Buffer.alloc(26);
  common.writeUInt16LE(20, 0);
  common.writeUInt16LE(8, 4);
  common.writeUInt32LE(crc32(content), 10);
  common.writeUInt32LE(packed.length, 14);
  common.writeUInt32LE(content.length, 18);
  common.writeUInt16LE(name.length, 22);
  const local = Buffer.concat([Buffer.from('PK\u0003\u0004'), common, name, packed]);
  const entry = Buffer.concat([
    Buffer.from('PK\u0001\u0002\u0014\u0000', 'latin1'),
    common,
    Buffer.alloc(14),
    name,
  ]);
  const end = Buffer.alloc(22);
  end.write('PK\u0005\u0006', 'latin1');
  end.writeUInt16LE(1, 8);
  end.writeUInt16LE(1, 10);
  end.writeUInt32LE(entry.length, 12);
  end.writeUInt32LE(local.length, 16);
  return Buffer.concat([local, entry, end]);
}
