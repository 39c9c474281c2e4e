/**
 * What the wall shows and how fresh it is: read once, again when the stream says
 * that something changed, and every minute as a net under it. It comes back by
 * itself, and says when it has heard nothing for too long.
 */
import type { Answer } from '#kernel/endpoint.ts';
import { call } from '#ui/client/call.ts';
import { isRefused } from '#ui/client/refused.ts';
import { wallBoard, wallLive, wallShapes } from '../../contract.ts';

export type Shown = Answer<typeof wallBoard>;
export type Shapes = Answer<typeof wallShapes>['shapes'];

export interface FeedState {
  readonly shown: Shown | undefined;
  readonly shapes: Shapes;
  /** False once nothing was heard for too long: what is shown may no longer be so. */
  readonly fresh: boolean;
  /** True where the screen is not paired, or no longer allowed. */
  readonly unpaired: boolean;
}

export interface Feed {
  readonly state: () => FeedState;
  watch(watcher: () => void): () => void;
  stop(): void;
}

/** The server gives a sign of life every 15 seconds; three missed ones are silence. */
const SILENCE = 45_000;
/** A stream that broke is given this long to come back. */
const BROKEN = 10_000;
/** At most one read in this time, however much happens. */
const PACE = 2_000;
const NET = 60_000;
const RETRY = 3_000;

const START: FeedState = { shown: undefined, shapes: [], fresh: true, unpaired: false };

export function openFeed(): Feed {
  const watchers = new Set<() => void>();
  let state = START;
  let source: EventSource | undefined;
  let silence: ReturnType<typeof setTimeout> | undefined;
  let wanted: ReturnType<typeof setTimeout> | undefined;
  let again: ReturnType<typeof setTimeout> | undefined;
  let reading = false;
  let broken = false;
  let stopped = false;

  function become(next: Partial<FeedState>): void {
    state = { ...state, ...next };
    for (const watcher of watchers) watcher();
  }

  /** Something came: from now on silence counts anew. */
  function alive(): void {
    broken = false;
    expectWithin(SILENCE);
    if (!state.fresh) become({ fresh: true });
  }

  function expectWithin(milliseconds: number): void {
    clearTimeout(silence);
    silence = setTimeout(() => become({ fresh: false }), milliseconds);
  }

  async function read(): Promise<void> {
    if (reading || stopped) return;
    reading = true;
    try {
      const shown = await call(wallBoard, {});
      const moved = shown.wall.area.areaId !== state.shown?.wall.area.areaId;
      const shapes = moved ? (await call(wallShapes, {})).shapes : state.shapes;
      become({ shown, shapes, unpaired: false });
      alive();
      listen();
    } catch (error) {
      if (isRefused(error, 'access.sign_in_required')) leave();
    } finally {
      reading = false;
    }
  }

  /** Reads soon, and once for all that happens until then. */
  function wish(): void {
    wanted ??= setTimeout(() => {
      wanted = undefined;
      read().catch(reportError);
    }, PACE);
  }

  function leave(): void {
    source?.close();
    source = undefined;
    clearTimeout(silence);
    become({ shown: undefined, unpaired: true, fresh: true });
  }

  function listen(): void {
    if (source !== undefined || stopped) return;
    const opened = new EventSource(wallLive.path);
    source = opened;
    opened.addEventListener('position', alive);
    opened.addEventListener('changed', () => {
      alive();
      wish();
    });
    opened.addEventListener('missed', wish);
    opened.addEventListener('end', wish);
    opened.onopen = () => {
      // What happened while it was away is read, not replayed.
      alive();
      wish();
    };
    opened.onerror = () => {
      // It tries again and again by itself: the first failure counts.
      if (!broken && state.fresh) expectWithin(BROKEN);
      broken = true;
      // A refusal closes it for good: it is opened anew.
      if (opened.readyState !== EventSource.CLOSED) return;
      source = undefined;
      clearTimeout(again);
      again = setTimeout(() => read().catch(reportError), RETRY);
    };
  }

  const net = setInterval(() => read().catch(reportError), NET);
  const knock = setInterval(() => {
    if (state.unpaired || !state.fresh || state.shown === undefined) read().catch(reportError);
  }, RETRY);
  expectWithin(SILENCE);
  read().catch(reportError);
  return {
    state: () => state,
    watch: (watcher) => {
      watchers.add(watcher);
      return () => watchers.delete(watcher);
    },
    stop: () => {
      stopped = true;
      for (const timer of [silence, wanted, again]) clearTimeout(timer);
      clearInterval(net);
      clearInterval(knock);
      source?.close();
    },
  };
}
