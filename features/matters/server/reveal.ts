/** The reporter's name and phone in the clear, for a stated purpose; the reading is logged with it. */
import { sql } from 'kysely';
import { type Context, grantsOf } from '#kernel/context.ts';
import type { Answer } from '#kernel/endpoint.ts';
import { done, type Outcome, refused } from '#kernel/outcome.ts';
import { compile } from '#platform/database/query.ts';
import type { CommandInput } from '#platform/http/route.ts';
import type { Services } from '#platform/services.ts';
import type { revealReporter } from '../contract.ts';
import { maySee, seesReporterUnder } from '../rules/sight.ts';
import { matterColumns, matterFromRow } from './matter-row.ts';

export async function reveal(
  services: Services,
  context: Context,
  { params, body }: CommandInput<typeof revealReporter>,
): Promise<Outcome<Answer<typeof revealReporter>>> {
  const { tenantId } = context;
  const [rows] = await services.database.read(
    tenantId,
    compile(sql`
      select ${matterColumns} from matters m
      where m.tenant_id = ${tenantId} and m.matter_id = ${params.matterId}`),
  );
  const row = rows?.rows[0];
  if (row === undefined) return refused({ code: 'matter.unknown' });
  const matter = matterFromRow(row);
  const grants = grantsOf(context.actor);
  if (!maySee(grants, matter)) return refused({ code: 'matter.unknown' });
  const under = seesReporterUnder(grants, matter);
  if (under === undefined) return refused({ code: 'access.not_allowed' });
  const revealed = await services.accessLog.reveal(context, {
    purpose: body.purpose,
    reason: body.reason,
    subjectType: 'reporter',
    subjectId: matter.reporterId ?? '',
    postId: under.postId,
    select: compile(sql`
      select name, phone from reporters
      where tenant_id = ${tenantId} and reporter_id = ${matter.reporterId}`),
    fields: { name: 'reporters.name', phone: 'reporters.phone' },
  });
  if (revealed === undefined) return refused({ code: 'matter.unknown' });
  const { name, phone } = revealed.values;
  return done({ name: name ?? '', phone: phone ?? '' });
}
