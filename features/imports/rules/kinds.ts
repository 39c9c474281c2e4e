/** What can be imported at the desk, and by whom: by who may make the same things one by one. */
import type { Role } from '#kernel/role.ts';

/** By the names of the importers. */
export const IMPORT_KINDS = {
  divisions: ['system_admin'],
  grids: ['system_admin'],
  sites: ['system_admin'],
  organisations: ['system_admin'],
  people: ['security_admin'],
  matters: ['intake'],
} as const satisfies Record<string, readonly Role[]>;

export type ImportKind = keyof typeof IMPORT_KINDS;
export const KINDS = Object.keys(IMPORT_KINDS) as [ImportKind, ...ImportKind[]];

/** Everybody who may import something. */
export const IMPORTING_ROLES: readonly Role[] = [...new Set(Object.values(IMPORT_KINDS).flat())];

/** Kinds somebody with these roles may import, in the order in which a place is built up. */
export function kindsFor(roles: readonly Role[]): readonly ImportKind[] {
  return KINDS.filter((kind) => IMPORT_KINDS[kind].some((role) => roles.includes(role)));
}
