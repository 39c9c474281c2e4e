/**
 * The way of a version of a scheme: written, submitted, published by somebody
 * who did not write it, superseded by the next one or withdrawn. One table for
 * the command, the buttons and the probes (as ADR 0006 for matters).
 */
import { pathsAbove } from '#features/places/rules/area-path.ts';
import type { Grant } from '#kernel/context.ts';
import type { PersonId } from '#kernel/ids.ts';
import type { Role } from '#kernel/role.ts';

export const VERSION_STATES = [
  'draft',
  'submitted',
  'published',
  'superseded',
  'withdrawn',
  'dropped',
] as const;
export type VersionState = (typeof VERSION_STATES)[number];

export const VERSION_STEPS = ['save', 'submit', 'return', 'publish', 'withdraw', 'drop'] as const;
export type VersionStep = (typeof VERSION_STEPS)[number];

/** Who writes schemes. */
export const SCHEME_WRITERS = ['relocation_officer'] as const satisfies readonly Role[];
/** Who publishes and withdraws what others wrote. */
export const SCHEME_PUBLISHERS = [
  'relocation_officer',
  'leader',
] as const satisfies readonly Role[];
/** Who reads what is not published. */
export const SCHEME_READERS = [
  'relocation_officer',
  'leader',
  'supervisor',
] as const satisfies readonly Role[];

interface Transition {
  readonly from: readonly VersionState[];
  readonly to: VersionState;
  readonly roles: readonly Role[];
  /** Never by somebody who wrote any of its text. */
  readonly apart: boolean;
  /** Only of a document without errors. */
  readonly sound: boolean;
  /** Only with a reason that stays beside it. */
  readonly reasoned: boolean;
}

const TRANSITIONS: Readonly<Record<VersionStep, Transition>> = {
  save: step(['draft'], 'draft', SCHEME_WRITERS),
  submit: step(['draft'], 'submitted', SCHEME_WRITERS, { sound: true }),
  return: step(['submitted'], 'draft', SCHEME_PUBLISHERS, { reasoned: true }),
  publish: step(['submitted'], 'published', SCHEME_PUBLISHERS, { apart: true, sound: true }),
  withdraw: step(['published'], 'withdrawn', SCHEME_PUBLISHERS, { apart: true, reasoned: true }),
  drop: step(['draft', 'submitted'], 'dropped', SCHEME_WRITERS),
};

function step(
  from: readonly VersionState[],
  to: VersionState,
  roles: readonly Role[],
  more: Partial<Pick<Transition, 'apart' | 'sound' | 'reasoned'>> = {},
): Transition {
  return { from, to, roles, apart: false, sound: false, reasoned: false, ...more };
}

/** States of what was public once and stays to be read and recalculated. */
export const ONCE_PUBLIC = ['published', 'superseded', 'withdrawn'] as const;

export interface SteppingVersion {
  readonly state: VersionState;
  /** Of the area for which the scheme is written, as it lies today. */
  readonly areaPath: string;
  /** Everybody whose words stand in it. */
  readonly writers: readonly PersonId[];
  /** Findings of the check that keep it from being published. */
  readonly errors: number;
}

export interface Stepping {
  readonly personId: PersonId;
  readonly grants: readonly Grant[];
}

export type StepBarrier =
  | 'scheme.state'
  | 'access.not_allowed'
  | 'scheme.own_work'
  | 'scheme.has_errors'
  | 'scheme.reason_missing';

export function stateAfter(stepping: VersionStep): VersionState {
  return TRANSITIONS[stepping].to;
}

export function needsReason(stepping: VersionStep): boolean {
  return TRANSITIONS[stepping].reasoned;
}

/** Why somebody may not take a step; undefined where they may. The reason given is looked at last. */
export function barrierTo(
  stepping: VersionStep,
  version: SteppingVersion,
  by: Stepping,
  reason = '',
): StepBarrier | undefined {
  const { from, roles, apart, sound, reasoned } = TRANSITIONS[stepping];
  if (!holdsOver(by.grants, version.areaPath, roles)) return 'access.not_allowed';
  if (!from.includes(version.state)) return 'scheme.state';
  if (apart && version.writers.includes(by.personId)) return 'scheme.own_work';
  if (sound && version.errors > 0) return 'scheme.has_errors';
  return reasoned && reason.trim() === '' ? 'scheme.reason_missing' : undefined;
}

/** The steps that are open to somebody now: answers carry them, so that no button decides again. */
export function openSteps(version: SteppingVersion, by: Stepping): readonly VersionStep[] {
  return VERSION_STEPS.filter((each) => {
    const barrier = barrierTo(each, version, by);
    return barrier === undefined || barrier === 'scheme.reason_missing';
  });
}

export function holdsOver(
  grants: readonly Grant[],
  areaPath: string,
  roles: readonly Role[],
): boolean {
  return grants.some((grant) => roles.includes(grant.role) && areaPath.startsWith(grant.areaPath));
}

/** Paths of the areas over one: what was published for them holds in it too. */
export function areasOver(areaPath: string): readonly string[] {
  return areaPath === '' ? [] : pathsAbove(areaPath);
}
