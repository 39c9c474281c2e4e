/** What may be done with organisations. */
import type { AreaId, OrganisationId } from '#kernel/ids.ts';
import { done, type Outcome, refused } from '#kernel/outcome.ts';
import type { OrganisationKind } from './kinds.ts';

export interface Organisation {
  readonly organisationId: OrganisationId;
  readonly version: number;
  readonly auditHead: string;
  readonly parentId: OrganisationId | null;
  /** Ids from the root on, each followed by a slash: `/a/b/`. */
  readonly path: string;
  readonly kind: OrganisationKind;
  readonly name: string;
  readonly code: string | null;
  readonly creditCode: string | null;
  readonly areaId: AreaId;
  readonly areaPath: string;
  /** For residents; null where it was not given. */
  readonly phone: string | null;
  readonly address: string | null;
  readonly hours: string | null;
  readonly openedOn: string;
  /** First day on which it no longer exists. */
  readonly closedOn: string | null;
}

/** Deeper trees are a mistake in the data: paths stay short enough for an index. */
const DEEPEST = 12;

/** Path of a new organisation under its parent. */
export function pathUnder(parent: { readonly path: string } | undefined, id: string): string {
  return `${parent?.path ?? '/'}${id}/`;
}

/** How many organisations a path counts. */
function depthOf(path: string): number {
  return path.split('/').length - 2;
}

/**
 * A new organisation may stand under an open parent.
 * @returns `organisation.closed`, `organisation.too_deep`
 */
export function mayStandUnder(parent: Organisation | undefined): Outcome<void> {
  if (parent?.closedOn) return refused({ code: 'organisation.closed', field: 'parentId' });
  if (parent && depthOf(parent.path) >= DEEPEST) {
    return refused({ code: 'organisation.too_deep', field: 'parentId', detail: { most: DEEPEST } });
  }
  return done(undefined);
}

/** What still stands in the way of closing: open organisations below, holders of posts. */
export interface StillOpen {
  readonly children: number;
  readonly holders: number;
}

/**
 * An organisation closes when nothing below it is open and no post of it is
 * held: whoever holds one hands over first, so that no work is left behind.
 * @returns `organisation.closed`, `organisation.still_in_use`
 */
export function mayClose(organisation: Organisation, open: StillOpen): Outcome<void> {
  if (organisation.closedOn) return refused({ code: 'organisation.closed' });
  if (open.children + open.holders > 0) {
    return refused({
      code: 'organisation.still_in_use',
      detail: { children: open.children, holders: open.holders },
    });
  }
  return done(undefined);
}
