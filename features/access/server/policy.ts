/** Which roles must give a second factor: what the tenant decides, known at the next request of everybody. */
import { actorName, type Context } from '#kernel/context.ts';
import type { Answer } from '#kernel/endpoint.ts';
import { done, type Outcome, refused } from '#kernel/outcome.ts';
import { ROLES, type Role } from '#kernel/role.ts';
import { raiseAuthority } from '#platform/authority/raise-authority.ts';
import { type CommandServices, command } from '#platform/command/command.ts';
import type { Database } from '#platform/database/database.ts';
import type { CommandInput } from '#platform/http/route.ts';
import { reaches } from '#platform/scope/reach.ts';
import type { secondFactorPolicy, setSecondFactorPolicy } from '../contract.ts';
import { DEFAULT_SECOND_FACTOR_ROLES } from '../rules/second-factor.ts';
import type { Access } from './access.ts';
import { recordEvent } from './access-events.ts';
import { inAccounts } from './accounts.ts';

export async function showPolicy(
  { database }: { readonly database: Database },
  { tenantId }: Context,
): Promise<Outcome<Answer<typeof secondFactorPolicy>>> {
  const [found] = await database.read(tenantId, {
    sql: 'select second_factor_roles from access_policies where tenant_id = $1',
    parameters: [tenantId],
  });
  const decided = found?.rows[0]?.['second_factor_roles'] as readonly Role[] | undefined;
  return done({
    roles: [...(decided ?? DEFAULT_SECOND_FACTOR_ROLES)],
    usual: decided === undefined,
  });
}

/** One rule for the whole tenant: who decides it administers all of it. */
export async function decidePolicy(
  access: Access,
  services: CommandServices,
  context: Context,
  { body, commandId }: CommandInput<typeof setSecondFactorPolicy>,
): Promise<Outcome<Answer<typeof setSecondFactorPolicy>>> {
  const { tenantId, actor } = context;
  const roles = ROLES.filter((role) => body.roles.includes(role));
  const decided = await command(services, context, {
    id: commandId,
    name: 'access.set_policy',
    body,
    opening: [
      {
        sql: 'select area_path from areas where tenant_id = $1 and parent_area_id is null',
        parameters: [tenantId],
      },
    ],
    decide: ([roots]) => {
      const paths = (roots?.rows ?? []).map((row) => String(row['area_path']));
      if (!paths.some((path) => reaches(actor, path, 'security_admin'))) {
        return refused({ code: 'access.not_allowed' });
      }
      const statement = {
        sql: `insert into access_policies (tenant_id, second_factor_roles) values ($1, $2)
          on conflict (tenant_id) do update set second_factor_roles = excluded.second_factor_roles`,
        parameters: [tenantId, JSON.stringify(roles)],
      };
      return done({
        answer: { roles: [...roles] },
        changes: [],
        // The spine raises it as well; said here, it holds wherever the statement goes.
        also: [statement, raiseAuthority(tenantId)],
      });
    },
  });
  if (decided.ok) {
    // The record lies with the accounts, so it follows the decision. Sent again, it is told again under the same command.
    await inAccounts(
      access,
      recordEvent(access.services, {
        kind: 'policy_changed',
        tenantId,
        detail: { by: actorName(actor), command: commandId, roles: roles.join(' ') },
      }),
    );
  }
  return decided;
}
