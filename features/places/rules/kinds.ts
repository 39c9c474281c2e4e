/** Kinds of areas, grids and sites; the words for them stand in the locale files. */

/** A division of the state with its code, a local area, a zone over others (a river's, a campaign's). */
export const AREA_KINDS = ['division', 'local', 'zone'] as const;
export type AreaKind = (typeof AREA_KINDS)[number];

/**
 * A unit grid is smaller than a responsibility grid, and neither is a grid of
 * community governance (rules.md section 2); a special one (专属网格) serves an
 * estate or unit; zones of rivers are none of them (trap 7 of the sources).
 */
export const GRID_KINDS = ['community', 'special', 'unit', 'responsibility', 'zone'] as const;
export type GridKind = (typeof GRID_KINDS)[number];

/** Estates without a property company (M98) and courtyards without a manager (M81) are kinds of their own. */
export const SITE_KINDS = [
  'courtyard',
  'courtyard_unmanaged',
  'estate',
  'estate_unmanaged',
  'water',
  'shop',
  'street_furniture',
  'public_building',
  'construction_site',
  'other',
] as const;
