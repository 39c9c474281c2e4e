/** What the outside may ask of organisations, people, posts and appointments. */
import { z } from 'zod';
import { endpoint } from '#kernel/endpoint.ts';
import type {
  AppointmentId,
  AreaId,
  AssignmentId,
  Id,
  OrganisationId,
  PersonId,
  PostId,
  SiteId,
} from '#kernel/ids.ts';
import { ROLES } from '#kernel/role.ts';
import { CONTACT_LIMITS, PHONE_OF_UNIT } from './rules/contact.ts';
import { ORGANISATION_KINDS } from './rules/kinds.ts';

export type SubstituteId = Id<'substitute'>;

const id = <T extends Id<string>>() => z.uuid().transform((value) => value as T);
const day = z.iso.date();
const name = z.string().trim().min(1).max(100);
const code = z.string().trim().min(1).max(60);
const version = z.int().min(1);
const cursor = z.string().max(600);

const SYSTEM = ['system_admin'] as const;
const SECURITY = ['security_admin'] as const;

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

/** How residents reach a unit, told on the portal and on notice boards; null where it was not given. */
export const Contact = z.object({
  phone: z.string().nullable(),
  address: z.string().nullable(),
  hours: z.string().nullable(),
});
export type Contact = z.output<typeof Contact>;

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

export const ladder = endpoint({
  id: 'organisations.ladder',
  method: 'GET',
  path: '/api/posts/ladder',
  kind: 'read',
  audience: 'signed_in',
  summary: "The tenant's own names of the steps of the ladder; the usual ones where there are none",
  answer: z.object({ steps: z.array(z.object({ rank: z.int(), name: z.string().nullable() })) }),
});

export const nameLadder = endpoint({
  id: 'organisations.name_ladder',
  method: 'POST',
  path: '/api/posts/ladder',
  kind: 'command',
  audience: SYSTEM,
  summary: 'Gives the steps of the ladder names of their own; a step left out keeps the usual one',
  body: z.object({
    steps: z
      .array(z.object({ rank: z.int().min(1).max(9), name: z.string().trim().min(1).max(40) }))
      .max(9),
  }),
  answer: z.object({ count: z.int() }),
  refusals: ['input.invalid', 'access.not_allowed'],
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
