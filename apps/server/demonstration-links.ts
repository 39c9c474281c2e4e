/** One-time sign-in links for the people of the demonstration, new at each start. */
import {
  type Access,
  findAccountOfPerson,
  makeAccount,
  makeSignInLink,
} from '#features/access/server/public.ts';
import type { PersonId, TenantId } from '#kernel/ids.ts';
import { raiseAuthority } from '#platform/authority/raise-authority.ts';
import { allTenants } from '#platform/tenants/tenants.ts';
import type { Installation } from './services.ts';

export interface SignInLink {
  readonly name: string;
  readonly token: string;
}

const MADE_BY = 'system:demo';
/** Codes of the people who get links, from demo/units.ts. */
const PREFIX = 'demo-';

export async function makeLinks(
  { services }: Installation,
  access: Access,
): Promise<readonly SignInLink[]> {
  const links: SignInLink[] = [];
  for (const { tenantId, demonstration } of await allTenants(services.database)) {
    if (!demonstration) continue;
    await withoutSecondFactor(services, tenantId);
    const [found] = await services.database.read(tenantId, {
      sql: `select person_id, name, code from people
        where tenant_id = $1 and code >= $2 and code < $3 order by person_id`,
      parameters: [tenantId, PREFIX, `${PREFIX}~`],
    });
    for (const row of found?.rows ?? []) {
      const personId = row['person_id'] as PersonId;
      const accountId = await accountOf(access, { tenantId, personId });
      const { token } = await makeSignInLink(access, accountId, MADE_BY);
      links.push({ name: String(row['name']), token });
    }
  }
  return links;
}

/** Who looks at a demonstration has no authenticator at hand; a real place keeps the rule. */
async function withoutSecondFactor(
  { database }: Installation['services'],
  tenantId: TenantId,
): Promise<void> {
  const policy = {
    sql: `insert into access_policies (tenant_id, second_factor_roles) values ($1, '[]')
      on conflict (tenant_id) do nothing`,
    parameters: [tenantId],
  };
  await database.write(tenantId, [policy, raiseAuthority(tenantId)], async () => undefined);
}

async function accountOf(
  access: Access,
  { tenantId, personId }: { tenantId: TenantId; personId: PersonId },
) {
  const known = await findAccountOfPerson(access, tenantId, personId);
  if (known) return known.accountId;
  const made = await makeAccount(access, { tenantId, personId, madeBy: MADE_BY });
  if (!made.ok) throw new Error(`refused: ${JSON.stringify(made.refusal)}`);
  return made.value.accountId;
}
