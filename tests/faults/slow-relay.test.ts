/** The relay is slow, or dies between giving a position and the consumer: nothing is skipped or told twice. */
import { fork } from 'node:child_process';
import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import { describe, expect, it } from 'vitest';
import type { CommandId } from '#kernel/ids.ts';
import type { Database } from '#platform/database/database.ts';
import { consumeTenant } from '#platform/outbox/consumer.ts';
import { relayTenant } from '#platform/outbox/relay.ts';
import { engines } from '#tests/engines/engines.ts';
import { foundOffice } from './founded-office.ts';
import { inspect } from './inspect.ts';
import { enterOffice, type Office, openGround, type Plan } from './office.ts';
import type { Relaying } from './relays-and-dies.ts';
import { send } from './send.ts';
import { tellsOnce } from './tells-once.ts';

const LONG = 300_000;

async function report(office: Office): Promise<void> {
  const id = office.installation.services.ids.next<CommandId>();
  const answer = await send(office, { id, as: 'public', does: { report: '路灯不亮' } });
  if (!answer.ok) throw new Error(answer.refusal.code);
}

/** The same database, every transaction of which takes its time before it goes on. */
function slow(database: Database): Database {
  return new Proxy(database, {
    get: (target, name) => {
      const own = Reflect.get(target, name) as unknown;
      if (name !== 'write') return typeof own === 'function' ? own.bind(target) : own;
      const write: Database['write'] = (tenantId, opening, body) =>
        target.write(tenantId, opening, async (transaction, opened) => {
          await pause(30);
          return body(transaction, opened);
        });
      return write;
    },
  });
}

/** Relays in a process of its own that is killed before a consumer hears of it. */
async function relayAndDie(plan: Plan): Promise<string> {
  const file = join(plan.folder, 'relay.json');
  writeFileSync(file, JSON.stringify({ plan } satisfies Relaying));
  const child = fork(join(import.meta.dirname, 'relays-and-dies.ts'), [file], {
    silent: true,
    execArgv: [],
  });
  const signal = Promise.withResolvers<string>();
  child.on('close', (code, by) => signal.resolve(by ?? String(code)));
  return signal.promise;
}

async function logged({ installation, plan: { tenantId } }: Office): Promise<number[]> {
  const [found] = await installation.services.database.read(tenantId, {
    sql: 'select position from event_log where tenant_id = $1 order by position',
    parameters: [tenantId],
  });
  return (found?.rows ?? []).map((row) => Number(row['position']));
}

const dense = (positions: readonly number[]): number[] => positions.map((_, at) => at + 1);

describe.each(engines)('the relay on the %s engine', (engine) => {
  it(
    'may be slow while people work: positions stay dense, nothing is skipped',
    async () => {
      const { plan, drop } = await foundOffice(engine);
      const database = await openGround(plan);
      const office = await enterOffice(plan, database);
      const services = { ...office.installation.services, database: slow(database) };
      const relaying = (async () => {
        for (let round = 0; round < 10; round += 1) await relayTenant(services, plan.tenantId);
      })();
      for (let round = 0; round < 10; round += 1) {
        await Promise.all([report(office), report(office), report(office)]);
      }
      await relaying;
      await relayTenant(services, plan.tenantId);
      await consumeTenant(services.database, tellsOnce, plan.tenantId);
      const positions = await logged(office);
      expect(positions.length).toBeGreaterThanOrEqual(60);
      expect(positions).toEqual(dense(positions));
      expect(await inspect(office, [])).toEqual([]);
      await office.installation.services.waker.idle();
      await database.close();
      await drop();
    },
    LONG,
  );

  it(
    'killed between position and consumer, it has lost nothing: the next one tells each event once',
    async () => {
      const { plan, drop } = await foundOffice(engine);
      const first = await openGround(plan);
      const before = await enterOffice(plan, first);
      for (let count = 0; count < 5; count += 1) await report(before);
      await before.installation.services.waker.idle();
      await first.close();
      expect(await relayAndDie(plan)).toBe('SIGKILL');
      const database = await openGround(plan);
      const office = await enterOffice(plan, database);
      const relayed = await logged(office);
      expect(relayed).toEqual(dense(relayed));
      const passed = await consumeTenant(database, tellsOnce, plan.tenantId);
      expect(passed).toBe(relayed.length);
      expect(await consumeTenant(database, tellsOnce, plan.tenantId)).toBe(0);
      expect(await inspect(office, [])).toEqual([]);
      await database.close();
      await drop();
    },
    LONG,
  );
});
