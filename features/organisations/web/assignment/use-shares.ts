/** Shares for the ground, the wishes and the pins as they are now; the last ones stay until the next are there. */
import { useEffect, useRef, useState } from 'react';
import type { ShareGround, ShareWishes } from '../../rules/assignment/share-out.ts';
import type { Asked, Told } from './messages.ts';

/** Milliseconds after the last move of a hand. */
const REST = 150;

export function useShares(
  ground: ShareGround,
  wishes: ShareWishes,
  pins: readonly number[],
): Told & { readonly isWorking: boolean } {
  const worker = useRef<Worker>(undefined);
  const asked = useRef(0);
  const [told, setTold] = useState<Told>({ ask: 0 });
  useEffect(() => {
    const made = new Worker(new URL('./share-worker.ts', import.meta.url), { type: 'module' });
    made.addEventListener('message', ({ data }: MessageEvent<Told>) => {
      if (data.ask === asked.current) setTold(data);
    });
    worker.current = made;
    return () => made.terminate();
  }, []);
  const [wanted, setWanted] = useState(0);
  useEffect(() => {
    asked.current += 1;
    const ask = asked.current;
    setWanted(ask);
    const timer = setTimeout(() => {
      worker.current?.postMessage({ ask, ground, wishes, pins } satisfies Asked);
    }, REST);
    return () => clearTimeout(timer);
  }, [ground, wishes, pins]);
  return { ...told, isWorking: told.ask !== wanted };
}
