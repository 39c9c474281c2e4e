/** How a feature builds its statements: its own table types, camelCase, both engines. */
import { sql } from 'kysely';
import { beforeAll, describe, expect, it } from 'vitest';
import type { TenantId } from '#kernel/ids.ts';
import { compile, containing, rowsAs, tables, toJson } from '#platform/database/query.ts';
import { engines, useDatabase } from './engines.ts';
import { migrationsUpTo } from './migration-range.ts';

interface LampTable {
  readonly tenantId: TenantId;
  readonly lampId: number;
  readonly brokenSince: string | null;
  readonly seenBy: string;
}

const db = tables<{ streetLamps: LampTable }>();
const tenant = '01890000-0000-7000-8000-000000000001' as TenantId;

describe.each(engines)('a feature with tables of its own on the %s engine', (engine) => {
  const database = useDatabase(engine, migrationsUpTo(9));

  beforeAll(async () => {
    await database().asOwner((transaction) =>
      transaction.script(`
        create table street_lamps (
          tenant_id uuid not null, lamp_id integer not null, broken_since timestamptz,
          seen_by jsonb not null, primary key (tenant_id, lamp_id));
        call protect_tenant_table('street_lamps')`),
    );
    const lamp = { tenantId: tenant, lampId: 1, brokenSince: '2026-11-22T16:00:00+08:00' };
    const insert = db.insertInto('streetLamps').values({ ...lamp, seenBy: toJson(['甲', '乙']) });
    await database().write(tenant, [compile(insert)], async () => undefined);
  });

  it('reads rows as its own values', async () => {
    const query = db.selectFrom('streetLamps').selectAll().where('tenantId', '=', tenant);
    const [rows] = await database().read(tenant, compile(query));
    expect(rowsAs<LampTable>(rows)).toEqual([
      {
        tenantId: tenant,
        lampId: 1,
        brokenSince: '2026-11-22T08:00:00.000Z',
        seenBy: ['甲', '乙'],
      },
    ]);
  });

  it('takes a template where the builder does not reach', async () => {
    const query = sql`select count(*) as how_many from street_lamps
      where tenant_id = ${tenant} and lamp_id = any(${[1, 2]}::int[])`;
    const [rows] = await database().read(tenant, compile(query));
    expect(rowsAs<{ howMany: number }>(rows)).toEqual([{ howMany: 1 }]);
  });

  it('looks for a text as it is written, signs and all', async () => {
    const matches = async (text: string, wanted: string): Promise<unknown> => {
      const query = sql`select ${text}::text ilike ${containing(wanted)} as found`;
      return rowsAs<{ found: boolean }>((await database().readShared(compile(query)))[0])[0]?.found;
    };
    expect(await matches('100% done', '0% D')).toBe(true);
    expect(await matches('100 percent', '100%')).toBe(false);
    expect(await matches('a_b', 'a_b')).toBe(true);
    expect(await matches('axb', 'a_b')).toBe(false);
    expect(await matches('a\\b', 'a\\')).toBe(true);
  });
});
