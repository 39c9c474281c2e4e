/** The reporter's name and phone in the clear, for a stated purpose; the reading is logged with it. */
import { sql } from 'kysely';
import { type Context, grantsOf, instantNow } from '#kernel/context.ts';
import type { Answer } from '#kernel/endpoint.ts';
import { done, type Outcome, refused } from '#kernel/outcome.ts';
import { compile } from '#platform/database/query.ts';
import type { CommandInput } from '#platform/http/route.ts';
import type { Services } from '#platform/services.ts';
import type { revealReporter } from '../contract.ts';
import { maySee, maySeeReporter } from '../rules/sight.ts';
import { matterColumns, matterFromRow } from './matter-row.ts';
import { openReporter } from './reporter.ts';

export async function reveal(
  services: Services,
  context: Context,
  { params, body }: CommandInput<typeof revealReporter>,
): Promise<Outcome<Answer<typeof revealReporter>>> {
  const { tenantId } = context;
  const [rows] = await services.database.read(
    tenantId,
    compile(sql`
      select ${matterColumns}, r.name as reporter_name, r.phone as reporter_phone
      from matters m join reporters r on r.tenant_id = ${tenantId} and r.reporter_id = m.reporter_id
      where m.tenant_id = ${tenantId} and m.matter_id = ${params.matterId}`),
  );
  const row = rows?.rows[0];
  if (row === undefined) return refused({ code: 'matter.unknown' });
  const matter = matterFromRow(row);
  const grants = grantsOf(context.actor);
  if (!maySee(grants, matter)) return refused({ code: 'matter.unknown' });
  if (!maySeeReporter(grants, matter)) return refused({ code: 'access.not_allowed' });
  await services.accessLog.record(context, {
    purpose: body.purpose,
    subject: { type: 'reporter', id: matter.reporterId ?? '' },
    fields: ['name', 'phone'],
    at: instantNow(context.clock),
  });
  return done(
    openReporter(
      services,
      context,
      row['reporter_name'] as string | null,
      row['reporter_phone'] as string | null,
    ),
  );
}
