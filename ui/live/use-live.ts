/** Events of some names while a component stands. */
import { useEffect, useEffectEvent, useSyncExternalStore } from 'react';
import { type LiveEvent, type LiveState, listenLive, liveState, watchLiveState } from './live.ts';

/** @param kinds must be the same list each time */
export function useLive(kinds: readonly string[], listener: (event: LiveEvent) => void): void {
  const hear = useEffectEvent(listener);
  useEffect(() => listenLive(kinds, (event) => hear(event)), [kinds]);
}

export const useLiveState = (): LiveState => useSyncExternalStore(watchLiveState, liveState);
