/** The code a screen shows to be paired: read across a room, typed once. */

/** Without 0 O 1 I L, which are taken for one another. */
const ALPHABET = '23456789ABCDEFGHJKMNPQRSTUVWXYZ';
const LENGTH = 8;

/** Milliseconds a code holds: long enough to walk to a desk. */
export const PAIRING_LIFE_MS = 10 * 60_000;

/**
 * A code of eight characters, 31 to the eighth power of them (about 40 bits).
 * @param random at least eight bytes
 */
export function makePairingCode(random: Uint8Array): string {
  return Array.from(random.subarray(0, LENGTH), (byte) => ALPHABET[byte % ALPHABET.length]).join(
    '',
  );
}

/** As it is read: `ABCD-EFGH`. */
export function spelledCode(code: string): string {
  return `${code.slice(0, LENGTH / 2)}-${code.slice(LENGTH / 2)}`;
}

/** As it is kept: what was typed, without spaces and dashes, in capitals. */
export function typedCode(typed: string): string {
  return typed.replaceAll(/[\s\-–—－]/g, '').toUpperCase();
}
