/** A division of the country chosen at the screen, copied in the background, on both engines. */
import { describe, expect, it } from 'vitest';
import type { Context } from '#kernel/context.ts';
import type { AreaId, CommandId, TenantId } from '#kernel/ids.ts';
import { createTenant } from '#platform/tenants/tenants.ts';
import { engines, START_LIMIT, useDatabase } from '#tests/engines/engines.ts';
import { testServices } from '#tests/worlds/test-services.ts';
import { addLocalArea } from './add-area.ts';
import { areas } from './area-reads.ts';
import { askForCopy, copies, copyWhatWasAsked, tenantsWithCopies } from './division-copies.ts';
import { divisionsImporter } from './import-divisions.ts';

const NOW = '2026-11-22T04:00:00Z';
const TENANT = '01890000-0000-7000-8000-00000000c0f1' as TenantId;
/** 瀍河回族区, with its towns and villages. */
const CHANHE = '410304';

describe.each(engines)('copying a division on the %s engine', (engine) => {
  const database = useDatabase(engine);

  it(
    'makes the empty area at the top the division itself, with everything below it, once',
    async () => {
      const world = testServices(database(), NOW);
      const context: Context = {
        tenantId: TENANT,
        timeZone: 'Asia/Shanghai',
        actor: { kind: 'system', name: 'test' },
        clock: world.clock,
        ids: world.ids,
        locale: 'zh',
      };
      await createTenant(database(), {
        tenantId: TENANT,
        slug: 'copying',
        name: '瀍河',
        nameEn: '',
        timeZone: 'Asia/Shanghai',
        demonstration: false,
        divisionCode: null,
        createdAt: NOW,
      });
      await divisionsImporter.write(world, context, [], { dryRun: false, accepted: new Set() });
      const ask = (code: string) => askForCopy(world, context, input(world, { code }));
      const roots = async () => {
        const answer = await areas({ database: database() }, context, query({}));
        return answer.ok ? answer.value.areas : [];
      };
      const [before] = await roots();

      expect(await ask('999999')).toMatchObject({
        ok: false,
        refusal: { code: 'input.unknown_code', field: 'code' },
      });
      const asked = await ask(CHANHE);
      expect(asked).toMatchObject({ ok: true });
      expect(await ask('410302')).toMatchObject({
        ok: false,
        refusal: { code: 'place.copy_running' },
      });
      expect(await tenantsWithCopies(database())).toEqual(new Set([TENANT]));

      await copyWhatWasAsked(world, context);
      const total = asked.ok ? asked.value.total : 0;
      const shown = await copies({ database: database() }, context);
      expect(shown).toMatchObject({
        ok: true,
        value: {
          copies: [{ code: CHANHE, done: total, total, endedAt: '2026-11-22T04:00:00.000Z' }],
        },
      });
      expect(await tenantsWithCopies(database())).toEqual(new Set());
      const [top, ...others] = await roots();
      expect(others).toEqual([]);
      expect(top).toMatchObject({
        areaId: before?.areaId,
        areaPath: before?.areaPath,
        code: CHANHE,
        name: '瀍河回族区',
        level: 'county',
        localCode: false,
      });
      expect(await count()).toBe(total);

      await ask(CHANHE);
      await copyWhatWasAsked(world, context);
      expect(await count()).toBe(total);

      const parentId = (top?.areaId ?? '') as AreaId;
      const local = (name: string, code?: string) =>
        addLocalArea(world, context, input(world, { parentId, name, ...(code && { code }) }));
      expect(await local('新区')).toMatchObject({ ok: true });
      expect(await local('园区', 'PARK-1')).toMatchObject({ ok: true });
      expect(await local('另一园区', 'PARK-1')).toMatchObject({
        ok: false,
        refusal: { code: 'place.code_taken', field: 'code' },
      });
      expect(await local('假区划', '410304999')).toMatchObject({
        ok: false,
        refusal: { code: 'code.form', field: 'code' },
      });
    },
    START_LIMIT,
  );

  async function count(): Promise<number> {
    const [found] = await database().read(TENANT, {
      sql: 'select count(*)::int as count from areas where tenant_id = $1',
      parameters: [TENANT],
    });
    return Number(found?.rows[0]?.['count']);
  }
});

const nothing = { params: undefined, query: undefined };

function input<B>(world: ReturnType<typeof testServices>, body: B) {
  return { ...nothing, body, commandId: world.ids.next<CommandId>() };
}

function query<Q>(asked: Q) {
  return { params: undefined, body: undefined, query: asked };
}
