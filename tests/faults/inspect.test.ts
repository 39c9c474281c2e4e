/** The eyes of the crash tests: each kind of loss, made by hand, is seen. */
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { foldAll } from '#features/matters/server/public.ts';
import type { CommandId } from '#kernel/ids.ts';
import type { Database } from '#platform/database/database.ts';
import { relayTenant } from '#platform/outbox/relay.ts';
import { engines } from '#tests/engines/engines.ts';
import { type Founded, foundOffice } from './founded-office.ts';
import { inspect } from './inspect.ts';
import { type Acknowledged, enterOffice, type Office, openGround } from './office.ts';
import { send } from './send.ts';

/** What is done to the database as its owner, and the finding it must bring. */
const LOSSES: readonly (readonly [string, string, RegExp])[] = [
  [
    'a lost record of a command',
    'delete from commands where command_id = $1',
    /acknowledged|without its command/,
  ],
  [
    'a lost answer',
    'update commands set result = null where command_id = $1',
    /without its answer/,
  ],
  ['a lost event', 'delete from audit_events where command_id = $1', /without its event/],
  [
    'half a report',
    `delete from audit_events where aggregate_type = 'reporter' and command_id = $1`,
    /half of its events/,
  ],
  [
    'a lost row',
    'delete from figure_increments where delta > 0 and $1::uuid is not null',
    /figures/,
  ],
  [
    'an event that nobody will relay',
    'delete from outbox where (aggregate_id, version) in (select aggregate_id, version from audit_events where command_id = $1)',
    /neither waits/,
  ],
  [
    'a row set back',
    `update matters set state = 'filed' where $1::uuid is not null`,
    /row\.changed/,
  ],
];

describe.runIf(engines.includes('server'))('the inspection after a crash', () => {
  let founded: Founded;
  let database: Database;
  let office: Office;
  let last: Acknowledged;
  beforeAll(async () => {
    founded = await foundOffice('server');
    database = await openGround(founded.plan);
    office = await enterOffice(founded.plan, database);
    const id = office.installation.services.ids.next<CommandId>();
    const answer = await send(office, { id, as: 'public', does: { report: '路灯不亮' } });
    if (!answer.ok) throw new Error(answer.refusal.code);
    last = answer.value;
  }, 180_000);
  afterAll(async () => {
    await office.installation.services.waker.idle();
    await database.close();
    await founded.drop();
  });

  it('finds nothing where nothing was lost', async () => {
    expect(await inspect(office, [last])).toEqual([]);
  });

  it.each(LOSSES)('sees %s', async (_name, sql, finding) => {
    // Within a transaction that is never committed nobody could look; so it is put back afterwards.
    const tables = ['commands', 'audit_events', 'figure_increments', 'outbox', 'matters'];
    await database.asOwner(async (transaction) => {
      await transaction.script('set local session_replication_role = replica');
      for (const table of tables) {
        await transaction.script(`create table kept_${table} as select * from ${table}`);
      }
      await transaction.run({ sql: 'set local row_security = off', parameters: [] });
      await transaction.run({ sql, parameters: [last.id] });
    });
    const found = await inspect(office, [last]);
    await database.asOwner(async (transaction) => {
      await transaction.script('set local session_replication_role = replica');
      for (const table of tables) await transaction.script(putBack(table));
    });
    expect(found.join('\n')).toMatch(finding);
    expect(await inspect(office, [last])).toEqual([]);
  });

  it('sees a folded figure that is wrong', async () => {
    await relayTenant(office.installation.services, office.plan.tenantId);
    await foldAll(database, office.plan.tenantId);
    expect(await inspect(office, [last])).toEqual([]);
    await database.asOwner(async (transaction) => {
      await transaction.run({ sql: 'update figures set total = total + 1', parameters: [] });
    });
    expect((await inspect(office, [last])).join('\n')).toMatch(/figures/);
  });
});

/** Generated columns are left out by name. */
function putBack(table: string): string {
  return `
    do $put$
    declare columns text;
    begin
      select string_agg(quote_ident(attname), ', ') into columns from pg_attribute
      where attrelid = '${table}'::regclass and attnum > 0 and not attisdropped and attgenerated = '';
      delete from ${table};
      execute format('insert into ${table} (%s) select %s from kept_${table}', columns, columns);
      drop table kept_${table};
    end
    $put$`;
}
