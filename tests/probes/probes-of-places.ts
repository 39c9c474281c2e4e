/** Probes of places, of the stream of live events and of the portal's pages. */
import type { Aim, Probe } from './probe.ts';
import type { ProbeWorld } from './probe-world.ts';

const inNorth = ({ here }: ProbeWorld): Aim => ({ params: { areaId: here.areas.north.areaId } });

const places: readonly Probe[] = [
  { endpoint: 'places.areas', reach: 'tenant', aim: () => ({}) },
  { endpoint: 'places.area', reach: 'area', aim: inNorth },
  {
    endpoint: 'places.add_area',
    reach: 'area',
    aim: ({ here }) => ({ body: { parentId: here.areas.north.areaId, name: 'New estate' } }),
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
  {
    endpoint: 'portal.follow_photo',
    reach: 'public',
    aim: ({ here }) => ({ params: { tenant: here.slug, digest: 'a'.repeat(64) } }),
    meant: answered,
  },
];

export const probesOfPlaces: readonly Probe[] = [...places, ...live, ...portal];
