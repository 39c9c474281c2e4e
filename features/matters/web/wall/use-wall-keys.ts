/** The keys of a wall: arrows turn, space holds, F fills the screen, P takes a picture, L changes the language. */
import { useEffect, useEffectEvent } from 'react';

export type WallKeys = Readonly<
  Record<'next' | 'back' | 'hold' | 'fill' | 'picture' | 'language', () => void>
>;

const KEYS: Readonly<Record<string, keyof WallKeys>> = {
  ArrowRight: 'next',
  PageDown: 'next',
  ArrowLeft: 'back',
  PageUp: 'back',
  ' ': 'hold',
  f: 'fill',
  p: 'picture',
  l: 'language',
};

export function useWallKeys(keys: WallKeys): void {
  const press = useEffectEvent((event: KeyboardEvent) => {
    if (event.ctrlKey || event.metaKey || event.altKey) return;
    const name = KEYS[event.key.length === 1 ? event.key.toLowerCase() : event.key];
    // Space presses the button that has the focus, as everywhere.
    const onButton = event.key === ' ' && event.target instanceof HTMLButtonElement;
    if (name === undefined || onButton) return;
    event.preventDefault();
    keys[name]();
  });
  useEffect(() => {
    const listener = (event: KeyboardEvent): void => press(event);
    window.addEventListener('keydown', listener);
    return () => window.removeEventListener('keydown', listener);
  }, []);
}

export function fillScreen(): void {
  const change =
    document.fullscreenElement === null
      ? document.documentElement.requestFullscreen()
      : document.exitFullscreen();
  // A browser that does not allow it leaves the page as it is.
  change.catch(() => undefined);
}
