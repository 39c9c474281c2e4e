/** Probes of imports: a file of somebody who administers the north. */
import { randomUUID } from 'node:crypto';
import type { RunState } from '#features/imports/rules/states.ts';
import { bring } from '#features/imports/server/bring-file.ts';
import { findRun } from '#features/imports/server/run-rows.ts';
import { settle } from '#features/imports/server/settle.ts';
import type { Context } from '#kernel/context.ts';
import type { AccountId, ImportRunId, OrganisationId, PersonId, PostId } from '#kernel/ids.ts';
import { sure } from '#tests/worlds/district.ts';
import type { Probe } from './probe.ts';
import type { ProbeWorld } from './probe-world.ts';

const role = 'system_admin' as const;

function northAdmin({ here }: ProbeWorld): Context {
  const { areaPath } = here.areas.north;
  const personId = randomUUID() as PersonId;
  return {
    ...here.system,
    actor: {
      kind: 'person',
      personId,
      accountId: personId as string as AccountId,
      name: 'Probed importer',
      grants: [
        {
          role,
          areaPath,
          postId: randomUUID() as PostId,
          organisationId: randomUUID() as OrganisationId,
          substitute: false,
        },
      ],
    },
  };
}

interface Standing {
  readonly runId: ImportRunId;
  readonly version: number;
}

/** Runs of a world by the states they went through; who was refused has left them as they were. */
const standing = new WeakMap<ProbeWorld, Map<string, Standing>>();

/** A run of the north in a state, with its version then; the last one where it still stands there. */
async function runIn(world: ProbeWorld, states: readonly RunState[]): Promise<Standing> {
  const known = standing.get(world) ?? new Map<string, Standing>();
  standing.set(world, known);
  const key = states.join();
  const last = known.get(key);
  const now = last && (await findRun(world.database, world.here.system, last.runId));
  if (last !== undefined && now?.version === last.version) return last;
  const made = await newRun(world, states);
  known.set(key, made);
  return made;
}

async function newRun(world: ProbeWorld, states: readonly RunState[]): Promise<Standing> {
  const { services } = world.here;
  const context = northAdmin(world);
  const upload = { field: 'file', name: 'probed.csv', media: '', bytes: Buffer.from('a,b\n1,2\n') };
  const { runId } = await sure(
    bring(
      services,
      context,
      {
        params: { kind: 'sites' },
        query: undefined,
        body: undefined,
        commandId: world.here.commandId(),
      },
      { uploads: [upload] } as unknown as Parameters<typeof bring>[3],
    ),
  );
  for (const state of states) {
    const run = await findRun(services.database, context, runId);
    if (run !== undefined) await settle(services, context, run, state, {});
  }
  return { runId, version: 1 + states.length };
}

const of =
  (...states: readonly RunState[]): Probe['aim'] =>
  async (world) => ({ params: { runId: (await runIn(world, states)).runId } });

const step = (name: string, ...states: readonly RunState[]): Probe => ({
  endpoint: `imports.${name}`,
  reach: 'area',
  role,
  aim: async (world) => {
    const { runId, version } = await runIn(world, states);
    return { params: { runId }, body: { version } };
  },
});

const ofKind = (endpoint: string): Probe => ({
  endpoint,
  reach: 'tenant',
  role,
  aim: () => ({ params: { kind: 'sites' } }),
});

export const probesOfImports: readonly Probe[] = [
  {
    endpoint: 'imports.list',
    reach: 'area',
    role,
    aim: async (world) => {
      await runIn(world, []);
      return {};
    },
    meant: ({ status, text }) => status === 200 && text.includes('probed.csv'),
  },
  // What a kind consists of is the same in every tenant and names nobody.
  { ...ofKind('imports.fields'), reach: 'own' },
  { ...ofKind('imports.template'), reach: 'own' },
  {
    ...ofKind('imports.bring'),
    reach: 'own',
    meant: ({ body }) => body['code'] === 'file.unreadable',
  },
  { endpoint: 'imports.look', reach: 'area', role, aim: of() },
  { endpoint: 'imports.get', reach: 'area', role, aim: of() },
  { endpoint: 'imports.problems_file', reach: 'area', role, aim: of('checked') },
  {
    endpoint: 'imports.match',
    reach: 'area',
    role,
    aim: async (world) => {
      const { runId, version } = await runIn(world, []);
      return { params: { runId }, body: { version, mapping: { fields: { key: 'a' } } } };
    },
  },
  step('take', 'checked'),
  step('drop'),
  step('undo', 'done'),
  { endpoint: 'imports.preview_undo', reach: 'area', role, aim: of('done') },
];
