/** The protected columns of a person and what is derived from them. */
import type { TenantId } from '#kernel/ids.ts';
import type { Change } from '#platform/command/change.ts';
import { maskPhone } from '#platform/protection/masks.ts';
import type { Protection } from '#platform/protection/protection.ts';

export interface Confidential {
  readonly phone: string | undefined;
  /** In its normal form. */
  readonly identityNumber: string | undefined;
  readonly membership: string | undefined;
}

export function personColumns(
  protection: Protection,
  tenantId: TenantId,
  { phone, identityNumber, membership }: Confidential,
): Required<Pick<Change, 'protected' | 'derived'>> {
  const keep = (field: string, plain: string | undefined) =>
    plain === undefined ? null : protection.protect(tenantId, `people.${field}`, plain);
  return {
    protected: {
      phone: keep('phone', phone),
      identityNumber: keep('identity_number', identityNumber),
      membership: keep('membership', membership),
    },
    derived: {
      phoneHash: phone === undefined ? null : searchHash(protection, tenantId, 'phone', phone),
      phoneMasked: phone === undefined ? null : maskPhone(phone),
      identityHash:
        identityNumber === undefined ? null : identityHash(protection, tenantId, identityNumber),
    },
  };
}

/** Keyed hash by which two people with one identity number meet. */
export function identityHash(
  protection: Protection,
  tenantId: TenantId,
  number: string,
): string | null {
  return searchHash(protection, tenantId, 'identity_number', number);
}

function searchHash(
  protection: Protection,
  tenantId: TenantId,
  field: string,
  plain: string,
): string | null {
  return protection.searchHashes(tenantId, `people.${field}`, plain)[0] ?? null;
}

/** A phone number as it is kept: without spaces and dashes; undefined where nothing is left. */
export function plainPhone(text: string | null | undefined): string | undefined {
  return text?.replaceAll(/[\s-]/g, '') || undefined;
}
