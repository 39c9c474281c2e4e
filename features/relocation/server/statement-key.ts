/**
 * The key with which an authority signs statements (ADR 0033): one for each
 * tenant, derived from the installation's master key, so that no database and
 * no file but the secrets holds it.
 */
import { createPrivateKey } from 'node:crypto';
import type { TenantId } from '#kernel/ids.ts';
import type { DerivedKey, Keys } from '#platform/protection/keys.ts';
import { type Signer, signerOf } from './statement/signer.ts';

/** What stands before the 32 bytes of an Ed25519 key in its PKCS #8 form (RFC 8410). */
const PKCS8 = Buffer.from('302e020100300506032b657004220420', 'hex');

export interface HasKeys {
  readonly keys: Keys;
}

const signers = new WeakMap<DerivedKey, Signer>();

/** The signer of today. */
export function statementSigner({ keys }: HasKeys, tenantId: TenantId): Signer {
  return signerFrom(keys.current('statements', tenantId));
}

/** Fingerprints under which statements were signed: today's first, then those of keys rotated out. */
export function statementFingerprints({ keys }: HasKeys, tenantId: TenantId): readonly string[] {
  return keys.ids.flatMap((id) => {
    const key = keys.find('statements', tenantId, id);
    return key === undefined ? [] : [signerFrom(key).fingerprint];
  });
}

function signerFrom(derived: DerivedKey): Signer {
  const known = signers.get(derived);
  if (known !== undefined) return known;
  const der = Buffer.concat([PKCS8, derived.bytes]);
  const made = signerOf(createPrivateKey({ key: der, format: 'der', type: 'pkcs8' }));
  signers.set(derived, made);
  return made;
}
