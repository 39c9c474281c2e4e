/**
 * The way of an empty system to its first evaluated matter. Nothing is ticked
 * off: each step is done when the records say so.
 */
import type { Role } from '#kernel/role.ts';

export const FIRST_STEPS = [
  'areas',
  'posts',
  'people',
  'accounts',
  'entered',
  'dispatched',
  'closed',
  'evaluated',
] as const;
export type FirstStep = (typeof FIRST_STEPS)[number];

/** Without these four a matter cannot come to its end. */
export const NEEDED_ROLES = [
  'intake',
  'dispatcher',
  'handler',
  'checker',
] as const satisfies readonly Role[];
export type NeededRole = (typeof NEEDED_ROLES)[number];

/** Who does a step; the reporter evaluates. */
export const DOER: Readonly<Record<FirstStep, Role | 'reporter'>> = {
  areas: 'system_admin',
  posts: 'system_admin',
  people: 'security_admin',
  accounts: 'security_admin',
  entered: 'intake',
  dispatched: 'dispatcher',
  closed: 'intake',
  evaluated: 'reporter',
};

/** A post that is open, with who holds it today. */
export interface StaffedPost {
  readonly roles: readonly Role[];
  readonly organisationId: string;
  readonly holders: readonly { readonly personId: string; readonly name: string }[];
}

export interface Records {
  /** Areas below the one at the top. */
  readonly areas: boolean;
  readonly posts: readonly StaffedPost[];
  readonly withAccount: ReadonlySet<string>;
  readonly entered: boolean;
  readonly dispatched: boolean;
  readonly closed: boolean;
  readonly evaluated: boolean;
}

export interface StepStanding {
  readonly step: FirstStep;
  readonly done: boolean;
  /** Roles for which something is still missing. */
  readonly missing: readonly NeededRole[];
  /** True where only a checker apart from the handling unit is missing (nobody checks the own work). */
  readonly checkerApart: boolean;
}

/** Every step with how it stands, in order. */
export function firstSteps(records: Records): readonly StepStanding[] {
  const { posts, withAccount } = records;
  const held = posts.filter((post) => post.holders.length > 0);
  const opened = held.filter((post) =>
    post.holders.some(({ personId }) => withAccount.has(personId)),
  );
  const plain = (step: FirstStep, done: boolean): StepStanding => {
    return { step, done, missing: [], checkerApart: false };
  };
  return [
    plain('areas', records.areas),
    staffed('posts', posts),
    staffed('people', held),
    staffed('accounts', opened),
    plain('entered', records.entered),
    plain('dispatched', records.dispatched),
    plain('closed', records.closed),
    plain('evaluated', records.evaluated),
  ];
}

function staffed(step: FirstStep, posts: readonly StaffedPost[]): StepStanding {
  const missing = NEEDED_ROLES.filter((role) => !posts.some((post) => post.roles.includes(role)));
  const checkerApart = missing.length === 0 && !hasCheckerApart(posts);
  return { step, done: missing.length === 0 && !checkerApart, missing, checkerApart };
}

/** Whoever handled never checks: some checker stands outside some handling unit. */
function hasCheckerApart(posts: readonly StaffedPost[]): boolean {
  const unitsOf = (role: Role) =>
    posts.filter((post) => post.roles.includes(role)).map((post) => post.organisationId);
  const checking = unitsOf('checker');
  return unitsOf('handler').some((unit) => checking.some((other) => other !== unit));
}
