/**
 * Division codes: six digits for provinces, cities and counties (GB/T 2260),
 * three more for towns and streets, three more for communities and villages
 * (statistical codes of twelve digits). The normal form leaves out groups that
 * are all zero: 410304000000 is 410304, 410300 is 4103, 410000 is 41.
 */
import { done, type Outcome, refused } from '../outcome.ts';

const DIVISION_LEVELS = ['province', 'city', 'county', 'town', 'village'] as const;
type DivisionLevel = (typeof DIVISION_LEVELS)[number];

/** What the code's range says of a town or village; `plain` above them. */
type DivisionKind =
  | 'plain'
  | 'street'
  | 'town'
  | 'township'
  | 'combined'
  | 'residents_committee'
  | 'villagers_committee'
  | 'like_community'
  | 'like_village'
  | 'other';

interface DivisionCode {
  /** Normal form: 2, 4, 6, 9 or 12 digits. */
  readonly code: string;
  readonly level: DivisionLevel;
  readonly kind: DivisionKind;
}

const LEVEL_OF_LENGTH: ReadonlyMap<number, DivisionLevel> = new Map([
  [2, 'province'],
  [4, 'city'],
  [6, 'county'],
  [9, 'town'],
  [12, 'village'],
]);
/** Provinces of GB/T 2260, their first two digits. */
const PROVINCES = new Set(
  '11 12 13 14 15 21 22 23 31 32 33 34 35 36 37 41 42 43 44 45 46 50 51 52 53 54 61 62 63 64 65 71 81 82'.split(
    ' ',
  ),
);

/**
 * Reads a division code of 2, 4, 6, 9 or 12 digits.
 * Refuses `code.form` for anything else and `input.unknown_code` for a province that is none.
 */
export function divisionCode(text: string): Outcome<DivisionCode> {
  const digits = text.trim();
  if (!/^(?:\d{2}|\d{4}|\d{6}|\d{9}|\d{12})$/.test(digits)) return refused({ code: 'code.form' });
  if (!PROVINCES.has(digits.slice(0, 2))) return refused({ code: 'input.unknown_code' });
  const code = normal(digits);
  const level = LEVEL_OF_LENGTH.get(code.length);
  // A zero group before a filled one (410304000001) belongs to no town.
  if (level === undefined || hasGap(code)) return refused({ code: 'code.form' });
  return done({ code, level, kind: kindOf(code) });
}

/** Code of the division above, undefined for a province. */
export function parentCode(code: string): string | undefined {
  const cuts = [2, 4, 6, 9].filter((cut) => cut < code.length);
  const cut = cuts.at(-1);
  return cut === undefined ? undefined : code.slice(0, cut);
}

/**
 * What a tenant may give an area that has no official code (zones, new
 * estates): letters, digits, dots and hyphens, at most 32.
 */
function isLocalCode(text: string): boolean {
  return /^[A-Za-z0-9][A-Za-z0-9.-]{0,31}$/.test(text);
}

/** The code of an area: official where it reads as one, else local and flagged. */
export function areaCode(
  text: string,
): Outcome<{ readonly code: string; readonly local: boolean }> {
  const official = divisionCode(text);
  if (official.ok) return done({ code: official.value.code, local: false });
  const code = text.trim();
  return isLocalCode(code) ? done({ code, local: true }) : refused({ code: 'code.form' });
}

function groupsOf(code: string): readonly string[] {
  return [
    [0, 2],
    [2, 4],
    [4, 6],
    [6, 9],
    [9, 12],
  ]
    .map(([from, to]) => code.slice(from, to))
    .filter((group) => group !== '');
}

function normal(digits: string): string {
  const groups = [...groupsOf(digits)];
  while (groups.length > 1 && /^0+$/.test(groups.at(-1) ?? '')) groups.pop();
  return groups.join('');
}

function hasGap(code: string): boolean {
  // Zero as the city or county group is lawful below (province-run counties): only the town's is not.
  return code.length === 12 && code.slice(6, 9) === '000';
}

function kindOf(code: string): DivisionKind {
  if (code.length === 9) return townKind(Number(code.slice(6)));
  if (code.length === 12) return villageKind(Number(code.slice(9)));
  return 'plain';
}

/** Ranges of the statistical code (rules.md section 6). */
function townKind(number: number): DivisionKind {
  if (number < 100) return 'street';
  if (number < 200) return 'town';
  if (number < 400) return 'township';
  return number < 600 ? 'combined' : 'other';
}

/** 001-199 residents', 200-399 villagers' committees; 400-599 what is run like one of them. */
function villageKind(number: number): DivisionKind {
  if (number < 200) return 'residents_committee';
  if (number < 400) return 'villagers_committee';
  if (number < 500) return 'like_community';
  return number < 600 ? 'like_village' : 'other';
}
