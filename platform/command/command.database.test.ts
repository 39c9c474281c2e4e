import fc from 'fast-check';
import { beforeAll, describe, expect, it } from 'vitest';
import type { CommandId, TenantId } from '#kernel/ids.ts';
import { done } from '#kernel/outcome.ts';
import { engines, useDatabase } from '#tests/engines/engines.ts';
import {
  addToThing,
  contextOf,
  ids,
  makeThing,
  makeThings,
  platformMigrations,
  THINGS,
  type ThingId,
  type World,
  worldOn,
} from '#tests/worlds/things.ts';
import type { Decision } from './change.ts';
import { command } from './command.ts';

const SEED = 20261122;

describe.each(engines)('a command on the %s engine', (engine) => {
  const database = useDatabase(engine, platformMigrations);
  let world: World;
  beforeAll(async () => {
    await makeThings(database());
    world = worldOn(database());
  });

  const freshTenant = () => contextOf(ids.next<TenantId>());
  const count = async (context: { tenantId: TenantId }, table: string): Promise<number> => {
    const [found] = await database().read(context.tenantId, {
      sql: `select count(*) as n from ${table} where tenant_id = $1`,
      parameters: [context.tenantId],
    });
    return Number(found?.rows[0]?.['n']);
  };
  const thingOf = async (context: { tenantId: TenantId }, id: ThingId) => {
    const [found] = await database().read(context.tenantId, {
      sql: 'select version, audit_head, count from things where tenant_id = $1 and thing_id = $2',
      parameters: [context.tenantId, id],
    });
    return found?.rows[0];
  };

  it('writes the row, its event, the outbox and its own record together, and wakes the relay', async () => {
    const context = freshTenant();
    const made = await makeThing(world, context);
    expect(made.ok).toBe(true);
    for (const table of ['things', 'audit_events', 'outbox', 'commands']) {
      expect(await count(context, table)).toBe(1);
    }
    expect(world.woken).toContain(context.tenantId);
  });

  it('raises the authority revision of its tenant, unless what it changes carries none', async () => {
    const context = freshTenant();
    const revision = async () => {
      const { rows } = await database().readAccounts({
        sql: 'select revision from auth.authority_revisions where tenant_id = $1',
        parameters: [context.tenantId],
      });
      return rows[0]?.['revision'];
    };
    const { authority: _, ...silent } = THINGS;
    const send = (decision: Omit<Decision<object>, 'answer'>) =>
      command(world, context, {
        id: ids.next<CommandId>(),
        name: 'things.test',
        body: {},
        opening: [],
        decide: () => done({ answer: {}, ...decision }),
        onConstraint: { things_name_key: { code: 'input.invalid' } },
      });
    const thing = (name: string) => ({
      id: ids.next<ThingId>(),
      kind: 'thing.made',
      set: { name },
    });
    await send({ changes: [{ ...THINGS, ...thing('carries none') }] });
    expect(await revision()).toBeUndefined();
    await Promise.all(
      ['a', 'b', 'c'].map((name) => send({ changes: [{ ...silent, ...thing(name) }] })),
    );
    expect(await revision()).toBe(3);
    expect((await send({ changes: [{ ...silent, ...thing('a') }] })).ok).toBe(false);
    expect(await revision()).toBe(3);
    const both = [
      { ...THINGS, ...thing('d') },
      { ...silent, ...thing('e') },
    ];
    await send({ changes: both });
    expect(await revision()).toBe(4);
    // Rows that no change speaks for may be anybody's.
    await send({ changes: [], also: [{ sql: 'select 1', parameters: [] }] });
    expect(await revision()).toBe(5);
  });

  it('sent twice has the effect and the answer of once', async () => {
    const context = freshTenant();
    const again = { commandId: ids.next<CommandId>(), name: 'twice' };
    const first = await makeThing(world, context, again);
    const second = await makeThing(world, context, again);
    expect(second).toEqual(first);
    expect(await count(context, 'things')).toBe(1);
  });

  it('sent many times at the same moment has the effect and the answer of once', async () => {
    const context = freshTenant();
    const { value } = (await makeThing(world, context)) as { value: { id: ThingId } };
    const commandId = ids.next<CommandId>();
    const answers = await Promise.all(
      Array.from({ length: 8 }, () =>
        addToThing(world, context, { id: value.id, by: 3, commandId }),
      ),
    );
    expect(new Set(answers.map((answer) => JSON.stringify(answer))).size).toBe(1);
    expect(answers[0]).toEqual(done({ count: 3, version: 2 }));
    expect(await thingOf(context, value.id)).toMatchObject({ count: 3, version: 2 });
  });

  it('whose id stands for another body is a conflict and changes nothing', async () => {
    const context = freshTenant();
    const commandId = ids.next<CommandId>();
    await makeThing(world, context, { commandId, name: 'one' });
    const other = await makeThing(world, context, { commandId, name: 'two' });
    expect(other).toMatchObject({ ok: false, refusal: { code: 'command.reused_id' } });
    expect(await count(context, 'things')).toBe(1);
  });

  it('whose id was used by somebody else does not tell what that one was answered', async () => {
    const context = freshTenant();
    const commandId = ids.next<CommandId>();
    await makeThing(world, context, { commandId, name: 'one' });
    const other = contextOf(context.tenantId, 'somebody else');
    const told = await makeThing(world, other, { commandId, name: 'one' });
    expect(told).toMatchObject({ ok: false, refusal: { code: 'command.reused_id' } });
  });

  it('of one tenant does not meet the same id in another', async () => {
    const commandId = ids.next<CommandId>();
    const first = await makeThing(world, freshTenant(), { commandId, name: 'one' });
    const second = await makeThing(world, freshTenant(), { commandId, name: 'two' });
    expect([first.ok, second.ok]).toEqual([true, true]);
  });

  it('that is refused leaves nothing, so that the same id may be tried again', async () => {
    const context = freshTenant();
    const made = await makeThing(world, context, { count: 1 });
    const id = made.ok ? made.value.id : ids.next<ThingId>();
    const commandId = ids.next<CommandId>();
    const refusal = await addToThing(world, context, { id, by: -2, commandId });
    expect(refusal).toMatchObject({ ok: false, refusal: { code: 'input.invalid' } });
    expect(await count(context, 'commands')).toBe(1);
    expect(await count(context, 'audit_events')).toBe(1);
    await addToThing(world, context, { id, by: 4 });
    expect(await addToThing(world, context, { id, by: -2, commandId })).toEqual(
      done({ count: 3, version: 3 }),
    );
  });

  it('that saw an older version is stale, and its refusal shows the present state', async () => {
    const context = freshTenant();
    const made = await makeThing(world, context);
    const id = made.ok ? made.value.id : ids.next<ThingId>();
    await addToThing(world, context, { id, by: 5, version: 1 });
    expect(await addToThing(world, context, { id, by: 5, version: 1 })).toMatchObject({
      ok: false,
      refusal: { code: 'command.stale', present: { count: 5 }, detail: { version: 2 } },
    });
  });

  it('that did not lock its aggregate and comes second is stale, not lost', async () => {
    const context = freshTenant();
    const made = await makeThing(world, context);
    const id = made.ok ? made.value.id : ids.next<ThingId>();
    const row = await thingOf(context, id);
    const before = { version: 1, auditHead: String(row?.['audit_head']) };
    const blind = (by: number) =>
      command(world, context, {
        id: ids.next<CommandId>(),
        name: 'things.blind',
        body: { by },
        opening: [],
        decide: () =>
          done({
            answer: by,
            changes: [{ ...THINGS, id, before, kind: 'thing.added', set: { count: by } }],
          }),
      });
    expect(await blind(1)).toEqual(done(1));
    expect(await blind(2)).toMatchObject({ ok: false, refusal: { code: 'command.stale' } });
    expect(await thingOf(context, id)).toMatchObject({ count: 1, version: 2 });
  });

  it('that meets an expected constraint is refused by its name', async () => {
    const context = freshTenant();
    await makeThing(world, context, { name: 'taken' });
    const second = await makeThing(world, context, { name: 'taken' });
    expect(second).toMatchObject({ ok: false, refusal: { code: 'input.invalid', field: 'name' } });
    expect(await count(context, 'commands')).toBe(1);
  });

  it('that fails in the middle leaves nothing', async () => {
    const context = freshTenant();
    const attempt = command(world, context, {
      id: ids.next<CommandId>(),
      name: 'things.fail',
      body: null,
      opening: [],
      decide: () =>
        done({
          answer: null,
          changes: [{ ...THINGS, id: ids.next(), kind: 'thing.made', set: { name: 'x' } }],
          also: [{ sql: 'select 1 / 0', parameters: [] }],
        }),
    });
    await expect(attempt).rejects.toMatchObject({ code: '22012' });
    for (const table of ['things', 'audit_events', 'outbox', 'commands']) {
      expect(await count(context, table)).toBe(0);
    }
  });

  it('can take several steps of one aggregate and make many at once', async () => {
    const context = freshTenant();
    const many = Array.from({ length: 260 }, () => ids.next<ThingId>());
    const steps = many.flatMap((id) => [
      { ...THINGS, id, kind: 'thing.made', set: { name: `n ${id}` } },
      { ...THINGS, id, kind: 'thing.added', set: { count: 7 } },
    ]);
    const answer = await command(world, context, {
      id: ids.next<CommandId>(),
      name: 'things.import',
      body: many,
      opening: [],
      decide: () => done({ answer: many.length, changes: steps }),
    });
    expect(answer).toEqual(done(260));
    expect(await count(context, 'things')).toBe(260);
    expect(await count(context, 'audit_events')).toBe(520);
    const [first] = many;
    expect(first && (await thingOf(context, first))).toMatchObject({ version: 2, count: 7 });
  });

  it('that meets another in a deadlock is carried out all the same', async () => {
    const context = freshTenant();
    const [a, b] = [await makeThing(world, context), await makeThing(world, context)].map((made) =>
      made.ok ? made.value.id : ids.next<ThingId>(),
    );
    const lock = (id: ThingId | undefined) => ({
      sql: 'select version, audit_head, count from things where tenant_id = $1 and thing_id = $2 for update',
      parameters: [context.tenantId, id],
    });
    const both = (order: readonly (ThingId | undefined)[]) =>
      command(world, context, {
        id: ids.next<CommandId>(),
        name: 'things.both',
        body: order,
        opening: order.map(lock),
        decide: (opened) =>
          done({
            answer: null,
            changes: order.map((id, at) => {
              const row = opened[at]?.rows[0];
              const before = {
                version: Number(row?.['version']),
                auditHead: String(row?.['audit_head']),
              };
              const count = Number(row?.['count']) + 1;
              return { ...THINGS, id: id ?? '', before, kind: 'thing.added', set: { count } };
            }),
          }),
      });
    const answers = await Promise.all(
      Array.from({ length: 6 }, (_, at) => both(at % 2 === 0 ? [a, b] : [b, a])),
    );
    expect(answers.every(({ ok }) => ok)).toBe(true);
    for (const id of [a, b]) {
      expect(id && (await thingOf(context, id))).toMatchObject({ count: 6, version: 7 });
    }
  });

  it('never loses one of many on the same aggregate, whatever comes twice', async () => {
    await fc.assert(
      fc.asyncProperty(
        fc.array(
          fc.record({ by: fc.integer({ min: 1, max: 9 }), times: fc.integer({ min: 1, max: 3 }) }),
          {
            minLength: 1,
            maxLength: 8,
          },
        ),
        async (additions) => {
          const context = freshTenant();
          const made = await makeThing(world, context);
          const id = made.ok ? made.value.id : ids.next<ThingId>();
          const sent = additions.flatMap(({ by, times }) => {
            const commandId = ids.next<CommandId>();
            return Array.from({ length: times }, () => ({ id, by, commandId }));
          });
          await Promise.all(sent.map((addition) => addToThing(world, context, addition)));
          const sum = additions.reduce((total, { by }) => total + by, 0);
          expect(await thingOf(context, id)).toMatchObject({
            count: sum,
            version: additions.length + 1,
          });
          expect(await count(context, 'audit_events')).toBe(additions.length + 1);
        },
      ),
      { seed: SEED, numRuns: 15 },
    );
  });
});
