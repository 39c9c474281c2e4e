/** How residents reach an organisation. */
import { z } from 'zod';
import { endpoint } from '#kernel/endpoint.ts';
import type { OrganisationId } from '#kernel/ids.ts';
import { CONTACT_LIMITS, PHONE_OF_UNIT } from '../rules/contact.ts';
import { id, SYSTEM, version } from './fields.ts';

/** Told on the portal and on notice boards; null where it was not given. */
export const Contact = z.object({
  phone: z.string().nullable(),
  address: z.string().nullable(),
  hours: z.string().nullable(),
});
export type Contact = z.output<typeof Contact>;

export const changeContact = endpoint({
  id: 'organisations.change_contact',
  method: 'POST',
  path: '/api/organisations/:organisationId/contact',
  kind: 'command',
  audience: SYSTEM,
  summary: 'Says how residents reach an organisation; what is left out is no longer told',
  params: z.object({ organisationId: id<OrganisationId>() }),
  body: z.object({
    version,
    phone: z.string().trim().max(CONTACT_LIMITS.phone).regex(PHONE_OF_UNIT).optional(),
    address: z.string().trim().min(1).max(CONTACT_LIMITS.address).optional(),
    hours: z.string().trim().min(1).max(CONTACT_LIMITS.hours).optional(),
  }),
  answer: z.object({ version: z.int() }),
  refusals: ['organisation.unknown', 'organisation.closed', 'access.not_allowed', 'command.stale'],
});
