/** What a feature offers the desk: where it stands, who may open it, how it is loaded. */
import type { ComponentType } from 'react';
import type { Role } from '#kernel/role.ts';

export interface DeskScreen {
  /** Below /desk: `/matters`, `/matters/$matterId`. */
  readonly path: string;
  /** Path of the screen it opens inside of (a list with its detail). */
  readonly inside?: string;
  readonly load: () => Promise<{ default: ComponentType }>;
  readonly nav?: DeskNav;
}

export interface DeskNav {
  /** Text key with its namespace: `matters:web.nav.list`. */
  readonly label: string;
  readonly group: DeskGroup;
  /** Absent: everybody who is signed in. */
  readonly roles?: readonly Role[];
}

/** Groups of the navigation in their order. */
export const DESK_GROUPS = ['work', 'ground', 'care'] as const;
export type DeskGroup = (typeof DESK_GROUPS)[number];
