/** Which person an account is in a tenant. */
import type { PersonId, TenantId } from '#kernel/ids.ts';

export interface AccountLink {
  readonly tenantId: TenantId;
  readonly personId: PersonId;
}

/** A link as a session reads it, with what of the tenant is read along. */
export interface PresentLink extends AccountLink {
  /** The tenant's authority revision, as old as the session's row: what is read later is no older. */
  readonly authority: number;
}
