import type { Readable } from 'node:stream';
import { afterEach, beforeAll, describe, expect, it } from 'vitest';
import type { Context } from '#kernel/context.ts';
import type { PersonId, TenantId } from '#kernel/ids.ts';
import { relayTenant } from '#platform/outbox/relay.ts';
import { engines, useDatabase } from '#tests/engines/engines.ts';
import {
  addToThing,
  contextOf,
  ids,
  makeThing,
  makeThings,
  platformMigrations,
  type ThingId,
  type World,
  worldOn,
} from '#tests/worlds/things.ts';
import { createHub, type Hub, type HubOptions } from './hub.ts';
import { liveSource } from './live-source.ts';

/** What a browser would have read. */
interface Heard {
  readonly id: number;
  readonly event: string;
  readonly data: unknown;
}

function framesOf(text: string): readonly Heard[] {
  return text
    .split('\n\n')
    .map(
      (frame) =>
        new Map(
          frame
            .split('\n')
            .map((line) => [line.split(': ')[0], line.slice(line.indexOf(': ') + 2)]),
        ),
    )
    .filter((frame) => frame.has('event'))
    .map((frame) => ({
      id: Number(frame.get('id')),
      event: frame.get('event') ?? '',
      data: JSON.parse(frame.get('data') ?? 'null'),
    }));
}

