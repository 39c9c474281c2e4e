import { beforeAll, describe, expect, it } from 'vitest';
import type { Context } from '#kernel/context.ts';
import type { Answer } from '#kernel/endpoint.ts';
import type { ImportRunId } from '#kernel/ids.ts';
import type { Mapping } from '#kernel/mapping.ts';
import type { Outcome } from '#kernel/outcome.ts';
import { engines, START_LIMIT, useDatabase } from '#tests/engines/engines.ts';
import { type District, foundDistrict, sure } from '#tests/worlds/district.ts';
import { foundImporting, type Importing } from '#tests/worlds/importing.ts';
import type { getRun, previewUndo } from '../contract.ts';
import type { ImportKind } from '../rules/kinds.ts';
import { bring } from './bring-file.ts';
import { look } from './look.ts';
import { run as readRun, runs, undoPreview } from './reads.ts';
import { match, stepWith } from './steps.ts';

const NOBODY = async () => new Set<string>();

describe.each(engines)('imports at the desk, on the %s engine', (engine) => {
  const database = useDatabase(engine);
  let world: District;
  let who: Importing;
  beforeAll(async () => {
    world = await foundDistrict(database());
    who = await foundImporting(world);
  }, START_LIMIT);

  async function brings(context: Context, kind: ImportKind, text: string, name = '台账.csv') {
    const upload = { field: 'file', name, media: 'text/csv', bytes: Buffer.from(text) };
    const input = { params: { kind }, query: undefined, body: undefined };
    const exchange = { uploads: [upload] } as unknown as Parameters<typeof bring>[3];
    return bring(world.services, context, { ...input, commandId: world.commandId() }, exchange);
  }

  const read = async (context: Context, runId: ImportRunId): Promise<Answer<typeof getRun>> =>
    sure(
      readRun(world.services, context, { params: { runId }, query: undefined, body: undefined }),
    );

  type Step = 'match' | 'take' | 'drop' | 'undo';
  async function steps(context: Context, runId: ImportRunId, step: Step, fields: Fields = {}) {
    const { run } = await read(context, runId);
    const common = { params: { runId }, query: undefined, commandId: world.commandId() };
    const mapping = { coordinates: 'wgs84', fields } as Mapping;
    const { version } = run;
    const answer: Outcome<unknown> =
      step === 'match'
        ? await match(world.services, context, { ...common, body: { version, mapping } })
        : await stepWith(step)(world.services, context, { ...common, body: { version } });
    await who.work();
    return answer;
  }
  type Fields = Mapping['fields'];

  async function imports(context: Context, kind: ImportKind, text: string, fields: Fields) {
    const { runId } = await sure(brings(context, kind, text));
    await steps(context, runId, 'match', fields);
    await steps(context, runId, 'take');
    return runId;
  }

  const preview = (context: Context, runId: ImportRunId): Promise<Answer<typeof previewUndo>> =>
    sure(
      undoPreview(NOBODY)(world.services, context, {
        params: { runId },
        query: undefined,
        body: undefined,
      }),
    );

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
    const { runId } = await sure(brings(who.northAdmin, 'sites', SITES));
    const seen = await sure(
      look(world.services, who.northAdmin, { params: { runId }, query: {}, body: undefined }),
    );
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
    await steps(who.northAdmin, runId, 'drop');
  });

  let first: ImportRunId;
  const heading = { row: 2, rows: 1 };

  it('says before anything comes in which rows would not, and why', async () => {
    first = (await sure(brings(who.northAdmin, 'sites', SITES))).runId;
    const { run } = await read(who.northAdmin, first);
    const mapping = { coordinates: 'wgs84' as const, heading, fields: BY };
    await sure(
      match(world.services, who.northAdmin, {
        params: { runId: first },
        query: undefined,
        commandId: world.commandId(),
        body: { version: run.version, mapping },
      }),
    );
    await who.work();
    const checked = await read(who.northAdmin, first);
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
    await steps(who.northAdmin, first, 'take');
    const { run } = await read(who.northAdmin, first);
    expect(run).toMatchObject({
      state: 'done',
      counts: { rows: 4, created: 2, changed: 0, unchanged: 0, refused: 2 },
    });
    expect(await sites()).toEqual(['A1 一号院 null', 'A2 二号院 null']);
  });

  it('knows the headings again, and the same file changes nothing', async () => {
    const { runId } = await sure(brings(who.admin, 'sites', SITES.replace('A4', 'A1')));
    const again = await sure(brings(who.northAdmin, 'sites', SITES));
    const seen = await sure(
      look(world.services, who.northAdmin, {
        params: { runId: again.runId },
        query: {},
        body: undefined,
      }),
    );
    expect([seen.remembered, seen.known?.fields]).toEqual([true, BY]);
    await steps(who.northAdmin, again.runId, 'drop');
    await steps(who.admin, runId, 'drop');
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
    renaming = await imports(
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
    expect(await preview(who.northAdmin, first)).toEqual({
      ends: 1,
      restores: 0,
      keeps: 1,
      kept: [{ type: 'site', name: '改名院', reason: 'changed_since', usedBy: null, count: 1 }],
    });
    await steps(who.northAdmin, first, 'undo');
    const { run } = await read(who.northAdmin, first);
    expect(run).toMatchObject({ state: 'undone', counts: { takenBack: 1, kept: 1 } });
    expect(await sites()).toEqual(['null 一号院 2026-11-03', 'A2 改名院 null']);
  });

  it('gives back what a run had changed', async () => {
    await steps(who.admin, renaming, 'undo');
    expect(await sites()).toEqual(['null 一号院 2026-11-03', 'A2 二号院 null']);
  });

  it('lets nobody import what they may not make one by one', async () => {
    expect(await brings(who.security, 'sites', SITES)).toMatchObject({
      refusal: { code: 'access.not_allowed' },
    });
    expect(await brings(world.as('intake'), 'people', 'code,name\n1,甲\n')).toMatchObject({
      refusal: { code: 'access.not_allowed' },
    });
  });
});
