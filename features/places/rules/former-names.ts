/** The names an area had before the one it has, from the versions of its name, code and border. */

export interface NamedVersion {
  readonly from: string;
  /** First day on which it no longer held; null while it holds. */
  readonly to: string | null;
  readonly name: string;
  /** Null where it was not kept. */
  readonly nameEn: string | null;
}

export interface FormerName {
  readonly name: string;
  readonly nameEn: string;
  /** First day of the name, over all versions that follow one another with it. */
  readonly from: string;
  /** The day it was renamed. */
  readonly to: string;
}

/** @param versions by their first days, without overlap. @returns the latest first */
export function formerNames(versions: readonly NamedVersion[]): readonly FormerName[] {
  const names: NamedVersion[] = [];
  for (const version of versions) {
    const before = names.at(-1);
    if (before !== undefined && isCalledAlike(before, version)) {
      const nameEn = before.nameEn ?? version.nameEn;
      names[names.length - 1] = { ...version, from: before.from, nameEn };
    } else names.push(version);
  }
  return names
    .slice(0, -1)
    .map(({ name, nameEn, from, to }) => ({ name, nameEn: nameEn ?? '', from, to: to ?? from }))
    .toReversed();
}

function isCalledAlike(one: NamedVersion, other: NamedVersion): boolean {
  if (one.name !== other.name) return false;
  return one.nameEn === null || other.nameEn === null || one.nameEn === other.nameEn;
}
