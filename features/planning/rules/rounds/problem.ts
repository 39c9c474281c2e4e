/** Rounds on foot through places that must be seen: patrols, dust and river rounds (M57, M74). */

export interface Walker {
  /** Where the round begins and ends, metres. */
  readonly x: number;
  readonly y: number;
  /** Minutes of the day between which the walker is out. */
  readonly from: number;
  readonly until: number;
}

export interface Checkpoint {
  readonly x: number;
  readonly y: number;
  /** Minutes that looking takes. */
  readonly stay: number;
  /** Minutes of the day within which looking begins. */
  readonly from: number;
  readonly until: number;
  /** On how many days of the period; at most once a day. */
  readonly times: number;
}

export interface RoundsProblem {
  readonly walkers: readonly Walker[];
  readonly checkpoints: readonly Checkpoint[];
  readonly days: number;
  /** Metres a minute. */
  readonly pace: number;
}

export interface Visit {
  readonly checkpoint: number;
  /** Minute of the day at which looking begins; who comes early waits. */
  readonly at: number;
}

export interface Tour {
  readonly day: number;
  readonly walker: number;
  readonly visits: readonly Visit[];
  readonly metres: number;
}

export interface Missed {
  readonly checkpoint: number;
  readonly day: number;
  /** `never`: nobody could be there in time even on a round of its own; `full`: no round has room. */
  readonly why: 'never' | 'full';
}

export interface Rounds {
  readonly tours: readonly Tour[];
  readonly missed: readonly Missed[];
  readonly metres: number;
  /** No rounds through the same visits are shorter than this. */
  readonly bound: number;
  /** Part by which `metres` may be above the best; 0 is proven best. */
  readonly gap: number;
}
