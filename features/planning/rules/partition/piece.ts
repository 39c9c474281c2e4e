/** What was divided by itself, and how. */
import type { Share } from './bounds.ts';
import type { Patch } from './patch.ts';

export interface Piece {
  readonly patch: Patch;
  readonly share: Share;
  /** Grid of each place of the patch. */
  readonly label: Int32Array;
}
