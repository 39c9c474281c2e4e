/**
 * Walks through a screen with the Tab key, as whoever has no mouse does: what
 * can be pressed is reached, where one is can be seen, and one comes out again.
 */
import type { Page } from 'playwright-core';

export interface Walked {
  /** How many controls had the focus. */
  readonly stops: number;
  /** Controls of the screen that no key reached. */
  readonly unreached: readonly string[];
  /** Controls that look the same with the focus as without it. */
  readonly unseen: readonly string[];
  /** The end of the screen was not reached in as many steps as there may be. */
  readonly endless: boolean;
}

/** A screen with more stops than this has no order that a person could keep in mind. */
const MOST = 400;

export async function walksByTab(page: Page): Promise<Walked> {
  await page.evaluate(BEGIN);
  let where: unknown = 'inside';
  for (let steps = 0; steps < MOST && where === 'inside'; steps += 1) {
    await page.keyboard.press('Tab');
    where = await page.evaluate('globalThis.walk.step()');
  }
  const found = (await page.evaluate('globalThis.walk.end()')) as Omit<Walked, 'endless'>;
  return { ...found, endless: where === 'inside' };
}

/**
 * In the page. The look of a control is that of itself and of what is closely
 * around it: some draw the focus on their frame. Radios are one stop a group.
 */
const BEGIN = `(() => {
  const still = document.createElement('style');
  still.textContent = '*, *::before, *::after { transition: none !important; animation: none !important; caret-color: transparent !important }';
  document.head.append(still);
  const PARTS = ['outlineStyle', 'outlineWidth', 'outlineColor', 'boxShadow', 'borderColor', 'backgroundColor', 'color', 'textDecorationLine', 'opacity'];
  const around = (one) => [one, one.parentElement, one.parentElement?.parentElement, one.nextElementSibling].filter(Boolean);
  const look = (one) => around(one).map((part) => { const style = getComputedStyle(part); return PARTS.map((name) => style[name]).join(); }).join('|');
  const tell = (one) => one.outerHTML.slice(0, 160);
  const main = document.querySelector('main');
  const seen = new Set();
  const unseen = new Set();
  let last, first;
  const leave = () => { if (last?.one.isConnected && look(last.one) === last.look) unseen.add(tell(last.one)); last = undefined; };
  document.querySelector('.desk-skip, .skip').focus();
  globalThis.walk = {
    step() {
      const one = document.activeElement;
      // A date has several stops inside.
      if (one === last?.one) return 'inside';
      leave();
      if (one === null || one === document.body || one === first) return 'outside';
      first ??= one;
      seen.add(one);
      last = { one, look: look(one) };
      return 'inside';
    },
    end() {
      document.activeElement?.blur();
      leave();
      still.remove();
      const controls = [...main.querySelectorAll('a[href], button, input, select, textarea, summary, [tabindex]')];
      const unreached = controls.filter((one) => !seen.has(one) && one.tabIndex >= 0 && !one.disabled
        && one.type !== 'hidden' && one.type !== 'radio' && one.checkVisibility({ visibilityProperty: true })
        && one.getClientRects().length > 0 && one.closest('[inert], [aria-hidden="true"]') === null);
      return { stops: seen.size, unreached: unreached.map(tell), unseen: [...unseen] };
    },
  };
})()`;
