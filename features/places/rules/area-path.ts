/**
 * Paths of areas: three characters of base 36 per level, so that a subtree is
 * one range of a b-tree and no path begins with another's by accident. Paths
 * are what authority is compiled from; they stay when a name or code changes.
 */
const WIDTH = 3;
const BASE = 36;
/** Areas that may lie right below one. */
export const MOST_CHILDREN = BASE ** WIDTH - 1;

/**
 * Path of the area with this number (from 1) below a path; '' is above the roots.
 * @throws RangeError for a number beyond `MOST_CHILDREN`
 */
export function childPath(parent: string, number: number): string {
  if (!(Number.isInteger(number) && number >= 1 && number <= MOST_CHILDREN))
    throw new RangeError('no place for another area');
  return parent + number.toString(BASE).padStart(WIDTH, '0');
}

/** The number of the area below its parent. */
export function numberInPath(path: string): number {
  return Number.parseInt(path.slice(-WIDTH), BASE);
}

/** Path of the area above; '' for a root. */
export function parentPath(path: string): string {
  return path.slice(0, -WIDTH);
}

/** How deep it lies; a root is 1. */
export function depthOfPath(path: string): number {
  return path.length / WIDTH;
}

/** Paths of all areas above, from the root down, without itself. */
export function pathsAbove(path: string): readonly string[] {
  return Array.from({ length: depthOfPath(path) - 1 }, (_, at) => path.slice(0, (at + 1) * WIDTH));
}
