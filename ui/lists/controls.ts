/** What can be pressed in a row, and which of it the Tab key stops at. */

import { within } from './step.ts';

const PRESSED = 'a[href], button, input, select, textarea, summary';
/** Arrows, Home and End belong to the text there. */
const WRITTEN = 'input:not([type="checkbox"], [type="radio"]), textarea, select';

/** Those that can be seen: a phone leaves some out. */
export function controlsOf(row: Element): readonly HTMLElement[] {
  return pressedIn(row).filter(isSeen);
}

/** Seen or not: to ask which makes the page lay out rows that are far from sight. */
export function pressedIn(row: Element): readonly HTMLElement[] {
  return [...row.querySelectorAll<HTMLElement>(PRESSED)];
}

export function isSeen(control: HTMLElement): boolean {
  return !control.matches(':disabled, [type="hidden"]') && control.checkVisibility();
}

/**
 * Where one stands in a row: the control of that number, or undefined for the main one,
 * which Enter presses; to choose a row stands before it and is a step to the left.
 */
export type Standing = number | undefined;

export function standingOf(controls: readonly HTMLElement[], target: EventTarget): Standing {
  const at = controls.indexOf(target as HTMLElement);
  return at === mainOf(controls) ? undefined : at;
}

/** The control of a row where somebody stands who stood so in another row. */
export function controlAt(
  controls: readonly HTMLElement[],
  standing: Standing,
): HTMLElement | undefined {
  return controls[within(standing ?? mainOf(controls), controls.length)];
}

function mainOf(controls: readonly HTMLElement[]): number {
  return Math.max(
    controls.findIndex((one) => !one.matches('input')),
    0,
  );
}

/** Tab stops at `stop` only. */
export function stopAt(controls: readonly HTMLElement[], stop: HTMLElement | undefined): void {
  for (const control of controls) {
    const wanted = control === stop ? 0 : -1;
    if (control.tabIndex !== wanted) control.tabIndex = wanted;
  }
}

/** Whether the key does something of its own where it was pressed. */
export function isTaken(key: string, target: EventTarget): boolean {
  if (!(target instanceof Element) || !target.matches(WRITTEN)) return false;
  return key !== 'ArrowDown' && key !== 'ArrowUp';
}
