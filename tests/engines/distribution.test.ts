/** The migrated schema can be spread over many machines; each rule is proven by a planted breach. */
import { describe, expect, it } from 'vitest';
import { breaches } from './distribution-rules.ts';
import { engines, useDatabase } from './engines.ts';
import { migrationsUpTo } from './migration-range.ts';

class Planted extends Error {}

const GOOD = `
  create table parents (tenant_id uuid not null, id uuid not null, primary key (tenant_id, id));
  call protect_tenant_table('parents');`;

const PLANTED: readonly (readonly [rule: string, sql: string])[] = [
  ['every table has a primary key', 'create table bad (a integer)'],
  [
    'tenant_id comes first in every primary key',
    `create table bad (id uuid, tenant_id uuid not null, primary key (id, tenant_id));
     call protect_tenant_table('bad')`,
  ],
  ['tenant_id comes first in every primary key', 'create unique index bad on parents (id)'],
  [
    'tenant_id comes first in every foreign key',
    `create table bad (tenant_id uuid not null, id uuid not null, parent uuid not null,
       primary key (tenant_id, id), foreign key (parent, tenant_id) references parents (id, tenant_id));
     call protect_tenant_table('bad')`,
  ],
  [
    'no shared table refers to a tenant table',
    `create table bad (id uuid primary key, tenant uuid, parent uuid,
       foreign key (tenant, parent) references parents (tenant_id, id))`,
  ],
  [
    'no foreign key sets null',
    `create table bad (tenant_id uuid not null, id uuid not null, parent uuid,
       primary key (tenant_id, id),
       foreign key (tenant_id, parent) references parents on delete set null);
     call protect_tenant_table('bad')`,
  ],
  [
    'tenant_id is a uuid and never null',
    'create table bad (tenant_id text primary key); alter table bad enable row level security',
  ],
  ['no serials', `alter table parents add number bigint generated always as identity`],
  ['no serials', `alter table parents add other uuid default gen_random_uuid()`],
  [
    'no triggers',
    `create function nothing() returns trigger language plpgsql as 'begin return new; end';
     create trigger bad before insert on parents for each row execute function nothing()`,
  ],
  ['row level security is forced', 'alter table parents no force row level security'],
  ['row level security is forced', 'alter table parents disable row level security'],
  ['every tenant table has the one policy', 'drop policy tenant on parents'],
  [
    'every tenant table has the one policy',
    'create policy everybody on parents for select using (true)',
  ],
  [
    'every tenant table has the one policy',
    'drop policy tenant on parents; create policy tenant on parents using (true)',
  ],
  ['views see with the eyes of who asks', 'create view bad as select * from parents'],
  [
    'no function takes on the rights of the owner',
    `create function bad() returns integer language sql security definer as 'select 1'`,
  ],
];

describe.each(engines)('the schema on the %s engine', (engine) => {
  describe('of every migration', () => {
    const database = useDatabase(engine);

    it('can be distributed by tenant', async () => {
      expect(await database().asOwner(breaches)).toEqual([]);
    });
  });

  describe('with a planted breach', () => {
    const database = useDatabase(engine, migrationsUpTo(9));

    /** The breaches after running the text, which leaves no trace. */
    const breachesOf = async (sql: string): Promise<string[]> => {
      let found: string[] = [];
      const attempt = database().asOwner(async (transaction) => {
        await transaction.script(GOOD);
        await transaction.script(sql);
        found = await breaches(transaction);
        throw new Planted();
      });
      await expect(attempt).rejects.toThrow(Planted);
      return found;
    };

    it('finds none where there is none', async () => {
      expect(await breachesOf('select 1')).toEqual([]);
    });

    it.each(PLANTED)('says that %s', async (rule, sql) => {
      const found = await breachesOf(sql);
      expect(found.filter((breach) => breach.startsWith(rule))).toHaveLength(1);
    });

    it('lets the schemas of accounts and jobs be', async () => {
      expect(
        await breachesOf('create table auth.sessions (id bigint generated always as identity)'),
      ).toEqual([]);
    });
  });
});
