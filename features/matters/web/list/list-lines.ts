/** The lines of the list as they stand below one another: matters alone, or under the headings of their groups. */
import type { MatterSummary } from '#features/matters/contract.ts';

export interface MatterGroup {
  readonly key: string;
  readonly name: string;
  readonly count: number;
  readonly late: number;
}

export type Line =
  | { readonly kind: 'matter'; readonly id: string; readonly matter: MatterSummary }
  | {
      readonly kind: 'group';
      readonly id: string;
      readonly group: MatterGroup;
      readonly open: boolean;
    }
  /** Rows of an open group that are still on their way. */
  | { readonly kind: 'waiting'; readonly id: string };

export function linesOfRows(rows: readonly MatterSummary[]): readonly Line[] {
  return rows.map((matter) => ({ kind: 'matter', id: matter.matterId, matter }));
}

/** @param rowsOf the rows read so far of a group that stands open, undefined before the first */
export function linesOfGroups(
  groups: readonly MatterGroup[],
  open: ReadonlySet<string>,
  rowsOf: (key: string) => readonly MatterSummary[] | undefined,
): readonly Line[] {
  return groups.flatMap((group): readonly Line[] => {
    const head: Line = { kind: 'group', id: groupId(group.key), group, open: open.has(group.key) };
    if (!head.open) return [head];
    const rows = linesOfRows(rowsOf(group.key) ?? []);
    const missing = group.count > rows.length;
    return [
      head,
      ...rows,
      ...(missing ? [{ kind: 'waiting' as const, id: `${head.id} waiting` }] : []),
    ];
  });
}

function groupId(key: string): string {
  return `group:${key}`;
}

/** Few rows are shown at once; of many, the counts come first and the groups are opened by hand. */
const SHOWN_AT_ONCE = 150;

export function openAtFirst(groups: readonly MatterGroup[]): readonly string[] {
  const total = groups.reduce((sum, { count }) => sum + count, 0);
  return total <= SHOWN_AT_ONCE ? groups.map(({ key }) => key) : [];
}
