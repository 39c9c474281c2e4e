/** The signed-in person's own posts, and the tenant's ladder. */
import type { Context } from '#kernel/context.ts';
import type { Answer } from '#kernel/endpoint.ts';
import { done, type Outcome } from '#kernel/outcome.ts';
import type { Database } from '#platform/database/database.ts';
import type { ladder, myPosts } from '../contract.ts';
import { LADDER_RANKS } from '../rules/ladder.ts';
import { heldPostOf, heldPosts } from './appointments.ts';
import { all } from './rows.ts';
import { today } from './today.ts';

export async function mine(
  services: { readonly database: Database },
  context: Context,
): Promise<Outcome<Answer<typeof myPosts>>> {
  const { tenantId, actor } = context;
  if (actor.kind !== 'person') return done({ posts: [] });
  const [found] = await services.database.read(
    tenantId,
    heldPosts(tenantId, actor.personId, today(context)),
  );
  const posts = all(found, heldPostOf).map((post) => ({ ...post, roles: [...post.roles] }));
  return done({ posts });
}

/** The tenant's own names; steps it does not name are null and take the words of the locale. */
export async function showLadder(
  services: { readonly database: Database },
  { tenantId }: Context,
): Promise<Outcome<Answer<typeof ladder>>> {
  const [found] = await services.database.read(tenantId, {
    sql: 'select rank, name from ladder_steps where tenant_id = $1',
    parameters: [tenantId],
  });
  const named = new Map(all(found, (row) => [Number(row['rank']), String(row['name'])] as const));
  const ranks = [...new Set([...LADDER_RANKS, ...named.keys()])].sort((a, b) => a - b);
  return done({ steps: ranks.map((rank) => ({ rank, name: named.get(rank) ?? null })) });
}
