/**
 * A list of any length is one stop of the Tab key: arrows, Home, End and the page
 * keys move within, and the row that has the focus stays drawn while others come
 * and go. For lists that draw only the rows in sight; `useOneStop` is for the others.
 */
import { defaultRangeExtractor, type Range } from '@tanstack/react-virtual';
import {
  type FocusEvent,
  type KeyboardEvent,
  type RefObject,
  useCallback,
  useEffect,
  useLayoutEffect,
  useRef,
} from 'react';
import { beforeTab } from './before-tab.ts';
import {
  controlAt,
  controlsOf,
  isTaken,
  pressedIn,
  type Standing,
  standingOf,
  stopAt,
} from './controls.ts';
import { controlAfter, rowAfter, within } from './step.ts';

interface SightStopProps {
  /** Has the rows as its children, in their order; what is no row is hidden from readers. */
  readonly body: RefObject<HTMLElement | null>;
  readonly count: number;
  /** Row the Tab key stops at; -1 for the first. */
  readonly at: number;
  /** Grows whenever the focus is to be put on the row. */
  readonly asked: number;
  /** Rows as they are drawn. */
  readonly shown: readonly number[];
  /** Rows of one page. */
  readonly page: () => number;
  /** The focus came to a row, or is to come to it. */
  readonly stand: (at: number, focus: boolean) => void;
}

interface SightStop {
  /** For the element around all rows. */
  readonly onKeyDown: (event: KeyboardEvent) => void;
  readonly onFocus: (event: FocusEvent) => void;
  readonly onBlur: () => void;
}

/** Which rows are drawn: those in sight, and the one the Tab key stops at. */
export function useDrawn(at: number): (range: Range) => number[] {
  return useCallback(
    (range) => {
      const seen = defaultRangeExtractor(range);
      if (at < 0 || at >= range.count || seen.includes(at)) return seen;
      return [...seen, at].toSorted((a, b) => a - b);
    },
    [at],
  );
}

export function useSightStop(props: SightStopProps): SightStop {
  const { body, count, asked, shown, page, stand } = props;
  const last = useRef(0);
  const standing = useRef<Standing>(undefined);
  const handled = useRef(asked);
  const has = useRef(false);
  const at = within(props.at < 0 ? last.current : props.at, count);
  const rows = (): readonly Element[] =>
    [...(body.current?.children ?? [])].filter((row) => !row.matches('[aria-hidden]'));
  const numberOf = (target: EventTarget): number =>
    shown[rows().findIndex((row) => row.contains(target as Node))] ?? -1;
  const standsOn = (): HTMLElement | undefined => {
    const row = rows()[shown.indexOf(at)];
    return row && controlAt(controlsOf(row), standing.current);
  };
  useEffect(() => beforeTab(() => stopAt(rows().flatMap(pressedIn), standsOn())));
  useLayoutEffect(() => {
    last.current = at;
    // Its row is gone: the one that moved up has it now.
    const lost = has.current && document.activeElement === document.body;
    const wanted = asked !== handled.current && props.at >= 0;
    const stop = wanted || lost ? standsOn() : undefined;
    if (stop === undefined) return;
    handled.current = asked;
    // Who calls brings the row in sight, without asking the page for heights.
    stop.focus({ preventScroll: true });
  });
  return {
    onKeyDown: (event) => {
      const { key, target } = event;
      if (event.ctrlKey || event.metaKey || event.altKey || isTaken(key, target)) return;
      const own = controlsOf(rows()[shown.indexOf(at)] ?? event.currentTarget);
      const along = controlAfter(key, own.indexOf(target as HTMLElement), own.length);
      const next = along === undefined ? rowAfter(key, { at, count, page: page() }) : at;
      if (next === undefined) return;
      event.preventDefault();
      const pressed = along === undefined ? undefined : own[along];
      if (pressed !== undefined) standing.current = standingOf(own, pressed);
      stand(next, true);
    },
    onFocus: ({ target }) => {
      const row = numberOf(target);
      if (row < 0) return;
      has.current = true;
      standing.current = standingOf(controlsOf(rows()[shown.indexOf(row)] ?? target), target);
      if (row !== props.at) stand(row, false);
    },
    // Nobody is told of a focus that goes with its row.
    onBlur: () => {
      has.current = false;
    },
  };
}
