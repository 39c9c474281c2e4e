/** Runs inside a household's readable file: recalculates it, looks whether it shows what is sealed, and verifies its signature, without a network. */
import { recalculates, type Sealed, textToSign } from '../../rules/signed-document.ts';
import { showsKey, showsWhatIsSealed } from './shown.ts';

type Verdict =
  | 'checking'
  | 'recalculated'
  | 'differs'
  | 'signature_good'
  | 'signature_bad'
  | 'signature_unable';

function show(verdict: Verdict, holds = true): void {
  const place = document.querySelector<HTMLElement>(`[data-verdict="${verdict}"]`);
  if (place !== null) place.hidden = !holds;
}

function bytesOf(base64: string): Uint8Array<ArrayBuffer> {
  return Uint8Array.from(atob(base64), (sign) => sign.charCodeAt(0));
}

/** Null where the browser knows no Ed25519. */
async function isSigned({ document: signed, signature }: Sealed): Promise<boolean | null> {
  if (signature === null) return null;
  const text = new TextEncoder().encode(textToSign(signed));
  try {
    const key = await crypto.subtle.importKey(
      'spki',
      bytesOf(signature.publicKey),
      'Ed25519',
      false,
      ['verify'],
    );
    const good = await crypto.subtle.verify('Ed25519', key, bytesOf(signature.value), text);
    return good && (await showsKey(bytesOf(signature.publicKey)));
  } catch (fault) {
    // A damaged key or signature is a bad one; an unknown algorithm says nothing of it.
    return fault instanceof DOMException && fault.name === 'NotSupportedError' ? null : false;
  }
}

async function verify(): Promise<void> {
  const element = document.getElementById('sealed');
  const sealed = JSON.parse(element?.textContent ?? '') as Sealed;
  show('checking');
  show(holdsAnew(sealed) ? 'recalculated' : 'differs');
  show('checking', false);
  if (sealed.signature === null) return;
  const good = crypto.subtle === undefined ? null : await isSigned(sealed);
  if (good === null) show('signature_unable');
  else show(good ? 'signature_good' : 'signature_bad');
}

/** A scheme or facts that cannot even be read are not what was signed. */
function holdsAnew(sealed: Sealed): boolean {
  try {
    return recalculates(sealed.document) && showsWhatIsSealed(sealed.document);
  } catch {
    return false;
  }
}

verify().catch(() => show('differs'));
