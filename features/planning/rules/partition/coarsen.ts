/** Fewer points for the first rounds: neighbours on the curve are taken together. */
import type { Cloud } from './bisect.ts';

/** @param size how many points go together */
export function coarsened(cloud: Cloud, size: number): Cloud {
  const count = Math.ceil(cloud.count / size);
  const numbers = (): Float64Array => new Float64Array(count);
  const [x, y, weight, pull] = [numbers(), numbers(), numbers(), numbers()];
  for (let group = 0; group < count; group += 1) {
    const end = Math.min(cloud.count, (group + 1) * size);
    let [sumX, sumY, load, mass] = [0, 0, 0, 0];
    for (let at = group * size; at < end; at += 1) {
      const one = cloud.pull[at] as number;
      sumX += one * (cloud.x[at] as number);
      sumY += one * (cloud.y[at] as number);
      mass += one;
      load += cloud.weight[at] as number;
    }
    x[group] = sumX / mass;
    y[group] = sumY / mass;
    weight[group] = load;
    pull[group] = mass;
  }
  return { count, x, y, weight, pull };
}

/** What was found for groups, for their points. */
export function spreadOut(label: Int32Array, size: number, count: number): Int32Array {
  const fine = new Int32Array(count);
  for (let at = 0; at < count; at += 1) fine[at] = label[Math.floor(at / size)] as number;
  return fine;
}
