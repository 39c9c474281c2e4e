/** A process that gives every waiting event its position and is killed before a consumer hears of them. */
import { readFileSync } from 'node:fs';
import { relayTenant } from '#platform/outbox/relay.ts';
import { enterOffice, openGround, type Plan } from './office.ts';

export interface Relaying {
  readonly plan: Plan;
}

const { plan } = JSON.parse(readFileSync(process.argv[2] ?? '', 'utf8')) as Relaying;
const office = await enterOffice(plan, await openGround(plan));
await relayTenant(office.installation.services, plan.tenantId);
process.kill(process.pid, 'SIGKILL');
