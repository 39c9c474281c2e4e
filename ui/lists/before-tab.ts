/**
 * Does something once what was changed is on the screen, or when the Tab key comes
 * before that: what asks the page for its style makes a press wait for its paint, and
 * nobody but Tab needs to know where it stops.
 *
 * @returns calls it off
 */
export function beforeTab(act: () => void): () => void {
  const gone = new AbortController();
  const { signal } = gone;
  const now = (): void => {
    if (signal.aborted) return;
    gone.abort();
    act();
  };
  requestAnimationFrame(() => setTimeout(now));
  const onKey = ({ key }: KeyboardEvent): void => {
    if (key === 'Tab') now();
  };
  window.addEventListener('keydown', onKey, { capture: true, signal });
  return () => gone.abort();
}
