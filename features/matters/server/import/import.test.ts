import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import iconv from 'iconv-lite';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { ORGANISATION_AGGREGATES } from '#features/organisations/server/public.ts';
import { PLACES_AGGREGATES } from '#features/places/server/public.ts';
import { Mapping } from '#kernel/mapping.ts';
import type { Outcome } from '#kernel/outcome.ts';
import { verifyTenant } from '#platform/audit/verify.ts';
import type { BadRow } from '#platform/import/bad-rows.ts';
import { runImport } from '#platform/import/run-import.ts';
import { engines, useDatabase } from '#tests/engines/engines.ts';
import { type District, foundDistrict } from '#tests/worlds/district.ts';
import { act } from '../act.ts';
import { categoryAggregate, matterAggregate, reporterAggregate } from '../aggregates.ts';
import { figures } from '../figures.ts';
import { list } from '../list.ts';
import { mattersImporter } from './importer.ts';

const folder = mkdtempSync(join(tmpdir(), 'lianxin-matters-'));
afterAll(() => rmSync(folder, { recursive: true }));

const AGGREGATES = [
  ...PLACES_AGGREGATES,
  ...ORGANISATION_AGGREGATES,
  categoryAggregate,
  matterAggregate,
  reporterAggregate,
];

async function sure<T>(outcome: Promise<Outcome<T>> | Outcome<T>): Promise<T> {
  const answered = await outcome;
  if (answered.ok) return answered.value;
  throw new Error(`refused: ${JSON.stringify(answered.refusal)}`);
}

const COLUMNS = {
  key: '编号',
  reportedAt: '时间',
  closedAt: '办结',
  handleDueAt: '期限',
  state: { column: '状态', values: { 在办: 'handling', 办结: 'closed', 已交办: 'dispatched' } },
  category: '类别',
  organisation: '单位',
  place: { lng: '经度', lat: '纬度' },
  placeText: '地址',
  description: '内容',
  resolution: '答复',
  reporterPhone: '电话',
};
const HEADING = '编号,时间,办结,期限,状态,类别,单位,经度,纬度,地址,内容,答复,电话';
const HANDLING =
  '甲1,2025/3/1 9:00,,2025/3/8 18:00,在办,占道施工,建设局,113.52341,34.82341,解放路,路灯被围挡，电话13800138000,,13800138000';
const CLOSED =
  '甲2,2025年3月1日,2025年3月3日,,办结,占道施工,市政设施养护所,0.0,0.0,,井盖松动,已更换井盖,';

