/**
 * Kysely as a compiler only: features describe their own tables, build
 * statements with it, and the database runs them.
 *
 *     const db = tables<{ matters: MatterTable }>();
 *     const query = compile(db.selectFrom('matters').selectAll().where('tenantId', '=', tenantId));
 *     const [rows] = await database.read(tenantId, query);
 *     const matters = rowsAs<MatterTable>(rows);
 */
import {
  CamelCasePlugin,
  type CompiledQuery,
  DummyDriver,
  Kysely,
  PostgresAdapter,
  PostgresIntrospector,
  PostgresQueryCompiler,
  type RawBuilder,
} from 'kysely';
import type { Rows, Statement } from './database.ts';

const compiler = new Kysely<unknown>({
  dialect: {
    createAdapter: () => new PostgresAdapter(),
    createDriver: () => new DummyDriver(),
    createIntrospector: (db) => new PostgresIntrospector(db),
    createQueryCompiler: () => new PostgresQueryCompiler(),
  },
  plugins: [new CamelCasePlugin()],
});

/** A builder over a feature's own table types, with camelCase names. */
export function tables<Tables>(): Kysely<Tables> {
  return compiler.withTables<Record<string, never>>() as unknown as Kysely<Tables>;
}

/** A built query, or an `sql` template (whose plain text names are not turned to snake_case). */
export function compile(query: { compile(): CompiledQuery } | RawBuilder<unknown>): Statement {
  const { sql, parameters } = isRaw(query) ? query.compile(compiler) : query.compile();
  return { sql, parameters };
}

/** As `compile`, for a statement whose best plan depends on its values: see `Statement.anew`. */
export function compileAnew(query: Parameters<typeof compile>[0]): Statement {
  return { ...compile(query), anew: true };
}

function isRaw(
  query: { compile(): CompiledQuery } | RawBuilder<unknown>,
): query is RawBuilder<unknown> {
  return 'isRawBuilder' in query && query.isRawBuilder;
}

/** Rows with camelCase names; what stands inside `jsonb` stays as it is. */
export function rowsAs<T>(found: Rows | undefined): T[] {
  return (found?.rows ?? []).map((row) => {
    const value: Record<string, unknown> = {};
    for (const name of Object.keys(row)) value[camelCase(name)] = row[name];
    return value as T;
  });
}

const camelNames = new Map<string, string>();

function camelCase(name: string): string {
  let camel = camelNames.get(name);
  if (camel === undefined) {
    camel = name.replaceAll(/_([a-z0-9])/g, (_, letter: string) => letter.toUpperCase());
    camelNames.set(name, camel);
  }
  return camel;
}

/** A value for a `jsonb` column: arrays must go in as text, else they become SQL arrays. */
export function toJson(value: unknown): string {
  return JSON.stringify(value ?? null);
}

/** A pattern for `ilike` that finds the text itself anywhere: its `%`, `_` and `\` mean nothing. */
export function containing(text: string): string {
  return `%${text.replaceAll(/[%_\\]/g, String.raw`\$&`)}%`;
}
