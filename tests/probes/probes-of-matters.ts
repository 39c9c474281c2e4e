/** Probes of the entries of matters: one matter stands in the north, filed and not dispatched. */
import type { Aim, Probe } from './probe.ts';
import type { ProbeWorld } from './probe-world.ts';

const DIGEST = 'a'.repeat(64);
const BOX = '113,34,114,35';

const shows = (endpoint: string, query: Readonly<Record<string, string>> = {}): Probe => ({
  endpoint,
  reach: 'area',
  aim: () => ({ query }),
});

const atMatter = (
  more: Omit<Aim, 'params'> = {},
  params: Readonly<Record<string, string>> = {},
) => {
  return ({ matter }: ProbeWorld): Aim => ({
    params: { matterId: matter.matterId, ...params },
    ...more,
  });
};

/** What anybody may ask of a tenant by its name. */
const asked = (
  endpoint: string,
  more: Omit<Aim, 'params'> = {},
  meant?: Probe['meant'],
): Probe => ({
  endpoint,
  reach: 'public',
  aim: ({ here }) => ({ params: { tenant: here.slug }, ...more }),
  ...(meant && { meant }),
});

const PROOF = { number: '20260000000000', phone: '13900139000', key: '' };
const unknown: Probe['meant'] = ({ body }) => body['code'] === 'matter.follow_unknown';
/** A photo is sent as a form; this one is none. */
const noPhoto: Probe['meant'] = ({ status }) => status >= 400 && status < 500;

const atWall = (body?: unknown) => {
  return ({ wall }: ProbeWorld): Aim => ({
    params: { wallId: wall.wallId },
    ...(body !== undefined && { body }),
  });
};

/** The wall stands in the north; the order of these matters, the last one ends it. */
const walls: readonly Probe[] = [
  { endpoint: 'matters.wall_board', reach: 'area', aim: () => ({}) },
  { endpoint: 'matters.wall_shapes', reach: 'area', aim: () => ({}) },
  {
    endpoint: 'matters.wall_live',
    reach: 'area',
    aim: () => ({}),
    notTriedAsMeant: 'the stream has no end; walls.test.ts listens to it',
  },
  { endpoint: 'matters.walls', reach: 'area', aim: () => ({}) },
  {
    endpoint: 'matters.allow_wall',
    reach: 'area',
    aim: ({ here }) => ({
      body: { code: 'ABCD-EFGH', name: 'Another', areaId: here.areas.north.areaId, days: 30 },
    }),
    // No screen shows this code; walls.test.ts pairs one.
    meant: ({ body }) => body['code'] === 'wall.code_unknown',
  },
  { endpoint: 'matters.show_wall', reach: 'area', aim: atWall() },
  { endpoint: 'matters.turn_wall', reach: 'area', aim: atWall({ scene: 'map', held: true }) },
  {
    endpoint: 'matters.revoke_wall',
    reach: 'area',
    aim: atWall({ version: 1 }),
    // It was turned before.
    meant: ({ body }) => body['code'] === 'command.stale',
  },
];

/** Views belong to people of the tenant, and those who probe are none; views.test.ts tries what is meant. */
const ofPeople: Pick<Probe, 'meant'> = {
  meant: ({ body }) =>
    body['code'] === 'access.not_allowed' || body['code'] === 'matter.view_unknown',
};

