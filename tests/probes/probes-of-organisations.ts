/** Probes of the entries of organisations, people, posts and appointments. */
import type { Aim, Probe } from './probe.ts';
import type { ProbeWorld } from './probe-world.ts';

const at = (
  name: string,
  id: (world: ProbeWorld) => string,
  body: (world: ProbeWorld) => unknown,
): ((world: ProbeWorld) => Aim) => {
  return (world) => ({ params: { [name]: id(world) }, body: body(world) });
};

const versionOne = () => ({ version: 1 });

export const probesOfOrganisations: readonly Probe[] = [
  { endpoint: 'organisations.list', reach: 'tenant', aim: () => ({ query: { words: 'Probed' } }) },
  {
    endpoint: 'organisations.get',
    reach: 'tenant',
    aim: ({ north }) => ({ params: { organisationId: north.organisationId } }),
  },
  {
    endpoint: 'organisations.search_people',
    reach: 'tenant',
    aim: () => ({ query: { words: 'Probed' } }),
  },
  {
    endpoint: 'organisations.person',
    reach: 'area',
    aim: ({ north }) => ({ params: { personId: north.personId } }),
  },
  { endpoint: 'organisations.my_posts', reach: 'own', aim: () => ({}) },
  { endpoint: 'organisations.ladder', reach: 'tenant', aim: () => ({}) },
  {
    endpoint: 'organisations.name_ladder',
    reach: 'area',
    aim: () => ({ body: { steps: [{ rank: 1, name: 'First' }] } }),
  },
  {
    endpoint: 'organisations.open_of_post',
    reach: 'area',
    aim: ({ north }) => ({ params: { postId: north.postId } }),
  },
  { endpoint: 'organisations.orphans', reach: 'area', aim: () => ({}) },
  {
    endpoint: 'organisations.create',
    reach: 'area',
    aim: ({ here }) => ({
      body: { kind: 'department', name: 'Another', areaId: here.areas.north.areaId },
    }),
  },
  {
    endpoint: 'organisations.rename',
    reach: 'area',
    aim: at(
      'organisationId',
      ({ north }) => north.organisationId,
      () => ({ version: 1, name: 'Other' }),
    ),
  },
  {
    endpoint: 'organisations.change_contact',
    reach: 'area',
    aim: at(
      'organisationId',
      ({ north }) => north.organisationId,
      () => ({ version: 1, phone: '0371 000 000' }),
    ),
    // The renaming before has changed it.
    meant: ({ status }) => status === 409,
  },
  {
    endpoint: 'organisations.close',
    reach: 'area',
    aim: at('organisationId', ({ north }) => north.organisationId, versionOne),
    // Held posts and the renaming before keep it open.
    meant: ({ status }) => status === 409,
  },
  {
    endpoint: 'organisations.create_post',
    reach: 'area',
    aim: ({ north }) => ({
      body: { organisationId: north.organisationId, title: 'New', roles: ['intake'], rank: 1 },
    }),
  },
  {
    endpoint: 'organisations.close_post',
    reach: 'area',
    aim: at('postId', ({ north }) => north.postId, versionOne),
    meant: ({ body }) => body['code'] === 'post.still_held',
  },
  {
    endpoint: 'organisations.add_person',
    reach: 'tenant',
    aim: () => ({ body: { name: 'New person' } }),
  },
  {
    endpoint: 'organisations.appoint',
    reach: 'area',
    aim: ({ north }) => ({ body: { postId: north.freePostId, personId: north.otherPersonId } }),
  },
  {
    endpoint: 'organisations.end_appointment',
    reach: 'area',
    aim: at(
      'appointmentId',
      ({ north }) => north.appointmentId,
      () => ({ version: 1, on: '2026-01-01' }),
    ),
    notTriedAsMeant: 'the hand-over after it needs the appointment; organisations.test.ts ends one',
  },
  {
    endpoint: 'organisations.name_substitute',
    reach: 'area',
    aim: ({ north }) => ({
      body: { postId: north.freePostId, personId: north.personId, to: '2027-01-01' },
    }),
  },
  {
    endpoint: 'organisations.end_substitute',
    reach: 'area',
    aim: at('substituteId', ({ north }) => north.substituteId, versionOne),
  },
  {
    endpoint: 'organisations.hand_over',
    reach: 'area',
    aim: at(
      'appointmentId',
      ({ north }) => north.appointmentId,
      ({ north }) => ({ version: 1, personId: north.otherPersonId }),
    ),
  },
  {
    endpoint: 'organisations.assignment_ground',
    reach: 'area',
    aim: ({ north }) => ({ params: { organisationId: north.organisationId } }),
  },
  {
    endpoint: 'organisations.save_assignment',
    reach: 'area',
    aim: at(
      'organisationId',
      ({ north }) => north.organisationId,
      ({ north }) => assignmentOf(north.postId),
    ),
    // No courtyard stands in the probed north; tests/worlds/assignments.test.ts gives some.
    meant: ({ body }) => body['code'] === 'assignment.place',
  },
];

/** A courtyard that nobody has, for a post. */
export function assignmentOf(postId: string | undefined) {
  return {
    last: null,
    from: '2026-12-01',
    settings: { slack: 0, change: 0, fairness: 0 },
    places: [{ siteId: '01890000-0000-7000-8000-0000000000aa', postId, pinned: false }],
  };
}
