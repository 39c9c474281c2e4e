/** Views: lists of one's own or of an office, kept under a name. */
import { z } from 'zod';
import { endpoint } from '#kernel/endpoint.ts';
import type { OrganisationId, ViewId } from '#kernel/ids.ts';
import { VIEW_NAME_LIMIT, ViewQuery } from '../rules/view.ts';
import { id, Named, STAFF } from './fields.ts';

export const View = z.object({
  viewId: id<ViewId>(),
  version: z.int(),
  name: z.string(),
  query: ViewQuery,
  /** Made by the reader. */
  own: z.boolean(),
  /** The organisation it is shared with. */
  organisation: Named.nullable(),
  mayChange: z.boolean(),
});
export type View = z.output<typeof View>;

export const listViews = endpoint({
  id: 'matters.views',
  method: 'GET',
  path: '/api/matters/views',
  kind: 'read',
  audience: STAFF,
  summary: 'The reader’s views of the list and those shared with their organisations',
  answer: z.object({
    views: z.array(View),
    /** The one shown first; null for what is open. */
    first: id<ViewId>().nullable(),
  }),
});

const viewName = z.string().trim().min(1).max(VIEW_NAME_LIMIT);
const viewParams = z.object({ viewId: id<ViewId>() });
const viewAnswer = z.object({ viewId: id<ViewId>(), version: z.int() });

export const saveView = endpoint({
  id: 'matters.save_view',
  method: 'POST',
  path: '/api/matters/views',
  kind: 'command',
  audience: STAFF,
  summary: 'Keeps the conditions, order, grouping and columns of the list under a name',
  body: z.object({
    name: viewName,
    query: ViewQuery,
    /** Shares it with an organisation the caller holds a post in. */
    organisationId: id<OrganisationId>().nullable().default(null),
  }),
  answer: viewAnswer,
  refusals: ['matter.view_share', 'matter.views_many'],
});

export const changeView = endpoint({
  id: 'matters.change_view',
  method: 'POST',
  path: '/api/matters/views/:viewId',
  kind: 'command',
  audience: STAFF,
  summary: 'Another name, other conditions, or shared otherwise; what is left out stays',
  params: viewParams,
  body: z.object({
    version: z.int().min(1),
    name: viewName.optional(),
    query: ViewQuery.optional(),
    organisationId: id<OrganisationId>().nullable().optional(),
  }),
  answer: viewAnswer,
  refusals: ['matter.view_unknown', 'matter.view_share', 'access.not_allowed', 'command.stale'],
});

export const removeView = endpoint({
  id: 'matters.remove_view',
  method: 'POST',
  path: '/api/matters/views/:viewId/removal',
  kind: 'command',
  audience: STAFF,
  summary: 'Takes a view away, for everybody it was shared with',
  params: viewParams,
  body: z.object({ version: z.int().min(1) }),
  answer: viewAnswer,
  refusals: ['matter.view_unknown', 'access.not_allowed', 'command.stale'],
});

export const chooseFirstView = endpoint({
  id: 'matters.choose_first_view',
  method: 'POST',
  path: '/api/matters/first-view',
  kind: 'command',
  audience: STAFF,
  summary: 'The view that the caller’s list begins with; null for what is open',
  body: z.object({ viewId: id<ViewId>().nullable() }),
  answer: z.object({ first: id<ViewId>().nullable() }),
  refusals: ['matter.view_unknown'],
});
