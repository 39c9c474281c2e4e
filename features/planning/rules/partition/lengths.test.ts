/** Plots with known borders: outlines get shorter, and nothing else that is promised gives way. */
import { describe, expect, it } from 'vitest';
import { seeded } from '../seeded.ts';
import { run } from '../steps.ts';
import { type Partition, partition } from './partition.ts';
import { excess, type PartitionProblem } from './problem.ts';
import { gridFacts } from './report.ts';

interface Plots {
  readonly problem: PartitionProblem;
  readonly links: Int32Array;
  readonly lengths: Float64Array;
}

/** Plots in rows, each row and column of its own width; people by chance, in a third nobody. */
function plots(number: number): Plots {
  const random = seeded(number);
  const side = 6 + Math.floor(random() * 9);
  const edges = (): number[] => {
    const ends = [0];
    for (let at = 0; at < side; at += 1) ends.push((ends.at(-1) ?? 0) + 20 + 180 * random() ** 2);
    return ends;
  };
  const [across, along] = [edges(), edges()];
  const width = (at: number): number => (across[at + 1] ?? 0) - (across[at] ?? 0);
  const depth = (at: number): number => (along[at + 1] ?? 0) - (along[at] ?? 0);
  const all = Array.from({ length: side * side }, (_, at) => at);
  const column = (at: number): number => at % side;
  const row = (at: number): number => Math.floor(at / side);
  const links: number[] = [];
  const lengths: number[] = [];
  for (const at of all) {
    if (column(at) + 1 < side) {
      links.push(at, at + 1);
      lengths.push(depth(row(at)));
    }
    if (row(at) + 1 < side) {
      links.push(at, at + side);
      lengths.push(width(column(at)));
    }
  }
  const weight = Float64Array.from(all, () => (random() < 0.3 ? 0 : 1 + Math.floor(random() * 9)));
  weight[0] = 1;
  return {
    links: Int32Array.from(links),
    lengths: Float64Array.from(lengths),
    problem: {
      x: Float64Array.from(all, (at) => (across[column(at)] ?? 0) + width(column(at)) / 2),
      y: Float64Array.from(all, (at) => (along[row(at)] ?? 0) + depth(row(at)) / 2),
      weight,
      size: { grids: 2 + Math.floor(random() * 5) },
      tolerance: [0.02, 0.05, 0.15][number % 3] ?? 0.05,
      seed: number,
    },
  };
}

/** Old plots: some touch at a corner, others along a whole side, wherever they lie. */
function ragged(number: number): Plots {
  const random = seeded(number + 1000);
  const known = plots(number);
  return { ...known, lengths: known.lengths.map(() => (random() < 0.5 ? 1 : 100)) };
}

function divided(problem: PartitionProblem): Partition {
  const outcome = run(partition(problem));
  if (!outcome.ok) throw new Error(JSON.stringify(outcome.refusal));
  return outcome.value;
}

/** Grids that fall into more than one piece along the links. */
function apart(grid: Int32Array, links: Int32Array): readonly number[] {
  const piece = Array.from(grid.keys());
  const root = (at: number): number => {
    let top = at;
    while (piece[top] !== top) top = piece[top] ?? top;
    return top;
  };
  for (let at = 0; at < links.length; at += 2) {
    const [one, other] = [links[at] ?? 0, links[at + 1] ?? 0];
    if (grid[one] === grid[other]) piece[root(one)] = root(other);
  }
  const roots = Array.from(grid.keys()).filter((at) => root(at) === at);
  const grids = roots.map((at) => grid[at] ?? -1);
  return grids.filter((one, at) => grids.indexOf(one) !== at);
}

/** Metres of border between grids. */
function borders(grid: Int32Array, { links, lengths }: Plots): number {
  return lengths.reduce((sum, length, pair) => {
    const [one, other] = [links[2 * pair] ?? 0, links[2 * pair + 1] ?? 0];
    return grid[one] === grid[other] ? sum : sum + length;
  }, 0);
}

const NUMBERS = Array.from({ length: 400 }, (_, number) => number);