describe.each(engines)('records of another system on the %s engine', (engine) => {
  const database = useDatabase(engine);
  let world: District;
  beforeAll(async () => {
    world = await foundDistrict(database());
  });

  const load = async (lines: readonly string[], more: { fields?: object; gb?: boolean } = {}) => {
    const path = join(folder, `${world.services.ids.next()}.csv`);
    const text = [HEADING, ...lines].join('\n');
    writeFileSync(path, more.gb === true ? iconv.encode(text, 'gb18030') : text);
    const bad: BadRow[] = [];
    const report = await sure(
      runImport(world.services, world.system, {
        importer: mattersImporter,
        path,
        mapping: Mapping.parse({ fields: { ...COLUMNS, ...more.fields } }),
        dryRun: false,
        badRows: { write: (row) => bad.push(row), close: () => undefined },
        translate: world.services.translate,
      }),
    );
    return { report, bad };
  };
  const matter = async (key: string) => {
    const [found] = await database().read(world.tenantId, {
      sql: `select m.*, m.reported_at, o.name as unit, c.name as category, c.code,
          (select t.body from matter_texts t where t.tenant_id = $1 and t.matter_id = m.matter_id
            order by version desc limit 1) as answer
        from matters m
        left join organisations o on o.tenant_id = $1 and o.organisation_id = m.handler_organisation_id
        left join categories c on c.tenant_id = $1 and c.category_id = m.category_id
        where m.tenant_id = $1 and m.external_key = $2`,
      parameters: [world.tenantId, key],
    });
    return found?.rows[0];
  };

  it('become matters with their past, in the area under their point', async () => {
    const { report } = await load([HANDLING, CLOSED], { gb: true });
    expect(report).toMatchObject({ created: 2, refused: 0, leftEmpty: 0 });
    expect(await matter('甲1')).toMatchObject({
      state: 'handling',
      version: 1,
      reported_at: '2025-03-01T01:00:00.000Z',
      due_at: '2025-03-08T10:00:00.000Z',
      escalate_at: null,
      unit: '建设局',
      category: '占道施工',
      area_path: world.areas.lane.areaPath,
      exactness: 'exact',
      title: expect.stringMatching(/^路灯被围挡，电话(?!.*13800138000)/),
      personal: true,
      source: 'import',
    });
    expect(await matter('甲2')).toMatchObject({
      state: 'closed',
      closed_at: '2025-03-02T16:00:00.000Z',
      area_path: world.areas.district.areaPath,
      exactness: 'none',
      lng: null,
      unit: '市政设施养护所',
      answer: '已更换井盖',
    });
  });
  it('go to units and categories that are there, and begin those that are not once', async () => {
    const known = await matter('甲2');
    expect(known?.['handler_organisation_id']).toBe(world.units.lamps.organisationId);
    await load([HANDLING.replace('甲1', '乙1')]);
    const [first, second] = [await matter('甲1'), await matter('乙1')];
    expect(second?.['category_id']).toBe(first?.['category_id']);
    expect(second?.['handler_organisation_id']).toBe(first?.['handler_organisation_id']);
    await load([HANDLING.replace('甲1', '乙2').replace('占道施工', 'B0101')]);
    expect((await matter('乙2'))?.['category_id']).toBe(world.categories['B0101']);
  });
  it('are found by their words, and their reporters by nobody who may not', async () => {
    const found = await sure(
      list(world.services, world.as('intake'), {
        params: undefined,
        body: undefined,
        query: { q: '围挡', state: [], sort: 'due', limit: 10 },
      }),
    );
    expect(found.items.length).toBeGreaterThan(0);
    expect(JSON.stringify(found)).not.toContain('13800138000');
  });
  it('that say something else the next time become one step more, and the figures follow', async () => {
    const counts = async () =>
      (
        await sure(
          figures(world.services, world.as('leader'), {
            params: undefined,
            body: undefined,
            query: { from: '2025-01-01', to: '2025-12-31', by: 'total' },
          }),
        )
      ).groups[0]?.figures;
    await load([HANDLING.replace('甲1', '丙1')]);
    const before = await counts();
    const now = HANDLING.replace('甲1', '丙1')
      .replace('9:00,,', '9:00,2025/3/5 10:00,')
      .replace('在办', '办结')
      .replace(',,138', ',已拆除,138');
    expect((await load([now])).report).toMatchObject({ created: 0, changed: 1 });
    expect(await matter('丙1')).toMatchObject({ state: 'closed', version: 2, answer: '已拆除' });
    const after = await counts();
    expect(after?.reported).toBe(before?.reported);
    expect(after?.closed).toBe((before?.closed ?? 0) + 1);
    expect(after?.onTime.raw.numerator).toBe((before?.onTime.raw.numerator ?? 0) + 1);
    expect((await load([now])).report).toMatchObject({ unchanged: 1, changed: 0 });
  });
  it('no longer change a matter that somebody has worked on here', async () => {
    await load([HANDLING.replace('甲1', '丁1').replace('建设局', '市政设施养护所')]);
    const stored = await matter('丁1');
    await sure(
      act(world.services, world.as('leader'), {
        commandId: world.commandId(),
        matterId: stored?.['matter_id'] as never,
        version: 1,
        input: { action: 'instruct', text: '请尽快办理' },
      }),
    );
    const { report, bad } = await load([
      HANDLING.replace('甲1', '丁1')
        .replace('建设局', '市政设施养护所')
        .replace('解放路', '人民路'),
    ]);
    expect(report).toMatchObject({ changed: 0, refused: 1 });
    expect(bad).toMatchObject([{ row: 2, column: '编号', code: 'import.taken_over' }]);
    expect(await matter('丁1')).toMatchObject({ version: 2, place_text: '解放路' });
  });
  it('that cannot be are kept apart with row, column and reason, and the others are taken', async () => {
    const { report, bad } = await load([
      CLOSED.replace('甲2', '戊1').replace('2025年3月3日', '2024年3月3日'),
      CLOSED.replace('甲2', '戊2').replace('2025年3月1日', '2025年2月30日'),
      CLOSED.replace('甲2', ''),
      CLOSED.replace('甲2', '戊3').replace('0.0,0.0', '34.8,113.5'),
      CLOSED.replace('甲2', '戊4').replace('办结,占', '销号,占'),
      CLOSED.replace('甲2', '戊5'),
      HANDLING.replace('甲1', '戊6').replace('2025/3/8 18:00', '2024/3/8 18:00'),
    ]);
    expect(report).toMatchObject({ created: 2, refused: 5, leftEmpty: 1 });
    expect(bad.map(({ row, column, code }) => [row, column, code]).toSorted()).toEqual([
      [2, '办结', 'import.order'],
      [3, '时间', 'input.impossible_date'],
      [4, '编号', 'import.value_missing'],
      [5, '经度', 'geometry.swapped'],
      [6, '状态', 'import.value_unknown'],
      [8, '期限', 'import.left_empty'],
    ]);
    expect((await matter('戊6'))?.['handle_due_at']).toBeNull();
  });
  it('leave chains that the audit finds whole', async () => {
    const { findings } = await verifyTenant(
      { ...world.installation, ...world.services, aggregates: AGGREGATES },
      world.tenantId,
    );
    expect(findings).toEqual([]);
  });
});
