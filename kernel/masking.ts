/**
 * Masks phone, identity and bank card numbers in free text, before it reaches a list, a
 * search index, a tile, a webhook or open data. It rather masks a number too
 * many than one too few, but leaves dates, amounts, door numbers and codes of
 * divisions alone.
 */
import phoneWords from './phone-words.json' with { type: 'json' };

const MASK = '*';
/** What people put between digits: spaces, dots, hyphens, dashes, also full width. */
const GAP = '[\\s.\\-‐-―－　·]{0,3}';
const DIGIT = '[0-9０-９]';
const spaced = (count: number): string => `(?:${GAP}${DIGIT}){${count}}`;

/** Begins where no digit precedes and ends where none follows; letters may stick to it (wx138…). */
const whole = (body: string): RegExp => new RegExp(`(?<!${DIGIT})${body}(?!${DIGIT})`, 'gi');

/** With a birth year from 1800 to 2099, which hardly any other number of 18 digits has. */
const IDENTITY_18 = whole(
  `[1-8１-８]${spaced(5)}${GAP}(?:[1１]${GAP}[89８９]|[2２]${GAP}[0０])${spaced(9)}${GAP}[0-9０-９XxＸｘ]`,
);
const IDENTITY_15 = whole(`[1-8１-８]${spaced(14)}`);
/** With or without the country's code (+86, 0086, 86). */
const MOBILE = whole(
  `(?:(?:[+＋]|[0０]{2})?${GAP}[8８]${GAP}[6６]${GAP})?[1１]${GAP}[3-9３-９]${spaced(9)}`,
);
/** Area code with zero, then seven or eight digits. */
const LANDLINE = whole(
  `(?:[(（]${GAP}[0０]${spaced(2)}(?:${GAP}${DIGIT})?${GAP}[)）]${GAP}|[0０]${spaced(2)}(?:${GAP}${DIGIT})?${GAP})[2-9２-９]${spaced(6)}(?:${GAP}${DIGIT})?`,
);
/** Bank cards of this country: 16 to 19 digits from 62 on. */
const CARD = whole(`[6６]${GAP}[2２]${spaced(14)}(?:${GAP}${DIGIT}){0,3}`);
/** Seven or eight digits are like any other number, unless the text calls them a telephone. */
const CALLED = new RegExp(
  `(?<=(?:${phoneWords.join('|')})[^0-9０-９]{0,6})[2-9２-９]${spaced(6)}(?:${GAP}${DIGIT})?(?!${DIGIT})`,
  'gi',
);

/** The text with the middle of each phone and identity number masked; its length stays. */
export function maskedText(text: string): string {
  return [IDENTITY_18, CARD, MOBILE, LANDLINE, IDENTITY_15, CALLED].reduce(
    (masked, pattern) => masked.replace(pattern, maskMiddle),
    text,
  );
}

/** Keeps the first three and the last two digits: enough to recognise one's own, no more. */
function maskMiddle(found: string): string {
  const total = found.match(/[0-9０-９XxＸｘ]/g)?.length ?? 0;
  let seen = 0;
  return found.replace(/[0-9０-９XxＸｘ]/g, (digit) => {
    seen += 1;
    return seen <= 3 || seen > total - 2 ? digit : MASK;
  });
}
