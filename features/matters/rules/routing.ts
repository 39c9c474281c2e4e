/**
 * Whose a matter is. Components (部件) go to their owner first, then to the
 * territory; events (事件) to the territory first, then to the owner
 * (rules.md section 2). Items off the list of duties of communities are never
 * put on a community as main handler (接诉即办条例 art. 17).
 */
import type { OrganisationId } from '#kernel/ids.ts';

export const CATEGORY_KINDS = ['component', 'event'] as const;
export type CategoryKind = (typeof CATEGORY_KINDS)[number];

/** A unit that could take a matter of this category at this place. */
export interface Candidate {
  readonly organisationId: OrganisationId;
  readonly kind: string;
  /** Owner by duty for the category, or unit of the territory. */
  readonly basis: 'owner' | 'territory';
  /** Path of the area the duty or the unit reaches over; the longer, the nearer. */
  readonly areaPath: string;
}

export interface RoutedCategory {
  readonly kind: CategoryKind;
  /** False where a community may not be made its main handler. */
  readonly communityMayHandle: boolean;
}

export type Suggestion = Candidate & { readonly lawful: boolean };

/** Kinds of organisation that are communities or villages in the sense of the list of duties. */
const GRASSROOTS_KINDS: readonly string[] = ['community', 'village'];

/** Whether a unit of this kind may be main handler of the category. */
export function mayBeMainHandler(category: RoutedCategory, organisationKind: string): boolean {
  return category.communityMayHandle || !GRASSROOTS_KINDS.includes(organisationKind);
}

/**
 * Candidates in the order in which they should get the matter: by basis as the
 * category's kind demands, the nearest first; the unit accused is left out and
 * those who may not be main handler stand last, marked.
 */
export function suggest(
  category: RoutedCategory,
  candidates: readonly Candidate[],
  accused: OrganisationId | null,
): readonly Suggestion[] {
  const first = category.kind === 'component' ? 'owner' : 'territory';
  return candidates
    .filter((one) => one.organisationId !== accused)
    .map((one) => ({ ...one, lawful: mayBeMainHandler(category, one.kind) }))
    .sort(
      (a, b) =>
        Number(b.lawful) - Number(a.lawful) ||
        Number(b.basis === first) - Number(a.basis === first) ||
        b.areaPath.length - a.areaPath.length ||
        (a.organisationId < b.organisationId ? -1 : 1),
    );
}
