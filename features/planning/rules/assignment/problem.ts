/** Who looks after what (M21, M46, M57, M81): people with capacities, places that need one of them. */

export interface AssignmentProblem {
  readonly people: number;
  readonly places: number;
  /** Fewest and most places of each person. */
  readonly least: Int32Array;
  readonly most: Int32Array;
  /**
   * Who may look after what, and at what cost (metres, or any number from 0):
   * pairs of place `p` are `first[p]` up to `first[p + 1] - 1`.
   */
  readonly first: Int32Array;
  readonly person: Int32Array;
  readonly cost: Float64Array;
  /** Person a place must have, -1 for none. */
  readonly pinned?: Int32Array;
  /** Person of today, -1 for none. */
  readonly today?: Int32Array;
  /** Cost of a place getting another person than today's. */
  readonly change?: number;
  /**
   * Price of uneven loads: a person's n-th place costs `fairness × (n − 1)` more,
   * so that two people's loads differ only where distance is worth it.
   */
  readonly fairness?: number;
}

export interface Unserved {
  readonly place: number;
  /**
   * `nobody`: no one may; `pinned`: the pin names no one who may; `full`: all who may are full;
   * `stopped`: it was not come to before the search was ended.
   */
  readonly why: 'nobody' | 'pinned' | 'full' | 'stopped';
  /** For `full`: people who are full and could not hand on to anybody else. */
  readonly full: readonly number[];
}

export interface Assignment {
  /** Person of each place, -1 where it cannot be served. */
  readonly person: Int32Array;
  readonly load: Int32Array;
  /** Sum of the costs of pairs, without prices of change and fairness. */
  readonly cost: number;
  /** What was made least: costs, change, fairness. */
  readonly total: number;
  readonly changed: number;
  readonly unserved: readonly Unserved[];
  /** People with fewer places than their fewest. */
  readonly below: readonly number[];
  /** Price of one more place with each person: with these nobody can find a cheaper way (`proof.ts`). */
  readonly price: Float64Array;
  readonly stopped: boolean;
}
