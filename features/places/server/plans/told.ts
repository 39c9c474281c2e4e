/** Who is told of what becomes of their grids: posts, each of the grids in its area that change. */

import { sql } from 'kysely';
import { type Context, instantNow } from '#kernel/context.ts';
import type { AreaId, GridPlanId, NoticeId, TenantId } from '#kernel/ids.ts';
import type { Change } from '#platform/command/change.ts';
import type { Rows, Statement } from '#platform/database/database.ts';
import { compile, rowsAs } from '#platform/database/query.ts';
import { GRID_NOTICE } from '../aggregates.ts';
import type { KeptGrid } from './plan-rows.ts';
import { type GridWorkerPost, reachesGrid } from './workers.ts';

export interface AreaOfGrid {
  readonly areaId: AreaId;
  readonly areaPath: string;
  /** First day on which it is no longer; null while it is. */
  readonly toDay: string | null;
}

/** Paths of the areas below a path: where the grids of a plan stand. */
export function pathsBelow(tenantId: TenantId, path: string): Statement {
  return compile(sql`
    select area_id, area_path, to_day from areas
    where tenant_id = ${tenantId} and area_path >= ${path} and area_path < ${`${path}~`}`);
}

/** A notice for each post that has grids that change; nobody is told of what stays as it is. */
export function noticesFor(
  context: Context,
  gridPlanId: GridPlanId,
  stage: 'consulted' | 'in_force',
  {
    grids,
    areas,
    posts,
  }: {
    readonly grids: readonly KeptGrid[];
    readonly areas: Rows | undefined;
    readonly posts: readonly GridWorkerPost[];
  },
): readonly Change[] {
  const paths = new Map(rowsAs<AreaOfGrid>(areas).map((area) => [area.areaId, area.areaPath]));
  const changed = grids.filter(
    ({ figures, gridId, geometry }) =>
      figures.movedIn > 0 || figures.movedOut > 0 || gridId === null || geometry === null,
  );
  return posts.flatMap((post): readonly Change[] => {
    const own = changed.filter(({ areaId }) => reachesGrid(post, paths.get(areaId) ?? ''));
    if (own.length === 0) return [];
    const set = {
      gridPlanId,
      postId: post.postId,
      stage,
      toldAt: instantNow(context.clock),
      grids: own.map(({ name, figures: { movedIn, movedOut } }) => ({ name, movedIn, movedOut })),
      seenAt: null,
      seenBy: null,
    };
    const id = context.ids.next<NoticeId>();
    return [{ ...GRID_NOTICE, id, kind: 'grid_notice.told', set }];
  });
}
