/** Places shared out among the posts of a unit. */
import { z } from 'zod';
import { endpoint } from '#kernel/endpoint.ts';
import type { AssignmentId, OrganisationId, PostId, SiteId } from '#kernel/ids.ts';
import { day, id, SYSTEM, version } from './fields.ts';

const ASSIGNMENT_READERS = ['system_admin', 'leader', 'supervisor'] as const;

/** Most places and posts that one unit shares out at a time. */
export const MOST_SHARED = { places: 2000, posts: 200 } as const;

const ShareWishes = z.object({
  slack: z.int().min(0).max(1000),
  change: z.number().min(0).max(1_000_000),
  fairness: z.number().min(0).max(1_000_000),
});

export const assignmentGround = endpoint({
  id: 'organisations.assignment_ground',
  method: 'GET',
  path: '/api/organisations/:organisationId/assignment',
  kind: 'read',
  audience: ASSIGNMENT_READERS,
  summary: 'The posts of a unit, the places of its area, and who looks after which today',
  params: z.object({ organisationId: id<OrganisationId>() }),
  answer: z.object({
    organisationId: id<OrganisationId>(),
    name: z.string(),
    posts: z.array(
      z.object({ postId: id<PostId>(), title: z.string(), holders: z.array(z.string()) }),
    ),
    places: z.array(
      z.object({
        siteId: id<SiteId>(),
        name: z.string(),
        lng: z.number(),
        lat: z.number(),
        households: z.number().nullable(),
        /** By the last assignment that was made, which may begin on a day to come. */
        postId: id<PostId>().nullable(),
        pinned: z.boolean(),
      }),
    ),
    truncated: z.boolean(),
    /** The last assignment, and those before it, the latest first. */
    rounds: z.array(
      z.object({
        assignmentId: id<AssignmentId>(),
        version: z.int(),
        from: day,
        to: day.nullable(),
        madeBy: z.string().nullable(),
        places: z.int(),
      }),
    ),
    mayAssign: z.boolean(),
  }),
  refusals: ['organisation.unknown'],
});

export const saveAssignment = endpoint({
  id: 'organisations.save_assignment',
  method: 'POST',
  path: '/api/organisations/:organisationId/assignments',
  kind: 'command',
  audience: SYSTEM,
  summary: 'Gives places to posts of a unit from a day on; the assignment before ends that day',
  params: z.object({ organisationId: id<OrganisationId>() }),
  body: z.object({
    /** The last assignment as it was seen; null where there was none. */
    last: z.object({ assignmentId: id<AssignmentId>(), version }).nullable(),
    from: day,
    settings: ShareWishes,
    places: z
      .array(z.object({ siteId: id<SiteId>(), postId: id<PostId>(), pinned: z.boolean() }))
      .min(1)
      .max(MOST_SHARED.places),
  }),
  bodyBytes: 1024 * 1024,
  answer: z.object({ assignmentId: id<AssignmentId>(), version: z.int() }),
  refusals: [
    'organisation.unknown',
    'organisation.closed',
    'assignment.period',
    'assignment.post',
    'assignment.place',
    'command.stale',
    'access.not_allowed',
  ],
});
