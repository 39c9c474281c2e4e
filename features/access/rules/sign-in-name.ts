/**
 * Sign-in names are opaque: neither a phone number nor an identity number, so
 * that a list of them tells nothing about the people.
 */
const FORM = /^[a-z0-9][a-z0-9_.]{2,29}$/;
const PHONE = /^1[3-9]\d{9}$/;
const IDENTITY_NUMBER = /^(\d{15}|\d{17}[\dx])$/;

/** Letters and digits that are not mistaken for one another when read aloud or on paper. */
const ALPHABET = 'abcdefghjkmnpqrstuvwxyz23456789';

/** The form under which a name is stored and looked up. */
export function normaliseSignInName(name: string): string {
  return name.trim().toLowerCase();
}

/** True where the normalised name may be a sign-in name. */
export function isSignInName(name: string): boolean {
  return FORM.test(name) && !PHONE.test(name) && !IDENTITY_NUMBER.test(name);
}

/**
 * A sign-in name from random bytes, eight characters after the letter u.
 * @param random at least eight bytes
 */
export function makeSignInName(random: Uint8Array): string {
  const characters = Array.from(random.subarray(0, 8), (byte) =>
    ALPHABET.charAt(byte % ALPHABET.length),
  );
  return `u${characters.join('')}`;
}
