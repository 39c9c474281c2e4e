/** Names of buildings and rooms: how they follow one another, and what floor a number says. */

const DIGITS = 6;
/** Whole buildings are numbered this way: 101 is on the first floor, 1203 on the twelfth. */
const ROOM_NUMBER = /^(\d{1,2})(\d{2})$/;

/** The name with its numbers filled up, so that 2号楼 comes before 10号楼. */
export function sortKeyOf(name: string): string {
  return name.normalize('NFKC').replace(/\d+/g, (number) => number.padStart(DIGITS, '0'));
}

/** The floor that a number of a room says; null where it says none. */
export function floorOf(name: string): number | null {
  const found = ROOM_NUMBER.exec(name.normalize('NFKC').replace(/\D+$/, ''));
  const floor = Number(found?.[1] ?? 0);
  return floor > 0 ? floor : null;
}

export interface Numbering {
  readonly lowest: number;
  readonly highest: number;
  /** Rooms on each floor. */
  readonly perFloor: number;
}

export interface NumberedRoom {
  readonly name: string;
  readonly floor: number;
}

/** Most rooms that are begun at once: one command, one page of events. */
export const MOST_AT_ONCE = 500;

/** 101, 102, 201, …: from the lowest floor to the highest. Empty where that is nonsense or too many. */
export function numberRooms({ lowest, highest, perFloor }: Numbering): readonly NumberedRoom[] {
  const floors = highest - lowest + 1;
  const isRight = [lowest, highest, perFloor].every(Number.isInteger) && lowest >= 1;
  if (!isRight || perFloor < 1 || perFloor > 99 || floors * perFloor > MOST_AT_ONCE) return [];
  return Array.from({ length: Math.max(0, floors) }, (_, up) => lowest + up).flatMap((floor) =>
    Array.from({ length: perFloor }, (_, at) => ({
      name: `${floor}${String(at + 1).padStart(2, '0')}`,
      floor,
    })),
  );
}
