import { describe, expect, it } from 'vitest';
import type { Context } from '#kernel/context.ts';
import { findAnything, recallThings } from '#kernel/search.ts';
import type { Statement } from '#platform/database/database.ts';
import type { Services } from '#platform/services.ts';
import { searchRoutes } from './search-route.ts';
import type { SearchSource } from './source.ts';

const context = { tenantId: 'tenant' } as unknown as Context;
const id = (n: number): string => `0199a1b2-0000-7000-8000-${String(n).padStart(12, '0')}`;

/** A source that knows some names; its statements carry what it was asked. */
function source(kind: string, names: Readonly<Record<string, string>>): SearchSource {
  return {
    kind,
    find: (_context, words) => ({ sql: kind, parameters: [words] }),
    recall: (_context, ids) => ({ sql: `${kind} again`, parameters: ids }),
    found: (row) => ({
      id: String(row['id']),
      title: names[String(row['id'])] ?? '',
      note: '',
      tone: null,
      inside: null,
    }),
  };
}

const matters = source('matter', { [id(1)]: '市政路灯不亮', [id(2)]: '井盖松动' });
const units = source('organisation', { [id(3)]: '市政设施养护所' });

/** Flights and the rows that answer each statement. */
function servicesWith(rows: Readonly<Record<string, readonly string[]>>) {
  const flights: (readonly string[])[] = [];
  const database = {
    read: async (_tenant: string, ...statements: readonly Statement[]) => {
      flights.push(statements.map(({ sql }) => sql));
      return statements.map(({ sql }) => ({
        rows: (rows[sql] ?? []).map((each) => ({ id: each })),
        affected: 0,
      }));
    },
  };
  return { services: { database } as unknown as Services, flights };
}

async function ask(
  services: Services,
  endpoint: typeof findAnything | typeof recallThings,
  query: unknown,
): Promise<unknown> {
  const found = searchRoutes([matters, units]).find((route) => route.endpoint === endpoint);
  const input = { query, params: undefined, body: undefined };
  const outcome = await found?.handle(services, context, input as never, {} as never);
  return outcome?.ok ? outcome.value : outcome;
}

describe('the one search', () => {
  it('asks every source in one flight and names the closest kind first', async () => {
    const { services, flights } = servicesWith({ matter: [id(1)], organisation: [id(3)] });
    const answer = await ask(services, findAnything, { q: '市政设施' });
    expect(flights).toEqual([['matter', 'organisation']]);
    expect(answer).toMatchObject({ groups: [{ kind: 'organisation' }, { kind: 'matter' }] });
  });

  it('leaves out the kinds of which nothing was found', async () => {
    const { services } = servicesWith({ matter: [id(1)] });
    const answer = await ask(services, findAnything, { q: '路灯' });
    expect(answer).toMatchObject({ groups: [{ kind: 'matter', hits: [{ id: id(1) }] }] });
  });

  it('names again what is still seen, in the order it was asked for, and asks no source of other kinds', async () => {
    const { services, flights } = servicesWith({ 'matter again': [id(1), id(2)] });
    const refs = [`matter:${id(2)}`, `meeting:${id(9)}`, `matter:${id(8)}`, `matter:${id(1)}`];
    const answer = await ask(services, recallThings, { refs });
    expect(flights).toEqual([['matter again']]);
    expect(answer).toMatchObject({ hits: [{ id: id(2) }, { id: id(1) }] });
  });

  it('asks nobody where nothing is named', async () => {
    const { services, flights } = servicesWith({});
    expect(await ask(services, recallThings, { refs: [] })).toEqual({ hits: [] });
    expect(flights).toEqual([]);
  });
});
