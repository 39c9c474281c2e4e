import { beforeAll, describe, expect, it } from 'vitest';
import type { Context } from '#kernel/context.ts';
import type { TenantId } from '#kernel/ids.ts';
import type { Statement } from '#platform/database/database.ts';
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
import { type Consumer, consumeTenant } from './consumer.ts';
import { type LogEvent, readLog } from './log-event.ts';
import { relayTenant } from './relay.ts';
import { runOutbox } from './run-outbox.ts';
import { createWaker } from './waker.ts';

describe.each(engines)('the outbox on the %s engine', (engine) => {
  const database = useDatabase(engine, platformMigrations);
  let world: World;
  beforeAll(async () => {
    await makeThings(database());
    await database().asOwner((transaction) =>
      transaction.script(`
        create table told (
          tenant_id uuid not null, event_id uuid not null, times integer not null,
          primary key (tenant_id, event_id)
        );
        call protect_tenant_table('told')`),
    );
    world = worldOn(database());
  });

  const fresh = (): Context => contextOf(ids.next<TenantId>());
  const make = async (context: Context): Promise<ThingId> => {
    const made = await makeThing(world, context);
    if (!made.ok) throw new Error(made.refusal.code);
    return made.value.id;
  };
  const log = (context: Context): Promise<readonly LogEvent[]> =>
    readLog(database(), context.tenantId, 0, 10_000);
  const positions = async (context: Context): Promise<readonly number[]> =>
    (await log(context)).map(({ position }) => position);

  it('gives each event a dense position, in the order of its aggregate', async () => {
    const context = fresh();
    const id = await make(context);
    await addToThing(world, context, { id, by: 1 });
    await make(context);
    expect(await relayTenant(world, context.tenantId)).toBe(3);
    await addToThing(world, context, { id, by: 2 });
    expect(await relayTenant(world, context.tenantId)).toBe(1);
    expect(await positions(context)).toEqual([1, 2, 3, 4]);
    const own = (await log(context)).filter(({ aggregateId }) => aggregateId === id);
    expect(own.map(({ version, kind }) => [version, kind])).toEqual([
      [1, 'thing.made'],
      [2, 'thing.added'],
      [3, 'thing.added'],
    ]);
  });

  it('hands an event on with what changed, and without what is protected', async () => {
    const context = fresh();
    await make(context);
    await relayTenant(world, context.tenantId);
    const [event] = await log(context);
    expect(event?.fields).toMatchObject({ count: 0, tags: ['b', { a: null }] });
    expect(event?.fields).not.toHaveProperty('secret');
    expect(event?.details).toEqual({ because: '测试' });
  });

  it('leaves tenants apart', async () => {
    const [first, second] = [fresh(), fresh()];
    await make(first);
    await make(second);
    await relayTenant(world, first.tenantId);
    await relayTenant(world, second.tenantId);
    expect([await positions(first), await positions(second)]).toEqual([[1], [1]]);
  });

  it('keeps positions dense when several relays run while people work', async () => {
    const context = fresh();
    const work = Array.from({ length: 30 }, () => make(context));
    const relays = Array.from({ length: 4 }, () => relayTenant(world, context.tenantId));
    await Promise.all([...work, ...relays]);
    await relayTenant(world, context.tenantId);
    expect(await positions(context)).toEqual(Array.from({ length: 30 }, (_, at) => at + 1));
  });

  // The embedded engine runs one transaction at a time: nothing can commit late there.
  if (engine === 'server') {
    it('skips nothing that commits late', async () => {
      const context = fresh();
      const late = ids.next<ThingId>();
      const held = Promise.withResolvers<void>();
      const started = Promise.withResolvers<void>();
      const slow = {
        ...world,
        database: {
          ...world.database,
          write: ((tenantId, opening, body) =>
            world.database.write(tenantId, opening, (transaction, opened) =>
              body(
                {
                  run: (...statements) => transaction.run(...statements),
                  runAndCommit: async (...statements) => {
                    await transaction.run(...statements);
                    started.resolve();
                    await held.promise;
                    return transaction.runAndCommit();
                  },
                },
                opened,
              ),
            )) as typeof world.database.write,
        },
      };
      const making = makeThing(slow, context, { id: late });
      await started.promise;
      await make(context);
      expect(await relayTenant(world, context.tenantId)).toBe(1);
      held.resolve();
      await making;
      expect(await relayTenant(world, context.tenantId)).toBe(1);
      const [, second] = await log(context);
      expect([second?.position, second?.aggregateId]).toEqual([2, late]);
    });
  }

  const counting = (name: string, fail?: () => boolean): Consumer => ({
    name,
    kinds: ['thing.*'],
    consume: async (tenantId, events) => {
      if (fail?.()) throw new Error('killed between');
      return events.map(
        ({ eventId }): Statement => ({
          sql:
            'insert into told (tenant_id, event_id, times) values ($1, $2, 1) ' +
            'on conflict (tenant_id, event_id) do update set times = told.times + 1',
          parameters: [tenantId, eventId],
        }),
      );
    },
  });
  const told = async (context: Context): Promise<readonly number[]> => {
    const [found] = await database().read(context.tenantId, {
      sql: 'select times from told where tenant_id = $1',
      parameters: [context.tenantId],
    });
    return (found?.rows ?? []).map((row) => Number(row['times']));
  };

  it('tells a consumer of each event once, also after it was killed in between', async () => {
    const context = fresh();
    for (let count = 0; count < 3; count += 1) await make(context);
    await relayTenant(world, context.tenantId);
    let killed = 0;
    const consumer = counting('once', () => {
      killed += 1;
      return killed === 1;
    });
    await expect(consumeTenant(database(), consumer, context.tenantId)).rejects.toThrow('killed');
    expect(await told(context)).toEqual([]);
    expect(await consumeTenant(database(), consumer, context.tenantId)).toBe(3);
    expect(await consumeTenant(database(), consumer, context.tenantId)).toBe(0);
    expect(await told(context)).toEqual([1, 1, 1]);
  });

  it('leaves nothing of a batch whose statements fail', async () => {
    const context = fresh();
    await make(context);
    await relayTenant(world, context.tenantId);
    const half: Consumer = {
      ...counting('half'),
      consume: async (tenantId, events) => [
        ...(await counting('half').consume(tenantId, events)),
        { sql: 'select 1 / 0', parameters: [] },
      ],
    };
    await expect(consumeTenant(database(), half, context.tenantId)).rejects.toThrow();
    expect(await told(context)).toEqual([]);
    await consumeTenant(database(), counting('half'), context.tenantId);
    expect(await told(context)).toEqual([1]);
  });

  it('passes over the kinds a consumer does not want', async () => {
    const context = fresh();
    const id = await make(context);
    await addToThing(world, context, { id, by: 1 });
    await relayTenant(world, context.tenantId);
    const consumer = { ...counting('some'), kinds: ['thing.added'] };
    expect(await consumeTenant(database(), consumer, context.tenantId)).toBe(2);
    expect(await told(context)).toEqual([1]);
  });

  it('runs by itself: a commit wakes the relay, the relay wakes the consumers', async () => {
    const context = fresh();
    const faults: unknown[] = [];
    const consumed = Promise.withResolvers<readonly LogEvent[]>();
    const consumer: Consumer = {
      name: 'awake',
      kinds: ['thing.made'],
      consume: async (_tenantId, events) => {
        consumed.resolve(events);
        return [];
      },
    };
    const outbox = await runOutbox(world, {
      consumers: [consumer],
      tenants: async () => [context.tenantId],
      pollEvery: 3_600_000,
      onFault: (fault) => faults.push(fault),
    });
    await makeThing({ ...world, waker: createWaker(database()) }, context);
    const events = await consumed.promise;
    await outbox.stop();
    expect(events.map(({ position }) => position)).toEqual([1]);
    expect(faults).toEqual([]);
  });

  it('is found by polling where no wake came', async () => {
    const context = fresh();
    await make(context);
    const outbox = await runOutbox(world, {
      consumers: [counting('polled')],
      tenants: async () => [context.tenantId],
      pollEvery: 3_600_000,
      onFault: (fault) => {
        throw fault;
      },
    });
    await outbox.round();
    await outbox.stop();
    expect(await told(context)).toEqual([1]);
  });
});