describe('where lengths of borders are known', () => {
  it('every grid is connected, and loads are within bounds or told', () => {
    for (const number of NUMBERS) {
      const { problem, links, lengths } = plots(number);
      const { grid, pieces, findings } = divided({ ...problem, links, lengths });
      expect(apart(grid, links), `plots ${number}`).toEqual([]);
      const load = new Map<number, number>();
      for (const [at, one] of grid.entries())
        load.set(one, (load.get(one) ?? 0) + (problem.weight[at] ?? 0));
      const asked = pieces[0]?.share.asked ?? { least: 0, most: 0 };
      const outside = [...load].filter(([, one]) => excess(one, asked) > 0).map(([one]) => one);
      const told = findings.flatMap((one) => (one.code === 'out_of_bounds' ? [one.grid] : []));
      expect(told.toSorted(), `plots ${number}`).toEqual(outside.toSorted());
    }
  });

  it('the same seed gives the same grids, in metres as in kilometres', () => {
    for (const number of NUMBERS.slice(0, 100)) {
      const { problem, links, lengths } = plots(number);
      const { grid } = divided({ ...problem, links, lengths });
      expect(divided({ ...problem, links, lengths }).grid, `plots ${number}`).toEqual(grid);
      // A power of two, so that no rounding differs.
      const longer = lengths.map((length) => length * 1024);
      expect(divided({ ...problem, links, lengths: longer }).grid, `plots ${number}`).toEqual(grid);
    }
  });

  it('a river through a piece leaves each pair its own length', () => {
    const { problem, links, lengths } = plots(7);
    const middle = problem.x.reduce((sum, one) => sum + one, 0) / problem.x.length + 0.123;
    const walls = Float64Array.of(middle, -1e4, middle, 1e4);
    const barriers = { walls, bridges: new Float64Array(0), reach: 10 };
    const { pieces, places } = divided({ ...problem, links, lengths, barriers });
    expect(pieces.length).toBeGreaterThan(1);
    const point = new Map([...places.of.entries()].map(([at, place]) => [place, at]));
    const mean = lengths.reduce((sum, one) => sum + one, 0) / lengths.length;
    const known = new Map(
      [...lengths.entries()].map(([pair, length]) => [
        [links[2 * pair], links[2 * pair + 1]].join(),
        length / mean,
      ]),
    );
    // The mean of 1 is that of all pairs before the river takes some away.
    for (const { patch } of pieces) {
      const of = (at: number): number => point.get(patch.place[at] ?? -1) ?? -1;
      for (let at = 0; at < patch.count; at += 1) {
        for (let edge = patch.first[at] ?? 0; edge < (patch.first[at + 1] ?? 0); edge += 1) {
          const ends = [of(at), of(patch.to[edge] ?? -1)].sort((a, b) => a - b);
          expect(patch.border?.[edge], ends.join()).toBeCloseTo(known.get(ends.join()) ?? -1, 9);
        }
      }
    }
  });

  it('borders are shorter than where each counts alike, and households hardly further', () => {
    const sum = (values: readonly number[]): number => values.reduce((all, one) => all + one, 0);
    const known = NUMBERS.slice(0, 200).map(ragged);
    const alike = known.map(({ problem, links, lengths }) =>
      divided({ ...problem, links, lengths: lengths.map(() => 1) }),
    );
    const counted = known.map(({ problem, links, lengths }) =>
      divided({ ...problem, links, lengths }),
    );
    const metres = (found: readonly Partition[]): number =>
      sum(found.map(({ grid }, at) => borders(grid, known[at] as Plots)));
    const far = (found: readonly Partition[]): number =>
      sum(
        found.flatMap(({ grid }, at) =>
          gridFacts((known[at] as Plots).problem, grid).map(
            ({ load, distance }) => load * distance,
          ),
        ),
      );
    expect(metres(counted)).toBeLessThan(metres(alike) * 0.9);
    expect(far(counted)).toBeLessThan(far(alike) * 1.01);
  });

  it('lengths that are not one for each pair are refused', () => {
    const { problem, links, lengths } = plots(1);
    const wrong = [lengths.slice(1), lengths.with(0, -1), lengths.with(0, Number.NaN)];
    const codes = [...wrong.map((one) => ({ links, lengths: one })), { lengths }].map((given) => {
      const outcome = run(partition({ ...problem, ...given }));
      return outcome.ok ? 'done' : outcome.refusal.code;
    });
    expect(codes).toEqual(Array(4).fill('planning.links'));
  });
});
