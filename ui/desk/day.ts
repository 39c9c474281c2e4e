/** What features put on the first screen of the day beside the matters that wait: notices, meetings. */
import { type ComponentType, createContext } from 'react';
import type { Role } from '#kernel/role.ts';

export interface DayPart {
  readonly name: string;
  /** Draws nothing on a day without anything of its kind. */
  readonly Part: ComponentType;
  /** Absent: everybody who is signed in. */
  readonly roles?: readonly Role[];
}

/** Given by the desk, in the order in which they stand; the screen of the day knows none by name. */
export const DayParts = createContext<readonly DayPart[]>([]);
