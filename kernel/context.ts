/**
 * The one injected context. Nothing else knows the time, makes an identifier
 * or says who is asking.
 */
import type { AccountId, Ids, OrganisationId, PersonId, PostId, TenantId, WallId } from './ids.ts';
import type { Role } from './role.ts';

/** The instant now, as milliseconds since 1970-01-01T00:00:00Z. */
export interface Clock {
  now(): number;
}

export type Locale = 'zh' | 'en';

/**
 * A role held now, through a post (or as its substitute). `areaPath` is the
 * path of the area it reaches over: everything whose path begins with it.
 */
export interface Grant {
  readonly role: Role;
  readonly postId: PostId;
  readonly organisationId: OrganisationId;
  readonly areaPath: string;
  /** Set where the person stands in for the holder of the post (AB角). */
  readonly substitute: boolean;
}

export type Actor =
  | {
      readonly kind: 'person';
      readonly personId: PersonId;
      readonly accountId: AccountId;
      readonly name: string;
      readonly grants: readonly Grant[];
    }
  /** Somebody from the public without an account (report, follow, figures). */
  | { readonly kind: 'public' }
  /** A paired screen that shows totals of its area; it holds no role and is nobody. */
  | { readonly kind: 'wall'; readonly wallId: WallId; readonly areaPath: string }
  /** The system itself: sweep, import, relay; `name` says which part. */
  | { readonly kind: 'system'; readonly name: string };

export interface Context {
  readonly tenantId: TenantId;
  /** IANA zone of the tenant's legal days and figures. */
  readonly timeZone: string;
  readonly actor: Actor;
  readonly clock: Clock;
  readonly ids: Ids;
  readonly locale: Locale;
}

/** Grants of the actor, none for the public, a wall and the system. */
export function grantsOf(actor: Actor): readonly Grant[] {
  return actor.kind === 'person' ? actor.grants : [];
}

export function holds(actor: Actor, ...roles: readonly Role[]): boolean {
  return grantsOf(actor).some((grant) => roles.includes(grant.role));
}

/** Name of the actor for audit rows: `person:<id>`, `public`, `wall:<id>`, `system:<name>`. */
export function actorName(actor: Actor): string {
  switch (actor.kind) {
    case 'person':
      return `person:${actor.personId}`;
    case 'public':
      return 'public';
    case 'wall':
      return `wall:${actor.wallId}`;
    case 'system':
      return `system:${actor.name}`;
  }
}

/** ISO 8601 instant in UTC with milliseconds: `2026-11-22T08:00:00.000Z`. */
export function instantNow(clock: Clock): string {
  return new Date(clock.now()).toISOString();
}
