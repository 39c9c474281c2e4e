/**
 * The cheapest assignment, exactly: places are put in one after the other, each by
 * the cheapest way of handing on (successive shortest paths with prices, as in the
 * Hungarian method). After each the assignment is the best for the places so far,
 * and the prices prove it.
 */
import { done, type Outcome } from '#kernel/outcome.ts';
import type { Stepwise } from '../steps.ts';
import { checkedAssignment } from './check.ts';
import { type Costs, costsOf, nextCost } from './costs.ts';
import { type Heap, heapOf } from './heap.ts';
import type { Assignment, AssignmentProblem, Unserved } from './problem.ts';
import { told } from './told.ts';

interface Work {
  readonly problem: AssignmentProblem;
  readonly costs: Costs;
  readonly person: Int32Array;
  readonly load: Int32Array;
  readonly price: Float64Array;
  /** Pair by which each place is served. */
  readonly pairOf: Int32Array;
  /** Places of a person as a list: first, and the one after and before each. */
  readonly head: Int32Array;
  readonly after: Int32Array;
  readonly before: Int32Array;
  /** Of the present search: distance to each person, the pair it was reached by, and the place. */
  readonly far: Float64Array;
  readonly byPair: Int32Array;
  readonly byPlace: Int32Array;
  readonly reached: number[];
  readonly settled: number[];
  readonly isSettled: Uint8Array;
  readonly heap: Heap;
}

/** Refuses `planning.people`, `planning.capacity`, `planning.cost`. */
export function* assign(problem: AssignmentProblem): Stepwise<Outcome<Assignment>> {
  const right = checkedAssignment(problem);
  if (!right.ok) return right;
  const work = workOf(problem);
  const unserved: Unserved[] = [];
  let stopped = false;
  for (let place = 0; place < problem.places; place += 1) {
    const why = insert(work, place);
    if (why !== undefined) unserved.push(why);
    if (place % 256 !== 255) continue;
    stopped = (yield { doing: 'assign', part: (place + 1) / problem.places }) === 'stop';
    if (!stopped) continue;
    // Nothing is dropped: who was not come to is told with that as the reason.
    for (let left = place + 1; left < problem.places; left += 1)
      unserved.push({ place: left, why: 'stopped', full: [] });
    break;
  }
  return done(told(problem, work.costs, work, unserved, stopped));
}

function workOf(problem: AssignmentProblem): Work {
  const { people, places } = problem;
  const costs = costsOf(problem);
  return {
    problem,
    costs,
    person: new Int32Array(places).fill(-1),
    load: new Int32Array(people),
    price: Float64Array.from({ length: people }, (_, one) => {
      const next = nextCost(problem, costs, one, 0);
      return Number.isFinite(next) ? next : 0;
    }),
    pairOf: new Int32Array(places).fill(-1),
    head: new Int32Array(people).fill(-1),
    after: new Int32Array(places),
    before: new Int32Array(places),
    far: new Float64Array(people).fill(Number.POSITIVE_INFINITY),
    byPair: new Int32Array(people),
    byPlace: new Int32Array(people),
    reached: [],
    settled: [],
    isSettled: new Uint8Array(people),
    heap: heapOf(),
  };
}

/** Serves one more place, moving others where that is cheaper; why not, where it cannot be. */
function insert(work: Work, place: number): Unserved | undefined {
  clear(work);
  relax(work, place, 0, 0);
  const end = search(work);
  const why = end.person < 0 ? reasonFor(work, place) : undefined;
  if (end.person >= 0) raisePrices(work, end.far);
  if (end.person >= 0) handOn(work, place, end.person);
  return why;
}

function clear({ far, isSettled, reached, settled, heap }: Work): void {
  for (const one of reached) {
    far[one] = Number.POSITIVE_INFINITY;
    isSettled[one] = 0;
  }
  reached.length = 0;
  settled.length = 0;
  heap.clear();
}

/** Ways from a place to all who may have it. @param base what the place costs where it is now */
function relax(work: Work, place: number, start: number, base: number): void {
  const { problem, costs, price, far, byPair, byPlace, reached, isSettled, heap } = work;
  const end = problem.first[place + 1] as number;
  for (let at = problem.first[place] as number; at < end; at += 1) {
    const one = problem.person[at] as number;
    if (isSettled[one] === 1) continue;
    const way = start + (costs.pair[at] as number) + (price[one] as number) - base;
    if (way >= (far[one] as number)) continue;
    if (far[one] === Number.POSITIVE_INFINITY) reached.push(one);
    far[one] = way;
    byPair[one] = at;
    byPlace[one] = place;
    heap.push(one, way);
  }
}

/** Dijkstra's search over people, to the one who takes a place more at the least cost. */
function search(work: Work): { readonly person: number; readonly far: number } {
  const { problem, costs, price, load, pairOf, head, after, far, settled, isSettled, heap } = work;
  let end = { person: -1, far: Number.POSITIVE_INFINITY };
  for (let one = heap.pop(); one >= 0 && heap.key < end.far; one = heap.pop()) {
    if (isSettled[one] === 1) continue;
    isSettled[one] = 1;
    settled.push(one);
    const own = far[one] as number;
    const total = own + nextCost(problem, costs, one, load[one] as number) - (price[one] as number);
    if (total < end.far) end = { person: one, far: total };
    for (let place = head[one] as number; place >= 0; place = after[place] as number) {
      const base = (costs.pair[pairOf[place] as number] as number) + (price[one] as number);
      relax(work, place, own, base);
    }
  }
  return end;
}

function raisePrices({ settled, far, price }: Work, end: number): void {
  for (const one of settled) {
    const gap = end - (far[one] as number);
    if (gap > 0) price[one] = (price[one] as number) + gap;
  }
}

/** Along the way back each person gets the place that came, and gives the one that went on. */
function handOn(work: Work, place: number, end: number): void {
  const { load, person, pairOf, byPair, byPlace } = work;
  load[end] = (load[end] as number) + 1;
  for (let one = end; ; ) {
    const came = byPlace[one] as number;
    const from = person[came] as number;
    if (from >= 0) unlink(work, came, from);
    person[came] = one;
    pairOf[came] = byPair[one] as number;
    link(work, came, one);
    if (came === place) return;
    one = from;
  }
}

function link({ head, after, before }: Work, place: number, one: number): void {
  const next = head[one] as number;
  after[place] = next;
  before[place] = -1;
  if (next >= 0) before[next] = place;
  head[one] = place;
}

function unlink({ head, after, before }: Work, place: number, one: number): void {
  const [next, last] = [after[place] as number, before[place] as number];
  if (next >= 0) before[next] = last;
  if (last >= 0) after[last] = next;
  else head[one] = next;
}

/** All who were reached are full and so are all they could hand on to (Hall's condition). */
function reasonFor({ problem, costs, settled }: Work, place: number): Unserved {
  const [from, end] = [problem.first[place] as number, problem.first[place + 1] as number];
  const may = Array.from(costs.pair.subarray(from, end)).some(Number.isFinite);
  if (may) return { place, why: 'full', full: settled.toSorted((a, b) => a - b) };
  return { place, why: end > from ? 'pinned' : 'nobody', full: [] };
}
