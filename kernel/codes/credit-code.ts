/**
 * Unified social credit code (GB 32100): 18 characters of an alphabet without
 * I, O, S, V, Z. Characters 9 to 17 are the organisation code (GB 11714) with
 * a check character of its own. Party branches usually have none.
 */
import { done, type Outcome, refused } from '../outcome.ts';

const ALPHABET = '0123456789ABCDEFGHJKLMNPQRTUWXY';
const FORM = /^[0-9A-HJ-NPQRTUWXY]{2}\d{6}[0-9A-HJ-NPQRTUWXY]{10}$/;
const ORGANISATION_WEIGHTS = [3, 7, 9, 10, 5, 8, 4, 2];

/** The code in its normal form (no spaces, upper case); refuses `code.form` and `code.check_digit`. */
export function creditCode(text: string): Outcome<string> {
  const code = text.replace(/[\s-]/g, '').toUpperCase();
  if (!FORM.test(code)) return refused({ code: 'code.form' });
  const right = creditCheck(code) === code[17] && organisationCheck(code.slice(8, 16)) === code[16];
  return right ? done(code) : refused({ code: 'code.check_digit' });
}

/** Check character of the first 17: weights are powers of 3 modulo 31. */
export function creditCheck(code: string): string {
  let weight = 1;
  let sum = 0;
  for (const character of code.slice(0, 17)) {
    sum += ALPHABET.indexOf(character) * weight;
    weight = (weight * 3) % 31;
  }
  return ALPHABET.charAt((31 - (sum % 31)) % 31);
}

/** Check character of an organisation code's first eight (GB 11714; letters count from 10, I, O and S too). */
export function organisationCheck(code: string): string {
  const sum = ORGANISATION_WEIGHTS.reduce(
    (total, weight, index) => total + weight * Number.parseInt(code.charAt(index), 36),
    0,
  );
  const check = (11 - (sum % 11)) % 11;
  return check === 10 ? 'X' : String(check);
}
