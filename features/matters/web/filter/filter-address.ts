/**
 * The filter of a list is the address of its page: both ways, and tolerant of
 * an address somebody typed. What the contract does not take is left out.
 */
import type { z } from 'zod';
import { MatterFilter } from '#features/matters/contract.ts';

/** As it stands in the address and in the query of a request. */
export type FilterQuery = Readonly<Partial<Record<keyof MatterFilter | 'sort', string>>>;

export type FilterKey = keyof MatterFilter;

const KEYS = Object.keys(MatterFilter.shape) as FilterKey[];

/** What of an address is a filter the contract takes. */
export function filterFromAddress(address: Readonly<Record<string, unknown>>): FilterQuery {
  const entries = KEYS.flatMap((key) => {
    const value = address[key];
    const text = typeof value === 'string' ? value.trim() : '';
    return text !== '' && taken(key, text) ? [[key, text] as const] : [];
  });
  const sort = address['sort'];
  const sorted = sort === 'reported' || sort === 'reported_asc' ? { sort } : {};
  return { ...Object.fromEntries(entries), ...sorted };
}

function taken(key: FilterKey, text: string): boolean {
  const schema: z.ZodType = MatterFilter.shape[key];
  return schema.safeParse(text).success;
}

/** The filter with one condition set, or taken away where `value` is empty. */
export function withCondition(
  filter: FilterQuery,
  key: FilterKey | 'sort',
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
  const { sort: _sort, ...rest } = filter;
  return rest as Partial<z.input<typeof MatterFilter>>;
}
