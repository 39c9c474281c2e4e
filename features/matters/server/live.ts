/** What listeners hear of matters: that something changed, never what was said. */
import { sql } from 'kysely';
import { type Actor, grantsOf } from '#kernel/context.ts';
import type { TenantId } from '#kernel/ids.ts';
import type { Database } from '#platform/database/database.ts';
import { compile } from '#platform/database/query.ts';
import { type LiveSource, liveSource } from '#platform/live/live-source.ts';
import { maySee, type Seen } from '../rules/sight.ts';
import { matterFromRow } from './matter-row.ts';
import { OF_COMPLAINTS } from './timeline.ts';

type Facts = Seen & { readonly state: string; readonly number: string };

export function liveMatters(database: Database): LiveSource {
  return liveSource<Facts>({
    type: 'matter',
    facts: async (tenantId, events) => {
      const ids = [...new Set(events.map((event) => event.aggregateId))];
      return ids.length === 0 ? new Map() : factsOf(database, tenantId, ids);
    },
    mayHear: (context, event, facts) =>
      facts !== undefined &&
      !OF_COMPLAINTS.includes(event.kind) &&
      (maySee(grantsOf(context.actor), facts) || changesWall(context.actor, facts)),
    message: (event, facts) => ({
      matterId: event.aggregateId,
      version: event.version,
      kind: event.kind,
      state: facts?.state ?? null,
    }),
  });
}

/** The totals of a wall change with every matter of its area; the listener tells it no more than that. */
function changesWall(actor: Actor, { areaPath }: Facts): boolean {
  return actor.kind === 'wall' && areaPath.startsWith(actor.areaPath);
}

async function factsOf(
  database: Database,
  tenantId: TenantId,
  ids: readonly string[],
): Promise<ReadonlyMap<string, Facts>> {
  const [rows] = await database.read(
    tenantId,
    compile(sql`
      select matter_id, state, number, area_path, handler_organisation_id, accused_organisation_id
      from matters where tenant_id = ${tenantId} and matter_id in (${sql.join(ids)})`),
  );
  return new Map(
    (rows?.rows ?? []).map((row) => [
      row['matter_id'] as string,
      matterFromRow(row) as unknown as Facts,
    ]),
  );
}
