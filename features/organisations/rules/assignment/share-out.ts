/** Which post of a unit looks after which place, the nearest way in all (M21, M46, M57, M81). */
import { assign } from '#features/planning/rules/assignment/assign.ts';
import type {
  Assignment,
  AssignmentProblem,
  Unserved,
} from '#features/planning/rules/assignment/problem.ts';
import { gapsIn } from '#features/planning/rules/assignment/proof.ts';
import { projectionAround } from '#features/planning/rules/projection.ts';
import type { Stepwise } from '#features/planning/rules/steps.ts';
import type { LngLat } from '#kernel/geometry/index.ts';
import { done, type Outcome, refused } from '#kernel/outcome.ts';

export interface ShareGround {
  /** Where each place lies. */
  readonly places: readonly LngLat[];
  /** Where each post is at home; null where nobody said. */
  readonly posts: readonly (LngLat | null)[];
  /** Post of today of each place, -1 for none. */
  readonly today: readonly number[];
}

export interface ShareWishes {
  /** By how many places a post may have more or fewer than the even share. */
  readonly slack: number;
  /** Metres that another post of today must save before a place changes. */
  readonly change: number;
  /** Metres that each place more with one post must save. */
  readonly fairness: number;
}

export interface Shares {
  /** Post of each place, -1 where it cannot be served. */
  readonly post: Int32Array;
  readonly load: Int32Array;
  /** Metres from the post to its place, 0 for none. */
  readonly metres: Float64Array;
  /** Sum of the metres. */
  readonly total: number;
  readonly changed: number;
  /** What one place more with each post would cost at least, metres. */
  readonly price: Float64Array;
  readonly unserved: readonly Unserved[];
  /** Posts with fewer places than they should have at least. */
  readonly below: readonly number[];
  /** True where the prices prove that no other sharing costs less. */
  readonly proven: boolean;
}

/**
 * The best sharing of places among posts. Refuses `planning.people` where there is nobody and
 * `planning.no_points` where there is no place.
 * @param pins post each place must have, -1 for none
 */
export function* shareOut(
  ground: ShareGround,
  wishes: ShareWishes,
  pins: readonly number[],
): Stepwise<Outcome<Shares>> {
  if (ground.posts.length === 0) return refused({ code: 'planning.people' });
  if (ground.places.length === 0) return refused({ code: 'planning.no_points' });
  const problem = problemOf(ground, wishes, pins);
  const found = yield* assign(problem);
  if (!found.ok) return found;
  return done(sharesOf(problem, found.value));
}

/** Metres from each post's home to each place: posts by rows. */
export function distances(ground: ShareGround): readonly Float64Array[] {
  const { places, homes } = flattened(ground);
  return homes.map(([x, y]) => Float64Array.from(places, ([px, py]) => Math.hypot(px - x, py - y)));
}

/** Where ways are measured from: each post's home. */
export function homesOfPosts(ground: ShareGround): readonly LngLat[] {
  const { flat, homes } = flattened(ground);
  return homes.map(([x, y]) => flat.toDegrees(x, y));
}

function flattened({ places, posts, today }: ShareGround) {
  const [lng, lat] = places[0] ?? [0, 0];
  const flat = projectionAround(lng, lat);
  const metres = places.map(([x, y]) => flat.toMetres(x, y));
  const said = posts.map((home) => home && flat.toMetres(home[0], home[1]));
  return { flat, places: metres, homes: homesOf(metres, said, today) };
}

type Metres = readonly [number, number];

/**
 * Where posts are at home: as said; else the middle of what they have today;
 * else the place that lies farthest from all homes so far.
 */
function homesOf(
  places: readonly Metres[],
  said: readonly (Metres | null)[],
  today: readonly number[],
): readonly Metres[] {
  const homes = said.map(
    (home, post) => home ?? middleOf(places.filter((_, at) => today[at] === post)),
  );
  const known = homes.filter((home) => home !== null);
  return homes.map((home) => {
    const own = home ?? farthestFrom(places, known);
    if (home === null) known.push(own);
    return own;
  });
}

function middleOf(places: readonly Metres[]): Metres | null {
  if (places.length === 0) return null;
  const mean = (axis: 0 | 1): number =>
    places.reduce((sum, place) => sum + place[axis], 0) / places.length;
  return [mean(0), mean(1)];
}

function farthestFrom(places: readonly Metres[], homes: readonly Metres[]): Metres {
  const distance = ([x, y]: Metres): number =>
    homes.reduce((least, [hx, hy]) => Math.min(least, Math.hypot(hx - x, hy - y)), 1e12);
  return places.reduce(
    (best, place) => (distance(place) > distance(best) ? place : best),
    places[0] ?? [0, 0],
  );
}

function problemOf(
  ground: ShareGround,
  { slack, change, fairness }: ShareWishes,
  pins: readonly number[],
): AssignmentProblem {
  const { places, posts, today } = ground;
  const far = distances(ground);
  const [fewest, highest] = [
    Math.floor(places.length / posts.length),
    Math.ceil(places.length / posts.length),
  ];
  return {
    people: posts.length,
    places: places.length,
    least: new Int32Array(posts.length).fill(Math.max(0, fewest - slack)),
    most: new Int32Array(posts.length).fill(highest + slack),
    first: Int32Array.from({ length: places.length + 1 }, (_, at) => at * posts.length),
    person: Int32Array.from({ length: places.length * posts.length }, (_, at) => at % posts.length),
    cost: Float64Array.from(
      { length: places.length * posts.length },
      (_, at) => far[at % posts.length]?.[Math.floor(at / posts.length)] ?? 0,
    ),
    pinned: Int32Array.from(pins),
    today: Int32Array.from(today),
    change,
    fairness,
  };
}

function sharesOf(problem: AssignmentProblem, found: Assignment): Shares {
  const { people, cost } = problem;
  const { person, load, changed, price, unserved, below } = found;
  return {
    post: person,
    ...{ load, changed, price, unserved, below },
    total: found.cost,
    metres: Float64Array.from(person, (post, place) =>
      post < 0 ? 0 : (cost[place * people + post] ?? 0),
    ),
    proven: gapsIn(problem, found).length === 0,
  };
}