describe.each(engines)('live events on the %s engine', (engine) => {
  const database = useDatabase(engine, platformMigrations);
  let world: World;
  const hubs: Hub[] = [];
  const revoked = new Set<string>();
  beforeAll(async () => {
    await makeThings(database());
    world = worldOn(database());
  });
  afterEach(async () => {
    for (const hub of hubs.splice(0)) await hub.stop();
    revoked.clear();
  });

  /** Counts above 100 are for those named `all` only. */
  const source = liveSource<{ count: number }>({
    type: 'thing',
    facts: async (tenantId) => {
      const [found] = await database().read(tenantId, {
        sql: 'select thing_id, count from things where tenant_id = $1',
        parameters: [tenantId],
      });
      return new Map(
        (found?.rows ?? []).map((row) => [
          String(row['thing_id']),
          { count: Number(row['count']) },
        ]),
      );
    },
    mayHear: ({ actor }, _event, facts) =>
      (actor.kind === 'person' && actor.name === 'all') || (facts?.count ?? 0) <= 100,
    message: ({ aggregateId }) => ({ id: aggregateId }),
  });
  const openHub = async (options: Partial<HubOptions> = {}): Promise<Hub> => {
    const hub = await createHub({
      database: database(),
      sources: [source],
      renew: async (sessionId) => (revoked.has(sessionId) ? undefined : person('all', ids.next())),
      beatEvery: 3_600_000,
      onFault: (fault) => {
        throw fault;
      },
      ...options,
    });
    hubs.push(hub);
    return hub;
  };
  const person = (name: string, tenantId: string): Context => ({
    ...contextOf(tenantId as TenantId),
    actor: {
      kind: 'person',
      personId: ids.next<PersonId>(),
      accountId: ids.next(),
      name,
      grants: [],
    },
  });
  const listen = async (hub: Hub, context: Context, after?: number, session = 's') => {
    const opened = await hub.open(context, session, after);
    if (!opened.ok) throw new Error(opened.refusal.code);
    return hearing(opened.value);
  };
  const hearing = (stream: Readable) => {
    let text = '';
    stream.on('data', (chunk: Buffer) => {
      text += chunk.toString();
    });
    const closed = new Promise<void>((resolve) => {
      stream.once('close', resolve);
    });
    const heard = () => framesOf(text).filter(({ event }) => event.startsWith('thing.'));
    return {
      stream,
      closed,
      all: () => framesOf(text),
      heard,
      until: (count: number) => expect.poll(() => heard().length, { timeout: 10_000 }).toBe(count),
    };
  };
  const make = async (context: Context, count = 0): Promise<ThingId> => {
    const made = await makeThing(world, context, { count });
    await relayTenant(world, context.tenantId);
    return made.ok ? made.value.id : ids.next<ThingId>();
  };

  it('tells what happens after the stream was opened, in order, each once', async () => {
    const context = person('all', ids.next());
    await make(context);
    const hub = await openHub();
    const listener = await listen(hub, context);
    const id = await make(context);
    for (let by = 1; by < 10; by += 1) {
      await addToThing(world, context, { id, by });
      await relayTenant(world, context.tenantId);
    }
    await listener.until(10);
    expect(listener.heard().map((event) => event.id)).toEqual([2, 3, 4, 5, 6, 7, 8, 9, 10, 11]);
    expect(listener.heard()[0]).toEqual({ id: 2, event: 'thing.made', data: { id } });
  });

  it('resumes after the last position, without a gap, while more happens', async () => {
    const context = person('all', ids.next());
    for (let count = 0; count < 12; count += 1) await make(context);
    const hub = await openHub();
    const more = Promise.all(Array.from({ length: 6 }, () => make(context)));
    const listener = await listen(hub, context, 4);
    await more;
    await make(context);
    await listener.until(15);
    expect(listener.heard().map(({ id }) => id)).toEqual(
      Array.from({ length: 15 }, (_, at) => at + 5),
    );
  });

  it('tells a page that was away too long, or comes from elsewhere, to read again', async () => {
    const context = person('all', ids.next());
    await make(context);
    const hub = await openHub();
    const listener = await listen(hub, context, 999);
    await expect.poll(() => listener.all().map(({ event }) => event)).toEqual(['missed']);
    expect(listener.all()[0]?.id).toBe(1);
  });

  it('takes a page that has read further than the room was told, and leaves nothing out', async () => {
    const context = person('all', ids.next());
    const gate = Promise.withResolvers<void>();
    const slow = liveSource({
      type: 'thing',
      facts: async () => {
        await gate.promise;
        return new Map();
      },
      mayHear: () => true,
      message: () => '事',
    });
    const hub = await openHub({ sources: [slow] });
    const early = await listen(hub, context);
    await make(context);
    const ahead = await listen(hub, context, 1);
    await make(context);
    gate.resolve();
    await Promise.all([early.until(2), ahead.until(2)]);
    expect(ahead.all().map(({ event }) => event)).not.toContain('missed');
  });

  it('tells nobody what is not in their scope, nor what happens in another tenant', async () => {
    const insider = person('all', ids.next());
    const outsider = { ...person('some', insider.tenantId), tenantId: insider.tenantId };
    const foreigner = person('all', ids.next());
    const hub = await openHub();
    const [all, some, none] = [
      await listen(hub, insider),
      await listen(hub, outsider),
      await listen(hub, foreigner),
    ];
    await make(insider, 500);
    await make(insider, 5);
    await all.until(2);
    await some.until(1);
    expect(some.heard().map(({ id }) => id)).toEqual([2]);
    expect(none.heard()).toEqual([]);
  });

  it('ends with the session, in every process, and says not to come back', async () => {
    const context = person('all', ids.next());
    const [here, there] = [await openHub(), await openHub()];
    const first = await listen(here, context, undefined, 'gone');
    const second = await listen(there, context, undefined, 'gone');
    const other = await listen(here, context, undefined, 'stays');
    await here.revoke('gone');
    await Promise.all([first.closed, second.closed]);
    expect(first.all().at(-1)?.event).toBe('end');
    expect(other.stream.destroyed).toBe(false);
  });

  it('ends at the next heartbeat where a session ended by itself', async () => {
    const context = person('all', ids.next());
    const hub = await openHub();
    const listener = await listen(hub, context, undefined, 'expires');
    revoked.add('expires');
    await hub.beat();
    await listener.closed;
    expect(hub.listeners).toBe(0);
  });

  it('hears by the rights of the present, not of when the stream was opened', async () => {
    const { tenantId } = contextOf(ids.next<TenantId>());
    const before = person('all', tenantId);
    const hub = await openHub({
      renew: async () => ({ ...before, actor: person('some', tenantId).actor }),
    });
    const listener = await listen(hub, before);
    await make(before, 500);
    await listener.until(1);
    await hub.beat();
    await make(before, 501);
    await make(before, 1);
    await listener.until(2);
    expect(listener.heard().map(({ id }) => id)).toEqual([1, 3]);
  });

  it('opens so many streams per person and no more', async () => {
    const context = person('all', ids.next());
    const hub = await openHub({ perPerson: 2 });
    const first = await listen(hub, context);
    await listen(hub, context);
    expect(await hub.open(context, 's', undefined)).toMatchObject({
      ok: false,
      refusal: { code: 'request.too_many' },
    });
    first.stream.destroy();
    await first.closed;
    await listen(hub, context);
  });

  it('sends away who does not read, to resume later', async () => {
    const context = person('all', ids.next());
    const padded = liveSource({
      type: 'thing',
      facts: async () => new Map(),
      mayHear: () => true,
      message: () => 'x'.repeat(100_000),
    });
    const hub = await openHub({ sources: [padded] });
    const opened = await hub.open(context, 's', undefined);
    if (!opened.ok) throw new Error(opened.refusal.code);
    for (let count = 0; count < 4; count += 1) await make(context);
    await expect.poll(() => opened.value.destroyed, { timeout: 10_000 }).toBe(true);
    expect(hub.listeners).toBe(0);
  });
});
