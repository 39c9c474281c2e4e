/** The key that signs statements on the command line, from a file of its own. */
import { createPrivateKey, type KeyObject } from 'node:crypto';
import { done } from '#kernel/outcome.ts';
import { type Signer, signerOf } from '../server/statement/signer.ts';
import { textOf } from './scheme-file.ts';
import { type Stopped, stopped } from './told.ts';

/** @param path of a private key as PEM; none where files stay unsigned */
export function signerFrom(path: string | undefined): Stopped<Signer | undefined> {
  if (path === undefined) return done(undefined);
  const key = keyIn(textOf(path));
  if (key?.asymmetricKeyType !== 'ed25519') return stopped('key_bad', { file: path });
  return done(signerOf(key));
}

function keyIn(text: string | undefined): KeyObject | undefined {
  try {
    return text === undefined ? undefined : createPrivateKey(text);
  } catch {
    // Whatever is wrong with it, it is no key to sign with.
    return undefined;
  }
}
