/** From the account's session to the person: name, posts and what is still missing, in one tenant flight. */
import type { TenantId } from '#kernel/ids.ts';
import { legalDay } from '#kernel/period.ts';
import type { Role } from '#kernel/role.ts';
import type { Rows, Statement } from '#platform/database/database.ts';
import type { SignInStep } from '../contract.ts';
import { DEFAULT_SECOND_FACTOR_ROLES, needsSecondFactor } from '../rules/second-factor.ts';
import type { Access } from './access.ts';
import type { AccountLink, AccountSession } from './account-session.ts';
import type { PersonHoldings } from './appointment-source.ts';
import type { TenantEntry } from './tenant-directory.ts';

export interface PersonSession {
  readonly account: AccountSession;
  readonly link: AccountLink;
  readonly tenant: TenantEntry;
  readonly holdings: PersonHoldings;
  /** False where a held role needs a second factor that this session has not given. */
  readonly complete: boolean;
}

/** Undefined where no tenant is chosen, or the person is not (or no longer) there. */
export async function findPersonSession(
  access: Access,
  account: AccountSession,
): Promise<PersonSession | undefined> {
  const { link } = account;
  if (!link) return undefined;
  const [tenant] = await access.tenants.findTenants([link.tenantId]);
  if (!tenant) return undefined;
  const day = legalDay(access.services.clock.now(), tenant.timeZone);
  const [policy, ...answers] = await access.services.database.read(
    link.tenantId,
    findPolicy(link.tenantId),
    ...access.appointments.statements(link.tenantId, link.personId, day),
  );
  const holdings = access.appointments.read(answers);
  if (!holdings) return undefined;
  const held = holdings.posts.flatMap((post) => post.roles);
  const complete = account.secondFactor || !needsSecondFactor(held, rolesOf(policy));
  return { account, link, tenant, holdings, complete };
}

/** What the signed-in person has to do next. */
export async function nextStep(access: Access, account: AccountSession): Promise<SignInStep> {
  if (!account.link && account.links.length > 1) return { next: 'choose_tenant' };
  const person = await findPersonSession(access, account);
  return { next: person && !person.complete ? 'enrol_second_factor' : 'done' };
}

function findPolicy(tenantId: TenantId): Statement {
  return {
    sql: 'select second_factor_roles from access_policies where tenant_id = $1',
    parameters: [tenantId],
  };
}

function rolesOf(policy: Rows | undefined): readonly Role[] {
  const row = policy?.rows[0];
  return row ? (row['second_factor_roles'] as readonly Role[]) : DEFAULT_SECOND_FACTOR_ROLES;
}
