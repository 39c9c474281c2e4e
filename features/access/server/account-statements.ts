/** SQL of better-auth's storage operations: its models are our tables of the schema `auth`. */
import type { Statement } from '#platform/database/database.ts';

const TABLES: Readonly<Record<string, string>> = {
  user: 'auth.accounts',
  account: 'auth.credentials',
  session: 'auth.sessions',
  verification: 'auth.verifications',
  twoFactor: 'auth.second_factors',
};

const COMPARISONS: Readonly<Record<string, string>> = {
  eq: '=',
  ne: '<>',
  lt: '<',
  lte: '<=',
  gt: '>',
  gte: '>=',
};

/** A condition as better-auth's adapter factory hands it on. */
export interface Condition {
  readonly field: string;
  readonly operator?: string | undefined;
  readonly connector?: string | undefined;
  readonly value: unknown;
}

export type Values = Readonly<Record<string, unknown>>;

export interface Selection {
  readonly where: readonly Condition[];
  readonly sortBy?: { readonly field: string; readonly direction: 'asc' | 'desc' } | undefined;
  readonly limit?: number | undefined;
  readonly offset?: number | undefined;
}

/** A statement under construction: its parameters are numbered as they come. */
class Parameters {
  readonly values: unknown[] = [];
  add(value: unknown): string {
    this.values.push(value instanceof Date ? value.toISOString() : (value ?? null));
    return `$${this.values.length}`;
  }
}

export function insertInto(model: string, values: Values): Statement {
  const parameters = new Parameters();
  const columns = Object.keys(values).map(columnOf);
  const cells = Object.values(values).map((value) => parameters.add(value));
  const sql = `insert into ${tableOf(model)} (${columns.join(', ')}) values (${cells.join(', ')}) returning *`;
  return { sql, parameters: parameters.values };
}

export function selectFrom(model: string, selection: Selection): Statement {
  const parameters = new Parameters();
  const { sortBy, limit, offset } = selection;
  const parts = [`select * from ${tableOf(model)}`, whereOf(selection.where, parameters)];
  if (sortBy)
    parts.push(
      `order by ${columnOf(sortBy.field)} ${sortBy.direction === 'desc' ? 'desc' : 'asc'}`,
    );
  if (limit !== undefined) parts.push(`limit ${parameters.add(limit)}`);
  if (offset !== undefined) parts.push(`offset ${parameters.add(offset)}`);
  return { sql: parts.filter(Boolean).join(' '), parameters: parameters.values };
}

export function countOf(model: string, where: readonly Condition[]): Statement {
  const parameters = new Parameters();
  const sql = `select count(*)::int as count from ${tableOf(model)} ${whereOf(where, parameters)}`;
  return { sql, parameters: parameters.values };
}

/** Changes the rows; `increment` adds to columns, on the server, so that none is lost. */
export function updateOf(
  model: string,
  where: readonly Condition[],
  set: Values,
  increment: Readonly<Record<string, number>> = {},
): Statement {
  const parameters = new Parameters();
  const sets = [
    ...Object.entries(set).map(([field, value]) => `${columnOf(field)} = ${parameters.add(value)}`),
    ...Object.entries(increment).map(
      ([field, by]) =>
        `${columnOf(field)} = coalesce(${columnOf(field)}, 0) + ${parameters.add(by)}`,
    ),
  ];
  const sql = `update ${tableOf(model)} set ${sets.join(', ')} ${whereOf(where, parameters)} returning *`;
  return { sql, parameters: parameters.values };
}

export function deleteFrom(model: string, where: readonly Condition[]): Statement {
  const parameters = new Parameters();
  const sql = `delete from ${tableOf(model)} ${whereOf(where, parameters)} returning *`;
  return { sql, parameters: parameters.values };
}

/** A row as better-auth names its fields. */
export function fieldsOf(row: Readonly<Record<string, unknown>>): Record<string, unknown> {
  return Object.fromEntries(
    Object.entries(row).map(([column, value]) => [
      column.replaceAll(/_([a-z])/g, (_, letter: string) => letter.toUpperCase()),
      value,
    ]),
  );
}

function whereOf(where: readonly Condition[], parameters: Parameters): string {
  const conditions = where.map((condition) => conditionOf(condition, parameters));
  return conditions.length === 0 ? '' : `where ${conditions.join(' and ')}`;
}

/** Only what better-auth asks of us; anything else should be seen, not guessed. */
function conditionOf(condition: Condition, parameters: Parameters): string {
  const { operator = 'eq', connector, value } = condition;
  const column = columnOf(condition.field);
  if (connector === 'OR') throw new Error('accounts are never looked up by alternatives');
  if (value === null && operator === 'eq') return `${column} is null`;
  if (value === null && operator === 'ne') return `${column} is not null`;
  if (operator === 'in' && Array.isArray(value)) {
    const list: readonly unknown[] = value;
    return list.length === 0
      ? 'false'
      : `${column} in (${list.map((one) => parameters.add(one)).join(', ')})`;
  }
  const comparison = COMPARISONS[operator];
  if (!comparison) throw new Error(`accounts are never looked up by ${operator}`);
  return `${column} ${comparison} ${parameters.add(value)}`;
}

function tableOf(model: string): string {
  const table = TABLES[model];
  if (!table) throw new Error(`no table for the model ${model}`);
  return table;
}

function columnOf(field: string): string {
  if (!/^[a-z][a-zA-Z]*$/.test(field)) throw new Error(`not a field: ${field}`);
  return field.replaceAll(/[A-Z]/g, (letter) => `_${letter.toLowerCase()}`);
}
