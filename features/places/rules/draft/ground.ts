/** What stands on the planning table before anything is drawn. */
import type { MultiPolygon } from '#kernel/geometry/index.ts';
import type { AreaId } from '#kernel/ids.ts';
import type { GridToday } from '../plan/plan.ts';
import type { Dropped } from './read-dropped.ts';

export interface Part {
  readonly areaId: AreaId;
  readonly geometry: MultiPolygon;
}

export interface Ground extends Dropped {
  readonly areaId: AreaId;
  /** The area's own border; null where none is known. */
  readonly border: MultiPolygon | null;
  /** Areas right below it with borders (communities of a street): no grid crosses from one to another. */
  readonly parts: readonly Part[];
  readonly today: readonly (GridToday & { readonly name: string; readonly areaId: AreaId })[];
}

export interface DraftSettings {
  /** Households a grid should have; or how many grids there should be. */
  readonly size: { readonly target: number } | { readonly grids: number };
  /** Share by which a grid may be larger or smaller, 0 to below 1. */
  readonly tolerance: number;
  /** Price of moving, metres: a household changes its grid only where it gets this much nearer. */
  readonly stay: number;
  readonly seed: number;
}
