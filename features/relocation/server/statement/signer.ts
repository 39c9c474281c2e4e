/** Signs statements with an Ed25519 key (ADR 0032), wherever the key comes from. */
import { createHash, createPublicKey, type KeyObject, sign } from 'node:crypto';

export interface Signer {
  /** The public key, SubjectPublicKeyInfo in base64. */
  readonly publicKey: string;
  /** SHA-256 of it, in groups people can compare. */
  readonly fingerprint: string;
  /** Base64 of the signature over a text. */
  sign(text: string): string;
}

/** @param key an Ed25519 private key */
export function signerOf(key: KeyObject): Signer {
  const der = createPublicKey(key).export({ type: 'spki', format: 'der' });
  return {
    publicKey: der.toString('base64'),
    fingerprint: fingerprintOf(der),
    sign: (text) => sign(null, Buffer.from(text, 'utf8'), key).toString('base64'),
  };
}

function fingerprintOf(publicKey: Uint8Array): string {
  const digest = createHash('sha256').update(publicKey).digest('hex');
  return digest.match(/.{4}/g)?.join(' ') ?? digest;
}
