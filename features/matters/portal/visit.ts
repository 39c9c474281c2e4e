/** What every page knows: the place, the language, the size of type, the time. */
import type { Locale } from '#kernel/context.ts';
import { type Say, sayFor } from './texts.ts';

export interface Assets {
  /** Address of the stylesheet. */
  readonly style: string;
  /** Address of the palette for dark devices; absent where it was not built. */
  readonly dark?: string;
  /** Address of the script that improves the pages; empty where it was not built. */
  readonly script: string;
  /** Address of the stylesheet of the pages of plans for grids; absent where it was not built. */
  readonly plans?: string;
  /** Address of the stylesheet of the pages of compensation; absent where it was not built. */
  readonly compensation?: string;
}

/** A page of a later feature, to which the first page and the foot lead. */
export interface Door {
  /** Below the place's address. */
  readonly path: string;
  readonly title: string;
  readonly note: string;
}

export interface Visit {
  readonly locale: Locale;
  readonly say: Say;
  /** The tenant in addresses. */
  readonly tenant: string;
  /** Name of the place in the resident's language; empty where the place is unknown. */
  readonly placeName: string;
  readonly demonstration: boolean;
  readonly largeType: boolean;
  /** Address of this page below the tenant's, without language and size: `report`, `map?page=2`. */
  readonly path: string;
  readonly timeZone: string;
  /** Instant now, ISO in UTC. */
  readonly now: string;
  readonly assets: Assets;
  readonly doors: readonly Door[];
}

/** A visit, with the sentences of its language. */
export function visit(
  facts: Omit<Visit, 'say' | 'doors'> & { readonly doors?: readonly Door[] },
): Visit {
  return { doors: [], ...facts, say: sayFor(facts.locale) };
}

/** Address of a page of this place. */
export function at(visit: Visit, path: string): string {
  return `/t/${encodeURIComponent(visit.tenant)}/${path}`;
}

/** Address of the page one is on, with one thing changed. */
export function here(visit: Visit, name: string, value: string): string {
  const join = visit.path.includes('?') ? '&' : '?';
  return at(visit, `${visit.path}${join}${name}=${encodeURIComponent(value)}`);
}
