/** From the account's session to the person: name, posts and what is still missing, from memory or in one flight. */
import type { TenantId } from '#kernel/ids.ts';
import { legalDay } from '#kernel/period.ts';
import type { Role } from '#kernel/role.ts';
import type { Rows, Statement } from '#platform/database/database.ts';
import type { SignInStep } from '../contract.ts';
import { DEFAULT_SECOND_FACTOR_ROLES, needsSecondFactor } from '../rules/second-factor.ts';
import type { Access } from './access.ts';
import type { AccountLink } from './account-link.ts';
import { grantsOfPosts } from './appointment-source.ts';
import type { KnownPerson } from './known-people.ts';
import type { AccountSession } from './session-rows.ts';
import type { TenantEntry } from './tenant-directory.ts';

export interface PersonSession extends Pick<KnownPerson, 'holdings' | 'grants'> {
  readonly account: AccountSession;
  readonly link: AccountLink;
  readonly tenant: TenantEntry;
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
  const now = access.services.clock.now();
  const day = legalDay(now, tenant.timeZone);
  const person = await access.findPerson(link, { day, now }, () => readPerson(access, link, day));
  if (!person) return undefined;
  const { holdings, grants, secondFactorRoles } = person;
  const held = grants.map(({ role }) => role);
  const complete = account.secondFactor || !needsSecondFactor(held, secondFactorRoles);
  return { account, link, tenant, holdings, grants, complete };
}

async function readPerson(
  { services, appointments }: Access,
  { tenantId, personId }: AccountLink,
  day: string,
): Promise<KnownPerson | undefined> {
  const [policy, ...answers] = await services.database.read(
    tenantId,
    findPolicy(tenantId),
    ...appointments.statements(tenantId, personId, day),
  );
  const holdings = appointments.read(answers);
  if (!holdings) return undefined;
  return { holdings, grants: grantsOfPosts(holdings.posts), secondFactorRoles: rolesOf(policy) };
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
