/** What is open in the hands of a post: seen, handed over, left behind. */
import { z } from 'zod';
import { endpoint } from '#kernel/endpoint.ts';
import type { AppointmentId, OrganisationId, PersonId, PostId } from '#kernel/ids.ts';
import { day, id, SECURITY, version } from './fields.ts';

const OpenItem = z.object({
  /** What sort of thing, `matter`. */
  kind: z.string(),
  id: z.uuid(),
  label: z.string(),
});

export const handOver = endpoint({
  id: 'organisations.hand_over',
  method: 'POST',
  path: '/api/appointments/:appointmentId/hand-over',
  kind: 'command',
  audience: SECURITY,
  summary: 'Hands a post to another person today, with everything open, in one transaction',
  params: z.object({ appointmentId: id<AppointmentId>() }),
  body: z.object({ version, personId: id<PersonId>(), to: day.optional() }),
  answer: z.object({
    appointmentId: id<AppointmentId>(),
    version: z.int(),
    handedOver: z.array(z.object({ kind: z.string(), count: z.int() })),
  }),
  refusals: [
    'appointment.unknown',
    'appointment.period',
    'appointment.overlap',
    'appointment.own',
    'person.unknown',
    'post.closed',
    'access.separation_of_duties',
    'command.stale',
    'access.not_allowed',
  ],
});

export const openOfPost = endpoint({
  id: 'organisations.open_of_post',
  method: 'GET',
  path: '/api/posts/:postId/open',
  kind: 'read',
  audience: SECURITY,
  summary: 'What is open in the hands of a post: what would pass on with it',
  params: z.object({ postId: id<PostId>() }),
  answer: z.object({ open: z.array(OpenItem) }),
  refusals: ['post.unknown'],
});

export const orphans = endpoint({
  id: 'organisations.orphans',
  method: 'GET',
  path: '/api/posts/orphans',
  kind: 'read',
  audience: ['security_admin', 'system_admin', 'dispatcher', 'supervisor'],
  summary: 'Open things of posts that nobody holds today, within the own areas',
  answer: z.object({
    posts: z.array(
      z.object({
        postId: id<PostId>(),
        title: z.string(),
        organisationId: id<OrganisationId>(),
        organisationName: z.string(),
        open: z.array(OpenItem),
      }),
    ),
  }),
});
