/** What may be done with appointments and substitutes. */
import {
  type Breach,
  type Held,
  separatedRoles,
  separationBreach,
} from '#features/access/rules/separation.ts';
import type { PersonId, PostId } from '#kernel/ids.ts';
import { done, type Outcome, refused } from '#kernel/outcome.ts';
import { isEmpty, overlap, type Period } from '#kernel/period.ts';
import type { Role } from '#kernel/role.ts';

export interface Post {
  readonly postId: PostId;
  readonly roles: readonly Role[];
  readonly closedOn: string | null;
}

/**
 * Whether one post may carry the roles together.
 * @returns `access.separation_of_duties`
 */
export function mayCarry(roles: readonly Role[]): Outcome<void> {
  const breach = separationBreach([], { roles, from: '' });
  return breach ? separated(breach, 'roles') : done(undefined);
}

/** True where an administrator's role is among them: such posts are given one by one, never by a list. */
export function isAdministration(roles: readonly Role[]): boolean {
  return separatedRoles(roles).length > 0;
}

function separated({ held, wanted }: Breach, field: string): Outcome<never> {
  return refused({ code: 'access.separation_of_duties', field, detail: { held, wanted } });
}

/** A post that a person holds or stands in for, over a period of legal days. */
export interface Holding extends Held {
  readonly postId: PostId;
  readonly substitute: boolean;
}

export interface Wish {
  readonly post: Post;
  readonly personId: PersonId;
  readonly period: Period;
  readonly substitute: boolean;
  /** The person who asks for it; nobody appoints the own person. */
  readonly askedBy: PersonId | undefined;
}

/**
 * Whether a person may be given a post, for good or as a substitute.
 * @param holdings everything the person holds or will hold, read under a lock on the person
 * @returns `appointment.period`, `post.closed`, `appointment.own`, `appointment.overlap`,
 *   `access.separation_of_duties`
 */
export function mayHold(wish: Wish, holdings: readonly Holding[]): Outcome<void> {
  const { post, period } = wish;
  if (isEmpty(period)) return refused({ code: 'appointment.period', field: 'to' });
  if (post.closedOn && (!period.to || period.to > post.closedOn)) {
    return refused({ code: 'post.closed', field: 'postId', detail: { closedOn: post.closedOn } });
  }
  if (wish.askedBy === wish.personId)
    return refused({ code: 'appointment.own', field: 'personId' });
  // A holder does not stand in for the own post either.
  const same = holdings.filter((each) => each.postId === post.postId);
  if (same.some((each) => overlap(each, period))) {
    return refused({ code: 'appointment.overlap', field: 'from' });
  }
  const breach = separationBreach(holdings, { roles: post.roles, ...period });
  return breach ? separated(breach, 'personId') : done(undefined);
}

/**
 * The day an appointment ends: not before it began, not later than it ends
 * already. Ending on the first day means that it never held.
 * @returns `appointment.period`
 */
export function mayEnd(period: Period, on: string): Outcome<void> {
  const late = period.to !== null && period.to !== undefined && on > period.to;
  if (on < period.from || late) return refused({ code: 'appointment.period', field: 'on' });
  return done(undefined);
}
