/** Renaming areas, and what lists and copies of the divisions do with them afterwards; on both engines. */
import { generateKeyPairSync } from 'node:crypto';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import fc from 'fast-check';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { Context, Grant } from '#kernel/context.ts';
import type { MultiPolygon } from '#kernel/geometry/index.ts';
import type { AreaId, CommandId, TenantId } from '#kernel/ids.ts';
import { createSealFiles } from '#platform/audit/seal-file.ts';
import { sealKeysOf } from '#platform/audit/seal-keys.ts';
import { verifyTenant } from '#platform/audit/verify.ts';
import { createTenant } from '#platform/tenants/tenants.ts';
import { engines, START_LIMIT, useDatabase } from '#tests/engines/engines.ts';
import { testServices } from '#tests/worlds/test-services.ts';
import { addLocalArea } from './add-area.ts';
import { AGGREGATES } from './aggregates.ts';
import { endAreaWith, renameLocalArea } from './area-commands.ts';
import { area, areas } from './area-reads.ts';
import { copyDivisions } from './copy-divisions.ts';
import { divisionsImporter } from './import-divisions.ts';
import { gridsImporter } from './import-grids.ts';
import { sitesImporter } from './import-sites.ts';
import { areasAt } from './place-at.ts';

const NOW = '2026-11-22T04:00:00Z';
const TODAY = '2026-11-22';
const CHANHE = '410304';
const DONGGUAN = '410304001';
const OPTIONS = { dryRun: false, accepted: new Set<string>() };
const folder = mkdtempSync(join(tmpdir(), 'lianxin-areas-'));
afterAll(() => rmSync(folder, { recursive: true }));

const square = (side: number): MultiPolygon => ({
  type: 'MultiPolygon',
  coordinates: [
    [
      [
        [112.4, 34.6],
        [112.4 + side, 34.6],
        [112.4 + side, 34.6 + side],
        [112.4, 34.6 + side],
        [112.4, 34.6],
      ],
    ],
  ],
});

interface Line {
  readonly code: string;
  readonly name: string;
  readonly nameEn?: string;
  readonly from?: string;
  readonly shape?: MultiPolygon;
  readonly parentCode?: string;
}

