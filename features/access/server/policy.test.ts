/** Which roles give a second factor: decided for the whole tenant, and told in the record. */
import { describe, expect, it } from 'vitest';
import type { Context } from '#kernel/context.ts';
import type { Role } from '#kernel/role.ts';
import { engines, useDatabase } from '#tests/engines/engines.ts';
import { administratorOf } from '#tests/worlds/administrator.ts';
import { foundDistrict } from '#tests/worlds/district.ts';
import { DEFAULT_SECOND_FACTOR_ROLES } from '../rules/second-factor.ts';
import { inAccounts } from './accounts.ts';
import { decidePolicy, showPolicy } from './policy.ts';
import { createAccess, tenantsTable } from './public.ts';

describe.each(engines)('the rule of the second factor on the %s engine', (engine) => {
  const database = useDatabase(engine);

  it('is the usual one until who administers all of the tenant decides another, and stands in the record', async () => {
    const world = await foundDistrict(database());
    const { services, system, tenantId } = world;
    const access = createAccess(services, {
      appointments: { statements: () => [], read: () => undefined },
      tenants: tenantsTable(services),
    });
    const commandId = world.commandId();
    const decide = (context: Context, roles: Role[]) =>
      decidePolicy(access, services, context, {
        params: undefined,
        query: undefined,
        body: { roles },
        commandId,
      });
    expect(await showPolicy(services, system)).toEqual({
      ok: true,
      value: { roles: DEFAULT_SECOND_FACTOR_ROLES, usual: true },
    });
    expect(await decide(administratorOf(world, 'security_admin', 'north'), [])).toMatchObject({
      ok: false,
      refusal: { code: 'access.not_allowed' },
    });
    const decided = await decide(administratorOf(world, 'security_admin', 'district'), [
      'security_admin',
      'handler',
    ]);
    expect(decided).toEqual({ ok: true, value: { roles: ['handler', 'security_admin'] } });
    expect(await showPolicy(services, system)).toEqual({
      ok: true,
      value: { roles: ['handler', 'security_admin'], usual: false },
    });
    const [told] = await inAccounts(access, {
      sql: `select detail->>'roles' as roles from auth.access_events
        where tenant_id = $1 and kind = 'policy_changed'`,
      parameters: [tenantId],
    });
    expect(told?.rows).toEqual([{ roles: 'handler security_admin' }]);
  });
});
