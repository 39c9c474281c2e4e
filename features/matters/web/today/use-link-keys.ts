/** J and K walk over the links of a list; E is told on which of them the focus stands, else the first. */
import type { RefObject } from 'react';
import { useKeys } from '#ui/keyboard/use-keys.ts';

export function useLinkKeys(
  list: RefObject<HTMLElement | null>,
  step: (index: number) => void,
): void {
  const links = (): readonly HTMLElement[] => [...(list.current?.querySelectorAll('a') ?? [])];
  const at = (): number => links().findIndex((link) => link.matches(':focus'));
  const move = (by: number) => (): void => {
    const all = links();
    const next = at() < 0 ? 0 : Math.min(Math.max(at() + by, 0), all.length - 1);
    all[next]?.focus();
  };
  useKeys({
    j: move(1),
    k: move(-1),
    arrowdown: move(1),
    arrowup: move(-1),
    e: () => step(Math.max(at(), 0)),
  });
}
