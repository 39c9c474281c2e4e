/** What the own posts were told of their grids, and saying that it was read. */
import { type RawBuilder, sql } from 'kysely';
import { type Context, grantsOf, instantNow } from '#kernel/context.ts';
import type { Answer } from '#kernel/endpoint.ts';
import { done, type Outcome, refused } from '#kernel/outcome.ts';
import { command } from '#platform/command/command.ts';
import { compile, rowsAs } from '#platform/database/query.ts';
import type { CommandInput } from '#platform/http/route.ts';
import type { Services } from '#platform/services.ts';
import type { gridNotices, seeNotice } from '../../contract.ts';
import { dayAfter } from '../../rules/plan/lawful.ts';
import { GRID_NOTICE } from '../aggregates.ts';
import { personOf } from './propose.ts';

type Notice = Answer<typeof gridNotices>['notices'][number];

const SHOWN = 50;

function ofOwnPosts({ actor }: Context): RawBuilder<unknown> {
  const posts = [...new Set(grantsOf(actor).map(({ postId }) => postId))];
  return posts.length === 0 ? sql`false` : sql`n.post_id in (${sql.join(posts)})`;
}

export async function notices(
  { database }: Pick<Services, 'database'>,
  context: Context,
): Promise<Outcome<Answer<typeof gridNotices>>> {
  const { tenantId } = context;
  const [found] = await database.read(
    tenantId,
    compile(sql`
      select n.notice_id, n.version, n.grid_plan_id, p.name as plan_name, a.name as area_name, n.stage,
        n.told_at, p.consult_to, p.in_force_from, n.grids, n.seen_at
      from grid_notices n
      join grid_plans p on p.tenant_id = ${tenantId} and p.grid_plan_id = n.grid_plan_id
      join areas a on a.tenant_id = ${tenantId} and a.area_id = p.area_id
      where n.tenant_id = ${tenantId} and ${ofOwnPosts(context)}
      order by n.told_at desc, n.notice_id desc limit ${SHOWN}`),
  );
  const rows = rowsAs<Omit<Notice, 'consultUntil'> & { consultTo: string | null }>(found);
  return done({
    notices: rows.map(({ consultTo, ...notice }) => ({
      ...notice,
      consultUntil: consultTo === null ? null : dayAfter(consultTo, -1),
    })),
  });
}

/** Once: whoever of the post reads it later changes nothing. */
export function see(
  services: Services,
  context: Context,
  { params: { noticeId }, commandId }: CommandInput<typeof seeNotice>,
): Promise<Outcome<Answer<typeof seeNotice>>> {
  const { tenantId, clock } = context;
  return command(services, context, {
    id: commandId,
    name: 'places.see_notice',
    body: { noticeId },
    opening: [
      compile(sql`
        select n.version, n.audit_head, n.seen_at from grid_notices n
        where n.tenant_id = ${tenantId} and n.notice_id = ${noticeId} and ${ofOwnPosts(context)}
        for update`),
    ],
    decide: ([found]) => {
      const [row] = rowsAs<{ version: number; auditHead: string; seenAt: string | null }>(found);
      if (row === undefined) return refused({ code: 'plan.notice_unknown' });
      const { version, auditHead } = row;
      if (row.seenAt !== null) return done({ answer: { version }, changes: [] });
      const set = { seenAt: instantNow(clock), seenBy: personOf(context) };
      const before = { version, auditHead };
      return done({
        answer: { version: version + 1 },
        changes: [{ ...GRID_NOTICE, id: noticeId, before, kind: 'grid_notice.seen', set }],
      });
    },
  });
}
