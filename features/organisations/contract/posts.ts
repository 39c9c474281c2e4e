/** Posts, and who holds them. */
import { z } from 'zod';
import { endpoint } from '#kernel/endpoint.ts';
import type { AppointmentId, AreaId, OrganisationId, PersonId, PostId } from '#kernel/ids.ts';
import { ROLES } from '#kernel/role.ts';
import type { SubstituteId } from './appointments.ts';
import { code, day, id, name, SYSTEM, version } from './fields.ts';

/** Somebody in a post: name and period, nothing about the person beyond. */
const Holder = z.object({
  appointmentId: id<AppointmentId>().nullable(),
  substituteId: id<SubstituteId>().nullable(),
  personId: id<PersonId>(),
  name: z.string(),
  from: day,
  to: day.nullable(),
  version: z.int(),
});

export const PostDetail = z.object({
  postId: id<PostId>(),
  version: z.int(),
  title: z.string(),
  roles: z.array(z.enum(ROLES)),
  areaId: id<AreaId>(),
  areaPath: z.string(),
  rank: z.int(),
  closedOn: day.nullable(),
  holders: z.array(Holder),
  substitutes: z.array(Holder),
});
export type PostDetail = z.output<typeof PostDetail>;

export const createPost = endpoint({
  id: 'organisations.create_post',
  method: 'POST',
  path: '/api/posts',
  kind: 'command',
  audience: SYSTEM,
  summary: 'Begins a post of an organisation: its roles, its area, its step on the ladder',
  body: z.object({
    organisationId: id<OrganisationId>(),
    title: name,
    roles: z.array(z.enum(ROLES)).min(1).max(ROLES.length),
    /** The area it reaches over; that of the organisation where absent. */
    areaId: id<AreaId>().optional(),
    rank: z.int().min(1).max(9),
    code: code.optional(),
  }),
  answer: z.object({ postId: id<PostId>(), version: z.int() }),
  refusals: [
    'organisation.unknown',
    'organisation.closed',
    'organisation.area_unknown',
    'organisation.code_taken',
    'access.separation_of_duties',
    'access.not_allowed',
  ],
});

export const closePost = endpoint({
  id: 'organisations.close_post',
  method: 'POST',
  path: '/api/posts/:postId/close',
  kind: 'command',
  audience: SYSTEM,
  summary: 'Ends a post that nobody holds',
  params: z.object({ postId: id<PostId>() }),
  body: z.object({ version, on: day.optional() }),
  answer: z.object({ version: z.int() }),
  refusals: [
    'post.unknown',
    'post.closed',
    'post.still_held',
    'command.stale',
    'access.not_allowed',
  ],
});

export const myPosts = endpoint({
  id: 'organisations.my_posts',
  method: 'GET',
  path: '/api/posts/mine',
  kind: 'read',
  audience: 'signed_in',
  summary: 'The posts of the signed-in person today, also as a substitute',
  answer: z.object({
    posts: z.array(
      z.object({
        postId: id<PostId>(),
        title: z.string(),
        organisationId: id<OrganisationId>(),
        organisationName: z.string(),
        areaPath: z.string(),
        roles: z.array(z.enum(ROLES)),
        substitute: z.boolean(),
      }),
    ),
  }),
});
