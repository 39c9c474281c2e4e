/** Petitions in Chinese as a workbook: broken characters and duplicates as published. Contest data: read, never kept. */
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { parse } from 'csv-parse/sync';
import iconv from 'iconv-lite';
import { beforeAll, describe, expect, it } from 'vitest';
import { type Installation, makeInstallation } from '#apps/server/services.ts';
import { sure } from '#demo/founding.ts';
import { mattersImporter } from '#features/matters/server/public.ts';
import { Mapping } from '#kernel/mapping.ts';
import type { BadRow } from '#platform/import/bad-rows.ts';
import { runImport } from '#platform/import/run-import.ts';
import { engines, useDatabase } from '#tests/engines/engines.ts';
import { foundRecordsTenant, type RecordsTenant } from '#tests/worlds/records-tenant.ts';
import { movedClock } from '#tests/worlds/test-services.ts';
import { record, recordPath } from './records-folder.ts';

const MAPPING = Mapping.parse({
  fields: {
    key: '留言编号',
    reportedAt: '留言时间',
    title: '留言主题',
    description: '留言详情',
    categoryGroup: { constant: '群众留言' },
    category: '一级分类',
  },
});
type Petition = Record<'留言编号' | '留言主题' | '留言时间' | '留言详情' | '一级分类', string>;

const petitions: Petition[] = parse(record('petitions-zh/labelled-sample.csv'), {
  columns: true,
  bom: true,
});
/** Of several with one key the first is taken. */
const byKey = new Map(petitions.toReversed().map((one) => [one.留言编号, one]));

describe.each(engines)('petitions on the %s engine', (engine) => {
  const database = useDatabase(engine);
  const folder = mkdtempSync(join(tmpdir(), 'lianxin-petitions-'));
  let installation: Installation;
  let tenant: RecordsTenant;
  beforeAll(async () => {
    installation = await makeInstallation(
      { dataFolder: folder, databaseUrl: undefined, secretsFile: join(folder, 'secrets.json') },
      { database: database(), clock: movedClock(Date.parse('2026-11-02T01:30:00.000Z')) },
    );
    tenant = await foundRecordsTenant(installation, 'petitions', 'Asia/Shanghai');
    return () => rmSync(folder, { recursive: true });
  });

  const bring = async (path: string) => {
    const bad: BadRow[] = [];
    const report = await sure(
      runImport(installation.services, tenant.context, {
        importer: mattersImporter,
        path,
        mapping: MAPPING,
        dryRun: false,
        badRows: { write: (row) => bad.push(row), close: () => undefined },
        translate: installation.services.translate,
      }),
    );
    return { report, bad };
  };

  it('come in from the workbook, each once, in the categories that they carry', async () => {
    const { report, bad } = await bring(recordPath('petitions-zh/labelled-sample.xlsx'));
    expect(bad.map(({ code }) => code).filter((code) => code !== 'import.duplicate_key')).toEqual(
      [],
    );
    expect(report).toMatchObject({ rows: petitions.length, created: byKey.size });
    const [found] = await database().read(tenant.tenantId, {
      sql: `select c.name, count(*)::int as n from matters m
        join categories c on c.tenant_id = $1 and c.category_id = m.category_id
        where m.tenant_id = $1 group by 1`,
      parameters: [tenant.tenantId],
    });
    const counted = Map.groupBy(byKey.values(), (one) => one.一级分类);
    expect(Object.fromEntries((found?.rows ?? []).map((row) => [row['name'], row['n']]))).toEqual(
      Object.fromEntries([...counted].map(([name, rows]) => [name, rows.length])),
    );
  });

  it('read the same in GB18030 as they were written', async () => {
    const some = [...byKey.values()]
      .slice(0, 60)
      .filter((one) => !JSON.stringify(one).includes('\uFFFD'));
    const columns = ['留言编号', '留言主题', '留言时间', '留言详情', '一级分类'] as const;
    const cell = (text: string): string => `"${text.replaceAll('"', '""')}"`;
    const lines = some.map((one, at) =>
      columns.map((name) => cell(name === '留言编号' ? `gb-${at}` : one[name])).join(','),
    );
    const path = join(folder, 'gb18030.csv');
    writeFileSync(path, iconv.encode([columns.join(','), ...lines].join('\r\n'), 'gb18030'));
    expect((await bring(path)).report).toMatchObject({ created: some.length, refused: 0 });
    const [found] = await database().read(tenant.tenantId, {
      sql: `select external_key, title, description from matters
        where tenant_id = $1 and external_key like 'gb-%'`,
      parameters: [tenant.tenantId],
    });
    const plain = (text: string): string => text.normalize('NFKC').replaceAll(/\s+/g, '');
    for (const row of found?.rows ?? []) {
      const one = some[Number(String(row['external_key']).slice(3))];
      expect(plain(String(row['title']))).toBe(plain(one?.留言主题 ?? ''));
      // Numbers of phones and identity cards are masked: compared up to the first digit.
      const [words = ''] = plain(one?.留言详情 ?? '').split(/\d/);
      expect(plain(String(row['description']))).toContain(words);
    }
    expect(found?.rows).toHaveLength(some.length);
  });
});
