import { describe, expect, it } from 'vitest';
import { city } from '#tests/worlds/planning-city.ts';
import { world } from '#tests/worlds/planning-worlds.ts';
import { seeded } from '../seeded.ts';
import { run, type Step } from '../steps.ts';
import { type Partition, partition } from './partition.ts';
import { excess, type PartitionProblem } from './problem.ts';

/** Worlds are numbered: the numbers are the seed, and name a failure. */
const WORLDS = Array.from({ length: 2500 }, (_, number) => number);

function divided(problem: PartitionProblem): Partition {
  const outcome = run(partition(problem));
  if (!outcome.ok) throw new Error(JSON.stringify(outcome.refusal));
  return outcome.value;
}

const FOUND = new Map<number, Partition>();

/** A world's grids, divided once for all sentences about them. */
function dividedWorld(number: number): Partition {
  const found = FOUND.get(number) ?? divided(world(number).problem);
  FOUND.set(number, found);
  return found;
}

function square(side: number, change: Partial<PartitionProblem> = {}): PartitionProblem {
  const places = Array.from({ length: side * side }, (_, at) => at);
  return {
    x: Float64Array.from(places, (at) => 10 * (at % side)),
    y: Float64Array.from(places, (at) => 10 * Math.floor(at / side)),
    weight: new Float64Array(side * side).fill(1),
    size: { grids: 4 },
    tolerance: 0.05,
    seed: 1,
    ...change,
  };
}

/** Grids of a piece that are not connected among its neighbours. */
function torn(piece: Partition['pieces'][number]): readonly number[] {
  const seen = new Uint8Array(piece.patch.count);
  const begun = new Set<number>();
  const apart: number[] = [];
  for (let start = 0; start < piece.patch.count; start += 1) {
    if (seen[start] === 1) continue;
    const grid = piece.label[start] ?? -1;
    if (begun.has(grid)) apart.push(grid);
    begun.add(grid);
    markFrom(start, piece, seen);
  }
  return apart;
}

/** Marks all places of the same grid that are reached from one. */
function markFrom(start: number, { patch, label }: Partition['pieces'][number], seen: Uint8Array) {
  const queue = [start];
  seen[start] = 1;
  for (const at of queue) {
    for (const next of patch.to.subarray(patch.first[at], patch.first[at + 1])) {
      if (seen[next] === 1 || label[next] !== label[start]) continue;
      seen[next] = 1;
      queue.push(next);
    }
  }
}

/** Grids that hold points of more than one part. */
function crossing({ part }: PartitionProblem, grid: Int32Array): readonly number[] {
  const parts = new Map<number, number>();
  return [...grid].filter((one, at) => {
    const own = part?.[at] ?? 0;
    const known = parts.get(one) ?? own;
    parts.set(one, known);
    return known !== own;
  });
}

describe('in thousands of random worlds', () => {
  it('every point is in one grid, grids are connected, and none crosses a part', () => {
    for (const number of WORLDS) {
      const { problem } = world(number);
      const { grid, pieces } = dividedWorld(number);
      expect([grid.length, grid.every((one) => one >= 0)], `world ${number}`).toEqual([
        problem.x.length,
        true,
      ]);
      expect(crossing(problem, grid), `world ${number}`).toEqual([]);
      expect(pieces.flatMap(torn), `world ${number}`).toEqual([]);
    }
  });

  it('loads are within bounds, or are told as they are', () => {
    for (const number of WORLDS) {
      const { problem } = world(number);
      const { grid, pieces, findings } = dividedWorld(number);
      const load = new Map<number, number>();
      for (const [at, one] of grid.entries())
        load.set(one, (load.get(one) ?? 0) + (problem.weight[at] ?? 0));
      const asked = pieces[0]?.share.asked ?? { least: 0, most: 0 };
      const outside = [...load].filter(([, one]) => excess(one, asked) > 0).map(([one]) => one);
      const told = findings.flatMap((one) => (one.code === 'out_of_bounds' ? [one.grid] : []));
      expect(told.toSorted(), `world ${number}`).toEqual(outside.toSorted());
    }
  });

  it('the same seed gives the same grids', () => {
    for (const number of WORLDS.slice(0, 400)) {
      const { problem } = world(number);
      expect(divided(problem).grid, `world ${number}`).toEqual(dividedWorld(number).grid);
    }
  });

  it('pinned points stay where they are pinned, or are told', () => {
    for (const number of WORLDS.slice(0, 800)) {
      const { problem, random } = world(number);
      const today = dividedWorld(number).grid;
      const pinned = today.map((grid) => (random() < 0.15 ? grid : -1));
      const weight = problem.weight.map((one) => one * (random() < 0.2 ? 2 : 1));
      const size = { grids: new Set(today).size };
      const warm = { ...problem, previous: today, pinned, weight, size };
      const { grid, findings } = divided(warm);
      const told = new Set(
        findings.flatMap((one) =>
          one.code === 'pin_apart' || one.code === 'pin_contradicts' ? [one.pinned] : [],
        ),
      );
      const left = [...pinned].filter((pin, at) => pin >= 0 && !told.has(pin) && grid[at] !== pin);
      expect(left, `world ${number}`).toEqual([]);
    }
  });
});

