/** Organisations: the tree, one of them, begun, renamed and closed. */
import { z } from 'zod';
import { endpoint } from '#kernel/endpoint.ts';
import type { AreaId, OrganisationId } from '#kernel/ids.ts';
import { ORGANISATION_KINDS } from '../rules/kinds.ts';
import { Contact } from './contact.ts';
import { code, cursor, day, id, name, SYSTEM, version } from './fields.ts';
import { PostDetail } from './posts.ts';

export const OrganisationSummary = z.object({
  organisationId: id<OrganisationId>(),
  version: z.int(),
  parentId: id<OrganisationId>().nullable(),
  kind: z.enum(ORGANISATION_KINDS),
  name: z.string(),
  code: z.string().nullable(),
  areaId: id<AreaId>(),
  areaPath: z.string(),
  closedOn: day.nullable(),
  /** True where organisations stand below it. */
  hasChildren: z.boolean(),
});
export type OrganisationSummary = z.output<typeof OrganisationSummary>;

export const listOrganisations = endpoint({
  id: 'organisations.list',
  method: 'GET',
  path: '/api/organisations',
  kind: 'read',
  audience: 'signed_in',
  summary: 'The organisations below one, or all whose name has the words; by name, in pages',
  query: z.object({
    parentId: id<OrganisationId>().optional(),
    words: z.string().trim().min(1).max(100).optional(),
    kind: z.enum(ORGANISATION_KINDS).optional(),
    after: cursor.optional(),
  }),
  answer: z.object({
    organisations: z.array(OrganisationSummary),
    next: z.string().nullable(),
  }),
});

export const getOrganisation = endpoint({
  id: 'organisations.get',
  method: 'GET',
  path: '/api/organisations/:organisationId',
  kind: 'read',
  audience: 'signed_in',
  summary: 'An organisation with its posts and who holds them today or will',
  params: z.object({ organisationId: id<OrganisationId>() }),
  answer: OrganisationSummary.extend({
    creditCode: z.string().nullable(),
    openedOn: day,
    ...Contact.shape,
    posts: z.array(PostDetail),
  }),
  refusals: ['organisation.unknown'],
});

export const createOrganisation = endpoint({
  id: 'organisations.create',
  method: 'POST',
  path: '/api/organisations',
  kind: 'command',
  audience: SYSTEM,
  summary: 'Begins an organisation under another one or at the root',
  body: z.object({
    parentId: id<OrganisationId>().optional(),
    kind: z.enum(ORGANISATION_KINDS),
    name,
    areaId: id<AreaId>(),
    code: code.optional(),
    creditCode: z.string().max(40).optional(),
    openedOn: day.optional(),
  }),
  answer: z.object({ organisationId: id<OrganisationId>(), version: z.int() }),
  refusals: [
    'organisation.unknown',
    'organisation.closed',
    'organisation.too_deep',
    'organisation.area_unknown',
    'organisation.code_taken',
    'organisation.credit_code',
    'access.not_allowed',
  ],
});

export const renameOrganisation = endpoint({
  id: 'organisations.rename',
  method: 'POST',
  path: '/api/organisations/:organisationId/rename',
  kind: 'command',
  audience: SYSTEM,
  summary: 'Gives an organisation another name; events keep the former',
  params: z.object({ organisationId: id<OrganisationId>() }),
  body: z.object({ version, name }),
  answer: z.object({ version: z.int() }),
  refusals: ['organisation.unknown', 'organisation.closed', 'command.stale', 'access.not_allowed'],
});

export const closeOrganisation = endpoint({
  id: 'organisations.close',
  method: 'POST',
  path: '/api/organisations/:organisationId/close',
  kind: 'command',
  audience: SYSTEM,
  summary: 'Ends an organisation whose posts nobody holds and below which nothing is open',
  params: z.object({ organisationId: id<OrganisationId>() }),
  body: z.object({ version, on: day.optional() }),
  answer: z.object({ version: z.int() }),
  refusals: [
    'organisation.unknown',
    'organisation.closed',
    'organisation.still_in_use',
    'command.stale',
    'access.not_allowed',
  ],
});
