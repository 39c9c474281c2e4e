/**
 * Matters in the hands of a post. When the post changes hands they pass to its
 * new holder: the work stays with the post, its history says who had it until then.
 */
import { sql } from 'kysely';
import type { HandOver, OpenWorkSource } from '#features/organisations/server/public.ts';
import type { PostId } from '#kernel/ids.ts';
import type { Change } from '#platform/command/change.ts';
import type { Rows } from '#platform/database/database.ts';
import { compile } from '#platform/database/query.ts';
import { matterAggregate } from './aggregates.ts';
import { openStates } from './filter.ts';

export const openMatters: OpenWorkSource = {
  name: 'matters',
  lockOpen: (tenantId, { postId }) => [
    compile(sql`
      select matter_id, version, audit_head from matters
      where tenant_id = ${tenantId} and handler_post_id = ${postId} and state in (${openStates})
      order by matter_id for update`),
  ],
  handOver: (_context, hand, [open]) => ({
    kind: 'matter',
    count: open?.rows.length ?? 0,
    changes: (open?.rows ?? []).map((row) => passed(row, hand)),
  }),
  findOpen: (tenantId, postIds) =>
    compile(sql`
      select matter_id, number, title, handler_post_id from matters
      where tenant_id = ${tenantId} and state in (${openStates})
        and handler_post_id in (${sql.join(postIds)})
      order by number limit 500`),
  readOpen: (answer) =>
    answer.rows.map((row) => ({
      kind: 'matter',
      id: row['matter_id'] as string,
      label: `${row['number']} ${row['title']}`,
      postId: row['handler_post_id'] as PostId,
    })),
};

function passed(row: Rows['rows'][number], hand: HandOver): Change {
  const { type, table, idColumn, authority } = matterAggregate;
  return {
    type,
    table,
    idColumn,
    authority,
    id: row['matter_id'] as string,
    before: { version: row['version'] as number, auditHead: row['audit_head'] as string },
    kind: 'matter.hand_over',
    set: {},
    details: { postId: hand.postId, from: hand.from, to: hand.to },
  };
}
