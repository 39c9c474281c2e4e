/** Appointments to posts, and substitutes for a time. */
import { z } from 'zod';
import { endpoint } from '#kernel/endpoint.ts';
import type { AppointmentId, Id, PersonId, PostId } from '#kernel/ids.ts';
import { day, id, SECURITY, version } from './fields.ts';

export type SubstituteId = Id<'substitute'>;

export const appoint = endpoint({
  id: 'organisations.appoint',
  method: 'POST',
  path: '/api/appointments',
  kind: 'command',
  audience: SECURITY,
  summary: 'Gives a person a post for a period of legal days',
  body: z.object({
    postId: id<PostId>(),
    personId: id<PersonId>(),
    from: day.optional(),
    to: day.optional(),
  }),
  answer: z.object({ appointmentId: id<AppointmentId>(), version: z.int() }),
  refusals: [
    'post.unknown',
    'post.closed',
    'person.unknown',
    'appointment.period',
    'appointment.overlap',
    'appointment.own',
    'access.separation_of_duties',
    'access.not_allowed',
  ],
});

export const endAppointment = endpoint({
  id: 'organisations.end_appointment',
  method: 'POST',
  path: '/api/appointments/:appointmentId/end',
  kind: 'command',
  audience: SECURITY,
  summary: 'Ends an appointment; what stays open of the post is listed as orphaned',
  params: z.object({ appointmentId: id<AppointmentId>() }),
  body: z.object({ version, on: day.optional() }),
  answer: z.object({ version: z.int() }),
  refusals: ['appointment.unknown', 'appointment.period', 'command.stale', 'access.not_allowed'],
});

export const nameSubstitute = endpoint({
  id: 'organisations.name_substitute',
  method: 'POST',
  path: '/api/substitutes',
  kind: 'command',
  audience: SECURITY,
  summary: 'Names who stands in for the holder of a post for a time',
  body: z.object({
    postId: id<PostId>(),
    personId: id<PersonId>(),
    from: day.optional(),
    to: day,
  }),
  answer: z.object({ substituteId: id<SubstituteId>(), version: z.int() }),
  refusals: [
    'post.unknown',
    'post.closed',
    'person.unknown',
    'appointment.period',
    'appointment.overlap',
    'appointment.own',
    'access.separation_of_duties',
    'access.not_allowed',
  ],
});

export const endSubstitute = endpoint({
  id: 'organisations.end_substitute',
  method: 'POST',
  path: '/api/substitutes/:substituteId/end',
  kind: 'command',
  audience: SECURITY,
  summary: 'Ends a substitution early',
  params: z.object({ substituteId: id<SubstituteId>() }),
  body: z.object({ version, on: day.optional() }),
  answer: z.object({ version: z.int() }),
  refusals: ['appointment.unknown', 'appointment.period', 'command.stale', 'access.not_allowed'],
});
