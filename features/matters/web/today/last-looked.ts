/** Up to where somebody has seen what happened: a position of the log, on this device only. */
const KEPT = 'lianxin.looked';

export function lastLooked(who: string): number | undefined {
  try {
    const value: unknown = JSON.parse(window.localStorage.getItem(KEPT) ?? '');
    if (typeof value !== 'object' || value === null) return undefined;
    const { who: whose, position } = value as { who?: unknown; position?: unknown };
    return whose === who && typeof position === 'number' ? position : undefined;
  } catch {
    return undefined;
  }
}

export function noteLooked(who: string, position: number): void {
  window.localStorage.setItem(KEPT, JSON.stringify({ who, position }));
}
