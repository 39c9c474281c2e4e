/** The chosen theme: kept on the device, following the system until somebody chooses. */
import { useSyncExternalStore } from 'react';
import { applyTheme } from './apply.ts';
import type { ThemeName } from './tokens.ts';

const KEPT = 'lianxin.theme';
const listeners = new Set<() => void>();
const systemDark = (): MediaQueryList => window.matchMedia('(prefers-color-scheme: dark)');

let current: ThemeName = 'light';

function chosen(): ThemeName {
  const kept = window.localStorage.getItem(KEPT);
  if (kept === 'light' || kept === 'dark') return kept;
  return systemDark().matches ? 'dark' : 'light';
}

function set(name: ThemeName): void {
  current = name;
  applyTheme(name, document.documentElement);
  for (const tell of listeners) tell();
}

/** Before the first drawing, so that nothing changes colour under the reader's eyes. */
export function startTheme(): void {
  set(chosen());
  systemDark().addEventListener('change', () => set(chosen()));
}

export function chooseTheme(name: ThemeName): void {
  window.localStorage.setItem(KEPT, name);
  set(name);
}

export function useTheme(): ThemeName {
  return useSyncExternalStore(
    (listener) => {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
    () => current,
  );
}
