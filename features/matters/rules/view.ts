/** A view: how somebody wants the list, under a name; their own, or shared with an organisation they hold a post in. */
import { z } from 'zod';
import type { Grant } from '#kernel/context.ts';
import type { OrganisationId, PersonId } from '#kernel/ids.ts';

/** What an address says of the list: conditions, order, grouping, columns. What it means is read when it is opened. */
export const VIEW_KEYS = [
  'q',
  'state',
  'open',
  'urgency',
  'categoryId',
  'areaId',
  'organisationId',
  'mine',
  'supervised',
  'from',
  'to',
  'sort',
  'group',
  'columns',
] as const;

export const ViewQuery = z.partialRecord(z.enum(VIEW_KEYS), z.string().min(1).max(2_000));
export type ViewQuery = z.output<typeof ViewQuery>;

export const VIEW_NAME_LIMIT = 30;
/** Views of one person; more are no help in finding one. */
export const MOST_VIEWS = 100;

export interface OwnedView {
  readonly ownerId: PersonId;
  /** The organisation it is shared with. */
  readonly organisationId: OrganisationId | null;
}

export interface Viewer {
  readonly personId: PersonId;
  readonly grants: readonly Grant[];
}

/** Whether somebody sees the view: its owner, and who holds a post in the organisation it is shared with. */
export function maySeeView(view: OwnedView, viewer: Viewer): boolean {
  return view.ownerId === viewer.personId || isOf(view.organisationId, viewer);
}

/**
 * Whether somebody may change or remove it: what is shared belongs to the
 * organisation and outlives who made it, so everybody there may.
 */
export function mayChangeView(view: OwnedView, viewer: Viewer): boolean {
  return view.organisationId === null
    ? view.ownerId === viewer.personId
    : isOf(view.organisationId, viewer);
}

/** Whether somebody may share something with the organisation: by a post held there now. */
export function mayShareWith(organisationId: OrganisationId | null, viewer: Viewer): boolean {
  return organisationId === null || isOf(organisationId, viewer);
}

function isOf(organisationId: OrganisationId | null, { grants }: Viewer): boolean {
  return grants.some((grant) => grant.organisationId === organisationId);
}
