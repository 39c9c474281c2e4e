/** Whether something grows: a straight line through equally spaced values, and how sure it is. */
export interface Slope {
  readonly anHour: number;
  /** Standard error of it. */
  readonly error: number;
}

/** @param perHour how many values an hour has */
export function slopeOf(values: readonly number[], perHour: number): Slope {
  const count = values.length;
  if (count < 3) return { anHour: 0, error: Number.POSITIVE_INFINITY };
  const middle = (count - 1) / 2;
  const mean = values.reduce((all, one) => all + one, 0) / count;
  const spread = values.reduce((all, _one, at) => all + (at - middle) ** 2, 0);
  const rise = values.reduce((all, one, at) => all + (at - middle) * (one - mean), 0) / spread;
  const left = values.reduce((all, one, at) => all + (one - mean - rise * (at - middle)) ** 2, 0);
  return {
    anHour: rise * perHour,
    error: Math.sqrt(left / (count - 2) / spread) * perHour,
  };
}
