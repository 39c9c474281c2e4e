/** What a feature offers the desk: where it stands, who may open it, how it is loaded. */
import type { ComponentType } from 'react';
import type { Role } from '#kernel/role.ts';
import type { SearchHit } from '#kernel/search.ts';

export interface DeskScreen {
  /** Below /desk: `/matters`, `/matters/$matterId`. */
  readonly path: string;
  /** Path of the screen it opens inside of (a list with its detail). */
  readonly inside?: string;
  readonly load: () => Promise<{ default: ComponentType }>;
  /** Is drawn without Ant Design, which is then not waited for. */
  readonly plain?: boolean;
  readonly nav?: DeskNav;
}

export interface DeskNav {
  /** Text key with its namespace: `matters:web.nav.list`. */
  readonly label: string;
  /** Text key of other words it is found by in the palette: first letters, spellings. */
  readonly words: string;
  readonly group: DeskGroup;
  /** Absent: everybody who is signed in. */
  readonly roles?: readonly Role[];
}

/** What a feature offers the palette beside its screens: a way to one of them that many go. */
export interface DeskShortcut {
  /** Text key with its namespace. */
  readonly label: string;
  readonly words: string;
  readonly to: string;
  readonly search: Readonly<Record<string, string>>;
  readonly roles?: readonly Role[];
}

/** How a kind of thing of a feature is called, and where it is opened. */
export interface DeskTarget {
  /** Text key with its namespace. */
  readonly label: string;
  readonly to: (hit: SearchHit) => {
    readonly to: string;
    readonly search: Readonly<Record<string, string>>;
  };
}

/** Groups of the navigation in their order. */
export const DESK_GROUPS = ['work', 'ground', 'care'] as const;
export type DeskGroup = (typeof DESK_GROUPS)[number];
