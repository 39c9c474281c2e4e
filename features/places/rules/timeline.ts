/**
 * How a change meets the versions there are (design 3.3): from a later day on
 * it opens a version, for the same first day it corrects the last one; what is
 * over is not rewritten by an import.
 */
import { done, type Outcome, refused } from '#kernel/outcome.ts';

export type VersionStep =
  | { readonly step: 'open'; readonly from: string }
  | { readonly step: 'correct'; readonly from: string };

/**
 * @param last first day of the version in force
 * @param wanted day from which the change holds; today where nobody says
 * @param latest the last day a change may begin on
 */
export function versionStep(
  last: string,
  wanted: string | null,
  today: string,
  latest?: string,
): Outcome<VersionStep> {
  const from = wanted ?? (today > last ? today : last);
  if (from < last || (latest !== undefined && from > latest && from !== last))
    return refused({ code: 'place.period', field: 'from' });
  return done({ step: from === last ? 'correct' : 'open', from });
}
