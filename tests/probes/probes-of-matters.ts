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

export const probesOfMatters: readonly Probe[] = [
  shows('matters.list'),
  shows('matters.count'),
  shows('matters.today'),
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
    endpoint: 'matters.reveal_reporter',
    reach: 'area',
    aim: atMatter({ body: { purpose: 'call_back' } }),
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
  asked('matters.public_map', { query: { bbox: BOX } }),
  asked('matters.public_figures'),
  asked('matters.public_categories'),
];
