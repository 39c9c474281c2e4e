/** The same authority as `area-condition.ts`, asked of one path in memory: for commands. */
import { type Actor, grantsOf } from '#kernel/context.ts';
import type { Role } from '#kernel/role.ts';

/**
 * True where the actor holds one of the roles over the area. The system itself
 * (import, sweep, the first administrator) reaches everywhere, the public nowhere.
 */
export function reaches(actor: Actor, areaPath: string, ...roles: readonly Role[]): boolean {
  if (actor.kind === 'system') return true;
  return grantsOf(actor).some(
    (grant) => roles.includes(grant.role) && areaPath.startsWith(grant.areaPath),
  );
}
