/** Cities and counties of the country, to be found by a part of their name. */
import { type NamedCode, unpackDivisions } from './division-file.ts';

export interface FoundDivision extends NamedCode {
  /** Names from the province down, without its own. */
  readonly above: readonly string[];
  readonly towns: number;
  readonly villages: number;
}

/** Digits of a city and of a county: what an authority that has a tenant can be. */
const CITY = 4;
const COUNTY = 6;
const TOWN = 9;

/** Cities and counties with what lies below them counted, in the order of their codes. */
export function authoritiesOf(text: string): readonly FoundDivision[] {
  const found = new Map<string, FoundDivision & { towns: number; villages: number }>();
  const names = new Map<string, string>();
  for (const { code, name } of unpackDivisions(text)) {
    if (code.length <= COUNTY) names.set(code, name);
    if (code.length === CITY || code.length === COUNTY) {
      found.set(code, { code, name, above: namesAbove(code, names), towns: 0, villages: 0 });
    }
    if (code.length >= TOWN) count(found, code);
  }
  return [...found.values()];
}

/**
 * Those whose full name has every word, or whose code begins with it: whole
 * names first, then the higher, then by code.
 */
export function searchDivisions(
  divisions: readonly FoundDivision[],
  words: string,
  most: number,
): readonly FoundDivision[] {
  const wanted = words.split(/\s+/).filter((word) => word !== '');
  const fits = ({ code, name, above }: FoundDivision): boolean => {
    const full = [...above, name].join('');
    return wanted.every((word) => full.includes(word) || code.startsWith(word));
  };
  const last = wanted.at(-1) ?? '';
  const weight = ({ name, code }: FoundDivision): number =>
    (name === last ? 0 : 20) + (name.includes(last) || code === last ? 0 : 10) + code.length;
  return divisions
    .filter(fits)
    .toSorted((a, b) => weight(a) - weight(b) || (a.code < b.code ? -1 : 1))
    .slice(0, most);
}

function namesAbove(code: string, names: ReadonlyMap<string, string>): readonly string[] {
  return [2, CITY]
    .filter((cut) => cut < code.length)
    .flatMap((cut) => names.get(code.slice(0, cut)) ?? []);
}

function count(found: Map<string, { towns: number; villages: number }>, code: string): void {
  for (const cut of [CITY, COUNTY]) {
    const above = found.get(code.slice(0, cut));
    if (above === undefined) continue;
    if (code.length === TOWN) above.towns += 1;
    else above.villages += 1;
  }
}
