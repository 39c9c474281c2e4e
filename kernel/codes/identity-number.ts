/**
 * Citizen identity number (GB 11643): address 6, birth date 8, order 3, check
 * character. Cards of 15 digits and residence permits of Hong Kong, Macao and
 * Taiwan (81, 82, 83) exist. Sex and age are not derived: they are no truth.
 */
import { Temporal } from 'temporal-polyfill';
import { done, type Outcome, refused } from '../outcome.ts';

interface IdentityNumber {
  /** Without spaces, the check character X in upper case. */
  readonly number: string;
  readonly kind: 'citizen' | 'old_15' | 'residence_permit';
}

const WEIGHTS = [7, 9, 10, 5, 8, 4, 2, 1, 6, 3, 7, 9, 10, 5, 8, 4, 2];
const CHECKS = '10X98765432';

/**
 * Reads an identity number.
 * Refuses `code.form`, `input.impossible_date` (a birth date that is none), `code.check_digit`.
 */
export function identityNumber(text: string): Outcome<IdentityNumber> {
  const number = text.replace(/[\s-]/g, '').toUpperCase();
  if (/^[1-8]\d{14}$/.test(number)) {
    return isDate(`19${number.slice(6, 12)}`)
      ? done({ number, kind: 'old_15' })
      : refused({ code: 'input.impossible_date' });
  }
  if (!/^[1-8]\d{16}[\dX]$/.test(number)) return refused({ code: 'code.form' });
  if (!isDate(number.slice(6, 14))) return refused({ code: 'input.impossible_date' });
  if (identityCheck(number) !== number[17]) return refused({ code: 'code.check_digit' });
  return done({ number, kind: /^8[123]/.test(number) ? 'residence_permit' : 'citizen' });
}

/** Check character of the first 17 digits (ISO 7064 MOD 11-2). */
export function identityCheck(digits: string): string {
  const sum = WEIGHTS.reduce((total, weight, index) => total + weight * Number(digits[index]), 0);
  return CHECKS.charAt(sum % 11);
}

function isDate(digits: string): boolean {
  try {
    Temporal.PlainDate.from(`${digits.slice(0, 4)}-${digits.slice(4, 6)}-${digits.slice(6, 8)}`, {
      overflow: 'reject',
    });
    return true;
  } catch {
    return false;
  }
}
