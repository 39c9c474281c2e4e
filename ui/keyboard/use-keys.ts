/** Single keys for a screen, silent while somebody types or a dialogue is open. */
import { useEffect, useEffectEvent } from 'react';

export type Keys = Readonly<Record<string, (event: KeyboardEvent) => void>>;

const TYPING =
  'input:not([type="checkbox"]), textarea, select, [contenteditable="true"], [role="combobox"], [role="dialog"], dialog';
/** Enter and space belong to the control that has the focus. */
const PRESSED = 'a, button, summary, input';

/** Keys by `event.key` in lower case, `mod+k` with Ctrl or ⌘. */
export function useKeys(keys: Keys, active = true): void {
  const press = useEffectEvent((event: KeyboardEvent) => {
    if (event.defaultPrevented || event.isComposing || event.altKey) return;
    const withModifier = event.ctrlKey || event.metaKey;
    const name = `${withModifier ? 'mod+' : ''}${event.key.toLowerCase()}`;
    const action = keys[name];
    if (action === undefined || (!withModifier && isTyping(event, name))) return;
    event.preventDefault();
    action(event);
  });
  useEffect(() => {
    if (!active) return undefined;
    window.addEventListener('keydown', press);
    return () => window.removeEventListener('keydown', press);
  }, [active]);
}

function isTyping(event: KeyboardEvent, name: string): boolean {
  if (!(event.target instanceof Element)) return false;
  if (event.target.closest(TYPING) !== null) return true;
  return (name === 'enter' || name === ' ') && event.target.closest(PRESSED) !== null;
}