describe.each(engines)('the names of areas on the %s engine', (engine) => {
  const database = useDatabase(engine);
  let world: ReturnType<typeof testServices>;
  let tenants = 0;
  let digests = 0;
  async function newPlace() {
    tenants += 1;
    const tenantId =
      `01890000-0000-7000-8000-0000000a${String(tenants).padStart(4, '0')}` as TenantId;
    const system: Context = {
      tenantId,
      timeZone: 'Asia/Shanghai',
      actor: { kind: 'system', name: 'test' },
      clock: world.clock,
      ids: world.ids,
      locale: 'zh',
    };
    await createTenant(database(), {
      tenantId,
      slug: `renaming-${tenants}`,
      name: '瀍河',
      nameEn: '',
      timeZone: 'Asia/Shanghai',
      demonstration: false,
      divisionCode: CHANHE,
      createdAt: NOW,
    });
    const input = <P, B>(params: P, body: B) => ({
      params,
      body,
      query: undefined,
      commandId: world.ids.next<CommandId>(),
    });
    const bring = (...lines: readonly Line[]) =>
      divisionsImporter.write(
        world,
        system,
        lines.map(({ code, name, ...more }, at) => {
          digests += 1;
          const blank = {
            nameEn: null,
            parentCode: null,
            parentName: null,
            from: null,
            shape: null,
          };
          return {
            number: at + 1,
            digest: `${digests}`,
            values: { ...blank, code, name, ...more },
          };
        }),
        OPTIONS,
      );
    await bring(
      { code: CHANHE, name: '瀍河回族区', from: '2020-01-01' },
      {
        code: DONGGUAN,
        name: '东关街道',
        nameEn: 'Dongguan',
        from: '2020-01-01',
        shape: square(0.1),
      },
    );
    const idOf = async (code: string) => {
      const [found] = await database().read(tenantId, {
        sql: 'select area_id from areas where tenant_id = $1 and code = $2',
        parameters: [tenantId, code],
      });
      return found?.rows[0]?.['area_id'] as AreaId;
    };
    const shown = async (areaId: AreaId) => {
      const found = await area(world, system, input({ areaId }, undefined));
      if (!found.ok) throw new Error(found.refusal.code);
      return found.value;
    };
    type Said = Omit<Parameters<typeof renameLocalArea>[2]['body'], 'version'>;
    const rename = async (areaId: AreaId, body: Said, { version = 0, context = system } = {}) =>
      renameLocalArea(
        world,
        context,
        input({ areaId }, { version: version || (await shown(areaId)).version, ...body }),
      );
    const end = async (areaId: AreaId, on?: string) =>
      endAreaWith([])(
        world,
        system,
        input({ areaId }, { version: (await shown(areaId)).version, ...(on && { on }) }),
      );
    const calledOn = async (day: string) => {
      const [found] = await database().read(tenantId, areasAt(tenantId, [112.45, 34.65], day));
      return found?.rows[0]?.['name'];
    };
    const street = await idOf(DONGGUAN);
    return { tenantId, system, input, bring, idOf, shown, rename, end, calledOn, street };
  }
  type Place = Awaited<ReturnType<typeof newPlace>>;
  let place: Place;
  beforeAll(async () => {
    world = testServices(database(), NOW);
    place = await newPlace();
  }, START_LIMIT);

  const findingsOf = async ({ tenantId }: Place) =>
    (
      await verifyTenant(
        {
          ...world,
          sealKeys: sealKeysOf(generateKeyPairSync('ed25519').privateKey),
          sealFiles: createSealFiles(folder),
          aggregates: AGGREGATES,
        },
        tenantId,
      )
    ).findings;

  it('change from a day on; code, border and what was before stay', async () => {
    const { rename, shown, street, calledOn } = place;
    expect(await rename(street, { name: '东关大街街道', from: '2026-03-01' })).toMatchObject({
      ok: true,
      value: { version: 2 },
    });
    expect(await shown(street)).toMatchObject({
      name: '东关大街街道',
      nameEn: 'Dongguan',
      code: DONGGUAN,
      version: 2,
      hasBorder: true,
      versions: [
        { from: '2020-01-01', to: '2026-03-01', name: '东关街道', nameEn: 'Dongguan' },
        { from: '2026-03-01', to: null, name: '东关大街街道', code: DONGGUAN },
      ],
    });
    expect([await calledOn('2026-02-28'), await calledOn('2026-03-01')]).toEqual([
      '东关街道',
      '东关大街街道',
    ]);
  });

  it('are corrected where the name of the same day was wrong, and what was wrong is kept apart', async () => {
    const { rename, shown, street, tenantId } = place;
    await rename(street, { name: '东关街道办', nameEn: 'East Gate', from: '2026-03-01' });
    const { versions } = await shown(street);
    expect(versions.map(({ name, nameEn }) => [name, nameEn])).toEqual([
      ['东关街道', 'Dongguan'],
      ['东关街道办', 'East Gate'],
    ]);
    const [kept] = await database().read(tenantId, {
      sql: `select replaced->>'name' as name from place_corrections where tenant_id = $1 and place_id = $2`,
      parameters: [tenantId, street],
    });
    expect(kept?.rows).toEqual([{ name: '东关大街街道' }]);
  });

  it('change today where nobody says a day, never in days to come nor before the last change', async () => {
    const { rename, shown, street } = place;
    expect(await rename(street, { name: '早了', from: '2026-02-28' })).toMatchObject({
      refusal: { code: 'place.period', field: 'from' },
    });
    expect(await rename(street, { name: '晚了', from: '2026-11-23' })).toMatchObject({
      refusal: { code: 'place.period', field: 'from' },
    });
    expect(await rename(street, { name: '东关老城街道' })).toMatchObject({ ok: true });
    expect((await shown(street)).versions.at(-1)).toMatchObject({
      from: TODAY,
      name: '东关老城街道',
    });
  });

  it('are not written again where it is called so already', async () => {
    const { rename, shown, street } = place;
    const { version } = await shown(street);
    expect(await rename(street, { name: '东关老城街道' })).toMatchObject({ value: { version } });
    expect((await shown(street)).version).toBe(version);
  });

  it('show the second of two who rename at once what the first made of it', async () => {
    const { rename, shown, street } = place;
    const { version } = await shown(street);
    await rename(street, { name: '东关甲街道' }, { version });
    expect(await rename(street, { name: '东关乙街道' }, { version })).toMatchObject({
      ok: false,
      refusal: {
        code: 'command.stale',
        present: { name: '东关甲街道', version: version + 1, toDay: null },
      },
    });
  });

  it('are given by the system administrator over the area alone', async () => {
    const { rename, shown, street, system } = place;
    const { areaPath } = await shown(street);
    const by = (role: string, path: string): Context => ({
      ...system,
      actor: {
        kind: 'person',
        personId: 'p',
        accountId: 'a',
        name: '',
        grants: [{ role, areaPath: path } as unknown as Grant],
      } as unknown as Context['actor'],
    });
    const asks = async (context: Context) => {
      const outcome = await rename(street, { name: '东关丙街道' }, { context });
      return outcome.ok ? 'done' : outcome.refusal.code;
    };
    expect(await asks(by('leader', areaPath))).toBe('access.not_allowed');
    expect(await asks(by('system_admin', `${areaPath.slice(0, -1)}z`))).toBe('access.not_allowed');
    expect(await asks(by('system_admin', areaPath))).toBe('done');
  });

  it('stay when a list is imported that knows the old one, which still brings its border', async () => {
    const { bring, rename, shown, street, calledOn } = await newPlace();
    await rename(street, { name: '东关古城街道', from: '2026-03-01' });
    expect(await bring({ code: DONGGUAN, name: '东关街道', shape: square(0.2) })).toEqual([
      'changed',
    ]);
    const after = await shown(street);
    expect(after).toMatchObject({ name: '东关古城街道', nameEn: 'Dongguan' });
    expect(after.geometry?.coordinates[0]?.[0]?.[1]).toEqual([112.6, 34.6]);
    expect(await bring({ code: DONGGUAN, name: '东关街道' })).toEqual(['changed']);
    expect((await shown(street)).geometry).toEqual(after.geometry);
    expect(await calledOn(TODAY)).toBe('东关古城街道');
  });

  it('stay when the divisions are copied again, also from another edition', async () => {
    const { tenantId, system, idOf, rename, shown, end } = await newPlace();
    await copyDivisions(world, system, [CHANHE]);
    const villages = [await idOf('410304001001'), await idOf('410304001002')];
    const [renamed = '' as AreaId, dissolved = '' as AreaId] = villages;
    await rename(renamed, { name: '东关老街社区' });
    expect(await end(dissolved)).toMatchObject({ ok: true, value: { endedOn: TODAY } });
    const count = async () =>
      (
        await database().read(tenantId, {
          sql: 'select count(*)::int as n from areas where tenant_id = $1',
          parameters: [tenantId],
        })
      )[0]?.rows[0]?.['n'];
    const before = await count();
    // As if all had come from an older edition.
    await database().write(
      tenantId,
      [
        {
          sql: `update areas set source_digest = 'older' where tenant_id = $1`,
          parameters: [tenantId],
        },
      ],
      async () => undefined,
    );
    expect(await copyDivisions(world, system, [CHANHE])).toBe(0);
    expect(await count()).toBe(before);
    expect(await shown(renamed)).toMatchObject({ name: '东关老街社区' });
    expect(await shown(dissolved)).toMatchObject({ endedOn: TODAY });
  });

  it('follow any order of renaming and correcting, day by day, with whole chains', async () => {
    const random = await newPlace();
    const { system, input, rename, shown } = random;
    const parentId = await random.idOf(CHANHE);
    const day = fc.integer({ min: 0, max: 40 }).map((ago) => dayBefore(TODAY, ago));
    const steps = fc.array(fc.record({ from: day, name: fc.constantFrom('甲', '乙', '丙') }), {
      minLength: 1,
      maxLength: 6,
    });
    let begun = 0;
    await fc.assert(
      fc.asyncProperty(steps, async (asked) => {
        begun += 1;
        world.clock.move(-60 * DAY);
        const made = await addLocalArea(
          world,
          system,
          input(undefined, { parentId, name: '初', code: `LOCAL-${begun}` }),
        );
        world.clock.move(60 * DAY);
        if (!made.ok) throw new Error(made.refusal.code);
        const { areaId } = made.value;
        const names = new Map([[dayBefore(TODAY, 60), '初']]);
        for (const { from, name } of asked) {
          const latest = [...names.keys()].at(-1) ?? '';
          const present = names.get(latest);
          const outcome = await rename(areaId, { name, from });
          expect(outcome.ok).toBe(from >= latest);
          if (outcome.ok && name !== present) names.set(from, name);
        }
        const { versions, name } = await shown(areaId);
        expect(versions.map((one) => [one.from, one.name])).toEqual([...names]);
        expect(versions.map(({ to }) => to)).toEqual([...[...names.keys()].slice(1), null]);
        expect(name).toBe(versions.at(-1)?.name);
      }),
      { seed: 20_261_127, numRuns: 12 },
    );
    expect(await findingsOf(random)).toEqual([]);
  }, 120_000);

  it('of an ended area stand where they stood, and nothing is put into it any more', async () => {
    const { bring, end, rename, shown, street, calledOn, system, input, idOf } = place;
    expect(await end(street)).toMatchObject({ ok: true });
    const { versions, endedOn, name } = await shown(street);
    expect([endedOn, versions.at(-1)?.to]).toEqual([dayBefore(TODAY, -1), dayBefore(TODAY, -1)]);
    expect(await calledOn('2026-02-28')).toBe('东关街道');
    expect(await calledOn(dayBefore(TODAY, -1))).toBeUndefined();
    expect(await rename(street, { name: '再来' })).toMatchObject({
      refusal: { code: 'place.ended' },
    });
    expect(await end(street)).toMatchObject({ refusal: { code: 'place.ended' } });
    expect(await bring({ code: DONGGUAN, name })).toMatchObject([{ code: 'place.ended' }]);
    expect(await bring({ code: '410304001077', name: '新社区' })).toMatchObject([
      { code: 'place.ended', field: 'parentCode' },
    ]);
    const site = {
      ...{ key: 's', kind: 'courtyard', name: '院', code: null, areaCode: DONGGUAN, from: null },
      ...{ propertyCompany: null, households: null, shape: null },
      place: { lng: 112.45, lat: 34.65, exactness: 'exact' as const },
    };
    expect(
      await sitesImporter.write(world, system, [{ number: 1, digest: 's', values: site }], OPTIONS),
    ).toMatchObject([{ code: 'place.ended', field: 'areaCode' }]);
    const grid = {
      ...{ key: 'g', name: '网格', code: null, kind: null, areaCode: DONGGUAN, from: null },
      shape: square(0.05),
    };
    expect(
      await gridsImporter.write(world, system, [{ number: 1, digest: 'g', values: grid }], OPTIONS),
    ).toMatchObject([{ code: 'place.ended', field: 'areaCode' }]);
    expect(
      await addLocalArea(world, system, input(undefined, { parentId: street, name: '片区' })),
    ).toMatchObject({ refusal: { code: 'place.unknown' } });
    const below = await areas(world, system, {
      ...input(undefined, undefined),
      params: undefined,
      query: { parentId: await idOf(CHANHE) },
    });
    expect(below).toMatchObject({ ok: true, value: { areas: [] } });
    expect(await shown(await idOf(CHANHE))).toMatchObject({ hasChildren: false });
    expect(await findingsOf(place)).toEqual([]);
  });

  it('never end at the top', async () => {
    const { end, idOf } = place;
    expect(await end(await idOf(CHANHE))).toMatchObject({ refusal: { code: 'place.top' } });
  });
});

const DAY = 86_400_000;

function dayBefore(day: string, days: number): string {
  return new Date(Date.parse(day) - days * DAY).toISOString().slice(0, 10);
}
