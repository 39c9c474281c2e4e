/** On which side of a line a point lies, exactly, for whole coordinates. */

type Point = readonly [number, number];

/** Positive to the left of a→b, negative to the right, 0 on the line. */
export function side(a: Point, b: Point, point: Point): number {
  const left = (b[0] - a[0]) * (point[1] - a[1]);
  const right = (b[1] - a[1]) * (point[0] - a[0]);
  const turn = left - right;
  // Differences of whole numbers are exact; the two products and their difference are rounded.
  if (Math.abs(turn) > (Math.abs(left) + Math.abs(right)) * 4 * Number.EPSILON) return turn;
  const exact =
    BigInt(b[0] - a[0]) * BigInt(point[1] - a[1]) - BigInt(b[1] - a[1]) * BigInt(point[0] - a[0]);
  if (exact === 0n) return 0;
  return exact > 0n ? 1 : -1;
}
