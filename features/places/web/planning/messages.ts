/** What the planning table and its worker say to each other. */

import type { Refusal } from '#kernel/refusal.ts';
import type { DraftSettings, Ground } from '../../rules/draft/ground.ts';
import type { Finding, Step } from '../../rules/draft/planning.ts';
import type { Dropped } from '../../rules/draft/read-dropped.ts';
import type { Counted } from '../../rules/plan/figures.ts';
import type { PlanGrid } from '../../rules/plan/plan.ts';

export type ToWorker =
  /** What is planned on; told once. Without points: those of the file that was read last, which it has. */
  | {
      readonly kind: 'ground';
      readonly ground: Omit<Ground, 'points'>;
      readonly points?: Ground['points'];
    }
  /** Plan anew; whatever ran before is dropped. */
  | {
      readonly kind: 'draw';
      readonly ask: number;
      readonly settings: DraftSettings;
      readonly pins: readonly number[];
    }
  /** End soon with the best there is. */
  | { readonly kind: 'stop' }
  | { readonly kind: 'read'; readonly ask: number; readonly bytes: ArrayBuffer };

/** A draft as it travels: households are known on both sides, only their grids are told. */
export interface DrawnDraft {
  readonly grids: readonly PlanGrid[];
  readonly from: Int32Array;
  readonly to: Int32Array;
  readonly counted: Counted;
  readonly asked: { readonly least: number; readonly most: number };
  readonly findings: readonly Finding[];
  readonly outside: number;
  readonly stopped: boolean;
}

export type FromWorker =
  | { readonly kind: 'step'; readonly ask: number; readonly step: Step }
  | { readonly kind: 'drawn'; readonly ask: number; readonly draft: DrawnDraft }
  | { readonly kind: 'refused'; readonly ask: number; readonly refusal: Refusal }
  | { readonly kind: 'read'; readonly ask: number; readonly dropped: Dropped };
