/** A first division: halves of halves by weight, each across its longest direction. */

/** Points to divide; shared by the coarse and the fine rounds. */
export interface Cloud {
  readonly count: number;
  readonly x: Float64Array;
  readonly y: Float64Array;
  /** Weight for loads. */
  readonly weight: Float64Array;
  /** Weight for centres, never 0 (`Draft.pull`). */
  readonly pull: Float64Array;
}

interface Work {
  readonly cloud: Cloud;
  readonly order: Int32Array;
  /** Position of each point along the direction that is cut. */
  readonly key: Float64Array;
  readonly label: Int32Array;
  readonly turn: number;
}

/** Labels 0 to grids − 1, near each other where their numbers are. @param turn tilt of the first cut, radians */
export function bisected(cloud: Cloud, grids: number, turn: number): Int32Array {
  const work: Work = {
    cloud,
    order: Int32Array.from({ length: cloud.count }, (_, at) => at),
    key: new Float64Array(cloud.count),
    label: new Int32Array(cloud.count),
    turn,
  };
  const tasks = [{ from: 0, to: cloud.count, first: 0, grids }];
  for (let task = tasks.pop(); task !== undefined; task = tasks.pop()) {
    if (task.grids === 1) {
      for (let at = task.from; at < task.to; at += 1)
        work.label[work.order[at] as number] = task.first;
      continue;
    }
    const left = Math.floor(task.grids / 2);
    const cut = halved(work, task.from, task.to, left / task.grids);
    tasks.push(
      { from: task.from, to: cut, first: task.first, grids: left },
      { from: cut, to: task.to, first: task.first + left, grids: task.grids - left },
    );
  }
  return work.label;
}

/** Orders `from..to` so that the first places carry `share` of the pull; where they end. */
function halved(work: Work, from: number, to: number, share: number): number {
  const { cloud, order, key } = work;
  const [ax, ay] = longestDirection(work, from, to);
  let total = 0;
  for (let at = from; at < to; at += 1) {
    const point = order[at] as number;
    key[point] = ax * (cloud.x[point] as number) + ay * (cloud.y[point] as number);
    total += cloud.pull[point] as number;
  }
  const cut = weightedSelect(work, from, to, total * share);
  return Math.min(Math.max(cut, from + 1), to - 1);
}

function longestDirection({ cloud, order, turn }: Work, from: number, to: number) {
  let [mass, sx, sy] = [0, 0, 0];
  for (let at = from; at < to; at += 1) {
    const point = order[at] as number;
    const pull = cloud.pull[point] as number;
    mass += pull;
    sx += pull * (cloud.x[point] as number);
    sy += pull * (cloud.y[point] as number);
  }
  let [xx, xy, yy] = [0, 0, 0];
  for (let at = from; at < to; at += 1) {
    const point = order[at] as number;
    const pull = cloud.pull[point] as number;
    const dx = (cloud.x[point] as number) - sx / mass;
    const dy = (cloud.y[point] as number) - sy / mass;
    xx += pull * dx * dx;
    xy += pull * dx * dy;
    yy += pull * dy * dy;
  }
  const angle = Math.atan2(2 * xy, xx - yy) / 2 + turn;
  return [Math.cos(angle), Math.sin(angle)] as const;
}

/** Weighted quickselect: how many of the lowest keys carry `wanted`. */
function weightedSelect({ cloud, order, key }: Work, begin: number, end: number, wanted: number) {
  let [from, to, before] = [begin, end, 0];
  while (to - from > 1) {
    const low = parted(order, key, from, to);
    if (low >= to || low <= from) break;
    let below = 0;
    for (let at = from; at < low; at += 1) below += cloud.pull[order[at] as number] as number;
    if (before + below > wanted) to = low;
    else {
      before += below;
      from = low;
    }
  }
  return from + withinSame(cloud, order, from, to, wanted - before);
}

/** Hoare's partition around a middle key; where its right side begins. */
function parted(order: Int32Array, key: Float64Array, from: number, to: number): number {
  const pivot = middleKey(order, key, from, to);
  let [low, high] = [from, to - 1];
  while (low <= high) {
    while ((key[order[low] as number] as number) < pivot) low += 1;
    while ((key[order[high] as number] as number) > pivot) high -= 1;
    if (low > high) break;
    const held = order[low] as number;
    order[low] = order[high] as number;
    order[high] = held;
    low += 1;
    high -= 1;
  }
  return low;
}

/** Of points with one key, how many are needed. */
function withinSame(cloud: Cloud, order: Int32Array, from: number, to: number, wanted: number) {
  let [carried, taken] = [0, 0];
  for (let at = from; at < to; at += 1) {
    const pull = cloud.pull[order[at] as number] as number;
    if (carried + pull / 2 > wanted) break;
    carried += pull;
    taken += 1;
  }
  return taken;
}

function middleKey(order: Int32Array, key: Float64Array, from: number, to: number): number {
  const a = key[order[from] as number] as number;
  const b = key[order[(from + to) >> 1] as number] as number;
  const c = key[order[to - 1] as number] as number;
  return Math.max(Math.min(a, b), Math.min(Math.max(a, b), c));
}
