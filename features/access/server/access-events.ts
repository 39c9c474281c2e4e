/**
 * The record of what happens to accounts and sessions. It stands apart from the
 * tenants' audit chains: signing in belongs to no aggregate and, before it
 * succeeds, to no tenant. The role of accounts may only append to it.
 */
import type { Clock } from '#kernel/context.ts';
import type { AccountId, EventId, Ids, TenantId } from '#kernel/ids.ts';
import type { Statement } from '#platform/database/database.ts';

export const ACCESS_EVENTS = [
  'signed_in',
  'sign_in_failed',
  'locked_out',
  'code_failed',
  'code_reused',
  'signed_out',
  'session_revoked',
  'tenant_chosen',
  'password_changed',
  'second_factor_enrolled',
  'second_factor_reset',
  'link_made',
  'link_used',
  'account_created',
  'account_disabled',
  'account_enabled',
  'device_paired',
  'policy_changed',
] as const;
export type AccessEventKind = (typeof ACCESS_EVENTS)[number];

export interface AccessEvent {
  readonly kind: AccessEventKind;
  readonly accountId?: AccountId | undefined;
  readonly tenantId?: TenantId | undefined;
  /** Never a password, a code, a token or a name that no account has. */
  readonly detail?: Readonly<Record<string, string | number | boolean | null>>;
}

export function recordEvent(
  { clock, ids }: { readonly clock: Clock; readonly ids: Ids },
  { kind, accountId, tenantId, detail = {} }: AccessEvent,
): Statement {
  return {
    sql:
      'insert into auth.access_events (event_id, happened_at, kind, account_id, tenant_id, detail) ' +
      'values ($1, $2, $3, $4, $5, $6)',
    parameters: [
      ids.next<EventId>(),
      new Date(clock.now()).toISOString(),
      kind,
      accountId ?? null,
      tenantId ?? null,
      JSON.stringify(detail),
    ],
  };
}
