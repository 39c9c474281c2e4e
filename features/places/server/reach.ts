/** Whose areas, grids and sites somebody sees: those under a grant of theirs; the system sees all. */
import { type RawBuilder, sql } from 'kysely';
import { type Context, grantsOf } from '#kernel/context.ts';
import { areaCondition } from '#platform/scope/area-condition.ts';

export function reachOf(column: string, context: Context): RawBuilder<boolean> {
  if (context.actor.kind === 'system') return sql<boolean>`true`;
  return areaCondition(column, grantsOf(context.actor));
}
