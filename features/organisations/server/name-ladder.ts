/** The tenant's own names of the steps of the ladder. */
import type { Context } from '#kernel/context.ts';
import type { Answer } from '#kernel/endpoint.ts';
import { done, type Outcome, refused } from '#kernel/outcome.ts';
import { type CommandServices, command } from '#platform/command/command.ts';
import { multiInsert } from '#platform/command/row-statements.ts';
import type { CommandInput } from '#platform/http/route.ts';
import { reaches } from '#platform/scope/reach.ts';
import type { nameLadder } from '../contract.ts';
import { all } from './rows.ts';
import { areasByCode } from './statements.ts';

/** The ladder is one for the whole tenant: who names it administers all of it. */
export function nameSteps(
  services: CommandServices,
  context: Context,
  { body, commandId }: CommandInput<typeof nameLadder>,
): Promise<Outcome<Answer<typeof nameLadder>>> {
  const { tenantId, actor } = context;
  return command(services, context, {
    id: commandId,
    name: 'organisations.name_ladder',
    body,
    opening: [areasByCode(tenantId, [])],
    decide: ([roots]) => {
      const paths = all(roots, (row) => String(row['area_path']));
      if (!paths.some((path) => reaches(actor, path, 'system_admin'))) {
        return refused({ code: 'access.not_allowed' });
      }
      const ranks = body.steps.map(({ rank }) => rank);
      if (new Set(ranks).size < ranks.length) {
        return refused({ code: 'input.invalid', field: 'steps' });
      }
      const rows = body.steps.map(({ rank, name }) => [tenantId, rank, name]);
      return done({
        answer: { count: rows.length },
        changes: [],
        also: [
          { sql: 'delete from ladder_steps where tenant_id = $1', parameters: [tenantId] },
          ...multiInsert('ladder_steps', ['tenant_id', 'rank', 'name'], rows),
        ],
      });
    },
  });
}
