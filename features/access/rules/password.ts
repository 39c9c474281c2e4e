/** The rules a new password has to keep. */
import { done, type Outcome, refused } from '#kernel/outcome.ts';
import { isCommonPassword } from './common-password.ts';

export const SHORTEST_PASSWORD = 10;
/** Longer ones would make hashing a way to tire the server. */
export const LONGEST_PASSWORD = 128;

/**
 * Accepts a new password: 10 to 128 characters, not common, and not the
 * sign-in name with something around it.
 * @returns the password, or `access.password_short`, `input.too_long`, `access.password_common`
 */
export function acceptPassword(password: string, signInName: string): Outcome<string> {
  const length = [...password].length;
  if (length < SHORTEST_PASSWORD) {
    return refused({
      code: 'access.password_short',
      field: 'newPassword',
      detail: { minimum: SHORTEST_PASSWORD },
    });
  }
  if (length > LONGEST_PASSWORD) {
    return refused({
      code: 'input.too_long',
      field: 'newPassword',
      detail: { limit: LONGEST_PASSWORD },
    });
  }
  if (isCommonPassword(password) || isMostlyName(password, signInName)) {
    return refused({ code: 'access.password_common', field: 'newPassword' });
  }
  return done(password);
}

/** The name, with fewer than six characters of its own around it. */
function isMostlyName(password: string, signInName: string): boolean {
  const lower = password.toLowerCase();
  const name = signInName.toLowerCase();
  return name !== '' && lower.includes(name) && lower.length - name.length < 6;
}