describe('land where nobody lives', () => {
  it.each([2, 3, 4])('goes to the grid most of its neighbours are in (world %i)', (number) => {
    const random = seeded(number);
    const numbers = (next: () => number) => Float64Array.from({ length: 900 }, next);
    const weight = numbers(() => (random() < 0.4 ? 0 : 1 + Math.floor(random() * 5)));
    const [x, y] = [numbers(() => random() * 1000), numbers(() => random() * 1000)];
    const { pieces } = divided({ x, y, weight, size: { grids: 6 }, tolerance: 0.02, seed: 1 });
    const misplaced = pieces.flatMap(({ patch, label }) =>
      Array.from(label.keys()).filter((at) => {
        const beside = patch.to.subarray(patch.first[at], patch.first[at + 1]);
        const count = (grid: number): number => beside.filter((one) => label[one] === grid).length;
        const isOutnumbered = [...beside].some(
          (one) => count(label[one] ?? -1) > count(label[at] ?? -1),
        );
        return patch.weight[at] === 0 && isOutnumbered;
      }),
    );
    expect(misplaced).toEqual([]);
  });
});

describe('dividing again', () => {
  it('moves nobody where the grids of today are within bounds', () => {
    const today = divided(square(20)).grid;
    expect(divided(square(20, { previous: today })).grid).toEqual(today);
  });

  it('moves few where some left and some came, and keeps the numbers of the grids', () => {
    const first = city(8000, 3);
    const bounds = { size: { target: 400 }, tolerance: 0.05, seed: 3 } as const;
    const today = divided({ ...first, ...bounds }).grid;
    const staying = Array.from(first.x.keys()).filter((at) => at % 33 !== 0);
    const came = staying.filter((_, at) => at % 20 === 0);
    const places = [...staying, ...came];
    const again = divided({
      x: Float64Array.from(
        places,
        (at, nth) => (first.x[at] ?? 0) + (nth < staying.length ? 0 : 7),
      ),
      y: Float64Array.from(places, (at) => first.y[at] ?? 0),
      weight: new Float64Array(places.length).fill(1),
      previous: Int32Array.from(places, (at, nth) =>
        nth < staying.length ? (today[at] ?? -1) : -1,
      ),
      ...bounds,
    });
    const moved = staying.filter((at, nth) => again.grid[nth] !== today[at]).length;
    expect(moved / staying.length).toBeLessThan(0.03);
    expect(again.findings).toEqual([]);
  });

  it('halves the heaviest grid where one more is wanted, dissolves the lightest where one fewer is', () => {
    const today = divided(square(20)).grid;
    const more = divided(square(20, { previous: today, size: { grids: 5 } }));
    const fewer = divided(square(20, { previous: today, size: { grids: 3 } }));
    expect(new Set(more.grid).size).toBe(5);
    expect(new Set(fewer.grid).size).toBe(3);
    expect([...more.findings, ...fewer.findings]).toEqual([]);
  });
});

