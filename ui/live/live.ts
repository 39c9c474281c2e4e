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

export function liveState(): LiveState {
  return state;
}

export function watchLiveState(watcher: () => void): () => void {
  watchers.add(watcher);
  return () => watchers.delete(watcher);
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
  const opened = new EventSource(ADDRESS);
  source = opened;
  become('connecting');
  opened.onopen = () => become('live');
  opened.onerror = () => become('broken');
  // The server asks not to come back: the session has ended.
  opened.addEventListener('end', () => {
    opened.close();
    become('broken');
  });
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

function receive(message: MessageEvent<string>): void {
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
