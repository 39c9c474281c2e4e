/** Published divisions and blocks, each imported as a tenant of its own, on both engines. */
import { randomUUID } from 'node:crypto';
import { beforeAll, describe, expect, it } from 'vitest';
import {
  copyDivisions,
  divisionsImporter,
  gridsAt,
  gridsImporter,
} from '#features/places/server/public.ts';
import type { Context } from '#kernel/context.ts';
import type { TenantId } from '#kernel/ids.ts';
import { Mapping } from '#kernel/mapping.ts';
import { defineImporter, type Importer } from '#platform/import/importer.ts';
import { type ImportReport, runImport } from '#platform/import/run-import.ts';
import { engines, useDatabase } from '#tests/engines/engines.ts';
import { testServices } from '#tests/worlds/test-services.ts';
import { record, recordPath } from './records-folder.ts';

const PLACES = [
  ['luohe', '4111', '漯河市'],
  ['chanhe', '410304', '瀍河回族区'],
  ['zhongyuan', '410102', '中原区'],
  ['chengyang', '370214', '城阳区'],
  ['siping', '2203', '四平市'],
] as const;

const BLOCKS = Mapping.parse({
  fields: {
    key: 'GEOID10',
    name: 'NAME10',
    from: { constant: '2010-04-01' },
    shape: { geometry: true },
  },
});

const lines = (name: string): number => record(name).toString('utf8').trim().split('\n').length - 1;

describe.each(engines)('published places on the %s engine', (engine) => {
  const database = useDatabase(engine);
  let world: ReturnType<typeof testServices>;

  async function newTenant(slug: string, name: string, code: string | null): Promise<Context> {
    const tenantId = randomUUID() as TenantId;
    await database().asOwner((transaction) =>
      transaction.run({
        sql: 'insert into tenants (tenant_id, slug, name, division_code, created_at) values ($1, $2, $3, $4, now())',
        parameters: [tenantId, slug, name, code],
      }),
    );
    const actor = { kind: 'system', name: 'import' } as const;
    return {
      tenantId,
      timeZone: 'Asia/Shanghai',
      actor,
      clock: world.clock,
      ids: world.ids,
      locale: 'zh',
    };
  }
  async function load(
    context: Context,
    importer: Importer,
    path: string,
    mapping?: Mapping,
  ): Promise<ImportReport> {
    const report = await runImport(world, context, {
      importer,
      path: recordPath(path),
      dryRun: false,
      badRows: { write: (row) => expect(row).toBeUndefined(), close: () => undefined },
      translate: (_locale, key) => key,
      ...(mapping ? { mapping } : {}),
    });
    if (!report.ok) throw new Error(report.refusal.code);
    return report.value;
  }
  const rows = async (context: Context, sql: string) =>
    (await database().read(context.tenantId, { sql, parameters: [] }))[0]?.rows ?? [];

  beforeAll(() => {
    world = testServices(database(), '2026-11-22T04:00:00Z');
  });

  it.each(PLACES)(
    'all of %s (%s) comes in, and again without a change',
    async (slug, code, name) => {
      const context = await newTenant(slug, name, code);
      const divisions = defineImporter(divisionsImporter);
      const files = [
        `divisions/${slug}_${code}_towns.csv`,
        `divisions/${slug}_${code}_villages.csv`,
      ];
      for (const file of files) {
        const count = lines(file);
        expect(await load(context, divisions, file)).toMatchObject({
          rows: count,
          created: count,
          refused: 0,
        });
      }
      const before = await rows(context, 'select count(*) as n, sum(version) as v from areas');
      for (const file of files)
        expect(await load(context, divisions, file)).toMatchObject({
          created: 0,
          changed: 0,
          unchanged: lines(file),
        });
      expect(await rows(context, 'select count(*) as n, sum(version) as v from areas')).toEqual(
        before,
      );
      const astray = await rows(
        context,
        `select c.code from areas c join areas p on p.tenant_id = c.tenant_id and p.area_id = c.parent_area_id
        where left(c.code, length(p.code)) <> p.code or left(c.area_path, length(p.area_path)) <> p.area_path`,
      );
      expect(astray).toEqual([]);
    },
  );

  it.each(PLACES)('the compact file knows the same codes of %s (%s)', async (slug, code, name) => {
    const context = await newTenant(`${slug}-copied`, name, code);
    await copyDivisions(world, context, [code]);
    const codes = (file: string) =>
      record(`divisions/${slug}_${code}_${file}.csv`)
        .toString('utf8')
        .trim()
        .split('\n')
        .slice(1)
        .map((line) => line.split(',')[0]);
    const published = [...codes('towns'), ...codes('villages')].sort();
    const copied = await rows(
      context,
      'select code from areas where length(code) > 6 order by code',
    );
    expect(copied.map((row) => row['code'])).toEqual(published);
  });

  it('the census blocks of a city are grids, and a point finds the one it lies in', async () => {
    const context = await newTenant('providence', 'Providence', null);
    await load(context, defineImporter(divisionsImporter), 'divisions/chanhe_410304_towns.csv');
    const grids = defineImporter(gridsImporter);
    const path = 'geography/Providence_blocks.geojson';
    expect(await load(context, grids, path, BLOCKS)).toMatchObject({
      rows: 3014,
      created: 3014,
      refused: 0,
    });
    expect(await load(context, grids, path, BLOCKS)).toMatchObject({
      created: 0,
      changed: 0,
      unchanged: 3014,
    });
    const [found] = await database().read(
      context.tenantId,
      gridsAt(context.tenantId, [-71.4369685, 41.8284037], '2020-01-01'),
    );
    expect(found?.rows.map((row) => row['name'])).toEqual(['Block 2009']);
  });
});
