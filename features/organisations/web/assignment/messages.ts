/** What the sharing screen and its worker say to each other. */
import type { LngLat } from '#kernel/geometry/index.ts';
import type { Refusal } from '#kernel/refusal.ts';
import type { ShareGround, Shares, ShareWishes } from '../../rules/assignment/share-out.ts';

export interface Asked {
  readonly ask: number;
  readonly ground: ShareGround;
  readonly wishes: ShareWishes;
  readonly pins: readonly number[];
}

export interface Told {
  readonly ask: number;
  readonly shares?: Shares;
  /** Metres from each post to each place: posts by rows. */
  readonly metres?: readonly Float64Array[];
  /** Where ways are measured from, by post. */
  readonly homes?: readonly LngLat[];
  readonly refusal?: Refusal;
}
