/** Which of what waits was opened last; who comes back goes on from there. As long as the page lives. */
interface Opened {
  readonly matterId: string;
  readonly index: number;
}

let last: Opened | undefined;

export function noteOpened(matterId: string, index: number): void {
  last = { matterId, index };
}

/** Where it stands now, or what has taken its place since; undefined where nothing was opened. */
export function placeOfOpened(matterIds: readonly string[]): number | undefined {
  if (last === undefined || matterIds.length === 0) return undefined;
  const at = matterIds.indexOf(last.matterId);
  return at < 0 ? Math.min(last.index, matterIds.length - 1) : at;
}
