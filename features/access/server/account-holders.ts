/** Which of some people have an account that opens: for the first steps of a new place. */
import type { PersonId, TenantId } from '#kernel/ids.ts';
import type { Access } from './access.ts';
import { inAccounts } from './accounts.ts';

export async function peopleWithAccount(
  access: Access,
  tenantId: TenantId,
  people: readonly PersonId[],
): Promise<ReadonlySet<PersonId>> {
  if (people.length === 0) return new Set();
  const [found] = await inAccounts(access, {
    sql: `select l.person_id from auth.account_links l join auth.accounts a on a.id = l.account_id
      where l.tenant_id = $1 and l.person_id = any($2::uuid[]) and a.disabled_at is null`,
    parameters: [tenantId, people],
  });
  return new Set((found?.rows ?? []).map((row) => row['person_id'] as PersonId));
}
