/**
 * Who needs a second factor (GB/T 22239 level 3: two factors, one of them
 * cryptographic). Which roles need one is data of the tenant; these are the
 * roles where the tenant says nothing.
 */
import type { Role } from '#kernel/role.ts';

export const DEFAULT_SECOND_FACTOR_ROLES: readonly Role[] = [
  'leader',
  'system_admin',
  'security_admin',
  'audit_admin',
];

/** True where one of the held roles is among those that need a second factor. */
export function needsSecondFactor(held: readonly Role[], needing: readonly Role[]): boolean {
  return held.some((role) => needing.includes(role));
}
