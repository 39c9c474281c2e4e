/** From what the server tells and what was dropped to the ground that is planned on. */
import type { Answer } from '#kernel/endpoint.ts';
import type { planningGround } from '../../contract.ts';
import type { Ground } from '../../rules/draft/ground.ts';
import type { Dropped } from '../../rules/draft/read-dropped.ts';
import type { DrawnGrid, Homes } from './plan-layers.ts';

export type GroundAnswer = Answer<typeof planningGround>;

/** @param keepParts whether no grid may cross from one community to another */
export function groundOf(
  told: GroundAnswer,
  dropped: Dropped | undefined,
  keepParts: boolean,
): Ground {
  const own = told.points.map(([lng, lat, weight, label]) => ({
    place: [lng, lat] as const,
    weight,
    label,
  }));
  return {
    areaId: told.areaId,
    border: told.border,
    parts: keepParts ? told.parts : [],
    today: told.grids,
    // A file with barriers alone leaves the households of the house.
    points: dropped !== undefined && dropped.points.length > 0 ? dropped.points : own,
    walls: dropped?.walls ?? [],
    bridges: dropped?.bridges ?? [],
  };
}

/** Where the map marks households. */
export function homesOf(ground: Ground): Homes {
  return ground.points.map(({ place }) => place);
}

/** The grids of today as the map draws them. */
export function todayOf(ground: Ground): readonly DrawnGrid[] {
  return ground.today.map(({ name, geometry }, number) => ({ number, name, geometry }));
}

/** Those who change their grid by a draft; who comes new to a grid moves from none. */
export function movedOf(
  homes: Homes,
  draft: { readonly from: ArrayLike<number>; readonly to: ArrayLike<number> } | undefined,
): Homes {
  return homes.filter((_, at) => {
    const from = draft?.from[at] ?? -1;
    return from >= 0 && draft?.to[at] !== from;
  });
}
