/** Who may look after what: by distance between all, or as a file says. */
import { done, type Outcome, refused } from '#kernel/outcome.ts';
import { columnFor, numberIn, positionsOf, type Rows, readRows, textIn } from './read-rows.ts';

export interface Pairs {
  readonly first: Int32Array;
  readonly person: Int32Array;
  readonly cost: Float64Array;
}

/** Most pairs that are made of distances; beyond, a file of pairs says which are meant. */
const MOST_PAIRS = 5_000_000;

/** Metres from everybody to every place. */
export function pairsByDistance(people: Rows, places: Rows): Outcome<Pairs> {
  const [have, want] = [people.cells.length, places.cells.length];
  if (have * want > MOST_PAIRS)
    return refused({ code: 'input.too_large', field: 'pairs', detail: { limit: MOST_PAIRS } });
  const to = positionsOf(places);
  if (!to.ok) return to;
  const from = positionsOf(people, to.value.projection);
  if (!from.ok) return from;
  const person = Int32Array.from({ length: have * want }, (_, at) => at % have);
  const cost = Float64Array.from(person, (one, at) => {
    const place = Math.floor(at / have);
    return Math.hypot(
      (from.value.x[one] as number) - (to.value.x[place] as number),
      (from.value.y[one] as number) - (to.value.y[place] as number),
    );
  });
  return done({ first: Int32Array.from({ length: want + 1 }, (_, at) => at * have), person, cost });
}

/** Columns person, place and cost; a pair that is not there may not be. */
export async function pairsFromFile(
  path: string,
  people: readonly string[],
  places: readonly string[],
): Promise<Outcome<Pairs>> {
  const rows = await readRows(path);
  if (!rows.ok) return rows;
  const columns = [
    columnFor(rows.value, 'person'),
    columnFor(rows.value, 'place'),
    columnFor(rows.value, 'cost'),
  ];
  const [person, place, cost] = columns;
  if (person === undefined || place === undefined || cost === undefined)
    return refused({ code: 'import.column_missing', detail: { column: 'person, place, cost' } });
  const own = new Map(people.map((name, at) => [name, at]));
  const known = new Map(places.map((name, at) => [name, at]));
  const lists = places.map((): { person: number; cost: number }[] => []);
  for (const row of rows.value.cells) {
    const [who, where] = [textIn(row[person]), textIn(row[place])];
    const [one, at] = [own.get(who), known.get(where)];
    if (one === undefined || at === undefined)
      return refused({
        code: 'import.value_unknown',
        detail: { value: one === undefined ? who : where },
      });
    lists[at]?.push({ person: one, cost: numberIn(row[cost]) });
  }
  const first = new Int32Array(places.length + 1);
  for (const [at, list] of lists.entries()) first[at + 1] = (first[at] as number) + list.length;
  const all = lists.flat();
  return done({
    first,
    person: Int32Array.from(all, (pair) => pair.person),
    cost: Float64Array.from(all, (pair) => pair.cost),
  });
}
