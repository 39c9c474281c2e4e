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
const MOST = 120;

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
  const PSEUDO = [undefined, '::before', '::after'];
  const around = (one) => [one, one.nextElementSibling, one.parentElement, one.parentElement?.parentElement, one.parentElement?.parentElement?.parentElement].filter(Boolean);
  const look = (one) => around(one).flatMap((part) => PSEUDO.map((pseudo) => { const style = getComputedStyle(part, pseudo); return PARTS.map((name) => style[name]).join(); })).join('|');
  const rests = () => new Promise((resolve) => setTimeout(() => setTimeout(resolve)));
  const tell = (one) => one.outerHTML.slice(0, 160);
  const main = document.querySelector('main');
  const seen = new Map();
  let last, first;
  let nowhere = 0;
  document.querySelector('.desk-skip, .skip').focus();
  globalThis.walk = {
    async step() {
      await rests();
      const one = document.activeElement;
      // A date has several stops inside.
      if (one === last) return 'inside';
      if (one === first) return 'outside';
      // What had the focus may just have been drawn anew; behind the last control nothing has it either.
      nowhere = one === null || one === document.body ? nowhere + 1 : 0;
      if (nowhere > 0) return nowhere > 2 ? 'outside' : 'inside';
      first ??= one;
      seen.set(one, look(one));
      last = one;
      return 'inside';
    },
    async end() {
      document.activeElement?.blur();
      await rests();
      // With the focus nowhere: what looks as it did with the focus never showed it.
      const unseen = [...seen].filter(([one, before]) => one.isConnected && look(one) === before).map(([one]) => tell(one));
      still.remove();
      const controls = [...main.querySelectorAll('a[href], button, input, select, textarea, summary, [tabindex]')];
      const unreached = controls.filter((one) => !seen.has(one) && one.tabIndex >= 0 && !one.disabled
        && one.type !== 'hidden' && one.type !== 'radio' && one.checkVisibility({ visibilityProperty: true })
        && one.getClientRects().length > 0 && one.closest('[inert], [aria-hidden="true"]') === null);
      return { stops: seen.size, unreached: unreached.map(tell), unseen };
    },
  };
})()`;
