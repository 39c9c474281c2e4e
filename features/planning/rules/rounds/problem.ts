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
  readonly seed: number;
}

export interface Visit {
  readonly checkpoint: number;
  /** Minute of the day at which looking begins; who comes early waits. */
  readonly at: number;
}

/** What one walker does on one day. */
export interface Tour {
  /** From 0. */
  readonly day: number;
  readonly walker: number;
  readonly visits: readonly Visit[];
  /** From home and back. */
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
  /** No rounds that make the same visits on the same days are shorter than this, whatever the hours. */
  readonly bound: number;
  /** Part by which `metres` may be above the best of these; 0 is proven best. */
  readonly gap: number;
  /** True where it was told to stop: the best there was then. */
  readonly stopped: boolean;
}
