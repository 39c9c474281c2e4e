/** People who hold posts or are to. */
import { z } from 'zod';
import { endpoint } from '#kernel/endpoint.ts';
import type { OrganisationId, PersonId, PostId } from '#kernel/ids.ts';
import { code, cursor, day, id, SECURITY } from './fields.ts';

export const addPerson = endpoint({
  id: 'organisations.add_person',
  method: 'POST',
  path: '/api/people',
  kind: 'command',
  audience: SECURITY,
  summary: 'Adds a person who is to hold posts; identity number and phone are optional',
  body: z.object({
    name: z.string().trim().min(1).max(60),
    code: code.optional(),
    phone: z.string().trim().max(30).optional(),
    identityNumber: z.string().trim().max(30).optional(),
    /** Party membership; kept apart, never shown with anything about residents. */
    membership: z.string().trim().max(60).optional(),
  }),
  answer: z.object({ personId: id<PersonId>(), version: z.int() }),
  refusals: ['person.identity_invalid', 'person.identity_taken', 'organisation.code_taken'],
});

export const searchPeople = endpoint({
  id: 'organisations.search_people',
  method: 'GET',
  path: '/api/people',
  kind: 'read',
  audience: 'signed_in',
  summary: 'People by name with the posts they hold today: a staff directory, never residents',
  query: z.object({
    /** A part of the name; everybody where absent. */
    words: z.string().trim().min(1).max(60).optional(),
    organisationId: id<OrganisationId>().optional(),
    after: cursor.optional(),
  }),
  answer: z.object({
    people: z.array(
      z.object({
        personId: id<PersonId>(),
        name: z.string(),
        posts: z.array(
          z.object({
            postId: id<PostId>(),
            title: z.string(),
            organisationId: id<OrganisationId>(),
            organisationName: z.string(),
          }),
        ),
      }),
    ),
    next: z.string().nullable(),
  }),
});

export const getPerson = endpoint({
  id: 'organisations.person',
  method: 'GET',
  path: '/api/people/:personId',
  kind: 'read',
  audience: SECURITY,
  summary: 'A person with the posts they hold, will hold or stand in for; nothing protected',
  params: z.object({ personId: id<PersonId>() }),
  answer: z.object({
    personId: id<PersonId>(),
    name: z.string(),
    tenures: z.array(
      z.object({
        id: z.uuid(),
        substitute: z.boolean(),
        from: day,
        to: day.nullable(),
        title: z.string(),
        organisationId: id<OrganisationId>(),
        organisationName: z.string(),
      }),
    ),
  }),
  refusals: ['person.unknown'],
});
