/**
 * What was typed stays while the page is open, also when the form is closed or
 * refused. Only in memory: it may hold names and phone numbers.
 */
import { useCallback, useSyncExternalStore } from 'react';

type Draft = Readonly<Record<string, unknown>>;

const NONE: Draft = {};
const drafts = new Map<string, Draft>();
const listeners = new Set<() => void>();

function set(name: string, draft: Draft | undefined): void {
  if (draft === undefined) drafts.delete(name);
  else drafts.set(name, draft);
  for (const tell of listeners) tell();
}

export interface DraftControl<T> {
  readonly draft: Partial<T>;
  readonly change: (part: Partial<T>) => void;
  readonly clear: () => void;
}

export function useDraft<T extends object>(name: string): DraftControl<T> {
  const draft = useSyncExternalStore(
    (listener) => {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
    () => drafts.get(name) ?? NONE,
  );
  return {
    draft: draft as Partial<T>,
    change: useCallback((part: Partial<T>) => set(name, { ...drafts.get(name), ...part }), [name]),
    clear: useCallback(() => set(name, undefined), [name]),
  };
}

/** Asks before the page is left with something typed and not sent. */
export function guardDrafts(): void {
  window.addEventListener('beforeunload', (event) => {
    const typed = [...drafts.values()].some((draft) =>
      Object.values(draft).some((value) => typeof value === 'string' && value.trim() !== ''),
    );
    if (typed) event.preventDefault();
  });
}
