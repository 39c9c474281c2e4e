/** What is open in the hands of a post, to be seen before it changes hands. */
import type { Context } from '#kernel/context.ts';
import type { Answer, Input } from '#kernel/endpoint.ts';
import { done, type Outcome, refused } from '#kernel/outcome.ts';
import type { Database } from '#platform/database/database.ts';
import { reaches } from '#platform/scope/reach.ts';
import type { openOfPost } from '../contract.ts';
import type { OpenWorkSource } from './open-work-source.ts';
import { first, postOf } from './rows.ts';

export async function showOpen(
  { database }: { readonly database: Database },
  sources: readonly OpenWorkSource[],
  { tenantId, actor }: Context,
  { params }: Input<typeof openOfPost>,
): Promise<Outcome<Answer<typeof openOfPost>>> {
  const [posts, ...answers] = await database.read(
    tenantId,
    {
      sql: 'select * from posts where tenant_id = $1 and post_id = $2',
      parameters: [tenantId, params.postId],
    },
    ...sources.map((source) => source.findOpen(tenantId, [params.postId])),
  );
  const post = first(posts, postOf);
  if (!post || !reaches(actor, post.areaPath, 'security_admin')) {
    return refused({ code: 'post.unknown' });
  }
  const open = sources.flatMap((source, at) => {
    const answer = answers[at];
    return answer ? source.readOpen(answer) : [];
  });
  return done({ open: open.map(({ kind, id, label }) => ({ kind, id, label })) });
}
