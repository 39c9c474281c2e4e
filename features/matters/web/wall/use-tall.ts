/** Whether the screen stands upright. */
import { useSyncExternalStore } from 'react';

const QUERY = '(orientation: portrait)';

export function useTall(): boolean {
  return useSyncExternalStore(watch, () => window.matchMedia(QUERY).matches);
}

function watch(watcher: () => void): () => void {
  const media = window.matchMedia(QUERY);
  media.addEventListener('change', watcher);
  return () => media.removeEventListener('change', watcher);
}
