/** Pages by name and id: the cursor says after which row the next one begins. */
import { isId } from '#kernel/ids.ts';

export interface After {
  readonly name: string;
  readonly id: string;
}

export const PAGE = 100;

/** Undefined where the text is no cursor; null where there is none. */
export function afterOf(cursor: string | undefined): After | null | undefined {
  if (cursor === undefined) return null;
  const at = cursor.indexOf(' ');
  const id = cursor.slice(0, at);
  return isId(id) ? { id, name: cursor.slice(at + 1) } : undefined;
}

/** The cursor after the last of a full page; null where nothing follows. */
export function nextAfter(last: After | undefined, count: number): string | null {
  return last && count === PAGE ? `${last.id} ${last.name}` : null;
}
