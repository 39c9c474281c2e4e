/** Open things of posts that nobody holds today: what an ended appointment left behind. */
import { sql } from 'kysely';
import { type Context, grantsOf } from '#kernel/context.ts';
import type { Answer } from '#kernel/endpoint.ts';
import type { OrganisationId, PostId } from '#kernel/ids.ts';
import { done, type Outcome } from '#kernel/outcome.ts';
import type { Database, Statement } from '#platform/database/database.ts';
import { compile } from '#platform/database/query.ts';
import { areaCondition } from '#platform/scope/area-condition.ts';
import { orphans } from '../contract.ts';
import type { OpenThing, OpenWorkSource } from './open-work-source.ts';
import { all } from './rows.ts';
import { today } from './today.ts';

type Answered = Answer<typeof orphans>;

/** More vacant posts than anybody settles in a day. */
const MOST_POSTS = 500;

export async function listOrphans(
  services: { readonly database: Database },
  sources: readonly OpenWorkSource[],
  context: Context,
): Promise<Outcome<Answered>> {
  const { tenantId } = context;
  const [found] = await services.database.read(tenantId, vacantPosts(context));
  const posts = all(found, (row) => ({
    postId: String(row['post_id']) as PostId,
    title: String(row['title']),
    organisationId: String(row['organisation_id']) as OrganisationId,
    organisationName: String(row['organisation_name']),
  }));
  if (posts.length === 0 || sources.length === 0) return done({ posts: [] });
  const ids = posts.map((post) => post.postId);
  const asked = sources.map((source) => source.findOpen(tenantId, ids));
  const answers = await services.database.read(tenantId, ...asked);
  const open = sources.flatMap((source, at) => {
    const answer = answers[at];
    return answer ? source.readOpen(answer) : [];
  });
  const byPost = Map.groupBy(open, (thing) => thing.postId);
  const orphaned = posts.filter((post) => byPost.has(post.postId));
  return done({
    posts: orphaned.map((post) => ({ ...post, open: (byPost.get(post.postId) ?? []).map(shown) })),
  });
}

function shown({ kind, id, label }: OpenThing): Answered['posts'][number]['open'][number] {
  return { kind, id, label };
}

/** Posts, also closed ones, without a holder or substitute today, within the roles' areas. */
function vacantPosts(context: Context): Statement {
  const { tenantId, actor } = context;
  const day = today(context);
  const audience = typeof orphans.audience === 'string' ? [] : orphans.audience;
  const reach =
    actor.kind === 'system' ? sql`true` : areaCondition('p.area_path', grantsOf(actor), audience);
  return compile(sql`
    select p.post_id, p.title, p.organisation_id, o.name as organisation_name
    from posts p join organisations o on o.tenant_id = p.tenant_id and o.organisation_id = p.organisation_id
    where p.tenant_id = ${tenantId} and ${reach}
      and not exists (select 1 from appointments a where a.tenant_id = ${tenantId}
        and a.post_id = p.post_id and a.from_day <= ${day} and (a.to_day is null or a.to_day > ${day}))
      and not exists (select 1 from substitutes s where s.tenant_id = ${tenantId}
        and s.post_id = p.post_id and s.from_day <= ${day} and s.to_day > ${day})
    order by o.name, p.title, p.post_id limit ${MOST_POSTS}`);
}
