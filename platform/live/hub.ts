/** Everybody who listens in this process: the log is read once per tenant, not once per listener. */
import { actorName, type Context } from '#kernel/context.ts';
import type { TenantId } from '#kernel/ids.ts';
import { done, type Outcome, refused } from '#kernel/outcome.ts';
import type { Database } from '#platform/database/database.ts';
import { lastPosition, readLog } from '#platform/outbox/log-event.ts';
import { LOG_CHANNEL } from '#platform/outbox/relay.ts';
import { serialByKey } from '#platform/outbox/serial.ts';
import { createListener, type Listener } from './listener.ts';
import { gatherFacts, type LiveSource } from './live-source.ts';

/** Channel on which sessions are revoked: the session's id. */
export const REVOKED_CHANNEL = 'lianxin_revoked';

export interface HubOptions {
  readonly database: Database;
  readonly sources: readonly LiveSource[];
  /** The session's present context, undefined where it no longer holds. */
  readonly renew: (sessionId: string) => Promise<Context | undefined>;
  /** Streams of one person at most; 6 unless said otherwise. */
  readonly perPerson?: number;
  /** Milliseconds between heartbeats; 15,000 unless said otherwise. */
  readonly beatEvery?: number;
  readonly onFault: (fault: unknown) => void;
}

export interface Hub {
  /** A new stream from `after` on, or from now on. */
  open(
    context: Context,
    sessionId: string,
    after: number | undefined,
  ): Promise<Outcome<Listener['stream']>>;
  /** Tells people who listen here and now; who does not hear it will not be told again. */
  whisper(tenantId: TenantId, people: readonly string[], kind: string, data: unknown): void;
  /** Ends the streams of a session, here and in every process. */
  revoke(sessionId: string): Promise<void>;
  /** One heartbeat: contexts renewed, revoked ones ended. */
  beat(): Promise<void>;
  readonly listeners: number;
  stop(): Promise<void>;
}

/** Events read at once. */
const PAGE = 500;
/** Further behind than this a page reads its lists again rather than every event. */
const MOST_BEHIND = 5_000;

interface Room {
  /** Everybody here has been told up to this position. */
  position: number;
  readonly listeners: Set<Listener>;
  /** Catching up: they hear from the room only once they stand where it stands. */
  readonly joining: Set<Listener>;
}

export async function createHub(options: HubOptions): Promise<Hub> {
  const { database, sources, onFault, perPerson = 6, beatEvery = 15_000 } = options;
  const rooms = new Map<TenantId, Room>();
  const tell = serialByKey<TenantId>((tenantId) => tellRoom(tenantId), onFault);

  async function tellRoom(tenantId: TenantId): Promise<void> {
    const room = rooms.get(tenantId);
    while (room !== undefined && room.listeners.size > 0) {
      const events = await readLog(database, tenantId, room.position, PAGE);
      const last = events.at(-1);
      if (last === undefined) return;
      const heard = await gatherFacts(sources, tenantId, events);
      room.position = last.position;
      for (const listener of room.listeners) listener.hear(heard, last.position);
    }
  }

  async function roomOf(tenantId: TenantId): Promise<Room> {
    const room = rooms.get(tenantId) ?? {
      position: 0,
      listeners: new Set<Listener>(),
      joining: new Set<Listener>(),
    };
    rooms.set(tenantId, room);
    // An empty room was told nothing; one that filled meanwhile keeps its own count.
    if (occupants(room).length === 0) {
      const position = await lastPosition(database, tenantId);
      if (occupants(room).length === 0) room.position = position;
    }
    return room;
  }

  /** Brings a listener to where the room is; between the last look and the joining nothing happens. */
  async function join(tenantId: TenantId, room: Room, listener: Listener): Promise<void> {
    while (listener.isOpen() && listener.position() < room.position) {
      const events = await readLog(database, tenantId, listener.position(), PAGE);
      const last = events.at(-1);
      if (last === undefined) break;
      listener.hear(await gatherFacts(sources, tenantId, events), last.position);
    }
    room.joining.delete(listener);
    if (listener.isOpen()) room.listeners.add(listener);
    tell.wake(tenantId);
  }

  /** A page may have read more of the log than the room has been told, yet never more than there is. */
  async function isNear(tenantId: TenantId, room: Room, after: number): Promise<boolean> {
    if (after <= room.position) return room.position - after <= MOST_BEHIND;
    return after <= (await lastPosition(database, tenantId));
  }

  async function open(
    context: Context,
    sessionId: string,
    after: number | undefined,
  ): Promise<Outcome<Listener['stream']>> {
    const { tenantId, actor } = context;
    const personKey = actor.kind === 'person' ? actor.personId : actorName(actor);
    const room = await roomOf(tenantId);
    const own = occupants(room).filter((listener) => listener.personKey === personKey);
    if (own.length >= perPerson) {
      return refused({ code: 'request.too_many', detail: { limit: perPerson } });
    }
    const resumes = after !== undefined && (await isNear(tenantId, room, after));
    const position = resumes ? Math.min(after, room.position) : room.position;
    const listener = createListener({ context, sessionId, personKey, position });
    room.joining.add(listener);
    listener.stream.once('close', () => {
      room.joining.delete(listener);
      room.listeners.delete(listener);
    });
    listener.greet(after !== undefined && !resumes);
    await join(tenantId, room, listener);
    return done(listener.stream);
  }

  const all = (): Listener[] => [...rooms.values()].flatMap(occupants);

  function endSession(sessionId: string): void {
    for (const listener of all()) {
      if (listener.sessionId === sessionId) listener.end('revoked', true);
    }
  }

  async function beat(): Promise<void> {
    const bySession = Map.groupBy(all(), ({ sessionId }) => sessionId);
    for (const [sessionId, listeners] of bySession) {
      const context = await options.renew(sessionId);
      if (context === undefined) endSession(sessionId);
      for (const listener of listeners) {
        if (context !== undefined) listener.renew(context);
        listener.beat();
      }
    }
  }

  const deaf = [
    await database.listen(LOG_CHANNEL, (payload) =>
      tell.wake((payload.split(' ')[0] ?? '') as TenantId),
    ),
    await database.listen(REVOKED_CHANNEL, endSession),
  ];
  const timer = setInterval(() => {
    beat().catch(onFault);
    for (const tenantId of rooms.keys()) tell.wake(tenantId);
  }, beatEvery);
  timer.unref();

  return {
    open,
    beat,
    whisper: (tenantId, people, kind, data) => {
      const room = rooms.get(tenantId);
      for (const listener of room === undefined ? [] : occupants(room)) {
        if (people.includes(listener.personKey)) listener.whisper(kind, data);
      }
    },
    revoke: async (sessionId) => {
      endSession(sessionId);
      await database.notify(REVOKED_CHANNEL, sessionId);
    },
    get listeners() {
      return all().length;
    },
    stop: async () => {
      clearInterval(timer);
      for (const end of deaf) await end();
      await tell.settled();
      for (const listener of all()) listener.end('stopping', false);
    },
  };
}

function occupants(room: Room): Listener[] {
  return [...room.listeners, ...room.joining];
}
