/** One life of the busy office, seen from outside: what it said until it was killed. */
import { type ChildProcess, fork } from 'node:child_process';
import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Line, Order } from './busy-office.ts';
import type { Acknowledged, Plan, Sent } from './office.ts';

export interface Life {
  readonly inspections: readonly (readonly string[])[];
  readonly answered: readonly Acknowledged[];
  /** Sent and not answered when it died. */
  readonly unanswered: readonly Sent[];
  /** Answered or refused. */
  readonly over: ReadonlySet<string>;
  readonly faults: readonly string[];
  readonly refused: readonly string[];
}

export interface Death {
  /** Acknowledgements to hear before; 0: killed while it opens the database. */
  readonly acknowledgements: number;
  /** Milliseconds after that moment. */
  readonly after: number;
}

/** Runs the office until its death; undefined: it only looks, and ends by itself. */
async function live(
  order: Omit<Order, 'works'>,
  death: Death | undefined,
  meanwhile: (child: ChildProcess) => Promise<void> = async () => undefined,
): Promise<Life> {
  const file = join(order.plan.folder, 'order.json');
  writeFileSync(file, JSON.stringify({ ...order, works: death !== undefined } satisfies Order));
  const child = fork(join(import.meta.dirname, 'busy-office.ts'), [file], {
    silent: true,
    execArgv: [],
  });
  const ended = Promise.withResolvers<void>();
  const heard: Line[] = [];
  let answers = 0;
  let complaint = '';
  child.stderr?.on('data', (text: Buffer) => (complaint += text.toString()));
  listenTo(child, (line) => {
    heard.push(line);
    if ('answered' in line) answers += 1;
    if ('answered' in line && answers === 1) meanwhile(child).catch(ended.reject);
    if (answers === death?.acknowledgements) killAfter(child, death.after);
  });
  if (death?.acknowledgements === 0) killAfter(child, death.after);
  child.on('close', (code, signal) => {
    if (signal === 'SIGKILL' || (death === undefined && code === 0)) ended.resolve();
    else ended.reject(new Error(`the office ended by itself (${code}):\n${complaint}`));
  });
  await ended.promise;
  return lifeFrom(heard);
}

function killAfter(child: ChildProcess, milliseconds: number): void {
  setTimeout(() => child.kill('SIGKILL'), milliseconds);
}

/** Whole lines only: half of one is what the kill cut off. */
function listenTo(child: ChildProcess, hear: (line: Line) => void): void {
  let rest = '';
  child.stdout?.on('data', (text: Buffer) => {
    const lines = (rest + text.toString()).split('\n');
    rest = lines.pop() ?? '';
    for (const line of lines) hear(JSON.parse(line) as Line);
  });
}

function lifeFrom(lines: readonly Line[]): Life {
  const answered = lines.flatMap((line) => ('answered' in line ? [line.answered] : []));
  const refused = lines.flatMap((line) => ('refused' in line ? [line] : []));
  const over = new Set([...answered, ...refused].map(({ id }) => String(id)));
  return {
    inspections: lines.flatMap((line) => ('inspection' in line ? [line.inspection] : [])),
    answered,
    unanswered: lines.flatMap((line) =>
      'sent' in line && !over.has(line.sent.id) ? [line.sent] : [],
    ),
    over,
    faults: lines.flatMap((line) => ('fault' in line ? [line.fault] : [])),
    refused: refused.map((line) => line.refused),
  };
}

/** What is known after all lives so far; handed to the next one. */
export class Chronicle {
  readonly plan: Plan;
  readonly acknowledged: Acknowledged[] = [];
  readonly refused: string[] = [];
  readonly faults: string[] = [];
  unanswered: readonly Sent[] = [];

  constructor(plan: Plan) {
    this.plan = plan;
  }

  /** Lives one more life and answers what its looking found. */
  async next(
    death: Death | undefined,
    meanwhile?: (child: ChildProcess) => Promise<void>,
  ): Promise<readonly string[]> {
    const { plan, acknowledged, unanswered } = this;
    const life = await live({ plan, acknowledged, unanswered }, death, meanwhile);
    // Killed before it came to send them again, they are still unanswered.
    const all = new Map([...unanswered, ...life.unanswered].map((sent) => [sent.id, sent]));
    this.unanswered = [...all.values()].filter(({ id }) => !life.over.has(id));
    this.acknowledged.push(...life.answered);
    this.refused.push(...life.refused);
    this.faults.push(...life.faults);
    return life.inspections.flat();
  }
}
