/**
 * What access knows of people between requests: name, posts and the tenant's
 * policy, kept in memory as long as the tenant's authority revision stands. The
 * revision was read before what is kept under it (ADR 0012), so nothing older
 * than the revision is ever kept.
 */
import type { Grant } from '#kernel/context.ts';
import type { Role } from '#kernel/role.ts';
import type { PresentLink } from './account-link.ts';
import type { PersonHoldings } from './appointment-source.ts';

export interface KnownPerson {
  readonly holdings: PersonHoldings;
  readonly grants: readonly Grant[];
  /** Roles that need a second factor in this tenant. */
  readonly secondFactorRoles: readonly Role[];
}

export interface Moment {
  /** Legal day of the tenant, `YYYY-MM-DD`. */
  readonly day: string;
  /** Milliseconds since 1970. */
  readonly now: number;
}

export type ReadPerson = () => Promise<KnownPerson | undefined>;

/** Finds the person in memory, or reads. */
export type FindPerson = (
  link: PresentLink,
  moment: Moment,
  read: ReadPerson,
) => Promise<KnownPerson | undefined>;

/** Milliseconds after which it is read again all the same: a net under rows that were changed by hand. */
const LONGEST = 60_000;

/** Asks the database every time. */
export const readEveryTime: FindPerson = (_link, _moment, read) => read();

/** @param most people kept at once; the one longest unread goes first */
export function rememberPeople(most = 20_000): FindPerson {
  const kept = new Map<string, Moment & { authority: number; person: KnownPerson }>();
  return async ({ tenantId, personId, authority }, moment, read) => {
    const key = `${tenantId} ${personId}`;
    const found = kept.get(key);
    const holds =
      found?.authority === authority &&
      found.day === moment.day &&
      Math.abs(moment.now - found.now) < LONGEST;
    if (found && holds) return found.person;
    const person = await read();
    kept.delete(key);
    if (person) kept.set(key, { authority, person, ...moment });
    const [oldest] = kept.keys();
    if (kept.size > most && oldest !== undefined) kept.delete(oldest);
    return person;
  };
}
