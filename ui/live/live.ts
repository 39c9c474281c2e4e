/**
 * The server's events, read by position: the browser's EventSource resumes by
 * itself with the last position it saw. One connection for the whole page.
 */
export interface LiveEvent {
  /** Name of the event: `matter.dispatch`. */
  readonly kind: string;
  readonly data: Readonly<Record<string, unknown>>;
}

type Listener = (event: LiveEvent) => void;

export type LiveState = 'off' | 'connecting' | 'live' | 'broken';

const ADDRESS = '/api/live';
/** The page was away too long: everything it shows is to be read anew. */
export const MISSED = 'missed';

const listeners = new Map<string, Set<Listener>>();
const watchers = new Set<() => void>();
let source: EventSource | undefined;
let state: LiveState = 'off';
/** Whose log is read, and up to where this page knows it. */
let known: { readonly log: string; readonly position: number } | undefined;

export function liveState(): LiveState {
  return state;
}

export function watchLiveState(watcher: () => void): () => void {
  watchers.add(watcher);
  return () => watchers.delete(watcher);
}

/**
 * Where the stream is to begin: what the page reads after this answer is at
 * least as new, so that nothing falls between a read and the opening.
 * Said again for the same log it changes nothing: the page has heard more since.
 * @param log whose events they are
 * @param position the last one before the page's first read
 */
export function beginLive(log: string, position: number): void {
  if (known?.log !== log) known = { log, position };
}

/** Listens to events by name; the connection opens with the first listener and closes after the last. */
export function listenLive(kinds: readonly string[], listener: Listener): () => void {
  for (const kind of kinds) hearing(kind).add(listener);
  open();
  return () => {
    for (const kind of kinds) hearing(kind).delete(listener);
    if ([...listeners.values()].every((set) => set.size === 0)) close();
  };
}

function hearing(kind: string): Set<Listener> {
  const known = listeners.get(kind);
  if (known !== undefined) return known;
  const made = new Set<Listener>();
  listeners.set(kind, made);
  source?.addEventListener(kind, receive);
  return made;
}

function open(): void {
  if (source !== undefined) return;
  const opened = new EventSource(known ? `${ADDRESS}?after=${known.position}` : ADDRESS);
  source = opened;
  become('connecting');
  opened.onopen = () => become('live');
  opened.onerror = () => become('broken');
  // The server asks not to come back: the session has ended.
  opened.addEventListener('end', () => {
    opened.close();
    become('broken');
  });
  opened.addEventListener('position', moveOn);
  for (const kind of listeners.keys()) opened.addEventListener(kind, receive);
}

function close(): void {
  source?.close();
  source = undefined;
  become('off');
}

function become(next: LiveState): void {
  state = next;
  for (const watcher of watchers) watcher();
}

/** A stream opened again later begins where this one ended. */
function moveOn({ lastEventId }: MessageEvent<string>): void {
  const position = Number(lastEventId);
  if (known !== undefined && position > known.position) known = { ...known, position };
}

function receive(message: MessageEvent<string>): void {
  moveOn(message);
  const data = dataOf(message.data);
  for (const listener of listeners.get(message.type) ?? []) listener({ kind: message.type, data });
}

/** What is no object counts as one without anything in it. */
function dataOf(text: string): Readonly<Record<string, unknown>> {
  try {
    const value: unknown = JSON.parse(text);
    return typeof value === 'object' && value !== null ? { ...value } : {};
  } catch {
    return {};
  }
}
