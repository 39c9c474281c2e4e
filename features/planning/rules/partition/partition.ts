/** Dividing an area into grids: the one entry. */
import { done, type Outcome } from '#kernel/outcome.ts';
import { seeded } from '../seeded.ts';
import type { Stepwise } from '../steps.ts';
import { type Share, sharesOf } from './bounds.ts';
import { checked } from './check-problem.ts';
import { type Division, divide, type Manner } from './divide.ts';
import type { Finding } from './findings.ts';
import { named } from './naming.ts';
import { patchesOf } from './patches.ts';
import type { Piece } from './piece.ts';
import { type Places, placesOf } from './places.ts';
import type { PartitionProblem } from './problem.ts';
import { findingsOf } from './tell-findings.ts';

export interface Partition {
  /** Grid of each point: numbers of today where a grid continues one, new ones above them. */
  readonly grid: Int32Array;
  readonly places: Places;
  /** Grid of each place. */
  readonly label: Int32Array;
  /** Pieces that were divided by themselves, with the neighbours that were judged. */
  readonly pieces: readonly Piece[];
  readonly findings: readonly Finding[];
  /** True where it was told to stop: the best there was then. */
  readonly stopped: boolean;
}

/**
 * Grids for every point: connected in the graph of neighbours that barriers cut,
 * within bounds where the data allow it (else `findings` say where not), as
 * compact as can be found. The same problem and seed give the same grids.
 *
 * Refuses `planning.no_points`, `planning.coordinate`, `planning.degrees`, `planning.weight`,
 * `planning.no_weight`, `planning.target`, `planning.tolerance`, `planning.bounds`,
 * `planning.too_many_grids`, `planning.links`.
 */
export function* partition(problem: PartitionProblem): Stepwise<Outcome<Partition>> {
  const right = checked(problem);
  if (!right.ok) return right;
  yield { doing: 'read', part: 0 };
  const places = placesOf(problem);
  const { patches, findings } = patchesOf(problem, places);
  yield { doing: 'neighbours', part: 1 };
  const warm = isWarm(problem);
  const shares = sharesOf(
    problem,
    patches.map(({ weight, count, previous }) => ({
      weight: weight.reduce((sum, one) => sum + one, 0),
      places: count,
      today: warm ? new Set(previous.filter((grid) => grid >= 0)).size : 0,
    })),
  );
  const random = seeded(problem.seed);
  const manner: Manner = { random, stay: problem.stay, warm };
  const divisions: Division[] = [];
  let stopped = false;
  for (const [at, patch] of patches.entries()) {
    const steps = divide(patch, shares[at] as Share, manner);
    let word: 'stop' | undefined = stopped ? 'stop' : undefined;
    for (;;) {
      const next = steps.next(word);
      if (next.done === true) {
        divisions.push(next.value);
        break;
      }
      word = yield { doing: next.value.doing, part: (at + next.value.part) / patches.length };
      if (word === 'stop') stopped = true;
      if (stopped) word = 'stop';
    }
  }
  const label = named(problem, places, patches, divisions);
  const pieces = patches.map((patch, at) => ({
    patch,
    share: shares[at] as Share,
    label: patch.place.map((place) => label[place] as number),
  }));
  return done({
    grid: places.of.map((place) => label[place] as number),
    places,
    label,
    pieces,
    findings: [...findings, ...findingsOf(problem, places, pieces, divisions)],
    stopped,
  });
}

/** Grids of today count where most of the weight has one. */
function isWarm({ previous, weight }: PartitionProblem): boolean {
  if (previous === undefined) return false;
  let [total, held] = [0, 0];
  for (let at = 0; at < weight.length; at += 1) {
    total += weight[at] as number;
    if ((previous[at] as number) >= 0) held += weight[at] as number;
  }
  return held * 2 > total;
}
