/** `lianxin assign`: people and places in, who looks after what out; no database. */
import { done, type Outcome, refused } from '#kernel/outcome.ts';
import { assign } from '../rules/assignment/assign.ts';
import type { Assignment, AssignmentProblem } from '../rules/assignment/problem.ts';
import { gapsIn } from '../rules/assignment/proof.ts';
import { run, type Step } from '../rules/steps.ts';
import { type Pairs, pairsByDistance, pairsFromFile } from './pairs.ts';
import { columnFor, numberIn, type Rows, readRows, textIn } from './read-rows.ts';
import { writeCsv } from './write-files.ts';

export interface AssignOptions {
  readonly people: string;
  readonly places: string;
  readonly pairs?: string;
  /** Metres that a change of person must be worth. */
  readonly change: string;
  /** Metres that each place more with one person must be worth. */
  readonly fairness: string;
  readonly out: string;
}

export interface AssignReport {
  readonly people: number;
  readonly places: number;
  readonly served: number;
  readonly cost: number;
  readonly fewest: number;
  readonly highest: number;
  readonly changed: number;
  /** True where the prices prove that no cheaper assignment of these places exists. */
  readonly proven: boolean;
  readonly loads: readonly {
    readonly person: string;
    readonly places: number;
    readonly price: number;
  }[];
  readonly unserved: readonly {
    readonly place: string;
    readonly why: string;
    readonly full: readonly string[];
  }[];
  readonly below: readonly string[];
}

export async function assignPlaces(
  options: AssignOptions,
  onStep: (step: Step) => void,
): Promise<Outcome<AssignReport>> {
  const people = await readRows(options.people);
  if (!people.ok) return people;
  const places = await readRows(options.places);
  if (!places.ok) return places;
  if (people.value.cells.length === 0 || places.value.cells.length === 0)
    return refused({ code: 'planning.people', field: 'people' });
  const names = { people: namesOf(people.value, 'person'), places: namesOf(places.value, 'place') };
  const pairs =
    options.pairs === undefined
      ? pairsByDistance(people.value, places.value)
      : await pairsFromFile(options.pairs, names.people, names.places);
  if (!pairs.ok) return pairs;
  const problem = problemOf(people.value, places.value, names.people, pairs.value, options);
  const outcome = run(assign(problem), (step) => {
    onStep(step);
    return undefined;
  });
  if (!outcome.ok) return outcome;
  const nameOf = (person: number): string => names.people[person] ?? '';
  const rows = places.value.cells.map((row, at) => ({
    ...row,
    assigned: nameOf(outcome.value.person[at] as number),
  }));
  const kept = places.value.columns.filter((column) => column !== 'assigned');
  writeCsv(options.out, [...kept, 'assigned'], rows);
  return done(reportOf(problem, outcome.value, names));
}

function reportOf(
  problem: AssignmentProblem,
  found: Assignment,
  names: { readonly people: readonly string[]; readonly places: readonly string[] },
): AssignReport {
  const person = (at: number): string => names.people[at] ?? '';
  return {
    people: problem.people,
    places: problem.places,
    served: problem.places - found.unserved.length,
    cost: found.cost,
    fewest: found.load.reduce((least, one) => Math.min(least, one), Number.POSITIVE_INFINITY),
    highest: found.load.reduce((most, one) => Math.max(most, one), 0),
    changed: found.changed,
    proven: gapsIn(problem, found).length === 0,
    loads: names.people.map((name, at) => ({
      person: name,
      places: found.load[at] as number,
      price: found.price[at] as number,
    })),
    unserved: found.unserved.map(({ place, why, full }) => ({
      place: names.places[place] ?? '',
      why,
      full: full.map(person),
    })),
    below: found.below.map(person),
  };
}

/** Where a file has no names, rows go by their number. */
function namesOf(rows: Rows, word: 'person' | 'place'): readonly string[] {
  const column = columnFor(rows, word);
  return rows.cells.map((row, at) => (column && textIn(row[column])) || String(at + 1));
}

/** Without capacities everybody gets as many as everybody else, give or take one. */
function problemOf(
  people: Rows,
  places: Rows,
  names: readonly string[],
  pairs: Pairs,
  options: AssignOptions,
): AssignmentProblem {
  const each = places.cells.length / people.cells.length;
  const known = new Map(names.map((name, at) => [name, at]));
  const capacity = (word: 'least' | 'most', usual: number): Int32Array => {
    const column = columnFor(people, word);
    return Int32Array.from(people.cells, (row) => {
      const own = column === undefined ? Number.NaN : numberIn(row[column]);
      return Number.isNaN(own) ? usual : own;
    });
  };
  const named = (word: 'pin' | 'today'): Int32Array | undefined => {
    const column = columnFor(places, word);
    if (column === undefined) return undefined;
    // A pin that names nobody known stays a pin: the place is told as not served.
    const unknown = word === 'pin' ? names.length : -1;
    return Int32Array.from(places.cells, (row) => {
      const name = textIn(row[column]);
      return name === '' ? -1 : (known.get(name) ?? unknown);
    });
  };
  const [pinned, today] = [named('pin'), named('today')];
  return {
    ...pairs,
    people: people.cells.length,
    places: places.cells.length,
    least: capacity('least', columnFor(people, 'most') === undefined ? Math.floor(each) : 0),
    most: capacity('most', Math.ceil(each)),
    change: numberIn(options.change) || 0,
    fairness: numberIn(options.fairness) || 0,
    ...(pinned && { pinned }),
    ...(today && { today }),
  };
}
