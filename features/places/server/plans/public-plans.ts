/** Plans as everybody may read them: the notice, the grids before and after, what was said and answered. */
import { sql } from 'kysely';
import type { Context } from '#kernel/context.ts';
import type { Answer, Input } from '#kernel/endpoint.ts';
import { done, type Outcome, refused } from '#kernel/outcome.ts';
import { legalDay } from '#kernel/period.ts';
import { compile, rowsAs } from '#platform/database/query.ts';
import type { Services } from '#platform/services.ts';
import type { PlanPointRow, publicPlan, publicPlans } from '../../contract.ts';
import { dayAfter, isHeard } from '../../rules/plan/lawful.ts';
import { movesOf, unlessFew } from '../../rules/plan/public-plan.ts';
import { type KeptGrid, type PlanRow, planFrom, pointOfRow, selectPlans } from './plan-rows.ts';

type Reads = Pick<Services, 'database'>;
type Public = Answer<typeof publicPlan>;
type Summary = Answer<typeof publicPlans>['plans'][number];

const SHOWN = 50;
const MOVES = 500;

/** Before it is put before the residents a plan is nobody's business but the office's. */
const WAS_HEARD = sql`p.consult_from is not null`;

export async function heardPlans(
  { database }: Reads,
  context: Context,
): Promise<Outcome<Answer<typeof publicPlans>>> {
  const { tenantId } = context;
  const [found] = await database.read(
    tenantId,
    compile(sql`
      ${selectPlans(tenantId, WAS_HEARD)}
      order by (p.state = 'consulted') desc, p.consult_to desc, p.grid_plan_id limit ${SHOWN}`),
  );
  return done({ plans: rowsAs<PlanRow>(found).map((row) => summaryOf(context, row)) });
}

function summaryOf({ clock, timeZone }: Context, row: PlanRow): Summary {
  const { gridPlanId, name, areaName, state, consultFrom, consultTo, inForceFrom } = row;
  return {
    ...{ gridPlanId, name, areaName, inForceFrom },
    state: state as Summary['state'],
    heard: isHeard(row, legalDay(clock.now(), timeZone)),
    from: consultFrom ?? '',
    until: dayAfter(consultTo ?? '', -1),
  };
}

interface ContentRow {
  readonly grids: readonly KeptGrid[];
  readonly points: readonly PlanPointRow[];
}

interface SaidRow {
  readonly number: string;
  readonly body: string;
  readonly saidAt: string;
  readonly reply: string;
  readonly repliedAt: string;
}

export async function heardPlan(
  { database }: Reads,
  context: Context,
  { params: { gridPlanId } }: Pick<Input<typeof publicPlan>, 'params'>,
): Promise<Outcome<Public>> {
  const { tenantId, timeZone } = context;
  const [found, contents, opinions] = await database.read(
    tenantId,
    compile(selectPlans(tenantId, sql`p.grid_plan_id = ${gridPlanId} and ${WAS_HEARD}`)),
    compile(sql`
      select grids, points from grid_plan_contents
      where tenant_id = ${tenantId} and grid_plan_id = ${gridPlanId}`),
    compile(sql`
      select number, body, said_at, reply, replied_at from plan_opinions
      where tenant_id = ${tenantId} and grid_plan_id = ${gridPlanId} and open
        and replied_at is not null
      order by said_at, opinion_id limit 500`),
  );
  const row = planFrom(found);
  const [content] = rowsAs<ContentRow>(contents);
  if (row === undefined || content === undefined) return refused({ code: 'plan.unknown' });
  const { moves, left } = movesOf(content.grids, content.points.map(pointOfRow), MOVES);
  const on = (instant: string): string => legalDay(Date.parse(instant), timeZone);
  return done({
    ...summaryOf(context, row),
    reason: row.reason,
    notice: row.notice ?? '',
    withdrawnReason: row.withdrawnReason,
    grids: content.grids.map(({ name, figures, today, geometry }) => ({
      name,
      before: unlessFew(figures.before),
      after: unlessFew(figures.after),
      today: today as Public['grids'][number]['today'],
      geometry: geometry as Public['grids'][number]['geometry'],
    })),
    moves: [...moves],
    movesLeft: left,
    said: rowsAs<SaidRow>(opinions).map(({ saidAt, repliedAt, ...said }) => ({
      ...said,
      saidOn: on(saidAt),
      repliedOn: on(repliedAt),
    })),
    opinions: row.opinions,
  });
}
