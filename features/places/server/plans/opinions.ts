/** What residents say of a plan, what is answered, and how they find the answer again. */
import { createHash, randomInt } from 'node:crypto';
import { sql } from 'kysely';
import { type Context, instantNow } from '#kernel/context.ts';
import type { Answer, Input } from '#kernel/endpoint.ts';
import type { OpinionId, TenantId } from '#kernel/ids.ts';
import { done, type Outcome, refused } from '#kernel/outcome.ts';
import { legalDay } from '#kernel/period.ts';
import type { Change } from '#platform/command/change.ts';
import { command } from '#platform/command/command.ts';
import { stale } from '#platform/command/stale.ts';
import { compile, rowsAs } from '#platform/database/query.ts';
import type { CommandInput } from '#platform/http/route.ts';
import { maskFreeText } from '#platform/protection/masks.ts';
import { reaches } from '#platform/scope/reach.ts';
import type { Services } from '#platform/services.ts';
import {
  type followOpinion,
  type giveOpinion,
  PLANNERS,
  type replyToOpinion,
} from '../../contract.ts';
import { isHeard, mayReply } from '../../rules/plan/lawful.ts';
import type { PlanState } from '../../rules/plan/plan.ts';
import { OPINION_TABLE } from '../aggregates.ts';
import { lockPlan, planFrom } from './plan-rows.ts';

/** Letters and digits that are not taken for one another when read out. */
const KEY_LETTERS = 'abcdefghjkmnpqrstuvwxyz23456789';
const KEY_LENGTH = 16;

export function give(
  services: Services,
  context: Context,
  { params: { gridPlanId }, body, commandId }: CommandInput<typeof giveOpinion>,
): Promise<Outcome<Answer<typeof giveOpinion>>> {
  const { tenantId, clock, timeZone, ids } = context;
  const followKey = Array.from(
    { length: KEY_LENGTH },
    () => KEY_LETTERS[randomInt(KEY_LETTERS.length)],
  ).join('');
  return command(services, context, {
    id: commandId,
    name: 'places.give_opinion',
    body: { gridPlanId, ...body },
    opening: [lockPlan(tenantId, gridPlanId)],
    onConstraint: { plan_opinions_number_key: { code: 'matter.number_taken' } },
    decide: ([found]) => {
      const plan = planFrom(found);
      if (plan === undefined || plan.state === 'proposed') return refused({ code: 'plan.unknown' });
      const today = legalDay(clock.now(), timeZone);
      if (!isHeard(plan, today)) return refused({ code: 'plan.not_heard' });
      const number = numberOn(today, ids.next());
      const change: Change = {
        ...place(ids.next<OpinionId>()),
        kind: 'plan_opinion.given',
        set: { gridPlanId, number, open: body.open, saidAt: instantNow(clock), repliedAt: null },
        protected: { body: words(services, tenantId, 'body', body.text), reply: null },
        derived: { followHash: hashOf(followKey) },
      };
      return done({ answer: { number, followKey }, changes: [change] });
    },
  });
}

/** `G261122-048173`: the day and six digits. The last 48 bits of an identifier are random. */
function numberOn(day: string, random: string): string {
  const drawn = Number.parseInt(random.slice(-12), 16) % 1_000_000;
  return `G${day.slice(2).replaceAll('-', '')}-${drawn.toString().padStart(6, '0')}`;
}

function hashOf(key: string): string {
  return createHash('sha256')
    .update(`opinion ${key.replaceAll(/[\s-]/g, '').toLowerCase()}`)
    .digest('hex');
}

function place(id: OpinionId): Pick<Change, 'type' | 'table' | 'idColumn' | 'authority' | 'id'> {
  const { type, table, idColumn, authority } = OPINION_TABLE;
  return { type, table, idColumn, authority, id };
}

/** Masked, in the clear beside the chain, which holds the commitment. */
function words(
  { protection }: Pick<Services, 'protection'>,
  tenantId: TenantId,
  column: 'body' | 'reply',
  text: string,
) {
  const masked = maskFreeText(text);
  return {
    ciphertext: masked,
    commitment: protection.commitText(tenantId, `plan_opinions.${column}`, masked),
  };
}

interface OpinionRow {
  readonly version: number;
  readonly auditHead: string;
  readonly areaPath: string;
  readonly state: PlanState;
  readonly reply: string | null;
}

/** Replies hold the plan's row, so that none is changed after the plan was decided. */
export function reply(
  services: Services,
  context: Context,
  { params: { opinionId }, body, commandId }: CommandInput<typeof replyToOpinion>,
): Promise<Outcome<Answer<typeof replyToOpinion>>> {
  const { tenantId, actor, clock } = context;
  return command<Answer<typeof replyToOpinion>>(services, context, {
    id: commandId,
    name: 'places.reply_to_opinion',
    body: { opinionId, ...body },
    opening: [
      compile(sql`
        select o.version, o.audit_head, o.reply, p.area_path, p.state
        from plan_opinions o
        join grid_plans p on p.tenant_id = ${tenantId} and p.grid_plan_id = o.grid_plan_id
        where o.tenant_id = ${tenantId} and o.opinion_id = ${opinionId} for update of p, o`),
    ],
    decide: ([found]) => {
      const [row] = rowsAs<OpinionRow>(found);
      if (row === undefined || !reaches(actor, row.areaPath, ...PLANNERS))
        return refused({ code: 'plan.opinion_unknown' });
      const { version, auditHead, state } = row;
      const old = stale(body.version, row, { version, reply: row.reply });
      if (old) return refused(old);
      if (!mayReply(state)) return refused({ code: 'plan.state', detail: { state } });
      const change: Change = {
        ...place(opinionId),
        before: { version, auditHead },
        kind: 'plan_opinion.replied',
        set: { repliedAt: instantNow(clock) },
        protected: { reply: words(services, tenantId, 'reply', body.text) },
      };
      return done({ answer: { version: version + 1 }, changes: [change] });
    },
  });
}

type Followed = Answer<typeof followOpinion>;

export async function follow(
  { database }: Pick<Services, 'database'>,
  { tenantId, timeZone }: Context,
  { body }: Pick<Input<typeof followOpinion>, 'body'>,
): Promise<Outcome<Followed>> {
  const [found] = await database.read(
    tenantId,
    compile(sql`
      select o.grid_plan_id, p.name as plan_name, o.number, o.body, o.said_at, o.reply, o.replied_at
      from plan_opinions o
      join grid_plans p on p.tenant_id = ${tenantId} and p.grid_plan_id = o.grid_plan_id
      where o.tenant_id = ${tenantId} and o.number = ${body.number.trim().toUpperCase()}
        and o.follow_hash = ${hashOf(body.key)}`),
  );
  const [row] = rowsAs<
    Omit<Followed, 'saidOn' | 'repliedOn'> & { saidAt: string; repliedAt: string | null }
  >(found);
  if (row === undefined) return refused({ code: 'plan.opinion_unknown' });
  const { saidAt, repliedAt, ...rest } = row;
  const on = (instant: string): string => legalDay(Date.parse(instant), timeZone);
  return done({
    ...rest,
    saidOn: on(saidAt),
    repliedOn: repliedAt === null ? null : on(repliedAt),
  });
}
