import { mkdtempSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { beforeAll, describe, expect, it } from 'vitest';
import type { Context } from '#kernel/context.ts';
import type { TenantId } from '#kernel/ids.ts';
import type { BadRow } from '#platform/import/bad-rows.ts';
import type { Importer } from '#platform/import/importer.ts';
import { runImport } from '#platform/import/run-import.ts';
import { engines, useDatabase } from '#tests/engines/engines.ts';
import { migrationsUpTo } from '#tests/engines/migration-range.ts';
import { newAreas, newTenant } from '#tests/worlds/areas.ts';
import { type TestServices, testServices } from '#tests/worlds/test-services.ts';
import { organisationsImporter } from './import-organisations.ts';
import { peopleImporter } from './import-people.ts';

const ORGANISATIONS = `code,name,kind,parentCode,creditCode
b,Section,section,a,
a,Office,department,,91350100M000100Y43
c,Wrong,department,,91350100M000100Y44
d,Twice,company,,91350100M000100Y43
e,Lost,section,nowhere,
`;
const PEOPLE = `code,name,phone,identityNumber,organisationCode,postTitle,roles,rank
1,First,138 0013 8000,11010519491231002X,a,Clerk,handler;intake,1
2,Second,,,a,Clerk,handler;intake,1
3,Third,,11010519491231002X,,,,
4,Fourth,,11010519491231002Y,,,,
5,Fifth,,,a,Chief,system_admin,4
6,Sixth,,,zz,Clerk,handler,1
7,Seventh,,,,,,
`;

describe.each(engines)('importing organisations and people on the %s engine', (engine) => {
  const database = useDatabase(engine, migrationsUpTo(49));
  const folder = mkdtempSync(join(tmpdir(), 'lianxin-import-'));
  let services: TestServices;
  let tenantId: TenantId;
  beforeAll(async () => {
    services = testServices(database(), '2026-11-22T08:00:00Z');
    tenantId = await newTenant(database(), 'imports');
    await newAreas(database(), tenantId, ['100']);
  });

  async function load(importer: Importer, text: string, dryRun = false) {
    const { clock, ids } = services;
    const actor = { kind: 'system', name: 'import' } as const;
    const context: Context = {
      tenantId,
      timeZone: 'Asia/Shanghai',
      clock,
      ids,
      actor,
      locale: 'en',
    };
    const path = join(folder, 'list.csv');
    writeFileSync(path, text);
    const bad: BadRow[] = [];
    const report = await runImport(services, context, {
      importer,
      path,
      dryRun,
      badRows: { write: (row) => bad.push(row), close: () => undefined },
      translate: (_locale, key) => key,
    });
    if (!report.ok) throw new Error(report.refusal.code);
    const { created, changed, unchanged, refused } = report.value;
    const refusals = Object.fromEntries(bad.map((row) => [row.row, `${row.column} ${row.code}`]));
    return { counts: [created, changed, unchanged, refused], refusals };
  }
  const organisations = organisationsImporter;
  const people = peopleImporter;

  const countOf = async (table: string) => {
    const sql = `select count(*)::int as rows from ${table} where tenant_id = $1`;
    const [found] = await database().read(tenantId, { sql, parameters: [tenantId] });
    return found?.rows[0]?.['rows'];
  };

  it('keeps nothing of a trial', async () => {
    const { counts } = await load(organisations, ORGANISATIONS, true);
    expect(counts).toEqual([2, 0, 0, 3]);
    expect(await countOf('organisations')).toBe(0);
  });

  it('takes organisations in any order, and says of each other row what is wrong', async () => {
    const { counts, refusals } = await load(organisations, ORGANISATIONS);
    expect(counts).toEqual([2, 0, 0, 3]);
    expect(refusals).toEqual({
      4: 'creditCode organisation.credit_code',
      5: 'creditCode organisation.code_taken',
      6: 'parentCode import.parent_unknown',
    });
    const [found] = await database().read(tenantId, {
      sql: `select c.path like p.path || '%' as below from organisations c
        join organisations p on p.tenant_id = $1 and p.code = 'a' where c.tenant_id = $1 and c.code = 'b'`,
      parameters: [tenantId],
    });
    expect(found?.rows).toEqual([{ below: true }]);
  });

  it('changes nothing when the same list comes again, and only what differs when it differs', async () => {
    expect((await load(organisations, ORGANISATIONS)).counts).toEqual([0, 0, 2, 3]);
    const renamed = ORGANISATIONS.replace('Office', 'Bureau');
    expect((await load(organisations, renamed)).counts).toEqual([0, 1, 1, 3]);
    const moved = ORGANISATIONS.replace('Section,section,a', 'Section,section,');
    expect((await load(organisations, moved)).refusals[2]).toBe('parentCode organisation.moved');
  });

  it('takes how residents reach an organisation where a list says it, and leaves it where none does', async () => {
    const told = `code,name,kind,phone,hours
f,Door,community,0371-67770000,always
g,Gate,community,nobody,
`;
    expect(await load(organisations, told)).toEqual({
      counts: [1, 0, 0, 1],
      refusals: { 3: 'phone input.invalid' },
    });
    expect((await load(organisations, 'code,name,kind\nf,Front,community\n')).counts).toEqual([
      0, 1, 0, 0,
    ]);
    const [found] = await database().read(tenantId, {
      sql: `select name, phone, address, hours from organisations where tenant_id = $1 and code = 'f'`,
      parameters: [tenantId],
    });
    expect(found?.rows).toEqual([
      { name: 'Front', phone: '0371-67770000', address: null, hours: 'always' },
    ]);
  });

  it('takes people with their posts, never an administrator, never one identity number twice', async () => {
    const { counts, refusals } = await load(people, PEOPLE);
    expect(counts).toEqual([3, 0, 0, 4]);
    expect(refusals).toEqual({
      4: 'identityNumber person.identity_taken',
      5: 'identityNumber person.identity_invalid',
      6: 'roles input.unknown_code',
      7: 'organisationCode organisation.unknown',
    });
    expect([await countOf('posts'), await countOf('appointments')]).toEqual([1, 2]);
  });

  it('changes nobody when the same people come again, and appoints nobody twice', async () => {
    expect((await load(people, PEOPLE)).counts).toEqual([0, 0, 3, 4]);
    expect((await load(people, PEOPLE.replace('First', 'Changed'))).counts).toEqual([0, 1, 2, 4]);
    expect([await countOf('people'), await countOf('appointments')]).toEqual([3, 2]);
  });
});
