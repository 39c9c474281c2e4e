import { beforeAll, describe, expect, it } from 'vitest';
import type { PostId, TenantId } from '#kernel/ids.ts';
import type { Statement } from '#platform/database/database.ts';
import { engines, useDatabase } from '#tests/engines/engines.ts';
import {
  contextOf,
  ids,
  makeThing,
  makeThings,
  platformMigrations,
  type ThingId,
  type World,
  worldOn,
} from '#tests/worlds/things.ts';
import { type AccessLog, createAccessLog } from './access-log.ts';

const POST = ids.next<PostId>();

describe.each(engines)('reading a protected value on the %s engine', (engine) => {
  const database = useDatabase(engine, platformMigrations);
  let world: World;
  let accessLog: AccessLog;
  beforeAll(async () => {
    await makeThings(database());
    world = worldOn(database());
    accessLog = createAccessLog(database(), world.protection);
  });

  const secretOf = (tenantId: TenantId, id: ThingId, table = 'things'): Statement => ({
    sql: `select secret, note from ${table} where tenant_id = $1 and thing_id = $2`,
    parameters: [tenantId, id],
  });
  const asked = (tenantId: TenantId, id: ThingId) =>
    ({
      purpose: 'call_back',
      reason: '回访',
      subjectType: 'thing',
      subjectId: id,
      postId: POST,
      select: secretOf(tenantId, id),
      fields: { secret: 'things.secret', note: 'things.note' },
    }) as const;

  it('opens it and says who looked, under which post, what for and when', async () => {
    const context = contextOf(ids.next<TenantId>());
    const made = await makeThing(world, context);
    const id = made.ok ? made.value.id : ids.next<ThingId>();
    const revealed = await accessLog.reveal(context, asked(context.tenantId, id));
    expect(revealed?.values).toEqual({ secret: '13800138000', note: null });
    expect(await accessLog.readingsOf(context, id)).toEqual([
      {
        actor: 'system:test',
        purpose: 'call_back',
        reason: '回访',
        fields: ['secret', 'note'],
        readAt: expect.stringMatching(/^\d{4}-.*Z$/),
        postId: POST,
      },
    ]);
  });

  it('of what is out of scope opens nothing and logs nothing', async () => {
    const context = contextOf(ids.next<TenantId>());
    const id = ids.next<ThingId>();
    expect(await accessLog.reveal(context, asked(context.tenantId, id))).toBeUndefined();
    expect(await accessLog.readingsOf(context, id)).toEqual([]);
  });

  it('is not possible where it cannot be logged', async () => {
    const context = contextOf(ids.next<TenantId>());
    const made = await makeThing(world, context);
    const id = made.ok ? made.value.id : ids.next<ThingId>();
    const unlogged = { ...asked(context.tenantId, id), subjectId: 'no identifier' };
    await expect(accessLog.reveal(context, unlogged)).rejects.toMatchObject({ code: '22P02' });
  });

  it('stays in the log for ever', async () => {
    const tenantId = ids.next<TenantId>();
    for (const sql of ['delete from access_log', 'update access_log set actor = actor']) {
      const attempt = database().write(tenantId, [{ sql, parameters: [] }], async () => undefined);
      await expect(attempt).rejects.toMatchObject({ code: '42501' });
    }
  });
});
