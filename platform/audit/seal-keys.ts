/** The key that signs seals, from the secrets: never in the database. */
import { createHash, createPublicKey, type KeyObject } from 'node:crypto';
import type { SealKeys } from './seal.ts';

/**
 * @param privateKey Ed25519, signs new seals
 * @param earlier public keys of those rotated out: their seals stay verifiable
 */
export function sealKeysOf(privateKey: KeyObject, earlier: readonly KeyObject[] = []): SealKeys {
  const own = createPublicKey(privateKey);
  const known = new Map([own, ...earlier].map((key) => [fingerprint(key), key]));
  return {
    current: { id: fingerprint(own), privateKey },
    publicKey: (id) => known.get(id),
  };
}

/** Names a key by itself: the first 16 hex digits of SHA-256 over its SPKI form. */
function fingerprint(key: KeyObject): string {
  const spki = key.export({ type: 'spki', format: 'der' });
  return createHash('sha256').update(spki).digest('hex').slice(0, 16);
}
