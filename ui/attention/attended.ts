/**
 * Whether somebody is at this page. What a page asks by itself asks only then:
 * else a desk left alone would keep its session alive for ever.
 */
const LASTS = 180_000;

let touched = performance.now();

for (const sign of ['pointerdown', 'pointermove', 'wheel', 'keydown']) {
  window.addEventListener(
    sign,
    () => {
      touched = performance.now();
    },
    { passive: true },
  );
}

/** In sight, and touched within three minutes. */
export function isAttended(): boolean {
  return document.visibilityState === 'visible' && performance.now() - touched < LASTS;
}
