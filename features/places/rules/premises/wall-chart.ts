/** A building as on the wall chart of a grid worker: floors one above the other, entrances side by side. */

export interface ChartEntrance {
  readonly premiseId: string;
  readonly name: string;
}

export interface ChartRoom {
  readonly premiseId: string;
  /** The entrance, or the building. */
  readonly aboveId: string;
  readonly name: string;
  readonly floor: number | null;
}

export interface WallChart<Room extends ChartRoom> {
  /** With the most rooms it has on one floor. A room without an entrance counts under the building's name. */
  readonly entrances: readonly (ChartEntrance & { readonly width: number })[];
  /** From the top down; null last, for rooms of which no floor is known. */
  readonly floors: readonly {
    readonly floor: number | null;
    /** Rooms of each entrance, in their order. */
    readonly rooms: readonly (readonly Room[])[];
  }[];
}

/** Floors without a room in between are shown empty, so that the chart has the height of the house. */
export function wallChart<Room extends ChartRoom>(
  building: ChartEntrance,
  entrances: readonly ChartEntrance[],
  rooms: readonly Room[],
): WallChart<Room> {
  const loose = rooms.some(({ aboveId }) => aboveId === building.premiseId);
  const columns = [...entrances, ...(loose || entrances.length === 0 ? [building] : [])];
  const numbers = rooms.flatMap(({ floor }) => (floor === null ? [] : [floor]));
  const [lowest, highest] = [Math.min(...numbers), Math.max(...numbers)];
  const known =
    numbers.length === 0
      ? []
      : Array.from({ length: highest - lowest + 1 }, (_, down) => highest - down);
  const hasUnknown = rooms.some(({ floor }) => floor === null);
  const floors = [...known, ...(hasUnknown ? [null] : [])].map((floor) => ({
    floor,
    rooms: columns.map(({ premiseId }) =>
      rooms.filter((room) => room.aboveId === premiseId && room.floor === floor),
    ),
  }));
  return {
    entrances: columns.map((column, at) => ({
      ...column,
      width: floors.reduce((most, { rooms: own }) => Math.max(most, own[at]?.length ?? 0), 1),
    })),
    floors,
  };
}
