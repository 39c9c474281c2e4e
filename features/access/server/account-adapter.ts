/**
 * better-auth's storage on our database, the same on both engines. Every
 * operation is a transaction of its own under the role of accounts; none runs
 * inside another, which on the embedded engine's one connection would hang.
 * Session tokens are stored as hashes: better-auth never sees the difference.
 */
import { createAdapterFactory } from 'better-auth/adapters';
import type { Database, Rows, Statement } from '#platform/database/database.ts';
import {
  type Condition,
  countOf,
  deleteFrom,
  fieldsOf,
  insertInto,
  selectFrom,
  updateOf,
  type Values,
} from './account-statements.ts';
import { tokenHash } from './token.ts';

export function accountAdapter(database: Database) {
  const run = async (statement: Statement): Promise<Rows> => {
    const [rows] = await database.asAccounts((transaction) => transaction.runAndCommit(statement));
    return rows ?? { rows: [], affected: 0 };
  };
  return createAdapterFactory({
    config: {
      adapterId: 'lianxin',
      supportsUUIDs: true,
      supportsNumericIds: false,
      supportsDates: false,
      supportsJSON: false,
      supportsArrays: false,
      transaction: false,
    },
    adapter: () => ({
      create: async ({ model, data }) => {
        await run(insertInto(model, stored(model, data)));
        return data;
      },
      findOne: async ({ model, where }) => {
        const { rows } = await run(selectFrom(model, { where: hashed(model, where), limit: 1 }));
        return typed(firstOf(rows, where));
      },
      findMany: async ({ model, where, limit, sortBy, offset }) => {
        const selection = { where: hashed(model, where ?? []), limit, sortBy, offset };
        const { rows } = await run(selectFrom(model, selection));
        return rows.map((row) => typed(fieldsOf(row)));
      },
      count: async ({ model, where }) => {
        const { rows } = await run(countOf(model, hashed(model, where ?? [])));
        return Number(rows[0]?.['count'] ?? 0);
      },
      update: async ({ model, where, update }) => {
        const { rows } = await run(updateOf(model, hashed(model, where), valuesOf(update)));
        return typed(firstOf(rows, where));
      },
      updateMany: async ({ model, where, update }) =>
        (await run(updateOf(model, hashed(model, where), update))).rows.length,
      delete: async ({ model, where }) => {
        await run(deleteFrom(model, hashed(model, where)));
      },
      deleteMany: async ({ model, where }) =>
        (await run(deleteFrom(model, hashed(model, where)))).rows.length,
      consumeOne: async ({ model, where }) => {
        const { rows } = await run(deleteFrom(model, hashed(model, where)));
        return typed(firstOf(rows, where));
      },
      incrementOne: async ({ model, where, increment, set }) => {
        const statement = updateOf(model, hashed(model, where), set ?? {}, increment);
        const { rows } = await run(statement);
        return typed(firstOf(rows, where));
      },
    }),
  });
}

/** The factory leaves the row's type to its caller; the schema of better-auth is the witness. */
function typed<T>(row: Record<string, unknown> | null): T {
  return row as T;
}

function valuesOf(update: unknown): Values {
  return update as Values;
}

function stored(model: string, data: Values): Values {
  const token = data['token'];
  return model === 'session' && typeof token === 'string'
    ? { ...data, token: tokenHash(token) }
    : data;
}

function hashed(model: string, where: readonly Condition[]): readonly Condition[] {
  if (model !== 'session') return where;
  return where.map((condition) =>
    condition.field === 'token' && typeof condition.value === 'string'
      ? { ...condition, value: tokenHash(condition.value) }
      : condition,
  );
}

/** The first row, with the token it was looked up by instead of the stored hash. */
function firstOf(rows: Rows['rows'], where: readonly Condition[]): Record<string, unknown> | null {
  const row = rows[0];
  if (!row) return null;
  const fields = fieldsOf(row);
  const asked = where.find((condition) => condition.field === 'token');
  return asked ? { ...fields, token: asked.value } : fields;
}
