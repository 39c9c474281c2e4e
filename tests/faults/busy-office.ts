/**
 * The process that is killed: opens the database, looks whether all that was
 * acknowledged before stands, sends again what was left unanswered, and then
 * works until it dies: four people, the relay, a consumer, folding, seals.
 *
 * Says on stdout, a line of JSON each: `opened`, `inspection`, `sent`, `answered`, `fault`, `refused`.
 */
import { readFileSync, writeSync } from 'node:fs';
import { flushCompileCache } from 'node:module';
import { setTimeout as pause } from 'node:timers/promises';
import { foldAll } from '#features/matters/server/public.ts';
import { sealTenant } from '#platform/audit/seal-job.ts';
import { DatabaseError } from '#platform/database/database.ts';
import { runOutbox } from '#platform/outbox/run-outbox.ts';
import { inspect } from './inspect.ts';
import {
  type Acknowledged,
  enterOffice,
  type Office,
  openGround,
  type Plan,
  type Sent,
  type Title,
} from './office.ts';
import { sendUntilAnswered } from './send.ts';
import { tellsOnce } from './tells-once.ts';

export interface Order {
  readonly plan: Plan;
  readonly acknowledged: readonly Acknowledged[];
  readonly unanswered: readonly Sent[];
  /** False for the last one, which looks only. */
  readonly works: boolean;
}

export type Line =
  | { readonly opened: true }
  | { readonly inspection: readonly string[] }
  | { readonly sent: Sent }
  | { readonly answered: Acknowledged }
  | { readonly fault: string }
  | { readonly refused: string; readonly id: string };

/** Synchronous: a line that was said has left the process. */
function say(line: Line): void {
  writeSync(1, `${JSON.stringify(line)}\n`);
}

const PEOPLE = 4;

const { plan, acknowledged, unanswered, works } = JSON.parse(
  readFileSync(process.argv[2] ?? '', 'utf8'),
) as Order;

async function main(): Promise<void> {
  const database = await openGround(plan);
  say({ opened: true });
  // It will not live to do so at its end; the next life starts sooner.
  flushCompileCache();
  const office = await enterOffice(plan, database);
  say({ inspection: await inspect(office, acknowledged) });
  for (const sent of unanswered) await answer(office, sent);
  if (!works) {
    await background(office);
    say({ inspection: await inspect(office, acknowledged) });
    await database.close();
    return;
  }
  await relayAndConsumer(office);
  await Promise.all([
    ...Array.from({ length: PEOPLE }, () => person(office)),
    forever(() => background(office)),
  ]);
}

async function answer(office: Office, sent: Sent): Promise<Acknowledged | undefined> {
  say({ sent });
  const outcome = await sendUntilAnswered(office, sent, (fault) => say({ fault }));
  if (outcome.ok) {
    say({ answered: outcome.value });
    return outcome.value;
  }
  say({ refused: outcome.refusal.code, id: sent.id });
  return undefined;
}

/** One matter after the other, from report to call-back. */
async function person(office: Office): Promise<void> {
  const next = () => office.installation.services.ids.next<Sent['id']>();
  const steps: readonly { readonly as: Title; readonly input: unknown }[] = [
    { as: 'intake', input: { action: 'file', categoryId: plan.categoryId, condition: '' } },
    { as: 'dispatcher', input: { action: 'dispatch', organisationId: plan.unit, note: '' } },
    { as: 'lamp fitter', input: { action: 'accept' } },
    { as: 'lamp fitter', input: { action: 'answer', text: '已更换灯泡', photos: [] } },
    { as: 'checker', input: { action: 'check', text: '灯已亮', photos: [] } },
    { as: 'intake', input: { action: 'close', note: '' } },
  ];
  for (;;) {
    const description = '巷口的路灯不亮，晚上看不清路。';
    let last = await answer(office, { id: next(), as: 'public', does: { report: description } });
    for (const { as, input } of steps) {
      if (last === undefined) break;
      const { matterId, version } = last;
      const does = { matterId, version, input } as Sent['does'];
      last = await answer(office, { id: next(), as, does });
    }
  }
}

async function background({ installation, plan: { tenantId } }: Office): Promise<void> {
  await foldAll(installation.services.database, tenantId);
  await sealTenant({ ...installation, ...installation.services }, tenantId);
  await pause(100);
}

async function forever(work: () => Promise<void>): Promise<never> {
  for (;;) {
    await work().catch(async (error: unknown) => {
      if (!(error instanceof DatabaseError)) throw error;
      say({ fault: error.code });
      await pause(50);
    });
  }
}

async function relayAndConsumer(office: Office): Promise<void> {
  const { database, keys } = office.installation.services;
  await runOutbox(
    { database, keys },
    {
      consumers: [tellsOnce],
      tenants: async () => [office.plan.tenantId],
      pollEvery: 200,
      onFault: (fault) =>
        say({ fault: fault instanceof DatabaseError ? fault.code : String(fault) }),
    },
  );
}

await main();
