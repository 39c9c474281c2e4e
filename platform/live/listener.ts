/** One open stream: what it may hear goes out, up to a limit of what it has not taken yet. */
import { Readable } from 'node:stream';
import type { Context } from '#kernel/context.ts';
import type { Heard } from './live-source.ts';
import {
  endFrame,
  eventFrame,
  HEARTBEAT,
  missedFrame,
  positionFrame,
  retryFrame,
  whisperFrame,
} from './sse-frame.ts';

/** Bytes a slow listener may leave waiting before it is sent away to resume later. */
const MOST_WAITING = 256 * 1024;

export interface Listener {
  readonly stream: Readable;
  readonly sessionId: string;
  readonly personKey: string;
  /** Last position it has heard or was passed over. */
  position(): number;
  context(): Context;
  renew(context: Context): void;
  /** Events in order; those at or before its position are passed over. */
  hear(heard: readonly Heard[], upTo: number): void;
  /** The first words: when to come back, and whether it has missed too much to be told. */
  greet(missed: boolean): void;
  /** What is true now and will not be told again. */
  whisper(kind: string, data: unknown): void;
  beat(): void;
  /** Ends it; `final` where the page must not come back by itself. */
  end(reason: string, final: boolean): void;
  isOpen(): boolean;
}

export function createListener(opening: {
  readonly context: Context;
  readonly sessionId: string;
  readonly personKey: string;
  readonly position: number;
}): Listener {
  let { context, position } = opening;
  const stream = new Readable({ read: () => undefined, highWaterMark: MOST_WAITING });
  let ended = false;
  const isOpen = (): boolean => !ended && !stream.destroyed;
  const end = (reason: string, final: boolean): void => {
    if (!isOpen()) return;
    if (final) stream.push(endFrame(reason));
    ended = true;
    stream.push(null);
    // Who does not even read the end is not waited for.
    setTimeout(() => stream.destroy(), 5_000).unref();
  };
  const send = (frame: string): void => {
    if (!isOpen()) return;
    stream.push(frame);
    // It comes back by itself and resumes at its position.
    if (stream.readableLength > MOST_WAITING) stream.destroy();
  };
  return {
    stream,
    sessionId: opening.sessionId,
    personKey: opening.personKey,
    position: () => position,
    context: () => context,
    renew: (renewed) => {
      context = renewed;
    },
    hear: (heard, upTo) => {
      for (const { event, source, facts } of heard) {
        if (event.position <= position || !source.mayHear(context, event, facts)) continue;
        send(eventFrame(event.position, event.kind, source.message(event, facts)));
      }
      position = Math.max(position, upTo);
    },
    greet: (missed) => {
      send(retryFrame(2_000));
      send(missed ? missedFrame(position) : positionFrame(position));
    },
    whisper: (kind, data) => send(whisperFrame(kind, data)),
    beat: () => send(`${positionFrame(position)}${HEARTBEAT}`),
    end,
    isOpen,
  };
}
