/** The answer to a command that saw an older version than the present one. */
import type { Refusal } from '#kernel/refusal.ts';

/**
 * `command.stale` where the version the person saw is not the present one.
 * @param present what the person should see now (no more than they may see)
 */
export function stale(
  seen: number,
  row: { readonly version: number },
  present: unknown,
): Refusal | undefined {
  if (seen === row.version) return undefined;
  return { code: 'command.stale', field: 'version', detail: { version: row.version }, present };
}
