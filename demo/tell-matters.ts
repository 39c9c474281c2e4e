/**
 * Tells the demonstration's matters: each goes its way by the same commands the
 * screens use, at the times it is said to have happened, with a clock of its own.
 */

import type { ActionInput } from '#features/matters/contract.ts';
import { act, report } from '#features/matters/server/public.ts';
import type { Clock, Context } from '#kernel/context.ts';
import type { AccountId, CategoryId, CommandId, MatterId, OrganisationId } from '#kernel/ids.ts';
import type { Services } from '#platform/services.ts';
import { type FoundedPost, type FoundedUnit, sure } from './founding.ts';
import { type Position, random } from './invented-borders.ts';
import told from './matters.json' with { type: 'json' };

export interface Stage {
  readonly services: Services;
  /** The system's context in the tenant. */
  readonly system: Context;
  readonly categories: Readonly<Record<string, CategoryId>>;
  /** The unit whose duty a category is. */
  ownerOf(categoryCode: string): FoundedUnit;
  post(code: 'intake' | 'caller' | 'dispatcher' | 'checker' | 'leader' | 'supervisor'): FoundedPost;
  /** A point somewhere in the place. */
  somewhere(): Position;
  /** How many matters to tell. */
  readonly count: number;
  /** Instant up to which they happen, milliseconds. */
  readonly until: number;
}

const HOUR = 3_600_000;
const DAY = 24 * HOUR;
/** Over how many days they are spread. */
const SPREAD = 75;
const SEED = 20_220_812;

/** How far a matter has come; the newer ones are more often under way. */
const ENDS = [
  'reported',
  'filed',
  'dispatched',
  'disputed',
  'handling',
  'extension',
  'shelved',
  'supervised',
  'answered',
  'checked',
  'closed',
  'called_back',
  'evaluated',
] as const;
type End = (typeof ENDS)[number];

export async function tellMatters(stage: Stage): Promise<void> {
  const next = random(SEED);
  for (let at = 0; at < stage.count; at += 1) {
    const age = SPREAD * (1 - Math.sqrt(at / stage.count)) + next() * 0.5;
    const subject = told.reports[at % told.reports.length];
    if (subject === undefined) continue;
    const end = age > 8 ? oldEnd(next) : (ENDS[Math.floor(next() * ENDS.length)] ?? 'handling');
    const start = workingMoment(stage.until - age * DAY, next);
    await tell(stage, new Teller(stage, Math.min(start, stage.until - HOUR), next), subject, end);
  }
}

function oldEnd(next: () => number): End {
  const draw = next();
  if (draw < 0.05) return 'shelved';
  return draw < 0.5 ? 'evaluated' : 'called_back';
}

/** Somewhere between eight in the morning and six in the evening, Shanghai. */
function workingMoment(instant: number, next: () => number): number {
  const midnight = Math.floor((instant + 8 * HOUR) / DAY) * DAY - 8 * HOUR;
  return midnight + 8 * HOUR + next() * 10 * HOUR;
}

type Subject = (typeof told.reports)[number];

async function tell(stage: Stage, teller: Teller, subject: Subject, end: End): Promise<void> {
  const categoryId = stage.categories[subject.category];
  if (categoryId === undefined) throw new Error(`no category ${subject.category}`);
  const owner = stage.ownerOf(subject.category);
  await teller.report(subject);
  if (end === 'reported') return;
  await teller.does(stage.post('intake'), 0.6, {
    action: 'file',
    categoryId,
    condition: '',
    personal: subject.personal === true,
  });
  if (end === 'filed') return;
  const organisationId: OrganisationId = owner.organisationId;
  await teller.does(stage.post('dispatcher'), 0.5, {
    action: 'dispatch',
    organisationId,
    note: '',
  });
  const handler = owner.posts.find((one) => one.grants.some((grant) => grant.role === 'handler'));
  if (end === 'dispatched' || handler === undefined) return;
  if (end === 'disputed') {
    await teller.does(handler, 1, { action: 'dispute', reason: told.dispute });
    return;
  }
  await teller.does(handler, 1, { action: 'accept' });
  if (await teller.standsAt(end, handler)) return;
  await teller.does(handler, 20, { action: 'answer', text: teller.one(told.answers), photos: [] });
  if (end === 'answered') return;
  await teller.does(stage.post('checker'), 5, {
    action: 'check',
    text: teller.one(told.checks),
    photos: [],
  });
  if (end === 'checked') return;
  await teller.does(stage.post('intake'), 2, { action: 'close', note: '' });
  if (end === 'closed') return;
  if (end === 'evaluated') await teller.evaluate();
  else await teller.callBack(stage.post('caller'));
}

