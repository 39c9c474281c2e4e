/** J and K walk over the rows of a list from anywhere; E is told on which of them the focus stands, else the first. */
import { useKeys } from '#ui/keyboard/use-keys.ts';
import type { ListStop } from '#ui/lists/use-one-stop.ts';

export function useLinkKeys({ at, stand }: ListStop, step: (index: number) => void): void {
  const move = (by: number) => (): void => stand(at() < 0 ? 0 : at() + by);
  useKeys({
    j: move(1),
    k: move(-1),
    arrowdown: move(1),
    arrowup: move(-1),
    e: () => step(Math.max(at(), 0)),
  });
}
