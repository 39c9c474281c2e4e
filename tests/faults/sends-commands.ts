/** A process that sends the commands of its order, all at once, and says each answer. */
import { readFileSync, writeSync } from 'node:fs';
import { enterOffice, openGround, type Plan, type Sent } from './office.ts';
import { send } from './send.ts';

export interface Errand {
  readonly plan: Plan;
  readonly commands: readonly Sent[];
}

const { plan, commands } = JSON.parse(readFileSync(process.argv[2] ?? '', 'utf8')) as Errand;

const database = await openGround(plan);
const office = await enterOffice(plan, database);
const answers = await Promise.all(commands.map((sent) => send(office, sent)));
writeSync(1, JSON.stringify(answers));
await office.installation.services.waker.idle();
await database.close();
