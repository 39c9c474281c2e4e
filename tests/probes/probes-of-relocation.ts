/** Probes of compensation schemes: a draft and a published one stand in the north. */
import type { Probe } from './probe.ts';
import type { ProbeWorld } from './probe-world.ts';

const role = 'relocation_officer' as const;

/** The draft as it stands now: earlier probes may have saved it. */
async function draftNow({ database, here, scheme }: ProbeWorld): Promise<number> {
  const [found] = await database.read(here.tenantId, {
    sql: 'select version from scheme_versions where tenant_id = $1 and version_id = $2',
    parameters: [here.tenantId, scheme.draftId],
  });
  return Number(found?.rows[0]?.['version']);
}

const desk: readonly Probe[] = [
  {
    endpoint: 'relocation.schemes',
    reach: 'area',
    role,
    aim: () => ({}),
    meant: ({ status, text }) => status === 200 && text.includes('probed-scheme'),
  },
  {
    endpoint: 'relocation.begin_scheme',
    reach: 'area',
    role,
    aim: ({ here }) => ({ body: { areaId: here.areas.north.areaId, text: '{}' } }),
  },
  {
    endpoint: 'relocation.scheme',
    reach: 'area',
    role,
    aim: ({ scheme }) => ({ params: { schemeId: scheme.publishedSchemeId } }),
  },
  {
    endpoint: 'relocation.begin_version',
    reach: 'area',
    role,
    aim: ({ scheme }) => ({
      params: { schemeId: scheme.publishedSchemeId },
      body: { from: scheme.publishedId },
    }),
  },
  {
    endpoint: 'relocation.version',
    reach: 'area',
    role,
    aim: ({ scheme }) => ({ params: { versionId: scheme.draftId } }),
  },
  {
    endpoint: 'relocation.save_version',
    reach: 'area',
    role,
    aim: async (world) => ({
      params: { versionId: world.scheme.draftId },
      body: { version: await draftNow(world), text: '{ "format": "other" }' },
    }),
  },
  {
    endpoint: 'relocation.step_version',
    reach: 'area',
    role,
    aim: async (world) => ({
      params: { versionId: world.scheme.draftId },
      body: { version: await draftNow(world), step: 'drop' },
    }),
  },
];

const page = (endpoint: string, body?: unknown): Probe => ({
  endpoint: `portal.${endpoint}`,
  reach: 'public',
  aim: ({ here, scheme }) => ({
    params: { tenant: here.slug, code: scheme.code },
    ...(body !== undefined && { body }),
  }),
});

const portal: readonly Probe[] = [
  { ...page('schemes'), meant: ({ text }) => text.includes('probed-scheme') },
  page('scheme'),
  page('scheme_document'),
  page('calculator'),
  page('calculate', { f0: '86.52' }),
  page('calculation_file', { f0: '86.52' }),
];

export const probesOfRelocation: readonly Probe[] = [...desk, ...portal];
