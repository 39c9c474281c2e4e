/** What turns on a wall: scenes, and the pages of those whose areas do not fit on one. */
import { type Board, SCENES, type Scene } from '../../contract.ts';

export interface Page {
  readonly scene: Scene;
  /** From 0 on; of how many. */
  readonly part: number;
  readonly parts: number;
}

/** Rows that fit and are still read from five metres. */
const ROWS = { wide: 14, tall: 22 } as const;
const BY_AREA: readonly Scene[] = ['matrix', 'ended'];

export function pagesOf(board: Board, tall: boolean): readonly Page[] {
  const rows = tall ? ROWS.tall : ROWS.wide;
  const parts = Math.max(1, Math.ceil(board.areas.length / rows));
  return SCENES.flatMap((scene) => {
    const own = BY_AREA.includes(scene) ? parts : 1;
    return Array.from({ length: own }, (_, part) => ({ scene, part, parts: own }));
  });
}

/** The part of a list that stands on a page, of about the same length on each. */
export function partOf<T>(list: readonly T[], { part, parts }: Page): readonly T[] {
  const length = Math.ceil(list.length / parts);
  return list.slice(part * length, (part + 1) * length);
}
