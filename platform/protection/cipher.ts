/** AES-256-GCM of one value, its algorithm and key id beside it. Pure but for the random bytes. */
import { createCipheriv, createDecipheriv, randomBytes } from 'node:crypto';
import type { DerivedKey } from './keys.ts';
import { secretKey } from './secret-key.ts';

/** Algorithm id; a new algorithm gets a new one, old values keep theirs. */
const ALGORITHM = 'a1';
const NONCE = 12;
const TAG = 16;

/** @param bound what the value belongs to; it opens only under the same text */
export function encrypt(key: DerivedKey, bound: string, plain: Uint8Array): string {
  const nonce = randomBytes(NONCE);
  const cipher = createCipheriv('aes-256-gcm', secretKey(key.bytes), nonce, { authTagLength: TAG });
  cipher.setAAD(Buffer.from(bound));
  const body = Buffer.concat([nonce, cipher.update(plain), cipher.final(), cipher.getAuthTag()]);
  return `${ALGORITHM}.${key.id}.${body.toString('base64url')}`;
}

/** The id of the key a stored value was made with. @throws Error where the text is no stored value */
export function keyIdOf(stored: string): string {
  const [algorithm, keyId] = stored.split('.');
  if (algorithm !== ALGORITHM || keyId === undefined) throw new Error('not a protected value');
  return keyId;
}

/** @throws Error where the value was changed, moved to another place, or the key is not its own */
export function decrypt(key: DerivedKey, bound: string, stored: string): Buffer {
  const body = Buffer.from(stored.split('.')[2] ?? '', 'base64url');
  if (body.length < NONCE + TAG) throw new Error('not a protected value');
  const nonce = body.subarray(0, NONCE);
  const decipher = createDecipheriv('aes-256-gcm', secretKey(key.bytes), nonce, {
    authTagLength: TAG,
  });
  decipher.setAAD(Buffer.from(bound));
  decipher.setAuthTag(body.subarray(body.length - TAG));
  return Buffer.concat([decipher.update(body.subarray(NONCE, -TAG)), decipher.final()]);
}
