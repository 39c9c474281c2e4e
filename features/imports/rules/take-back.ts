/**
 * Whether what a run began or changed can be taken back (ADR 0027). What
 * somebody has touched since, or something else uses, stays; the reason is told
 * before and after. Pure.
 */

/** Why something is kept, in the order in which the reasons count. */
export const KEPT_REASONS = [
  /** Not of the area of who takes back. */
  'out_of_reach',
  /** Somebody took a step on it after the import. */
  'changed_since',
  /** Something that stays uses it. */
  'used',
  /** What it was before is not kept anywhere in the clear. */
  'not_restorable',
] as const;
export type KeptReason = (typeof KEPT_REASONS)[number];

/** What one aggregate came to by a run. */
export interface Brought {
  readonly id: string;
  /** 0 where the run began it. */
  readonly before: number;
  readonly after: number;
}

export interface Present {
  readonly version: number;
  readonly inReach: boolean;
  /** What uses it now: an id where the run may have brought the user too, else null. */
  readonly uses: readonly { readonly by: string; readonly userId: string | null }[];
  readonly restorable: boolean;
}

export type Verdict =
  | { readonly verdict: 'end' }
  | { readonly verdict: 'restore' }
  | { readonly verdict: 'keep'; readonly reason: KeptReason; readonly usedBy: string | null };

/**
 * @param gone ids that this undoing has ended already: what they used is free
 */
export function judgeTakeBack(
  brought: Brought,
  present: Present,
  gone: ReadonlySet<string>,
): Verdict {
  const keep = (reason: KeptReason, usedBy: string | null = null): Verdict => ({
    verdict: 'keep',
    reason,
    usedBy,
  });
  if (!present.inReach) return keep('out_of_reach');
  if (present.version !== brought.after) return keep('changed_since');
  if (brought.before > 0) {
    return present.restorable ? { verdict: 'restore' } : keep('not_restorable');
  }
  const use = present.uses.find(({ userId }) => userId === null || !gone.has(userId));
  return use === undefined ? { verdict: 'end' } : keep('used', use.by);
}
