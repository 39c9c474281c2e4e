/** The pages of every group that stands open: each is the list with one more condition, kept and refreshed as such. */
import { InfiniteQueryObserver, useQueryClient } from '@tanstack/react-query';
import { useEffect, useState, useSyncExternalStore } from 'react';
import type { MatterSummary } from '#features/matters/contract.ts';
import type { FilterQuery } from '../filter/filter-address.ts';
import { pagesOf } from './use-matter-pages.ts';

export interface GroupPages {
  readonly rows: readonly MatterSummary[];
  readonly more: boolean;
  readonly error: unknown;
  readonly loadMore: () => void;
  readonly retry: () => void;
}

export function useGroupPages(
  filter: FilterQuery,
  open: readonly string[],
): ReadonlyMap<string, GroupPages> {
  const client = useQueryClient();
  const [watched] = useState(() => new WatchedGroups(client));
  const key = JSON.stringify([filter, open]);
  useEffect(() => {
    const [of, keys] = JSON.parse(key) as [FilterQuery, string[]];
    watched.watch(of, keys);
  }, [watched, key]);
  useEffect(() => () => watched.end(), [watched]);
  return useSyncExternalStore(watched.subscribe, watched.pages);
}

/** One observer for each open group; what they say together is one value until one of them says something new. */
class WatchedGroups {
  readonly #client: ReturnType<typeof useQueryClient>;
  readonly #ends = new Map<string, () => void>();
  readonly #listeners = new Set<() => void>();
  #pages: ReadonlyMap<string, GroupPages> = new Map();
  #of = '';

  constructor(client: ReturnType<typeof useQueryClient>) {
    this.#client = client;
  }

  readonly subscribe = (listener: () => void): (() => void) => {
    this.#listeners.add(listener);
    return () => this.#listeners.delete(listener);
  };

  readonly pages = (): ReadonlyMap<string, GroupPages> => this.#pages;

  watch(filter: FilterQuery, keys: readonly string[]): void {
    const of = JSON.stringify(filter);
    if (of !== this.#of) this.end();
    this.#of = of;
    for (const key of [...this.#ends.keys()].filter((known) => !keys.includes(known))) {
      this.#ends.get(key)?.();
      this.#ends.delete(key);
    }
    for (const key of keys.filter((asked) => !this.#ends.has(asked))) this.#begin(filter, key);
  }

  end(): void {
    for (const end of this.#ends.values()) end();
    this.#ends.clear();
    this.#of = '';
    this.#say(new Map());
  }

  #begin(filter: FilterQuery, key: string): void {
    const observer = new InfiniteQueryObserver(this.#client, pagesOf(filter, key));
    const tell = (): void => {
      const said = observer.getCurrentResult();
      const pages: GroupPages = {
        rows: said.data?.pages.flatMap((page) => page.items) ?? [],
        more: said.hasNextPage && !said.isFetchingNextPage && !said.isFetchNextPageError,
        error: said.data === undefined ? said.error : null,
        loadMore: () => {
          observer.fetchNextPage().catch(reportError);
        },
        retry: () => {
          observer.refetch().catch(reportError);
        },
      };
      this.#say(new Map(this.#pages).set(key, pages));
    };
    const unsubscribe = observer.subscribe(tell);
    this.#ends.set(key, () => {
      unsubscribe();
      observer.destroy();
      this.#say(new Map([...this.#pages].filter(([known]) => known !== key)));
    });
    tell();
  }

  #say(pages: ReadonlyMap<string, GroupPages>): void {
    this.#pages = pages;
    for (const tell of this.#listeners) tell();
  }
}
