/** Areas are renamed and ended (撤销) as streets and communities are in life; their history stays. */
import type { Context } from '#kernel/context.ts';
import type { Answer, Input } from '#kernel/endpoint.ts';
import type { AreaId, TenantId } from '#kernel/ids.ts';
import { done, type Outcome, refused } from '#kernel/outcome.ts';
import { type CommandServices, command } from '#platform/command/command.ts';
import { stale } from '#platform/command/stale.ts';
import type { Rows, Statement } from '#platform/database/database.ts';
import { rowsAs } from '#platform/database/query.ts';
import type { CommandInput } from '#platform/http/route.ts';
import { lastDay, type Uses, whenOf } from '#platform/import/take-back.ts';
import { reaches } from '#platform/scope/reach.ts';
import type { endArea, inTheWayOfArea, renameArea } from '../contract.ts';
import { endOf, IN_THE_WAY, type InTheWay } from '../rules/area-end.ts';
import { AREA } from './aggregates.ts';
import { AreaPlan, KNOWN_COLUMNS, type KnownArea } from './area-plan.ts';
import { placesInAreas } from './take-back.ts';
import { AREA_VERSIONS, leaveVersion } from './version-rows.ts';

export function renameLocalArea(
  services: CommandServices,
  context: Context,
  { params, body, commandId }: CommandInput<typeof renameArea>,
): Promise<Outcome<Answer<typeof renameArea>>> {
  return command(services, context, {
    id: commandId,
    name: 'places.rename_area',
    body: { ...params, ...body },
    opening: [lockArea(context.tenantId, params.areaId)],
    decide: ([found]) => {
      const own = ownArea(context, found, body.version);
      if (!own.ok) return own;
      const { version, name, nameEn } = own.value;
      const wanted = { name: body.name, nameEn: body.nameEn ?? nameEn, from: body.from ?? null };
      const plan = new AreaPlan(context, [], new Map());
      const renamed = plan.rename(own.value, wanted);
      if (!renamed.ok) return renamed;
      // Called so already: nothing happens, and nothing is written of it.
      if (wanted.name === name && wanted.nameEn === nameEn)
        return done({ answer: { version }, changes: [] });
      return done({
        answer: { version: version + 1 },
        changes: plan.changes,
        also: plan.statements(),
      });
    },
  });
}

/** What stands in the way of an area that is to end, of places and of the features below. */
export type InAreas = readonly Uses[];

/** As the end would be refused, before it is asked for: for the form that asks. */
export function inTheWayWith(others: InAreas) {
  const ties = [...placesInAreas, ...others];
  return async (
    { database }: Pick<CommandServices, 'database'>,
    context: Context,
    { params }: Input<typeof inTheWayOfArea>,
  ): Promise<Outcome<Answer<typeof inTheWayOfArea>>> => {
    const [found, ...users] = await database.read(
      context.tenantId,
      findArea(context.tenantId, params.areaId),
      ...usesOf(ties, context, params.areaId),
    );
    const [own] = rowsAs<OwnArea>(found);
    if (own === undefined || !reaches(context.actor, own.areaPath, 'system_admin'))
      return refused({ code: 'place.unknown' });
    const counts = counted(ties, users);
    const inTheWay = IN_THE_WAY.flatMap((by) => {
      const count = counts[by] ?? 0;
      return count === 0 ? [] : [{ by, count }];
    });
    return done({ inTheWay });
  };
}

export function endAreaWith(others: InAreas) {
  const ties = [...placesInAreas, ...others];
  return (
    services: CommandServices,
    context: Context,
    { params, body, commandId }: CommandInput<typeof endArea>,
  ): Promise<Outcome<Answer<typeof endArea>>> => {
    const { tenantId } = context;
    const { areaId } = params;
    return command(services, context, {
      id: commandId,
      name: 'places.end_area',
      body: { ...params, ...body },
      opening: [lockArea(tenantId, areaId), ...usesOf(ties, context, areaId)],
      decide: ([found, ...users]) => {
        const own = ownArea(context, found, body.version);
        if (!own.ok) return own;
        const { version, auditHead, fromDay } = own.value;
        const inTheWay = counted(ties, users);
        const day = endOf(own.value, body.on, lastDay(context, fromDay), inTheWay);
        if (!day.ok) return day;
        return done({
          answer: { version: version + 1, endedOn: day.value },
          changes: [
            {
              ...AREA,
              id: areaId,
              before: { version, auditHead },
              kind: 'area.ended',
              set: { toDay: day.value },
            },
          ],
          also: leaveVersion(
            AREA_VERSIONS,
            tenantId,
            areaId,
            { step: 'open', from: day.value },
            '',
          ),
        });
      },
    });
  };
}

type OwnArea = KnownArea & { readonly parentAreaId: AreaId | null };

function findArea(tenantId: TenantId, areaId: AreaId): Statement {
  return {
    sql: `select parent_area_id, ${KNOWN_COLUMNS} from areas where tenant_id = $1 and area_id = $2`,
    parameters: [tenantId, areaId],
  };
}

function lockArea(tenantId: TenantId, areaId: AreaId): Statement {
  const { sql, parameters } = findArea(tenantId, areaId);
  return { sql: `${sql} for update`, parameters };
}

function usesOf(ties: InAreas, context: Context, areaId: AreaId): readonly Statement[] {
  const when = whenOf(context);
  return ties.map(({ statement }) => statement(context.tenantId, [areaId], when));
}

/** The area, where it is there, in reach of the system administrator and as the person saw it. */
function ownArea({ actor }: Context, found: Rows | undefined, seen: number): Outcome<OwnArea> {
  const [own] = rowsAs<OwnArea>(found);
  if (own === undefined) return refused({ code: 'place.unknown' });
  if (!reaches(actor, own.areaPath, 'system_admin')) return refused({ code: 'access.not_allowed' });
  const { areaId, version, code, name, nameEn, fromDay, toDay } = own;
  const old = stale(seen, own, { areaId, version, code, name, nameEn, fromDay, toDay });
  return old ? refused(old) : done(own);
}

/** @throws where a feature names a kind that the screen has no words for: a fault of the house */
function counted(ties: InAreas, users: readonly Rows[]): InTheWay {
  const counts: { -readonly [By in keyof InTheWay]: InTheWay[By] } = {};
  for (const [at, tie] of ties.entries()) {
    const by = IN_THE_WAY.find((one) => one === tie.by);
    if (by === undefined) throw new Error(`nobody can say how ${tie.by} stand in an area's way`);
    const count = users[at]?.rows.length ?? 0;
    if (count > 0) counts[by] = (counts[by] ?? 0) + count;
  }
  return counts;
}
