/** A plan for the grids of an area: what it holds and what state it is in (M86, M81). */
import type { LngLat, MultiPolygon } from '#kernel/geometry/index.ts';
import type { AreaId, GridId } from '#kernel/ids.ts';

/** Proposed, put before the residents, in force from a day; or taken back. */
export const PLAN_STATES = ['proposed', 'consulted', 'in_force', 'withdrawn'] as const;
export type PlanState = (typeof PLAN_STATES)[number];

/** A grid of the plan. Grids of today come first, in their order, also those that end. */
export interface PlanGrid {
  /** Null for a grid that begins with the plan. */
  readonly gridId: GridId | null;
  /** Version of the grid the plan was drawn from; null for a new one. */
  readonly version: number | null;
  readonly name: string;
  /** Where it will stand. */
  readonly areaId: AreaId;
  /** Null for a grid of today that ends with the plan. */
  readonly geometry: MultiPolygon | null;
}

/** Households at one spot: a building, a courtyard, an address. */
export interface PlanPoint {
  readonly place: LngLat;
  /** Households, 0 and up. */
  readonly weight: number;
  readonly label: string;
  /** Number of the grid of today, -1 where it lies in none. */
  readonly from: number;
  /** Number of the grid in the plan. */
  readonly to: number;
  /** True where the planner said that it stays with its grid. */
  readonly pinned: boolean;
}

/** A grid of today, as a plan is measured against. */
export interface GridToday {
  readonly gridId: GridId;
  readonly version: number;
  readonly geometry: MultiPolygon;
}
