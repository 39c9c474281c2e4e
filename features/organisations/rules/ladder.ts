/**
 * The ladder a late matter climbs: 承办人, 科室负责人, 分管领导, 主要领导. A tenant
 * may name the steps otherwise and have up to nine.
 */
export const LADDER_RANKS = [1, 2, 3, 4] as const;

export interface LadderPost {
  readonly postId: string;
  readonly rank: number;
  /** Path of the post's organisation in the tree. */
  readonly organisationPath: string;
  readonly areaPath: string;
  /** Somebody holds it or stands in for the holder today. */
  readonly held: boolean;
}

/**
 * The next post above `from`: the lowest higher rank that is held, in the
 * nearest organisation upwards (the own one first), over the same area.
 * @returns undefined at the top of the ladder
 */
export function nextAbove(from: LadderPost, posts: readonly LadderPost[]): LadderPost | undefined {
  return posts
    .filter((post) => post.held && post.rank > from.rank)
    .filter((post) => from.organisationPath.startsWith(post.organisationPath))
    .filter((post) => from.areaPath.startsWith(post.areaPath))
    .sort(nearestFirst)[0];
}

function nearestFirst(a: LadderPost, b: LadderPost): number {
  return (
    a.rank - b.rank ||
    b.organisationPath.length - a.organisationPath.length ||
    b.areaPath.length - a.areaPath.length ||
    (a.postId < b.postId ? -1 : 1)
  );
}
