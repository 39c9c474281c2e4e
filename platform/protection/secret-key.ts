/** A key as node's ciphers and hashes want it. */
import { createSecretKey, type KeyObject } from 'node:crypto';

const known = new WeakMap<Uint8Array, KeyObject>();

/** Made once for the same bytes: handed the bytes, node makes a key of them at every use, which costs more than the hash. */
export function secretKey(bytes: Uint8Array): KeyObject {
  let key = known.get(bytes);
  if (key === undefined) {
    key = createSecretKey(bytes);
    known.set(bytes, key);
  }
  return key;
}