export const probesOfMatters: readonly Probe[] = [
  ...walls,
  shows('matters.list'),
  shows('matters.groups', { by: 'area' }),
  shows('matters.count'),
  shows('matters.views'),
  {
    endpoint: 'matters.save_view',
    reach: 'own',
    aim: () => ({ body: { name: 'Probed view', query: { open: 'true' } } }),
    ...ofPeople,
  },
  {
    endpoint: 'matters.change_view',
    reach: 'area',
    aim: ({ view }) => ({
      params: { viewId: view.viewId },
      body: { version: view.version, name: 'Another name' },
    }),
    ...ofPeople,
  },
  {
    endpoint: 'matters.remove_view',
    reach: 'area',
    aim: ({ view }) => ({ params: { viewId: view.viewId }, body: { version: view.version } }),
    ...ofPeople,
  },
  {
    endpoint: 'matters.choose_first_view',
    reach: 'area',
    aim: ({ view }) => ({ body: { viewId: view.viewId } }),
    ...ofPeople,
  },
  shows('matters.today'),
  shows('matters.news', { after: '0' }),
  shows('matters.figures', { from: '2026-01-01', to: '2026-12-31', by: 'area' }),
  shows('matters.box', { bbox: BOX }),
  shows('matters.export'),
  {
    endpoint: 'matters.tile',
    reach: 'area',
    aim: () => ({ params: { z: '0', x: '0', y: '0' } }),
  },
  { endpoint: 'matters.categories', reach: 'tenant', aim: () => ({}) },
  { endpoint: 'matters.first_steps', reach: 'tenant', aim: () => ({}) },
  { endpoint: 'matters.limits', reach: 'tenant', aim: () => ({}) },
  {
    endpoint: 'matters.set_limit',
    reach: 'area',
    aim: ({ here }) => ({
      params: { categoryId: here.categories['B0102'] ?? '' },
      body: { version: 1, stage: 'handle', amount: 6, unit: 'work_hour', rule: 'Local rule 1' },
    }),
  },
  {
    endpoint: 'matters.set_community_duty',
    reach: 'area',
    aim: ({ here }) => ({
      params: { categoryId: here.categories['B0103'] ?? '' },
      body: { version: 1, mayHandle: true },
    }),
  },
  {
    endpoint: 'matters.change_duty',
    reach: 'area',
    aim: ({ here }) => ({
      params: { categoryId: here.categories['B0101'] ?? '' },
      body: {
        version: 1,
        organisationId: here.units.roads.organisationId,
        basis: 'owner',
        holds: true,
      },
    }),
  },
  { endpoint: 'matters.get', reach: 'area', aim: atMatter() },
  {
    endpoint: 'matters.look',
    reach: 'area',
    aim: atMatter({ body: { seat: '0199a1b2-0000-7000-8000-00000000000a' } }),
  },
  { endpoint: 'matters.similar', reach: 'area', aim: atMatter() },
  { endpoint: 'matters.suggest_units', reach: 'area', aim: atMatter() },
  {
    endpoint: 'matters.photo',
    reach: 'area',
    aim: atMatter({}, { digest: DIGEST }),
    // The matter is seen, but has no photo of this digest.
    meant: ({ status }) => status === 404,
  },
  {
    endpoint: 'matters.order',
    reach: 'area',
    aim: atMatter({}, { order: 'dispatch' }),
    // The matter is seen, but is no unit's yet.
    meant: ({ body }) => body['code'] === 'matter.no_order',
  },
  {
    endpoint: 'matters.reveal_reporter',
    reach: 'area',
    aim: atMatter({ body: { purpose: 'call_back' } }),
  },
  {
    endpoint: 'matters.preview',
    reach: 'area',
    aim: ({ matter }) => ({
      body: { matterIds: [matter.matterId], input: { action: 'comment', text: 'x', told: false } },
    }),
  },
  {
    endpoint: 'matters.act',
    reach: 'area',
    aim: ({ matter, here }) => ({
      params: { matterId: matter.matterId },
      body: {
        version: matter.version,
        input: { action: 'dispatch', organisationId: here.units.lamps.organisationId, note: '' },
      },
    }),
    role: 'dispatcher',
  },
  {
    endpoint: 'matters.enter',
    // Whoever takes a call enters it, wherever the lamp stands; only the tenant bounds it.
    reach: 'tenant',
    aim: () => ({
      body: { description: 'Dark corner', lng: 113.52, lat: 34.82, source: 'telephone' },
    }),
  },
  { endpoint: 'matters.upload_photo', reach: 'own', aim: () => ({ body: {} }), meant: noPhoto },
  asked('matters.public_upload_photo', { body: {} }, noPhoto),
  asked('matters.report', { body: { description: 'Dark corner', lng: 113.52, lat: 34.82 } }),
  asked('matters.follow', { body: PROOF }, unknown),
  asked(
    'matters.act_as_reporter',
    { body: { proof: PROOF, version: 1, input: { action: 'withdraw', reason: 'done' } } },
    ({ status }) => status >= 400 && status < 500,
  ),
  asked('matters.own_data', { body: PROOF }, unknown),
  asked('matters.copy_own_data', { body: PROOF }, unknown),
  asked(
    'matters.correct_contact',
    { body: { proof: PROOF, version: 1, phone: '13900139001', shared: false } },
    unknown,
  ),
  asked('matters.erase_own_data', { body: { proof: PROOF, version: 1, what: 'contact' } }, unknown),
  asked('matters.suggest', { body: { text: 'Larger letters' } }),
  asked(
    'matters.follow_suggestion',
    { body: { number: 'S261126-000000', key: 'abcdefghjkmn' } },
    ({ body }) => body['code'] === 'suggestion.unknown',
  ),
  {
    endpoint: 'matters.suggest_as_staff',
    reach: 'own',
    aim: () => ({ body: { text: 'Larger letters' } }),
    // The prober holds a session, but is nobody whom the tenant knows.
    meant: ({ body }) => body['code'] === 'person.unknown',
  },
  { endpoint: 'matters.own_suggestions', reach: 'own', aim: () => ({}) },
  { endpoint: 'matters.suggestions', reach: 'tenant', aim: () => ({}) },
  {
    endpoint: 'matters.answer_suggestion',
    reach: 'tenant',
    aim: () => ({
      params: { suggestionId: '01930000-0000-7000-8000-0000000000aa' },
      body: { version: 1, text: 'Done' },
    }),
    meant: ({ body }) => body['code'] === 'suggestion.unknown',
  },
  asked('matters.public_map', { query: { bbox: BOX } }),
  asked('matters.public_figures'),
  asked('matters.public_categories'),
];
