/**
 * What somebody opened last, on this device: names of kinds and identifiers
 * only, never what they are called. The server says that anew each time, as far
 * as they may still see it.
 */
import { MOST_REFS } from '#kernel/search.ts';

const KEPT = 'lianxin.used';

interface Used {
  readonly who: string;
  readonly refs: readonly string[];
}

/** `kind:id`, the latest first; nothing of anybody else who works at this device. */
export function lastUsed(who: string): readonly string[] {
  const used = read();
  return used?.who === who ? used.refs : [];
}

export function noteUsed(who: string, ref: string): void {
  const refs = [ref, ...lastUsed(who).filter((one) => one !== ref)].slice(0, MOST_REFS);
  window.localStorage.setItem(KEPT, JSON.stringify({ who, refs } satisfies Used));
}

export function forgetUsed(): void {
  window.localStorage.removeItem(KEPT);
}

function read(): Used | undefined {
  try {
    const value: unknown = JSON.parse(window.localStorage.getItem(KEPT) ?? '');
    return isUsed(value) ? value : undefined;
  } catch {
    return undefined;
  }
}

function isUsed(value: unknown): value is Used {
  if (typeof value !== 'object' || value === null) return false;
  const { who, refs } = value as Partial<Record<keyof Used, unknown>>;
  return (
    typeof who === 'string' && Array.isArray(refs) && refs.every((ref) => typeof ref === 'string')
  );
}
