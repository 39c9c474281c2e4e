/**
 * Separation of the three administrators (GB/T 22239: system, security and
 * audit administrator): no person holds two of them on the same day, neither
 * by appointment nor as somebody's substitute, and no post carries two.
 */
import { overlap, type Period } from '#kernel/period.ts';
import type { Role } from '#kernel/role.ts';

export const SEPARATED_ROLES = ['system_admin', 'security_admin', 'audit_admin'] as const;
export type SeparatedRole = (typeof SEPARATED_ROLES)[number];

/** Roles a person holds over a period, by appointment or as a substitute. */
export interface Held extends Period {
  readonly roles: readonly Role[];
}

export interface Breach {
  readonly held: SeparatedRole;
  readonly wanted: SeparatedRole;
}

/** The administrators' roles among the given ones. */
export function separatedRoles(roles: readonly Role[]): readonly SeparatedRole[] {
  return SEPARATED_ROLES.filter((role) => roles.includes(role));
}

/** The first pair of administrators that `wanted` would bring together, if any. */
export function separationBreach(held: readonly Held[], wanted: Held): Breach | undefined {
  const [first, second] = separatedRoles(wanted.roles);
  if (first && second) return { held: first, wanted: second };
  if (!first) return undefined;
  const others = held
    .filter((each) => overlap(each, wanted))
    .flatMap((each) => separatedRoles(each.roles));
  const other = others.find((role) => role !== first);
  return other ? { held: other, wanted: first } : undefined;
}
