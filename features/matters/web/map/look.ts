/** How the map shows the matters, and what of the ground it shows with them; both stand in the address. */

/** By how they stand against their limit, by how long they have been waiting, by what they are about, or how close together. */
export const LOOKS = ['urgency', 'age', 'category', 'heat'] as const;
export type Look = (typeof LOOKS)[number];

export const GROUNDS = ['grids', 'sites'] as const;
export type Ground = (typeof GROUNDS)[number];

export interface MapLook {
  readonly look: Look;
  readonly grounds: readonly Ground[];
}

export const USUAL_LOOK: MapLook = { look: 'urgency', grounds: [] };

/** What of an address is a look; the usual one where it says none, or what is none. */
export function lookOfAddress({ look, grounds }: Readonly<Record<string, unknown>>): MapLook {
  const listed = typeof grounds === 'string' ? grounds.split(',') : [];
  return {
    look: LOOKS.find((one) => one === look) ?? 'urgency',
    grounds: GROUNDS.filter((one) => listed.includes(one)),
  };
}

/** As it stands in the address, where it is not the usual one. */
export function addressOfLook({ look, grounds }: MapLook): Readonly<Record<string, string>> {
  return {
    ...(look !== 'urgency' && { look }),
    ...(grounds.length > 0 && { grounds: grounds.join(',') }),
  };
}
