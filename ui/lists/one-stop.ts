/**
 * A list is one stop of the Tab key, however long: arrows, Home, End and the page
 * keys move within. For lists that have all their rows in the page; `useSightStop`
 * is for those that draw only what is in sight.
 */
import { beforeTab } from './before-tab.ts';
import {
  controlAt,
  controlsOf,
  isSeen,
  isTaken,
  pressedIn,
  type Standing,
  standingOf,
  stopAt,
} from './controls.ts';
import { controlAfter, rowAfter, within } from './step.ts';

/** Rows a page key passes. */
const PAGE = 10;

export class OneStop {
  readonly #box: Element;
  readonly #rows: string;
  #stop: HTMLElement | undefined;
  /** Row that had the focus; it is put there again when its row goes. */
  #had: number | undefined;

  /** @param rows selector of a row within the box; no row stands in another one */
  constructor(box: Element, rows: string) {
    this.#box = box;
    this.#rows = rows;
  }

  /** Until the signal says that the list is gone. */
  keep(signal: AbortSignal): void {
    let callOff: (() => void) | undefined;
    const arrange = (): void => {
      callOff?.();
      callOff = beforeTab(() => this.#arrange());
    };
    const watch = new MutationObserver(() => {
      this.#standAgain();
      arrange();
    });
    watch.observe(this.#box, { childList: true, subtree: true });
    // Another width may show other controls.
    const resized = new ResizeObserver(arrange);
    resized.observe(this.#box);
    signal.addEventListener('abort', () => {
      callOff?.();
      watch.disconnect();
      resized.disconnect();
    });
    const listen = { signal } as const;
    const box = this.#box as HTMLElement;
    box.addEventListener('keydown', (event) => this.#press(event), listen);
    box.addEventListener('focusin', (event) => this.#enter(event), listen);
    box.addEventListener('focusout', (event) => this.#leave(event), listen);
    arrange();
  }

  /** Row the focus stands on; -1 where it is elsewhere. */
  get at(): number {
    return this.#all().findIndex((row) => row.contains(document.activeElement));
  }

  /** Puts the focus on a row, or the nearest there is. */
  stand(at: number, standing?: Standing): void {
    const all = this.#all();
    const row = all[within(at, all.length)];
    if (row !== undefined) controlAt(controlsOf(row), standing)?.focus();
  }

  #all(): readonly Element[] {
    return [...this.#box.querySelectorAll(this.#rows)];
  }

  #press(event: KeyboardEvent): void {
    const { key, target } = event;
    if (event.ctrlKey || event.metaKey || event.altKey || event.defaultPrevented) return;
    if (target === null || isTaken(key, target)) return;
    const all = this.#all();
    const { at } = this;
    const controls = all[at] === undefined ? [] : controlsOf(all[at]);
    const along = controlAfter(key, controls.indexOf(target as HTMLElement), controls.length);
    if (along !== undefined) {
      event.preventDefault();
      controls[along]?.focus();
      return;
    }
    const next = rowAfter(key, { at, count: all.length, page: PAGE });
    if (next === undefined) return;
    event.preventDefault();
    this.stand(next, standingOf(controls, target));
  }

  #enter({ target }: FocusEvent): void {
    this.#had = this.at;
    this.#stop = target as HTMLElement;
    this.#arrange();
  }

  #leave({ target, relatedTarget }: FocusEvent): void {
    // Only afterwards it can be seen whether the row went, or somebody went from it.
    queueMicrotask(() => {
      if (relatedTarget !== null || (target as Element).isConnected) {
        if (this.at < 0) this.#had = undefined;
      }
    });
  }

  /** Its row is gone: the one that moved up has the focus now. */
  #standAgain(): void {
    if (this.#had !== undefined && document.activeElement === document.body) this.stand(this.#had);
  }

  #arrange(): void {
    const all = this.#all();
    const pressed = all.flatMap(pressedIn);
    if (this.#stop === undefined || !pressed.includes(this.#stop) || !isSeen(this.#stop)) {
      const here = this.#box.querySelector('[aria-current]');
      const row =
        all.find((one) => one.contains(here)) ?? all.find((one) => controlsOf(one).length > 0);
      this.#stop = row && controlAt(controlsOf(row), undefined);
    }
    stopAt(pressed, this.#stop);
  }
}