describe('what cannot be is said', () => {
  const refusal = (problem: PartitionProblem) => {
    const outcome = run(partition(problem));
    return outcome.ok ? undefined : outcome.refusal;
  };
  it.each([
    ['no points', square(0), 'planning.no_points'],
    [
      'a coordinate that is no number',
      square(3, { x: new Float64Array(9).fill(Number.NaN) }),
      'planning.coordinate',
    ],
    ['a negative weight', square(3, { weight: new Float64Array(9).fill(-1) }), 'planning.weight'],
    [
      'a weight that is no number',
      square(3, { weight: new Float64Array(9).fill(Number.NaN) }),
      'planning.weight',
    ],
    ['weights of zero alone', square(3, { weight: new Float64Array(9) }), 'planning.no_weight'],
    ['more grids than points', square(3, { size: { grids: 10 } }), 'planning.too_many_grids'],
    [
      'all points at one place',
      square(3, { x: new Float64Array(9), y: new Float64Array(9) }),
      'planning.too_many_grids',
    ],
    ['half a grid', square(3, { size: { grids: 1.5 } }), 'planning.target'],
    ['a tolerance of all', square(3, { tolerance: 1 }), 'planning.tolerance'],
    ['bounds the wrong way round', square(3, { least: 5, most: 4 }), 'planning.bounds'],
    [
      'coordinates wider than a province',
      square(3, { x: Float64Array.from({ length: 9 }, (_, at) => at * 1e6) }),
      'planning.too_wide',
    ],
    ['a neighbour that is not there', square(3, { links: Int32Array.of(0, 9) }), 'planning.links'],
  ])('%s', (_what, problem, code) => {
    expect(refusal(problem)?.code).toBe(code);
  });

  it('names the first wrong point and how many there are', () => {
    const weight = Float64Array.of(1, 1, -1, 1, Number.NaN, 1, 1, 1, 1);
    expect(refusal(square(3, { weight }))?.detail).toEqual({ row: 3, count: 2 });
  });

  it('one point is one grid', () => {
    const { grid, findings } = divided({ ...square(1), size: { grids: 1 } });
    expect([...grid]).toEqual([0]);
    expect(findings).toEqual([]);
  });

  it('a tower heavier than a grid stays whole and is named', () => {
    const weight = new Float64Array(100).fill(1);
    weight[44] = 90;
    const { findings } = divided(square(10, { weight }));
    expect(findings).toContainEqual(
      expect.objectContaining({ code: 'heavy_place', at: 44, weight: 90 }),
    );
  });

  it('what a river cuts off is a grid of its own and is named, and a bridge brings it back', () => {
    const walls = Float64Array.of(185, -50, 185, 400);
    const cut = divided(
      square(20, { barriers: { walls, bridges: new Float64Array(0), reach: 15 } }),
    );
    expect(cut.findings).toContainEqual({
      code: 'cut_off',
      part: 0,
      at: expect.any(Number),
      places: 20,
      weight: 20,
    });
    const bridges = Float64Array.of(185, 95, 185, 95);
    const joined = divided(square(20, { barriers: { walls, bridges, reach: 15 } }));
    expect(joined.findings).toEqual([]);
    expect(joined.pieces).toHaveLength(1);
  });

  it('a part too small for any number of grids is named with what it has', () => {
    const part = Int32Array.from({ length: 400 }, (_, at) => (at % 20 < 3 ? 1 : 0));
    const { findings } = divided(square(20, { part, size: { target: 100 } }));
    expect(findings).toContainEqual(
      expect.objectContaining({ code: 'indivisible', part: 1, weight: 60, grids: 1 }),
    );
  });
});

describe('long work', () => {
  it('tells how far it is, step by step', () => {
    const steps: Step[] = [];
    run(
      partition({ ...city(3000, 1), size: { target: 300 }, tolerance: 0.05, seed: 1 }),
      (step) => {
        steps.push(step);
        return undefined;
      },
    );
    expect(steps.map(({ doing }) => doing)).toContain('balance');
    expect(steps.every(({ part }) => part >= 0 && part <= 1)).toBe(true);
  });

  it('ends when it is told to, with connected grids', () => {
    const stopped = run(
      partition({ ...city(3000, 1), size: { target: 300 }, tolerance: 0.05, seed: 1 }),
      () => 'stop',
    );
    if (!stopped.ok) throw new Error('refused');
    expect(stopped.value.stopped).toBe(true);
    expect(stopped.value.pieces.flatMap(torn)).toEqual([]);
  });
});
