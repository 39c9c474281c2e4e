/** Gives a person of a tenant an account. */
import { randomBytes } from 'node:crypto';
import type { AccountId, PersonId, TenantId } from '#kernel/ids.ts';
import { done, type Outcome, refused } from '#kernel/outcome.ts';
import { DatabaseError, type Statement } from '#platform/database/database.ts';
import { isSignInName, makeSignInName, normaliseSignInName } from '../rules/sign-in-name.ts';
import type { Access } from './access.ts';
import { recordEvent } from './access-events.ts';
import { inAccounts } from './accounts.ts';

export interface NewAccount {
  readonly tenantId: TenantId;
  readonly personId: PersonId;
  /** Made at random where absent. */
  readonly signInName?: string | undefined;
  /** As `actorName` writes it. */
  readonly madeBy: string;
}

/**
 * Makes an account without a password; a sign-in link opens it first.
 * @returns `access.name_invalid`, `access.name_taken`, `access.account_exists`
 */
export async function makeAccount(
  access: Access,
  wanted: NewAccount,
): Promise<Outcome<{ readonly accountId: AccountId; readonly signInName: string }>> {
  const signInName = normaliseSignInName(wanted.signInName ?? makeSignInName(randomBytes(8)));
  if (!isSignInName(signInName)) {
    return refused({ code: 'access.name_invalid', field: 'signInName' });
  }
  const accountId = access.services.ids.next<AccountId>();
  const { tenantId, personId, madeBy } = wanted;
  try {
    await inAccounts(
      access,
      insertAccount(accountId, signInName, access.services.clock.now()),
      linkAccount({ accountId, tenantId, personId }, access.services.clock.now()),
      recordEvent(access.services, {
        kind: 'account_created',
        accountId,
        tenantId,
        detail: { by: madeBy },
      }),
    );
  } catch (error) {
    if (!(error instanceof DatabaseError) || error.code !== '23505') throw error;
    return error.table === 'account_links'
      ? refused({ code: 'access.account_exists', field: 'personId' })
      : refused({ code: 'access.name_taken', field: 'signInName' });
  }
  return done({ accountId, signInName });
}

/** Makes an account that is there already a person in one more tenant. */
export async function addToTenant(
  access: Access,
  link: { readonly accountId: AccountId; readonly tenantId: TenantId; readonly personId: PersonId },
): Promise<void> {
  await inAccounts(access, linkAccount(link, access.services.clock.now()));
}

/** The e-mail is of a reserved domain (RFC 2606) and never used: the library wants one. */
function insertAccount(accountId: AccountId, signInName: string, now: number): Statement {
  return {
    sql: `insert into auth.accounts
      (id, name, email, email_verified, username, created_at, updated_at)
      values ($1, $2, $3, false, $2, $4, $4)`,
    parameters: [
      accountId,
      signInName,
      `${signInName}@accounts.invalid`,
      new Date(now).toISOString(),
    ],
  };
}

function linkAccount(
  link: { readonly accountId: AccountId; readonly tenantId: TenantId; readonly personId: PersonId },
  now: number,
): Statement {
  return {
    sql:
      'insert into auth.account_links (account_id, tenant_id, person_id, created_at) ' +
      'values ($1, $2, $3, $4)',
    parameters: [link.accountId, link.tenantId, link.personId, new Date(now).toISOString()],
  };
}
