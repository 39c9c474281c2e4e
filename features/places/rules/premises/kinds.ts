/** What stands in what: an estate has buildings, a building entrances, an entrance rooms. */

export const PREMISE_KINDS = ['building', 'entrance', 'room'] as const;
export type PremiseKind = (typeof PREMISE_KINDS)[number];

/** Sites that have buildings. */
export const ESTATE_KINDS = [
  'courtyard',
  'courtyard_unmanaged',
  'estate',
  'estate_unmanaged',
] as const;

const BELOW: Readonly<Record<PremiseKind | 'site', readonly PremiseKind[]>> = {
  // A courtyard of one storey has rooms without a building.
  site: ['building', 'room'],
  // A small house has no entrances of its own.
  building: ['entrance', 'room'],
  entrance: ['room'],
  room: [],
};

/** Kinds that may stand below one; `site` for the estate itself. */
export function kindsBelow(above: PremiseKind | 'site'): readonly PremiseKind[] {
  return BELOW[above];
}