/** Walks one matter through time: every step some hours later, never in the future. */
class Teller {
  private readonly stage: Stage;
  private readonly next: () => number;
  private now: number;
  private matterId: MatterId | undefined;
  private version = 0;
  private over = false;

  constructor(stage: Stage, start: number, next: () => number) {
    this.stage = stage;
    this.now = start;
    this.next = next;
  }

  one<T>(list: readonly T[]): T {
    return list[Math.floor(this.next() * list.length)] as T;
  }

  async report(subject: Subject): Promise<void> {
    const [lng, lat] = this.stage.somewhere();
    const answered = await sure(
      report(this.stage.services, this.context({ kind: 'public' }), this.commandId(), {
        title: subject.title,
        description: subject.description,
        lng,
        lat,
        placeText: subject.place,
        photos: [],
        reporterName: '',
        reporterPhone: '',
        reporterShared: false,
        personal: subject.personal === true,
        source: this.one(['portal', 'portal', 'telephone', 'counter', 'grid_worker'] as const),
      }),
    );
    this.matterId = answered.matterId;
    this.version = 1;
  }

  /** A step by the holder of a post, some hours after the one before; nothing once now is reached. */
  async does(post: FoundedPost, hours: number, input: ActionInput): Promise<void> {
    if (!this.later(hours)) return;
    const { personId, name, grants } = post;
    if (personId === undefined) return;
    const accountId = personId as string as AccountId;
    await this.step(this.context({ kind: 'person', personId, accountId, name, grants }), input);
  }

  async standsAt(end: End, handler: FoundedPost): Promise<boolean> {
    switch (end) {
      case 'handling':
        return true;
      case 'extension':
        await this.does(handler, 3, {
          action: 'request_extension',
          until: new Date(this.now + 30 * DAY).toISOString(),
          reason: told.extension,
        });
        return true;
      case 'shelved':
        await this.does(this.stage.post('leader'), 10, {
          action: 'shelve',
          reviewOn: new Date(this.stage.until + 20 * DAY).toISOString().slice(0, 10),
          reason: told.shelving,
        });
        return true;
      case 'supervised':
        await this.does(this.stage.post('supervisor'), 6, {
          action: 'supervise',
          text: told.supervision,
        });
        return true;
      default:
        return false;
    }
  }

  async callBack(caller: FoundedPost): Promise<void> {
    const reached = this.next() > 0.12;
    const solved = this.next() > 0.1;
    await this.does(caller, 12, {
      action: 'call_back',
      result: reached ? 'reached' : 'not_reached',
      ...(reached && { solved, satisfaction: solved ? this.one([4, 5, 5]) : this.one([1, 2, 3]) }),
      note: '',
    });
  }

  /** The resident was quicker than the call-back. */
  async evaluate(): Promise<void> {
    if (!this.later(8)) return;
    const solved = this.next() > 0.08;
    const input = {
      action: 'evaluate',
      solved,
      satisfaction: solved ? this.one([3, 4, 5, 5]) : this.one([1, 2]),
      text: solved ? this.one(told.thanks) : '',
    } as const;
    await this.step(this.context({ kind: 'public' }), input, { kind: 'reporter' });
  }

  private later(hours: number): boolean {
    const at = this.now + hours * (0.3 + this.next() * 1.4) * HOUR;
    if (at >= this.stage.until) this.over = true;
    else this.now = at;
    return !this.over;
  }

  private async step(
    context: Context,
    input: ActionInput,
    asking?: { kind: 'reporter' },
  ): Promise<void> {
    if (this.matterId === undefined) return;
    const { version } = await sure(
      act(this.stage.services, context, {
        commandId: this.commandId(),
        matterId: this.matterId,
        version: this.version,
        input,
        ...(asking && { asking }),
      }),
    );
    this.version = version;
  }

  private context(actor: Context['actor']): Context {
    const { now } = this;
    const clock: Clock = { now: () => now };
    return { ...this.stage.system, clock, actor };
  }

  private commandId(): CommandId {
    return this.stage.services.ids.next<CommandId>();
  }
}
