/**
 * Whether a password is one that is tried first. The list is made from
 * `common-words.ts`: word × tail (× mark between or behind), years included,
 * in both orders; letters written as digits and signs are read as letters.
 */
import { MARKS, TAILS, WORDS } from './common-words.ts';

const YEARS = Array.from({ length: 81 }, (_, index) => String(1950 + index));
const TAIL_SET = new Set(['', ...TAILS, ...YEARS, ...WORDS.filter((word) => word.length <= 3)]);
const WORD_SET = new Set(WORDS);
const LONGEST_TAIL = Math.max(...[...TAIL_SET].map((tail) => tail.length));

/** p@ssw0rd reads as password. */
const LOOKALIKES: Readonly<Record<string, string>> = {
  '@': 'a',
  '4': 'a',
  '3': 'e',
  '1': 'l',
  '!': 'i',
  '0': 'o',
  $: 's',
  '5': 's',
  '7': 't',
};

/** How many different passwords the list has, before letters are written as digits. */
export function listedPasswords(): number {
  return WORD_SET.size * TAIL_SET.size * MARKS.length * 2;
}

/**
 * True for a listed password, a number alone (telephone, birthday, QQ), or the
 * same few characters over and over. Case does not matter.
 */
export function isCommonPassword(password: string): boolean {
  const lower = password.trim().toLowerCase();
  return /^\d{0,18}$/.test(lower) || repeatsItself(lower) || isListed(lower);
}

/** One to four characters repeated to the end: `aaaaaaaaaa`, `ab12ab12ab12`. */
function repeatsItself(text: string): boolean {
  return /^(.{1,4})\1+$/su.test(text);
}

function isListed(text: string): boolean {
  const bare = trimMarks(text);
  return splits(bare).some(
    ([head, tail]) => isWordWithTail(head, tail) || isWordWithTail(tail, head),
  );
}

function isWordWithTail(word: string, tail: string): boolean {
  const bareWord = trimMarks(word);
  const bareTail = trimMarks(tail);
  const known = readings(bareWord).some((read) => WORD_SET.has(read) || isDoubled(read));
  return known && (TAIL_SET.has(bareTail) || isDate(bareTail));
}

function readings(text: string): readonly string[] {
  return [text, text.replaceAll(/[@431!0$57]/g, (sign) => LOOKALIKES[sign] ?? sign)];
}

/** passwordpassword */
function isDoubled(text: string): boolean {
  const half = text.slice(0, text.length / 2);
  return text.length % 2 === 0 && half.length > 2 && text === half + half && WORD_SET.has(half);
}

/** Every way to cut the text into word and tail. */
function splits(text: string): readonly (readonly [string, string])[] {
  const cut = Array.from({ length: text.length + 1 }, (_, at) => at);
  return cut
    .filter((at) => at <= LONGEST_TAIL + 2 || text.length - at <= LONGEST_TAIL + 2)
    .map((at) => [text.slice(0, at), text.slice(at)] as const);
}

function trimMarks(text: string): string {
  return text.replaceAll(/^[!@#._*?~]+|[!@#._*?~]+$/g, '');
}

/** Birthdays: 19880818, 880818, 0818. */
function isDate(text: string): boolean {
  const month = '(0[1-9]|1[0-2])';
  const day = '(0[1-9]|[12]\\d|3[01])';
  return new RegExp(`^((19|20)?\\d{2})?${month}${day}$`).test(text);
}
