/** Probes of places, of the stream of live events and of the portal's pages. */
import type { Aim, Probe } from './probe.ts';
import { type ProbeWorld, planOfNorth } from './probe-world.ts';

const inNorth = ({ here }: ProbeWorld): Aim => ({ params: { areaId: here.areas.north.areaId } });

const places: readonly Probe[] = [
  { endpoint: 'places.areas', reach: 'tenant', aim: () => ({}) },
  { endpoint: 'places.area', reach: 'area', aim: inNorth },
  {
    endpoint: 'places.add_area',
    reach: 'area',
    aim: ({ here }) => ({ body: { parentId: here.areas.north.areaId, name: 'New estate' } }),
  },
  {
    endpoint: 'places.rename_area',
    reach: 'area',
    aim: (world) => ({ ...inNorth(world), body: { version: 1, name: 'north' } }),
  },
  { endpoint: 'places.in_the_way', reach: 'area', aim: inNorth },
  {
    endpoint: 'places.end_area',
    reach: 'area',
    aim: (world) => ({ ...inNorth(world), body: { version: 1 } }),
    // Something of everything stands there.
    meant: ({ body }) => body['code'] === 'place.still_in_use',
  },
  { endpoint: 'places.divisions', reach: 'tenant', aim: () => ({ query: { words: '410102' } }) },
  // Of a city so small that its copying would be done soon; here nothing works in the background.
  {
    endpoint: 'places.copy_division',
    reach: 'area',
    aim: () => ({ body: { code: '410304' } }),
  },
  { endpoint: 'places.copies', reach: 'tenant', aim: () => ({}) },
  { endpoint: 'places.area_borders', reach: 'area', aim: inNorth },
  { endpoint: 'places.grids', reach: 'area', aim: inNorth },
  { endpoint: 'places.grid_workers', reach: 'area', aim: inNorth },
  { endpoint: 'places.sites', reach: 'area', aim: inNorth },
  {
    endpoint: 'places.tile',
    reach: 'tenant',
    aim: () => ({ params: { layer: 'areas', z: '0', x: '0', y: '0' } }),
  },
  {
    endpoint: 'places.public_at',
    reach: 'public',
    aim: ({ here }) => ({ params: { tenant: here.slug }, query: { lng: '113.52', lat: '34.82' } }),
    // The district's areas were never versioned, so no area has the point on a day.
    meant: ({ status, body }) => status === 200 || body['code'] === 'place.no_area',
  },
  {
    endpoint: 'places.public_sites',
    reach: 'public',
    aim: ({ here }) => ({ params: { tenant: here.slug }, query: { q: '小区' } }),
  },
];

const premises: readonly Probe[] = [
  { endpoint: 'places.estates', reach: 'area', aim: inNorth },
  {
    endpoint: 'places.premises',
    reach: 'area',
    aim: ({ estate: { siteId } }) => ({ params: { siteId } }),
  },
  {
    endpoint: 'places.building',
    reach: 'area',
    aim: ({ estate: { building } }) => ({ params: { premiseId: building } }),
  },
  {
    endpoint: 'places.find_premises',
    reach: 'area',
    aim: ({ here }) => ({
      params: { areaId: here.areas.north.areaId },
      query: { words: '1单元101' },
    }),
  },
  {
    endpoint: 'places.add_premises',
    reach: 'area',
    aim: ({ estate: { siteId, entrance } }) => ({
      body: { siteId, aboveId: entrance, kind: 'room', items: [{ name: '909', floor: 9 }] },
    }),
  },
  {
    endpoint: 'places.rename_premise',
    reach: 'area',
    aim: ({ estate: { room } }) => ({
      params: { premiseId: room },
      body: { version: 1, name: '109', floor: 1 },
    }),
  },
  {
    endpoint: 'places.end_premise',
    reach: 'area',
    aim: ({ estate: { room } }) => ({ params: { premiseId: room }, body: { version: 2 } }),
  },
];

const atPlan = ({ plan: { gridPlanId } }: ProbeWorld): Aim => ({ params: { gridPlanId } });

