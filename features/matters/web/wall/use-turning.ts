/** Which page stands on the wall: by time, by keys, and by the hand of a presenter at another device. */
import { useEffect, useEffectEvent, useState } from 'react';
import type { WallFrame } from '../../contract.ts';
import type { Page } from './pages.ts';

/** Milliseconds a page stands: long enough to be read aloud. */
const TURN = 20_000;

export interface Turning {
  readonly at: number;
  readonly held: boolean;
  go(by: 1 | -1): void;
  hold(): void;
}

export function useTurning(
  pages: readonly Page[],
  { version, scene, held: heldThere }: WallFrame,
): Turning {
  const [place, setPlace] = useState(0);
  const [held, setHeld] = useState(false);
  const at = place % Math.max(1, pages.length);
  const go = (by: 1 | -1): void => setPlace((at + by + pages.length) % pages.length);
  const next = useEffectEvent((from: number) => setPlace((from + 1) % pages.length));
  // A page that was turned by hand stands its full time.
  useEffect(() => {
    if (held) return;
    const timer = setTimeout(() => next(at), TURN);
    return () => clearTimeout(timer);
  }, [held, at]);
  const follow = useEffectEvent(() => {
    if (scene === null) return;
    setPlace(
      Math.max(
        0,
        pages.findIndex((page) => page.scene === scene),
      ),
    );
    setHeld(heldThere);
  });
  useEffect(() => {
    if (version > 1) follow();
  }, [version]);
  return { at, held, go, hold: () => setHeld(!held) };
}
