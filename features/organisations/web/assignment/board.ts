/** What the lists and the matrix of a sharing show. */
import type { Answer } from '#kernel/endpoint.ts';
import type { LngLat } from '#kernel/geometry/index.ts';
import type { assignmentGround } from '../../contract.ts';
import type { Shares } from '../../rules/assignment/share-out.ts';

export type GroundAnswer = Answer<typeof assignmentGround>;

export interface Board {
  readonly told: GroundAnswer;
  readonly shares: Shares;
  readonly metres: readonly Float64Array[];
  /** Where each post's ways begin. */
  readonly homes: readonly LngLat[];
  /** Post each place is pinned to, -1 for none. */
  readonly pins: readonly number[];
  readonly nameOf: (post: number) => string;
  /** Pins a place to a post; to the one it is pinned to: lets it go. */
  readonly pin: (place: number, post: number) => void;
}
