/** Signs statements with an Ed25519 key that lies in a file of its own. */
import { createHash, createPrivateKey, createPublicKey, type KeyObject, sign } from 'node:crypto';
import { done } from '#kernel/outcome.ts';
import { textOf } from './scheme-file.ts';
import { type Stopped, stopped } from './told.ts';

export interface Signer {
  /** The public key, SubjectPublicKeyInfo in base64. */
  readonly publicKey: string;
  /** SHA-256 of it, in groups people can compare. */
  readonly fingerprint: string;
  /** Base64 of the signature over a text. */
  sign(text: string): string;
}

/** @param path of a private key as PEM; none where files stay unsigned */
export function signerFrom(path: string | undefined): Stopped<Signer | undefined> {
  if (path === undefined) return done(undefined);
  const key = keyIn(textOf(path));
  if (key?.asymmetricKeyType !== 'ed25519') return stopped('key_bad', { file: path });
  const der = createPublicKey(key).export({ type: 'spki', format: 'der' });
  return done({
    publicKey: der.toString('base64'),
    fingerprint: fingerprintOf(der),
    sign: (text) => sign(null, Buffer.from(text, 'utf8'), key).toString('base64'),
  });
}

function keyIn(text: string | undefined): KeyObject | undefined {
  try {
    return text === undefined ? undefined : createPrivateKey(text);
  } catch {
    // Whatever is wrong with it, it is no key to sign with.
    return undefined;
  }
}

function fingerprintOf(publicKey: Uint8Array): string {
  const digest = createHash('sha256').update(publicKey).digest('hex');
  return digest.match(/.{4}/g)?.join(' ') ?? digest;
}
