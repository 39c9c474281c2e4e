/**
 * Who has a thing open at this moment, told only to those who have the same
 * thing open. In memory alone: nothing is stored, nothing is counted, and what
 * is not renewed is forgotten. Every process hears of it through the database's
 * channel, which keeps nothing either.
 */
import type { PersonId, TenantId } from '#kernel/ids.ts';
import type { Database } from '#platform/database/database.ts';

const PRESENCE_CHANNEL = 'lianxin_presence';
/** Milliseconds after which who has said nothing more counts as gone. */
export const LASTS = 45_000;

export interface Somebody {
  readonly personId: PersonId;
  readonly name: string;
  /** What they are filling in at the thing, null while they only read. */
  readonly doing: string | null;
}

export interface Look {
  readonly tenantId: TenantId;
  /** Type and id of what is open: `matter:…`. */
  readonly thing: string;
  /** One open page of one person. */
  readonly seat: string;
  readonly somebody: Somebody;
}

export interface Presence {
  /** Somebody has the thing open, or still has; answers who else has, each person once. */
  look(look: Look): Promise<readonly Somebody[]>;
  leave(look: Pick<Look, 'tenantId' | 'thing' | 'seat'>): Promise<void>;
  stop(): Promise<void>;
}

export interface PresenceOptions {
  readonly database: Pick<Database, 'notify' | 'listen'>;
  /** Milliseconds. */
  readonly now: () => number;
  /** Told whom to tell that it is different now at the thing: all who have it open. */
  readonly changed: (tenantId: TenantId, thing: string, people: readonly PersonId[]) => void;
}

interface Seat {
  readonly somebody: Somebody;
  readonly until: number;
}

/** What travels between the processes. */
interface Said extends Pick<Look, 'tenantId' | 'thing' | 'seat'> {
  /** Absent where the seat is left. */
  readonly somebody?: Somebody;
  readonly until: number;
}

export async function createPresence(options: PresenceOptions): Promise<Presence> {
  const { database, now, changed } = options;
  const things = new Map<string, Map<string, Seat>>();

  function seatsOf(tenantId: TenantId, thing: string): Map<string, Seat> {
    const key = `${tenantId} ${thing}`;
    const seats = things.get(key) ?? new Map<string, Seat>();
    for (const [seat, { until }] of seats) if (until <= now()) seats.delete(seat);
    if (seats.size === 0) things.delete(key);
    return seats;
  }

  function hear(said: Said): void {
    const { tenantId, thing, seat, somebody, until } = said;
    const seats = seatsOf(tenantId, thing);
    const before = signOf(seats);
    if (somebody === undefined) seats.delete(seat);
    else seats.set(seat, { somebody, until });
    if (seats.size > 0) things.set(`${tenantId} ${thing}`, seats);
    if (signOf(seats) === before) return;
    changed(tenantId, thing, [...new Set([...seats.values()].map((one) => one.somebody.personId))]);
  }

  async function say(said: Said): Promise<void> {
    // Heard here at once, by the others through the channel; hearing it twice changes nothing.
    hear(said);
    await database.notify(PRESENCE_CHANNEL, JSON.stringify(said));
  }

  const deaf = await database.listen(PRESENCE_CHANNEL, (payload) =>
    hear(JSON.parse(payload) as Said),
  );
  return {
    look: async (look) => {
      await say({ ...look, until: now() + LASTS });
      const others = [...seatsOf(look.tenantId, look.thing).values()]
        .map(({ somebody }) => somebody)
        .filter(({ personId }) => personId !== look.somebody.personId);
      return onceEach(others);
    },
    leave: ({ tenantId, thing, seat }) => say({ tenantId, thing, seat, until: 0 }),
    stop: deaf,
  };
}

/** Two pages of one person are one person; what they fill in on either is what they do. */
function onceEach(people: readonly Somebody[]): readonly Somebody[] {
  const known = new Map<PersonId, Somebody>();
  for (const one of people) {
    const before = known.get(one.personId);
    known.set(one.personId, { ...one, doing: one.doing ?? before?.doing ?? null });
  }
  return [...known.values()].toSorted((a, b) => (a.name < b.name ? -1 : 1));
}

function signOf(seats: ReadonlyMap<string, Seat>): string {
  return JSON.stringify(onceEach([...seats.values()].map(({ somebody }) => somebody)));
}
