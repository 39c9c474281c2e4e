/**
 * The filter of a list is the address of its page: both ways, and tolerant of
 * an address somebody typed. What the contract does not take is left out.
 */
import type { z } from 'zod';
import {
  COLUMNS,
  type Column,
  columnsOf,
  GROUPINGS,
  type Grouping,
  MatterFilter,
  SORTS,
  type Sort,
} from '#features/matters/contract.ts';

import { isId } from '#kernel/ids.ts';

/** How what is found is shown: order, grouping, columns, and the view it was opened as. */
const SHAPE = ['sort', 'group', 'columns', 'view'] as const;
export type ShapeKey = (typeof SHAPE)[number];

/** As it stands in the address and in the query of a request. */
export type FilterQuery = Readonly<Partial<Record<keyof MatterFilter | ShapeKey, string>>>;

export type FilterKey = keyof MatterFilter;

const KEYS = Object.keys(MatterFilter.shape) as FilterKey[];

/** What of an address is a filter the contract takes. */
export function filterFromAddress(address: Readonly<Record<string, unknown>>): FilterQuery {
  const entries = KEYS.flatMap((key) => {
    const value = address[key];
    const text = typeof value === 'string' ? value.trim() : '';
    return text !== '' && taken(key, text) ? [[key, text] as const] : [];
  });
  const columns = listed(address['columns']).filter((one) => isOne(COLUMNS, one));
  return {
    ...Object.fromEntries(entries),
    ...oneOf('sort', SORTS.slice(1), address['sort']),
    ...oneOf('group', GROUPINGS, address['group']),
    ...(columns.length > 0 && { columns: columns.join(',') }),
    ...(isViewId(address['view']) && { view: address['view'] }),
  };
}

/** What else an address says: it stays when the filter changes. */
export function besidesFilter(
  address: Readonly<Record<string, unknown>>,
): Readonly<Record<string, unknown>> {
  const own: readonly string[] = [...KEYS, ...SHAPE];
  return Object.fromEntries(Object.entries(address).filter(([key]) => !own.includes(key)));
}

function isViewId(value: unknown): value is string {
  return typeof value === 'string' && isId(value);
}

function listed(value: unknown): readonly string[] {
  return typeof value === 'string' ? value.split(',') : [];
}

function isOne<T extends string>(known: readonly T[], value: unknown): value is T {
  return known.some((one) => one === value);
}

function oneOf(key: ShapeKey, known: readonly string[], value: unknown): FilterQuery {
  return isOne(known, value) ? { [key]: value } : {};
}

/** The columns of the address, else the usual ones. */
export function columnsOfAddress({ columns }: FilterQuery): readonly Column[] {
  return columnsOf(listed(columns).filter((one) => isOne(COLUMNS, one)));
}

export function groupingOf({ group }: FilterQuery): Grouping | undefined {
  return isOne(GROUPINGS, group) ? group : undefined;
}

export function sortOf({ sort }: FilterQuery): Sort {
  return isOne(SORTS, sort) ? sort : 'due';
}

function taken(key: FilterKey, text: string): boolean {
  const schema: z.ZodType = MatterFilter.shape[key];
  return schema.safeParse(text).success;
}

/** The filter with one condition set, or taken away where `value` is empty. */
export function withCondition(
  filter: FilterQuery,
  key: FilterKey | ShapeKey,
  value: string | undefined,
): FilterQuery {
  const { [key]: _before, ...rest } = filter;
  return value === undefined || value === '' ? rest : { ...rest, [key]: value };
}

/** The conditions in the order in which they are shown. */
export function conditionsOf(filter: FilterQuery): readonly (readonly [FilterKey, string])[] {
  return KEYS.flatMap((key) => {
    const value = filter[key];
    return value === undefined ? [] : [[key, value] as const];
  });
}

/** The query of a request: the same texts, as the contract's input. */
export function queryOf(filter: FilterQuery): Partial<z.input<typeof MatterFilter>> {
  const { sort: _sort, group: _group, columns: _columns, view: _view, ...rest } = filter;
  return rest as Partial<z.input<typeof MatterFilter>>;
}