const plans: readonly Probe[] = [
  { endpoint: 'places.planning_ground', reach: 'area', aim: inNorth },
  { endpoint: 'places.plans', reach: 'area', aim: () => ({}) },
  { endpoint: 'places.plan', reach: 'area', aim: atPlan },
  { endpoint: 'places.plan_points', reach: 'area', aim: atPlan },
  {
    endpoint: 'places.propose_plan',
    reach: 'area',
    aim: ({ here }) => ({ body: planOfNorth(here) }),
  },
  {
    endpoint: 'places.consult_plan',
    reach: 'area',
    aim: (world) => ({
      ...atPlan(world),
      body: { version: world.plan.version, until: '2026-11-30', notice: 'Again' },
    }),
    meant: ({ body }) => body['code'] === 'plan.state',
  },
  {
    endpoint: 'places.reply_to_opinion',
    reach: 'area',
    aim: ({ plan: { opinionId } }) => ({
      params: { opinionId },
      body: { version: 1, text: 'Probed reply' },
    }),
  },
  {
    endpoint: 'places.bring_plan_into_force',
    reach: 'area',
    aim: (world) => ({
      ...atPlan(world),
      body: { version: world.plan.version, from: '2026-12-31' },
    }),
    meant: ({ body }) => body['code'] === 'plan.consulting',
  },
  {
    endpoint: 'places.withdraw_plan',
    reach: 'area',
    aim: (world) => ({
      ...atPlan(world),
      body: { version: world.plan.version + 1, reason: 'Probed' },
    }),
    meant: ({ body }) => body['code'] === 'command.stale',
  },
  { endpoint: 'places.grid_notices', reach: 'own', aim: () => ({}) },
  {
    endpoint: 'places.see_notice',
    reach: 'own',
    aim: ({ plan: { noticeId } }) => ({ params: { noticeId }, body: {} }),
    // The prober holds none of the posts that were told.
    meant: ({ body }) => body['code'] === 'plan.notice_unknown',
  },
  {
    endpoint: 'places.public_plans',
    reach: 'public',
    aim: ({ here }) => ({ params: { tenant: here.slug } }),
  },
  {
    endpoint: 'places.public_plan',
    reach: 'public',
    aim: ({ here, plan: { gridPlanId } }) => ({ params: { tenant: here.slug, gridPlanId } }),
  },
  {
    endpoint: 'places.give_opinion',
    reach: 'public',
    aim: ({ here, plan: { gridPlanId } }) => ({
      params: { tenant: here.slug, gridPlanId },
      body: { text: 'Another opinion', open: false },
    }),
  },
  {
    endpoint: 'places.follow_opinion',
    reach: 'public',
    aim: ({ here, plan: { number, followKey } }) => ({
      params: { tenant: here.slug },
      body: { number, key: followKey },
    }),
  },
];

const live: readonly Probe[] = [
  {
    endpoint: 'live.listen',
    reach: 'own',
    aim: () => ({}),
    notTriedAsMeant: 'the stream has no end; what it tells whom is tested beside platform/live',
  },
];

const page = (endpoint: string, body?: unknown, meant?: Probe['meant']): Probe => ({
  endpoint: `portal.${endpoint}`,
  reach: 'public',
  aim: ({ here }) => ({ params: { tenant: here.slug }, ...(body !== undefined && { body }) }),
  ...(meant && { meant }),
});

const answered: Probe['meant'] = ({ status }) => status < 500;

const portal: readonly Probe[] = [
  ...[
    'home',
    'map',
    'figures',
    'responsible',
    'rights',
    'privacy',
    'report_form',
    'follow',
    'suggest_form',
    'grid_plans',
  ].map((name) => page(name)),
  page('door', undefined, answered),
  page('lost', undefined, answered),
  page('report', {}, answered),
  page('follow_look', { number: 'none', secret: 'none' }, answered),
  page('follow_act', {}, answered),
  page('follow_leave', {}, answered),
  page('suggest', {}, answered),
  page('suggest_answer', {}, answered),
  page('own_data', undefined, answered),
  page('own_data_look', {}, answered),
  page('own_data_copy', {}, answered),
  page('own_data_contact', {}, answered),
  page('own_data_erasure', { what: 'contact' }, answered),
  ...(['grid_plan', 'grid_plan_opinion'] as const).map(
    (name): Probe => ({
      endpoint: `portal.${name}`,
      reach: 'public',
      aim: ({ here, plan: { gridPlanId } }) => ({
        params: { tenant: here.slug, gridPlanId },
        ...(name === 'grid_plan_opinion' && { body: { text: 'From the page', open: 'yes' } }),
      }),
      meant: answered,
    }),
  ),
  page('grid_plan_reply', { number: 'none', key: 'none' }, answered),
  {
    endpoint: 'portal.follow_photo',
    reach: 'public',
    aim: ({ here }) => ({ params: { tenant: here.slug, digest: 'a'.repeat(64) } }),
    meant: answered,
  },
];

export const probesOfPlaces: readonly Probe[] = [
  ...places,
  ...premises,
  ...plans,
  ...live,
  ...portal,
];
