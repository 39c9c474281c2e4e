/** Where lines touch, exactly, for whole coordinates. */
import { side } from '../shapes/side.ts';

/** Whole units. */
export type Spot = readonly [number, number];

export function isSame(one: Spot, other: Spot): boolean {
  return one[0] === other[0] && one[1] === other[1];
}

function isInBox(a: Spot, b: Spot, [x, y]: Spot): boolean {
  return (
    x >= Math.min(a[0], b[0]) &&
    x <= Math.max(a[0], b[0]) &&
    y >= Math.min(a[1], b[1]) &&
    y <= Math.max(a[1], b[1])
  );
}

/** True where the spot lies on the line between a and b, its ends included. */
export function isOn(a: Spot, b: Spot, spot: Spot): boolean {
  return isInBox(a, b, spot) && side(a, b, spot) === 0;
}

/** True where two lines that share no end have any spot in common. */
export function meets(a: Spot, b: Spot, c: Spot, d: Spot): boolean {
  if (areApart(a[0], b[0], c[0], d[0]) || areApart(a[1], b[1], c[1], d[1])) return false;
  const [fromC, fromD] = [side(a, b, c), side(a, b, d)];
  const [fromA, fromB] = [side(c, d, a), side(c, d, b)];
  if (fromC * fromD < 0 && fromA * fromB < 0) return true;
  return (
    (fromC === 0 && isInBox(a, b, c)) ||
    (fromD === 0 && isInBox(a, b, d)) ||
    (fromA === 0 && isInBox(c, d, a)) ||
    (fromB === 0 && isInBox(c, d, b))
  );
}

function areApart(a: number, b: number, c: number, d: number): boolean {
  return Math.max(a, b) < Math.min(c, d) || Math.max(c, d) < Math.min(a, b);
}

/** True where two lines have more in common than an end that both have. */
export function interferes(a: Spot, b: Spot, c: Spot, d: Spot): boolean {
  if (isSame(a, c)) return isSame(b, d) || runsAlong(a, b, d);
  if (isSame(a, d)) return isSame(b, c) || runsAlong(a, b, c);
  if (isSame(b, c)) return runsAlong(b, a, d);
  if (isSame(b, d)) return runsAlong(b, a, c);
  return meets(a, b, c, d);
}

/** True where two lines from one spot run in the same direction. */
function runsAlong(from: Spot, to: Spot, other: Spot): boolean {
  return side(from, to, other) === 0 && (isOn(from, to, other) || isOn(from, other, to));
}

/** True where the spot lies in the triangle, its border included; a flat one is a line. */
export function isInTriangle(a: Spot, b: Spot, c: Spot, spot: Spot): boolean {
  if (side(a, b, c) === 0) return isOn(a, b, spot) || isOn(b, c, spot) || isOn(a, c, spot);
  const turns = [side(a, b, spot), side(b, c, spot), side(c, a, spot)];
  return !(turns.some((turn) => turn > 0) && turns.some((turn) => turn < 0));
}

/** The spot of a line that is nearest to another, rounded to whole units, and the square of how far. */
export function nearestOn(
  a: Spot,
  b: Spot,
  spot: Spot,
): { readonly at: Spot; readonly square: number } {
  const [dx, dy] = [b[0] - a[0], b[1] - a[1]];
  const length = dx * dx + dy * dy;
  const along = ((spot[0] - a[0]) * dx + (spot[1] - a[1]) * dy) / length;
  const part = length === 0 ? 0 : Math.min(1, Math.max(0, along));
  const at: Spot = [Math.round(a[0] + part * dx), Math.round(a[1] + part * dy)];
  return { at, square: squareApart(at, spot) };
}

export function squareApart(one: Spot, other: Spot): number {
  return (one[0] - other[0]) ** 2 + (one[1] - other[1]) ** 2;
}
