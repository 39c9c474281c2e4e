/**
 * Who works in the grids: places know no posts, so organisations answer.
 * Registered by name in the wiring.
 */
import type { PostId, TenantId } from '#kernel/ids.ts';
import type { Rows, Statement } from '#platform/database/database.ts';

/** A post of a grid worker with who holds it on the day. */
export interface GridWorkerPost {
  readonly postId: PostId;
  readonly title: string;
  readonly organisationName: string;
  /** For residents; empty where the unit has told none. */
  readonly organisationPhone: string;
  readonly areaPath: string;
  readonly holders: readonly string[];
}

export interface GridWorkerSource {
  /** Posts of grid workers whose area lies in the one of the path, or holds it. */
  readonly reaching: (tenantId: TenantId, areaPath: string, day: string) => Statement;
  /** Titles of posts by their ids, also of closed ones. */
  readonly titles: (tenantId: TenantId, postIds: readonly PostId[]) => Statement;
  readonly read: (found: Rows | undefined) => readonly GridWorkerPost[];
}

/** True where the post reaches over grids that stand in the area. */
export function reachesGrid(post: Pick<GridWorkerPost, 'areaPath'>, areaPath: string): boolean {
  return areaPath.startsWith(post.areaPath);
}
