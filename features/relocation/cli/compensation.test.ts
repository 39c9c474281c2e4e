/** The commands as an office runs them: files in, files out, sentences and exit codes. No database. */
import { execFileSync, spawnSync } from 'node:child_process';
import { generateKeyPairSync } from 'node:crypto';
import { existsSync, mkdtempSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { readSheet } from 'read-excel-file/node';
import { afterAll, describe, expect, it } from 'vitest';
import writeXlsxFile from 'write-excel-file/node';
import { ROOT } from '#platform/database/migration-files.ts';
import { PUBLISHED, WHOLE } from '#tests/worlds/schemes.ts';

const folder = mkdtempSync(join(tmpdir(), 'lianxin-compensation-'));
afterAll(() => rmSync(folder, { recursive: true }));

function lianxin(...words: readonly string[]): { code: number | null; out: string; error: string } {
  const ended = spawnSync(process.execPath, [join(ROOT, 'bin/lianxin.js'), ...words], {
    cwd: folder,
    env: {
      PATH: process.env['PATH'] ?? '',
      NODE_COMPILE_CACHE: process.env['NODE_COMPILE_CACHE'],
      LANG: 'en_GB.UTF-8',
      LIANXIN_DATA: join(folder, 'none'),
    },
    encoding: 'utf8',
  });
  return { code: ended.status, out: ended.stdout, error: ended.stderr };
}

function file(name: string, content: string): string {
  const path = join(folder, name);
  writeFileSync(path, content);
  return path;
}

const HUNAN = join(PUBLISHED, 'e-hunan-collective.json');
const MAPPING = file('mapping.json', '{"key":"户编号"}');
const ROWS = `户编号,户类别,农业人口,家庭人口,房屋栋数,结构,所在楼层,面积,使用,过渡月数,搬迁次数,按期腾地
001,农业户,4,5,1,砖混一等,1,120,住宅,24,2,是
,,,,,砖混一等,2,110,住宅,,,
,,,,,砖混二等,3,60,住宅,,,
,,,,,土木,1,30,住宅,,,
002,其他户,0,4,1,钢混,1,80.55,住宅,12,2,否
002,,,,,钢混,2,80.55,住宅,,,
003,其他户,0,四,1,钢混,1,80.55,住宅,12,2,否
004,其他户,0,3,1,钢混,1,,住宅,12,2,否
005,其他户,,3,1,无,,,,12,2,否
002,其他户,0,4,1,钢混,1,1,住宅,12,2,否
`;
const run = (out: string, ...more: readonly string[]) =>
  lianxin(
    'compensate',
    '--scheme',
    HUNAN,
    '--households',
    file('rows.csv', ROWS),
    '--mapping',
    MAPPING,
    '--out',
    join(folder, out),
    ...more,
  );
const written = (...path: readonly string[]): string => readFileSync(join(folder, ...path), 'utf8');

describe('lianxin compensate', () => {
  it('gives every household its statement, keeps bad rows apart with cell and reason, and opens nothing', () => {
    const ended = run('first', '--json');
    expect(ended).toMatchObject({ code: 1, error: '' });
    expect(JSON.parse(ended.out)).toMatchObject({
      households: 6,
      complete: 3,
      incomplete: 1,
      refused: 2,
    });
    const statements = written('first', 'statements.jsonl')
      .trim()
      .split('\n')
      .map((line) => JSON.parse(line));
    expect(statements.map(({ household, choices }) => [household, choices[0].total])).toEqual([
      ['001', 1_093_860_00],
      ['002', 630_671_20],
      ['004', null],
      ['005', 52_000_00],
    ]);
    expect(statements[0]).toMatchObject({
      scheme: {
        id: 'hunan-collective',
        version: '1',
        digest: expect.stringMatching(/^[0-9a-f]{64}$/),
      },
      factsDigest: expect.stringMatching(/^[0-9a-f]{64}$/),
    });
    expect(statements[2].choices[0].missing).toEqual(['面积']);
    expect(written('first', 'bad-rows.csv').split('\r\n').slice(1, 3)).toEqual([
      '8,家庭人口,四,fact.not_a_number,“members” is no number: 四',
      '11,户编号,002,key_twice,"household “002” stands twice, not in adjoining rows"',
    ]);
    expect(existsSync(join(folder, 'none'))).toBe(false);
  }, 60_000);

  it('sums up as CSV and as a workbook, the same in both', async () => {
    const csv = written('first', 'summary.csv').split('\r\n');
    expect(csv.slice(1, 5)).toEqual([
      '001,1093860.00,',
      '002,630671.20,',
      '004,,面积',
      '005,52000.00,',
    ]);
    const sheet = await readSheet(readFileSync(join(folder, 'first', 'summary.xlsx')), 1);
    expect(sheet.slice(1).map(([key, total]) => [key, total])).toEqual([
      ['001', 1093860],
      ['002', 630671.2],
      ['004', null],
      ['005', 52000],
    ]);
  });

  it('writes files that only their owner reads', () => {
    expect(statSync(join(folder, 'first', 'statements.jsonl')).mode & 0o077).toBe(0);
  });

  it('reads a workbook as a spreadsheet shows it, and refuses merged headings', async () => {
    const scheme = file('whole.json', JSON.stringify({ ...WHOLE, columns: { key: '户号' } }));
    const heading = ['户号', '面积', '人口', '区位', '签约', '腾空', '低保', '树种'];
    const sum = 0.1 + 0.2; // what a spreadsheet shows as 0.3
    const row = ['1', 86.22 + sum, 3, '一类', '2024-03-20 17:30', '2024-05-31', '否', '无'];
    const path = join(folder, 'rows.xlsx');
    await writeXlsxFile([heading, row]).toFile(path);
    const ended = lianxin(
      'compensate',
      '--scheme',
      scheme,
      '--households',
      path,
      '--out',
      join(folder, 'book'),
      '--choice',
      '货币',
    );
    expect(ended).toMatchObject({ code: 0, error: '' });
    expect(ended.out).toContain('763115.20 yuan');
    await writeXlsxFile([['户号', '面积', null, '区位'], row]).toFile(path);
    const refused = lianxin(
      'compensate',
      '--scheme',
      scheme,
      '--households',
      path,
      '--out',
      join(folder, 'book'),
    );
    expect(refused).toMatchObject({ code: 2, out: '' });
    expect(refused.error).toContain('Cell 3 of the heading');
  }, 60_000);

  it('writes a readable file for those named, signed, and says who is not there', () => {
    const { privateKey } = generateKeyPairSync('ed25519');
    const key = file('key.pem', privateKey.export({ type: 'pkcs8', format: 'pem' }).toString());
    execFileSync(
      process.execPath,
      [
        join(ROOT, 'node_modules/vite/bin/vite.js'),
        'build',
        '--logLevel',
        'error',
        '--config',
        join(ROOT, 'apps/statement/vite.config.ts'),
      ],
      { cwd: ROOT },
    );
    const ended = run('read', '--readable', '001,009', '--key', key);
    expect(ended.code).toBe(1);
    expect(ended.out).toContain('Readable files: 1');
    expect(ended.out).toContain('not in the file: 009');
    const page = written('read', 'readable', '001.html');
    for (const text of [
      '壹佰零玖万叁仟捌佰陆拾元整',
      '面积 120 ㎡ × 主体单价 780 元/㎡ = 93,600.00 元，方案房屋补偿标准',
      'data-signed="yes"',
    ])
      expect(page).toContain(text);
    expect(page).not.toMatch(/(?:src|href)=/);
  }, 120_000);

  it.each([
    [['--choice', '房票'], 'has no choice “房票”'],
    [['--as-of', 'tomorrow'], '--as-of takes a date'],
    [['--mapping', 'none.json'], 'mapping file none.json is not right'],
    [['--mapping', MAPPING, '--households', 'none.csv'], 'none.csv cannot be read'],
    [['--scheme', 'none.json'], 'none.json cannot be read'],
    [['--readable', '001', '--key', 'none.pem'], 'no private Ed25519 key'],
  ])('refuses %j in one sentence', (more, says) => {
    const ended = run('refused', ...more);
    expect(ended).toMatchObject({ code: 2, out: '' });
    expect(ended.error).toContain(says);
    expect(ended.error.trim().split('\n')).toHaveLength(1);
  });

  it('takes no household twice where one row is one household, not even in adjoining rows', () => {
    const worked = join(PUBLISHED, 'worked-statements.json');
    const row = '7,120,25000,18,40,3500,5\n';
    const rows = file(
      'twice.csv',
      `编号,面积,单价,过渡月数,过渡费标准,搬迁费用,奖励比例\n${row}${row},1,1,1,1,1,1\n`,
    );
    const mapping = file('by-number.json', '{"key":"编号"}');
    const words = ['compensate', '--scheme', worked, '--households', rows, '--mapping', mapping];
    const ended = lianxin(...words, '--out', join(folder, 'twice'), '--json');
    expect(JSON.parse(ended.out)).toMatchObject({ households: 3, complete: 1, refused: 2 });
    const bad = written('twice', 'bad-rows.csv');
    for (const code of ['key_twice', 'key_missing']) expect(bad).toContain(code);
    expect(written('twice', 'summary.csv')).toContain('7,3239900.00,');
  });

  it('calculates by no scheme with an error in it', () => {
    const spoiled = file(
      'spoiled.json',
      readFileSync(HUNAN, 'utf8').replace('面积 × 主体单价', '面积 × 主体标准'),
    );
    const ended = run('spoiled', '--scheme', spoiled);
    expect(ended.code).toBe(2);
    expect(ended.error).toContain('“主体标准” is not defined');
  });
});

describe('lianxin scheme', () => {
  it('check names the place of a problem, in both languages for whoever passes it on', () => {
    const spoiled = file(
      'gap.json',
      readFileSync(HUNAN, 'utf8').replace('"所在楼层": "≥ 3 层"', '"所在楼层": "≥ 4 层"'),
    );
    const ended = lianxin('scheme', 'check', spoiled);
    expect(ended.code).toBe(1);
    expect(ended.out).toMatch(
      /error table\.gap: line \d+ tables\/2\n {2}The table has a gap: no row for 户类别 = 农业户，所在楼层 = 3 层\./,
    );
    const { problems } = JSON.parse(lianxin('scheme', 'check', spoiled, '--json').out);
    expect(problems[0]).toMatchObject({
      zh: expect.stringContaining('表有空档'),
      en: expect.stringContaining('gap'),
    });
    expect(lianxin('scheme', 'check', HUNAN)).toMatchObject({ code: 0, error: '' });
  });

  it('compare says who gains, who loses, by how much, by which item', () => {
    const raised = file(
      'raised.json',
      readFileSync(HUNAN, 'utf8')
        .replace('"1800 元/㎡"', '"1700 元/㎡"')
        .replace('40000 元/人', '45000 元/人')
        .replace(/"examples": \[[\s\S]*\]\s*\}\s*$/, '"examples": []}'),
    );
    const ended = lianxin(
      'scheme',
      'compare',
      HUNAN,
      raised,
      '--households',
      file('rows.csv', ROWS),
      '--mapping',
      MAPPING,
      '--out',
      join(folder, 'compared'),
      '--json',
    );
    expect(ended).toMatchObject({ code: 1, error: '' });
    const [result] = JSON.parse(ended.out).choices;
    // 001: 4 × 5,000 more; 002: 161.1 × 100 less; 005 the same; 004 lacks an area.
    expect(result).toMatchObject({ gain: 1, lose: 1, same: 1, unknown: 1, difference: '3890.00' });
    expect(result.spread).toMatchObject({ least: '-16110.00', half: '0.00', most: '20000.00' });
    expect(result.items).toContainEqual({
      item: '人口补助',
      before: '160000.00',
      after: '180000.00',
      difference: '20000.00',
    });
    expect(written('compared', 'comparison.csv')).toContain('002,,630671.20,614561.20,-16110.00');
  });
});
