/** Two people on one matter see each other. Only there, only while both have it open, and nothing of it is kept. */
import { sql } from 'kysely';
import { type Context, grantsOf } from '#kernel/context.ts';
import type { Answer, Input } from '#kernel/endpoint.ts';
import { done, type Outcome, refused } from '#kernel/outcome.ts';
import { compile } from '#platform/database/query.ts';
import type { Presence } from '#platform/live/presence.ts';
import type { Services } from '#platform/services.ts';
import type { lookAtMatter } from '../contract.ts';
import { maySee, type Seen } from '../rules/sight.ts';
import { matterFromRow } from './matter-row.ts';

type Looked = Answer<typeof lookAtMatter>;
type Other = Looked['others'][number];

export function lookWith(presence: Presence) {
  return async (
    { database }: Pick<Services, 'database'>,
    context: Context,
    { params, body }: Input<typeof lookAtMatter>,
  ): Promise<Outcome<Looked>> => {
    const { tenantId, actor } = context;
    const [found] = await database.read(
      tenantId,
      compile(sql`
        select area_path, handler_organisation_id, accused_organisation_id from matters
        where tenant_id = ${tenantId} and matter_id = ${params.matterId}`),
    );
    const row = found?.rows[0];
    const seen = row && (matterFromRow(row) as unknown as Seen);
    if (actor.kind !== 'person' || !seen || !maySee(grantsOf(actor), seen)) {
      return refused({ code: 'matter.unknown' });
    }
    const seat = { tenantId, thing: `matter:${params.matterId}`, seat: body.seat };
    if (body.leaving) {
      await presence.leave(seat);
      return done({ others: [] });
    }
    const { personId, name } = actor;
    const others = await presence.look({
      ...seat,
      somebody: { personId, name, doing: body.doing },
    });
    return done({ others: others.map((one) => ({ ...one, doing: one.doing as Other['doing'] })) });
  };
}
