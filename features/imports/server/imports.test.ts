import { beforeAll, describe, expect, it } from 'vitest';
import {
  categoryAggregate,
  matterAggregate,
  recount,
  reporterAggregate,
} from '#features/matters/server/public.ts';
import { ORGANISATION_AGGREGATES } from '#features/organisations/server/public.ts';
import { PLACES_AGGREGATES } from '#features/places/server/public.ts';
import type { Context } from '#kernel/context.ts';
import type { ImportRunId } from '#kernel/ids.ts';
import { verifyTenant } from '#platform/audit/verify.ts';
import { engines, START_LIMIT, useDatabase } from '#tests/engines/engines.ts';
import { type District, foundDistrict, sure } from '#tests/worlds/district.ts';
import { type Fields, type ImportDesk, importDesk } from '#tests/worlds/import-desk.ts';
import { foundImporting, type Importing } from '#tests/worlds/importing.ts';
import { IMPORT_RUN } from './aggregates.ts';
import { importerOf } from './kinds.ts';
import { runs } from './reads.ts';

const aggregates = [
  ...PLACES_AGGREGATES,
  ...ORGANISATION_AGGREGATES,
  categoryAggregate,
  reporterAggregate,
  matterAggregate,
  IMPORT_RUN,
];

describe.each(engines)('imports at the desk, on the %s engine', (engine) => {
  const database = useDatabase(engine);
  let world: District;
  let who: Importing;
  let desk: ImportDesk;
  beforeAll(async () => {
    world = await foundDistrict(database());
    who = await foundImporting(world);
    desk = importDesk(world, who);
  }, START_LIMIT);

  async function sites() {
    const [found] = await database().read(world.tenantId, {
      sql: 'select source_key, name, to_day from sites where tenant_id = $1 order by name',
      parameters: [world.tenantId],
    });
    return (found?.rows ?? []).map((row) => `${row['source_key']} ${row['name']} ${row['to_day']}`);
  }

  const SITES = `楼院台账,,,,,
编号,楼院名称,类型,社区,经度,纬度
A1,一号院,楼院,T-lane,113.51,34.81
A2,二号院,楼院,T-lane,113.512,34.812
A3,三号院,别墅,T-lane,113.513,34.813
A4,四号院,楼院,T-south,113.52,34.75
`;
  const BY: Fields = {
    key: '编号',
    name: '楼院名称',
    kind: { column: '类型', values: { 楼院: 'courtyard' } },
    areaCode: '社区',
    place: { lng: '经度', lat: '纬度' },
  };

  it('looks into the file and finds the heading below its title', async () => {
    const { runId } = await sure(desk.brings(who.northAdmin, 'sites', SITES));
    const seen = await desk.looks(who.northAdmin, runId);
    expect(seen.heading).toEqual({ row: 2, rows: 1 });
    expect(seen.columns.map(({ name }) => name)).toEqual([
      '编号',
      '楼院名称',
      '类型',
      '社区',
      '经度',
      '纬度',
    ]);
    expect(seen.columns[2]?.values).toEqual(['楼院', '别墅']);
    await desk.steps(who.northAdmin, runId, 'drop');
  });

  let first: ImportRunId;
  const heading = { row: 2, rows: 1 };

  it('says before anything comes in which rows would not, and why', async () => {
    first = (await sure(desk.brings(who.northAdmin, 'sites', SITES))).runId;
    await sure(desk.steps(who.northAdmin, first, 'match', { heading, fields: BY }));
    const checked = await desk.read(who.northAdmin, first);
    expect(checked.run).toMatchObject({ state: 'checked', counts: { created: 2, refused: 2 } });
    expect(checked.problems.map(({ row, column, code }) => [row, column, code])).toEqual([
      [5, '类型', 'import.value_unknown'],
      // The south is beyond the north's administrator: an error at its row.
      [6, '社区', 'import.out_of_reach'],
    ]);
    expect(checked.problems[0]?.cells).toMatchObject({ 编号: 'A3', 类型: '别墅' });
    expect(await sites()).toEqual([]);
  });

  it('takes in what was let through, and counts it', async () => {
    await desk.steps(who.northAdmin, first, 'take');
    const { run } = await desk.read(who.northAdmin, first);
    expect(run).toMatchObject({
      state: 'done',
      counts: { rows: 4, created: 2, changed: 0, unchanged: 0, refused: 2 },
    });
    expect(await sites()).toEqual(['A1 一号院 null', 'A2 二号院 null']);
  });

  it('knows the headings again, and the same file changes nothing', async () => {
    const { runId } = await sure(desk.brings(who.admin, 'sites', SITES.replace('A4', 'A1')));
    const again = await sure(desk.brings(who.northAdmin, 'sites', SITES));
    const seen = await desk.looks(who.northAdmin, again.runId);
    expect([seen.remembered, seen.known?.fields]).toEqual([true, BY]);
    await desk.steps(who.northAdmin, again.runId, 'drop');
    await desk.steps(who.admin, runId, 'drop');
  });

  it('is not shown to who administers elsewhere, and is to who administers above', async () => {
    const seen = async (context: Context) =>
      (
        await sure(runs(world.services, context, { params: undefined, query: {}, body: undefined }))
      ).runs
        .map(({ runId }) => runId)
        .includes(first);
    expect([await seen(who.northAdmin), await seen(who.admin), await seen(who.security)]).toEqual([
      true,
      true,
      false,
    ]);
  });

  let renaming: ImportRunId;

  it('takes a run back, but for what somebody has changed since', async () => {
    renaming = await desk.imports(
      who.admin,
      'sites',
      'key,kind,name,areaCode,lng,lat\nA2,courtyard,改名院,T-lane,113.512,34.812\n',
      {
        key: 'key',
        kind: 'kind',
        name: 'name',
        areaCode: 'areaCode',
        place: { lng: 'lng', lat: 'lat' },
      },
    );
    expect(await desk.preview(who.northAdmin, first)).toEqual({
      ends: 1,
      restores: 0,
      keeps: 1,
      kept: [{ type: 'site', name: '改名院', reason: 'changed_since', usedBy: null, count: 1 }],
    });
    await desk.steps(who.northAdmin, first, 'undo');
    const { run } = await desk.read(who.northAdmin, first);
    expect(run).toMatchObject({ state: 'undone', counts: { takenBack: 1, kept: 1 } });
    expect(await sites()).toEqual(['null 一号院 2026-11-03', 'A2 改名院 null']);
  });

  it('gives back what a run had changed', async () => {
    await desk.steps(who.admin, renaming, 'undo');
    expect(await sites()).toEqual(['null 一号院 2026-11-03', 'A2 二号院 null']);
  });

  const rowsOf = async (sql: string): Promise<readonly Readonly<Record<string, unknown>>[]> => {
    const [found] = await database().read(world.tenantId, { sql, parameters: [world.tenantId] });
    return found?.rows ?? [];
  };

  it('makes past matters void, takes them out of the figures and forgets who reported', async () => {
    const intake = world.as('intake');
    const runId = await desk.imports(
      intake,
      'matters',
      '编号,受理时间,办结时间,内容,电话\nW1,2026-10-01 09:00,2026-10-02 10:00,路灯不亮,13800138000\nW2,20261003,,井盖松了,\n',
      {
        key: '编号',
        reportedAt: '受理时间',
        closedAt: '办结时间',
        description: '内容',
        reporterPhone: '电话',
      },
    );
    expect((await desk.read(intake, runId)).run.counts).toMatchObject({ created: 2, refused: 0 });
    expect(await desk.preview(intake, runId)).toMatchObject({ ends: 2, keeps: 0 });
    await desk.steps(intake, runId, 'undo');
    expect((await desk.read(intake, runId)).run.counts).toMatchObject({ takenBack: 2, kept: 0 });
    expect(await rowsOf('select state, external_key from matters where tenant_id = $1')).toEqual([
      { state: 'void', external_key: null },
      { state: 'void', external_key: null },
    ]);
    expect(await rowsOf('select phone, phone_hash from reporters where tenant_id = $1')).toEqual([
      { phone: null, phone_hash: null },
    ]);
    const left = `select measure from figure_increments where tenant_id = $1
      group by measure, day, area_path, organisation_id having sum(delta) <> 0`;
    expect(await rowsOf(left)).toEqual([]);
    expect(await recount(database(), world.tenantId, 'Asia/Shanghai')).toEqual([]);
  });

  it('takes people back, but for who has an account by now', async () => {
    const runId = await desk.imports(
      who.security,
      'people',
      '工号,姓名,电话\nP1,甲某,13800138001\nP2,乙某,13800138002\n',
      { code: '工号', name: '姓名', phone: '电话' },
    );
    const [first] = await rowsOf(
      "select person_id from people where tenant_id = $1 and code = 'P1'",
    );
    who.accounts.add(String(first?.['person_id']));
    expect((await desk.preview(who.security, runId)).kept).toEqual([
      { type: 'person', name: '甲某', reason: 'used', usedBy: 'accounts', count: 1 },
    ]);
    await desk.steps(who.security, runId, 'undo');
    const people = await rowsOf(
      `select name, left_on, phone is null as forgotten from people
        where tenant_id = $1 and name in ('甲某', '乙某') order by name`,
    );
    expect(people).toEqual([
      { name: '乙某', left_on: '2026-11-02', forgotten: true },
      { name: '甲某', left_on: null, forgotten: false },
    ]);
  });

  it('goes on after a crash, and counts every row once', async () => {
    const rows = Array.from(
      { length: 600 },
      (_, at) => `C${at},courtyard,院${at},T-lane,113.51,34.81`,
    );
    const text = ['key,kind,name,areaCode,lng,lat', ...rows].join('\n');
    const { runId } = await sure(desk.brings(who.admin, 'sites', text));
    const fields: Fields = {
      key: 'key',
      kind: 'kind',
      name: 'name',
      areaCode: 'areaCode',
      place: { lng: 'lng', lat: 'lat' },
    };
    await desk.steps(who.admin, runId, 'match', { fields });
    // The second batch meets a fault, as when the server is ended in the middle.
    const { write } = importerOf('sites');
    let batches = 0;
    const failing: typeof write = async (...asked) => {
      batches += 1;
      if (batches === 2) throw new Error('the server was ended');
      return write(...asked);
    };
    importerOf('sites').write = failing;
    await expect(desk.steps(who.admin, runId, 'take')).rejects.toThrow('ended');
    importerOf('sites').write = write;
    // What came in before is told, and not what the check had counted.
    expect((await desk.read(who.admin, runId)).run).toMatchObject({
      state: 'importing',
      counts: { rows: 500, created: 500 },
    });
    await who.work();
    expect((await desk.read(who.admin, runId)).run).toMatchObject({
      state: 'done',
      counts: { rows: 600, created: 600, changed: 0, unchanged: 0, refused: 0 },
    });
  });

  it('leaves every chain of events whole', async () => {
    const { findings } = await verifyTenant(
      { ...world.installation, ...world.services, aggregates },
      world.tenantId,
    );
    expect(findings).toEqual([]);
  });

  it('lets nobody import what they may not make one by one', async () => {
    expect(await desk.brings(who.security, 'sites', SITES)).toMatchObject({
      refusal: { code: 'access.not_allowed' },
    });
    expect(await desk.brings(world.as('intake'), 'people', 'code,name\n1,甲\n')).toMatchObject({
      refusal: { code: 'access.not_allowed' },
    });
  });
});
