/** The same command sent twice, at once, in another order, from two processes: done once, answered alike. */
import { execFile } from 'node:child_process';
import { mkdtempSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { promisify } from 'node:util';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { CommandId } from '#kernel/ids.ts';
import type { Outcome } from '#kernel/outcome.ts';
import { collectMigrations } from '#platform/database/migration-files.ts';
import { type EngineName, engines } from '#tests/engines/engines.ts';
import { runFolder } from '#tests/engines/once.ts';
import { foundOffice } from './founded-office.ts';
import { inspect } from './inspect.ts';
import {
  type Acknowledged,
  enterOffice,
  type Office,
  openGround,
  type Plan,
  type Sent,
} from './office.ts';
import { send } from './send.ts';
import type { Errand } from './sends-commands.ts';

const LONG = 300_000;
const SEED = 20_261_122;

async function withOffice(engine: EngineName, body: (office: Office) => Promise<void>) {
  const { plan, drop } = await foundOffice(engine);
  const database = await openGround({ ...plan, migrations: collectMigrations() });
  const office = await enterOffice(plan, database);
  await body(office);
  await office.installation.services.waker.idle();
  await database.close();
  await drop();
}

const reports = (office: Office, count: number): Sent[] =>
  Array.from({ length: count }, (_, at) => ({
    id: office.installation.services.ids.next<CommandId>(),
    as: 'public',
    does: { report: `巷口的第${at + 1}盏路灯不亮` },
  }));

async function sameProcess(office: Office, commands: readonly Sent[]) {
  return Promise.all(commands.map((sent) => send(office, sent)));
}

async function otherProcess(plan: Plan, commands: readonly Sent[]) {
  const file = join(mkdtempSync(join(runFolder(), 'sends-')), 'order.json');
  writeFileSync(file, JSON.stringify({ plan, commands } satisfies Errand));
  const script = join(import.meta.dirname, 'sends-commands.ts');
  const { stdout } = await promisify(execFile)(process.execPath, [script, file]);
  return JSON.parse(stdout) as Outcome<Acknowledged>[];
}

const matterOf = (outcome: Outcome<Acknowledged> | undefined): string =>
  outcome?.ok ? outcome.value.matterId : JSON.stringify(outcome);

/** Each id has one answer however often it was sent. */
function expectOneAnswerEach(sent: readonly Sent[], answers: readonly Outcome<Acknowledged>[]) {
  const byId = new Map<string, Set<string>>();
  for (const [at, { id }] of sent.entries()) {
    byId.set(id, (byId.get(id) ?? new Set()).add(matterOf(answers[at])));
  }
  expect([...byId.values()].filter((matters) => matters.size !== 1)).toEqual([]);
  expect(answers.filter((outcome) => !outcome.ok)).toEqual([]);
}

async function countMatters({ installation, plan: { tenantId } }: Office): Promise<number> {
  const [found] = await installation.services.database.read(tenantId, {
    sql: 'select count(*)::int as n from matters where tenant_id = $1',
    parameters: [tenantId],
  });
  return found?.rows[0]?.['n'] as number;
}

describe.each(engines)('commands sent more than once on the %s engine', (engine) => {
  it(
    'are done once, whatever their order and however many at a time',
    () =>
      withOffice(engine, async (office) => {
        let expected = 0;
        const shuffled = fc
          .integer({ min: 1, max: 6 })
          .map((count) => reports(office, count))
          .chain((sent) =>
            fc.shuffledSubarray([...sent, ...sent, ...sent], { minLength: sent.length }),
          );
        await fc.assert(
          fc.asyncProperty(shuffled, async (sent) => {
            expectOneAnswerEach(sent, await sameProcess(office, sent));
            expected += new Set(sent.map(({ id }) => id)).size;
            expect(await countMatters(office)).toBe(expected);
          }),
          { seed: SEED, numRuns: 12, endOnFailure: true },
        );
        expect(await inspect(office, [])).toEqual([]);
      }),
    LONG,
  );

  it(
    'a step sent by two people at once is taken by one; the other learns where it stands',
    () =>
      withOffice(engine, async (office) => {
        const [reported] = await sameProcess(office, reports(office, 1));
        if (reported?.ok !== true) throw new Error('not reported');
        const { matterId } = reported.value;
        const input = { action: 'file', categoryId: office.plan.categoryId, condition: '' };
        const step = (as: Sent['as']): Sent => ({
          id: office.installation.services.ids.next<CommandId>(),
          as,
          does: { matterId, version: 1, input } as Sent['does'],
        });
        const answers = await sameProcess(office, [step('intake'), step('second intake')]);
        expect(answers.filter((answer) => answer.ok)).toHaveLength(1);
        expect(answers.find((answer) => !answer.ok)).toMatchObject({
          refusal: { code: 'matter.state', present: { state: 'filed', version: 2 } },
        });
        expect(await inspect(office, [])).toEqual([]);
      }),
    LONG,
  );

  if (engine === 'server') {
    it(
      'are done once when two processes send them at the same time',
      () =>
        withOffice(engine, async (office) => {
          const sent = reports(office, 30);
          const [here, there] = await Promise.all([
            otherProcess(office.plan, sent),
            otherProcess(office.plan, [...sent].reverse()),
          ]);
          expectOneAnswerEach([...sent, ...[...sent].reverse()], [...here, ...there]);
          expect(await countMatters(office)).toBe(sent.length);
          expect(
            await inspect(
              office,
              here.flatMap((one) => (one.ok ? [one.value] : [])),
            ),
          ).toEqual([]);
        }),
      LONG,
    );
  }
});
