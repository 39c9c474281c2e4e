/** Local areas: what the state gives no code to, begun by the place itself. */
import { areaCode } from '#kernel/codes/index.ts';
import type { Context } from '#kernel/context.ts';
import type { Answer } from '#kernel/endpoint.ts';
import type { AreaId } from '#kernel/ids.ts';
import { done, type Outcome, refused } from '#kernel/outcome.ts';
import { legalDay } from '#kernel/period.ts';
import { type CommandServices, command } from '#platform/command/command.ts';
import type { Statement } from '#platform/database/database.ts';
import { rowsAs } from '#platform/database/query.ts';
import type { CommandInput } from '#platform/http/route.ts';
import { reaches } from '#platform/scope/reach.ts';
import type { addArea } from '../contract.ts';
import { numberInPath } from '../rules/area-path.ts';
import { AreaPlan, KNOWN_COLUMNS, type KnownArea, type NewArea } from './area-plan.ts';

export function addLocalArea(
  services: CommandServices,
  context: Context,
  { body, commandId }: CommandInput<typeof addArea>,
): Promise<Outcome<Answer<typeof addArea>>> {
  const { parentId } = body;
  return command(services, context, {
    id: commandId,
    name: 'places.add_area',
    body,
    opening: parentStatements(context, parentId),
    onConstraint: { areas_code_key: { code: 'place.code_taken', field: 'code' } },
    decide: ([found, children]) => {
      const [parent] = rowsAs<KnownArea>(found);
      if (!parent) return refused({ code: 'place.unknown', field: 'parentId' });
      if (!reaches(context.actor, parent.areaPath, 'system_admin')) {
        return refused({ code: 'access.not_allowed', field: 'parentId' });
      }
      const code = localCode(body.code);
      if (!code.ok) return code;
      const last = children?.rows[0]?.['last'];
      const count = typeof last === 'string' ? numberInPath(last) : 0;
      const plan = new AreaPlan(context, [parent], new Map([[parentId, count]]));
      const made = plan.create(parent, newArea(body, code.value, context));
      if (!made.ok) return made;
      return done({
        answer: { areaId: made.value.areaId, version: 1 },
        changes: plan.changes,
        also: plan.statements(),
      });
    },
  });
}

/** The area above, locked: its children get their numbers one after another. */
function parentStatements({ tenantId }: Context, parentId: AreaId): readonly Statement[] {
  return [
    {
      sql: `select ${KNOWN_COLUMNS} from areas
        where tenant_id = $1 and area_id = $2 and to_day is null for update`,
      parameters: [tenantId, parentId],
    },
    {
      sql: 'select max(area_path) as last from areas where tenant_id = $1 and parent_area_id = $2',
      parameters: [tenantId, parentId],
    },
  ];
}

function newArea(
  { name, nameEn }: CommandInput<typeof addArea>['body'],
  code: string | null,
  { clock, timeZone }: Context,
): NewArea {
  return {
    code,
    localCode: true,
    kind: 'local',
    name,
    nameEn: nameEn ?? '',
    from: legalDay(clock.now(), timeZone),
    geometry: null,
    sourceDigest: null,
  };
}

/** A code of the state is copied with its division, not given by hand. */
function localCode(given: string | undefined): Outcome<string | null> {
  if (given === undefined || given === '') return done(null);
  const read = areaCode(given);
  if (!read.ok) return refused({ ...read.refusal, field: 'code' });
  return read.value.local ? done(read.value.code) : refused({ code: 'code.form', field: 'code' });
}
