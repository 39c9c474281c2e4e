/** What a schema may hold so that it can be spread over many machines by `tenant_id` (engines.md). */
import type { OwnerTransaction, Statement } from '#platform/database/database.ts';

/** Exempt by name: accounts and jobs live on one machine. */
const EXEMPT = ['auth', 'jobs'];

/** Shared tables with a tenant's id that are no tenant's own: copied to every machine. */
const REFERENCE_TABLES = ['tenants'];

/** Tables of ours only: not PostgreSQL's, not an extension's, not exempt. */
const OURS = `
  n.nspname not in ('pg_catalog', 'information_schema')
  and n.nspname !~ '^pg_' and n.nspname <> all($1::text[])
  and c.relkind in ('r', 'p')
  and not exists (select from pg_depend d where d.objid = c.oid and d.deptype = 'e')`;

/** True for a table spread by tenant: it has the column and is no reference table. */
const DISTRIBUTED = (table: string): string => `(
  exists (select from pg_attribute a
          where a.attrelid = ${table}.oid and a.attname = 'tenant_id' and not a.attisdropped)
  and ${table}.relname <> all($2::text[]))`;

/** The name of a constraint's or index's first column. */
const FIRST_COLUMN = (table: string, keys: string): string =>
  `(select a.attname from pg_attribute a where a.attrelid = ${table} and a.attnum = ${keys})`;

interface Rule {
  readonly sentence: string;
  /** Finds the breaches; each as text in the column `found`. */
  readonly sql: string;
}

const RULES: readonly Rule[] = [
  {
    sentence: 'every table has a primary key',
    sql: `select c.relname as found from pg_class c join pg_namespace n on n.oid = c.relnamespace
          where ${OURS} and not exists
            (select from pg_constraint k where k.conrelid = c.oid and k.contype = 'p')`,
  },
  {
    sentence:
      'tenant_id comes first in every primary key, unique index and exclusion of a tenant table',
    sql: `select c.relname || ': ' || i.relname as found
          from pg_class c join pg_namespace n on n.oid = c.relnamespace
          join pg_index x on x.indrelid = c.oid join pg_class i on i.oid = x.indexrelid
          where ${OURS} and ${DISTRIBUTED('c')}
            and (x.indisunique or x.indisexclusion)
            and ${FIRST_COLUMN('c.oid', 'x.indkey[0]')} is distinct from 'tenant_id'`,
  },
  {
    sentence: 'tenant_id comes first in every foreign key between tenant tables',
    sql: `select c.relname || ': ' || k.conname as found
          from pg_constraint k join pg_class c on c.oid = k.conrelid
          join pg_namespace n on n.oid = c.relnamespace join pg_class f on f.oid = k.confrelid
          where ${OURS} and k.contype = 'f' and ${DISTRIBUTED('c')} and ${DISTRIBUTED('f')}
            and (${FIRST_COLUMN('c.oid', 'k.conkey[1]')} is distinct from 'tenant_id'
              or ${FIRST_COLUMN('f.oid', 'k.confkey[1]')} is distinct from 'tenant_id')`,
  },
  {
    sentence: 'no shared table refers to a tenant table, and none to an exempt schema',
    sql: `select c.relname || ': ' || k.conname as found
          from pg_constraint k join pg_class c on c.oid = k.conrelid
          join pg_namespace n on n.oid = c.relnamespace
          join pg_class f on f.oid = k.confrelid join pg_namespace fn on fn.oid = f.relnamespace
          where ${OURS} and k.contype = 'f'
            and ((not ${DISTRIBUTED('c')} and ${DISTRIBUTED('f')}) or fn.nspname = any($1::text[]))`,
  },
  {
    sentence: 'no foreign key sets null or a default, or changes keys behind the application',
    sql: `select c.relname || ': ' || k.conname as found
          from pg_constraint k join pg_class c on c.oid = k.conrelid
          join pg_namespace n on n.oid = c.relnamespace
          where ${OURS} and k.contype = 'f'
            and (k.confdeltype in ('n', 'd') or k.confupdtype in ('c', 'n', 'd'))`,
  },
  {
    sentence: 'tenant_id is a uuid and never null',
    sql: `select c.relname as found from pg_class c join pg_namespace n on n.oid = c.relnamespace
          join pg_attribute a on a.attrelid = c.oid and a.attname = 'tenant_id'
          where ${OURS} and (a.atttypid <> 'uuid'::regtype or not a.attnotnull)`,
  },
  {
    sentence: 'no serials: ids are made in the application',
    sql: `select c.relname || '.' || a.attname as found
          from pg_class c join pg_namespace n on n.oid = c.relnamespace
          join pg_attribute a on a.attrelid = c.oid and a.attnum > 0
          left join pg_attrdef d on d.adrelid = c.oid and d.adnum = a.attnum
          where ${OURS} and (a.attidentity <> ''
            or pg_get_expr(d.adbin, d.adrelid) ~ 'nextval|gen_random_uuid|uuid_generate|uuidv7')`,
  },
  {
    sentence: 'no triggers',
    sql: `select c.relname || ': ' || t.tgname as found
          from pg_trigger t join pg_class c on c.oid = t.tgrelid
          join pg_namespace n on n.oid = c.relnamespace where ${OURS} and not t.tgisinternal`,
  },
  {
    sentence: 'row level security is forced on every tenant table',
    sql: `select c.relname as found from pg_class c join pg_namespace n on n.oid = c.relnamespace
          where ${OURS} and ${DISTRIBUTED('c')}
            and not (c.relrowsecurity and c.relforcerowsecurity)`,
  },
  {
    sentence: 'every tenant table has the one policy, and no other',
    sql: `select c.relname as found from pg_class c join pg_namespace n on n.oid = c.relnamespace
          where ${OURS} and ${DISTRIBUTED('c')} and (
            (select count(*) from pg_policy p where p.polrelid = c.oid) <> 1
            or not exists (select from pg_policy p where p.polrelid = c.oid and p.polcmd = '*'
              and pg_get_expr(p.polqual, c.oid) = '(tenant_id = current_tenant())'
              and pg_get_expr(p.polwithcheck, c.oid) = '(tenant_id = current_tenant())'))`,
  },
  {
    sentence: 'views see with the eyes of who asks',
    sql: `select c.relname as found from pg_class c join pg_namespace n on n.oid = c.relnamespace
          where ${OURS.replace("('r', 'p')", "('v')")}
            and not coalesce(c.reloptions @> array['security_invoker=true'], false)`,
  },
  {
    sentence: 'no function takes on the rights of the owner',
    sql: `select p.proname::text as found
          from pg_proc p join pg_namespace n on n.oid = p.pronamespace
          where p.prosecdef and n.nspname not in ('pg_catalog', 'information_schema')
            and n.nspname <> all($1::text[])
            and not exists (select from pg_depend d where d.objid = p.oid and d.deptype = 'e')`,
  },
];

/** Every breach of the schema, as `rule: where`. */
export async function breaches(transaction: OwnerTransaction): Promise<string[]> {
  const found: string[] = [];
  for (const { sentence, sql } of RULES) {
    const statement: Statement = { sql, parameters: parametersOf(sql) };
    const [rows] = await transaction.run(statement);
    found.push(...(rows?.rows ?? []).map((row) => `${sentence}: ${row['found']}`));
  }
  return found;
}

/** PostgreSQL refuses a parameter that the text does not use. */
function parametersOf(sql: string): string[][] {
  return sql.includes('$2') ? [EXEMPT, REFERENCE_TABLES] : [EXEMPT];
}
