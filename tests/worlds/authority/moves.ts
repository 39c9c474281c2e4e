/** One way to use each command that may change what somebody may do; a move that does not fit is refused, as in life. */
import { organisationsImporter, peopleImporter } from '#features/organisations/server/public.ts';
import { placesImporters } from '#features/places/server/public.ts';
import type { Role } from '#kernel/role.ts';
import type { Importer } from '#platform/import/importer.ts';
import { type ProbeWorld, planOfNorth } from '#tests/probes/probe-world.ts';
import { assignmentOf } from '#tests/probes/probes-of-organisations.ts';
import type { Ground, Watched } from './town.ts';

export interface Drawing {
  readonly world: ProbeWorld;
  readonly ground: Ground;
  readonly watched: readonly Watched[];
  /** One of a list, by chance; undefined of none. */
  one<T>(list: readonly T[]): T | undefined;
}

interface Said {
  readonly params?: Readonly<Record<string, string>>;
  readonly body?: unknown;
  readonly role?: Role;
  /** Whose browser sends it: the cookies of one who is watched. */
  readonly as?: Watched | undefined;
}

/** By endpoint. */
export const MOVES: Readonly<Record<string, (draw: Drawing) => Said>> = {
  'organisations.create': ({ world, one }) => ({
    role: 'system_admin',
    body: { kind: 'department', name: 'New', areaId: one(areaIds(world)) },
  }),
  'organisations.rename': ({ ground, one }) => {
    const { id = '', version = 0 } = one(ground.organisations) ?? {};
    const body = { version, name: `Renamed ${version}` };
    return { role: 'system_admin', params: { organisationId: id }, body };
  },
  'organisations.change_contact': ({ ground, one }) => {
    const { id = '', version = 0 } = one(ground.organisations) ?? {};
    const body = { version, hours: 'always' };
    return { role: 'system_admin', params: { organisationId: id }, body };
  },
  'organisations.close': ({ ground, one }) => {
    const { id = '', version = 0 } = one(ground.organisations) ?? {};
    return { role: 'system_admin', params: { organisationId: id }, body: { version } };
  },
  'organisations.create_post': ({ world, ground, one }) => ({
    role: 'system_admin',
    body: {
      organisationId: one(ground.organisations)?.id,
      title: 'New post',
      roles: [one(['intake', 'handler', 'dispatcher'])],
      areaId: one(areaIds(world)),
      rank: 1,
    },
  }),
  'organisations.close_post': ({ ground, one }) => {
    const { id = '', version = 0 } = one(ground.posts) ?? {};
    return { role: 'system_admin', params: { postId: id }, body: { version, on: '2026-11-01' } };
  },
  'organisations.add_person': () => ({ role: 'system_admin', body: { name: 'New person' } }),
  'organisations.appoint': ({ ground, watched, one }) => ({
    role: 'security_admin',
    body: { postId: one(ground.posts)?.id, personId: one(watched)?.personId },
  }),
  'organisations.end_appointment': ({ ground, one }) => {
    const { id = '', version = 0 } = one(ground.appointments) ?? {};
    return { role: 'security_admin', params: { appointmentId: id }, body: { version } };
  },
  'organisations.name_substitute': ({ ground, watched, one }) => ({
    role: 'security_admin',
    body: { postId: one(ground.posts)?.id, personId: one(watched)?.personId, to: '2026-12-01' },
  }),
  'organisations.end_substitute': ({ ground, one }) => {
    const { id = '', version = 0 } = one(ground.substitutes) ?? {};
    return { role: 'security_admin', params: { substituteId: id }, body: { version } };
  },
  'organisations.name_ladder': ({ one }) => ({
    role: 'system_admin',
    body: { steps: [{ rank: 1, name: one(['Counter', 'Desk']) }] },
  }),
  'organisations.hand_over': ({ ground, watched, one }) => {
    const { id = '', version = 0 } = one(ground.appointments) ?? {};
    const body = { version, personId: one(watched)?.personId };
    return { role: 'security_admin', params: { appointmentId: id }, body };
  },
  'organisations.save_assignment': ({ ground, one }) => ({
    role: 'system_admin',
    params: { organisationId: one(ground.organisations)?.id ?? '' },
    body: assignmentOf(one(ground.posts)?.id),
  }),
  'places.propose_plan': ({ world }) => ({ role: 'system_admin', body: planOfNorth(world.here) }),
  'places.consult_plan': ({ world }) => ({
    role: 'system_admin',
    params: { gridPlanId: world.plan.gridPlanId },
    body: { version: 1, until: '2026-11-30', notice: 'Again' },
  }),
  'places.reply_to_opinion': ({ world, one }) => ({
    role: 'system_admin',
    params: { opinionId: world.plan.opinionId },
    body: { version: one([1, 2, 3]), text: 'A reply' },
  }),
  'places.bring_plan_into_force': ({ world }) => ({
    role: 'leader',
    params: { gridPlanId: world.plan.gridPlanId },
    body: { version: world.plan.version, from: '2026-12-31' },
  }),
  'places.withdraw_plan': ({ world }) => ({
    role: 'leader',
    params: { gridPlanId: world.plan.gridPlanId },
    body: { version: world.plan.version, reason: 'Not now' },
  }),
  'places.see_notice': ({ world, watched, one }) => ({
    as: one(watched),
    params: { noticeId: world.plan.noticeId },
    body: {},
  }),
  'places.give_opinion': ({ world }) => ({
    params: { tenant: world.here.slug, gridPlanId: world.plan.gridPlanId },
    body: { text: 'An opinion', open: true },
  }),
  'access.sign_in': () => ({ body: { signInName: 'nobody.here', password: 'nothing at all' } }),
  'access.use_link': () => ({ body: { token: 'a token that opens nothing' } }),
  'access.pair_device': () => ({ body: {} }),
  'access.verify_code': ({ watched, one }) => ({ as: one(watched), body: { code: '123456' } }),
  'access.enrol_second_factor': ({ watched, one }) => ({ as: one(watched), body: {} }),
  'access.choose_tenant': ({ world, watched, one }) => ({
    as: one(watched),
    body: { tenantId: world.here.tenantId },
  }),
  'access.change_password': ({ watched, one }) => ({
    as: one(watched),
    body: { newPassword: 'grey heron by the weir' },
  }),
  'access.sign_out': ({ watched, one }) => ({ as: watched.length > 3 ? one(watched) : undefined }),
  'access.revoke_session': ({ watched, one }) => ({
    as: one(watched),
    params: { sessionId: '00000000-0000-7000-8000-000000000000' },
  }),
  'access.create_account': ({ watched, one }) => ({
    role: 'security_admin',
    body: { personId: one(watched)?.personId },
  }),
  'access.act_on_account': ({ watched, one }) => ({
    role: 'security_admin',
    params: { accountId: one(watched)?.accountId ?? '' },
    body: { action: one(['disable', 'enable', 'enable', 'reset_second_factor', 'end_sessions']) },
  }),
  'access.make_link': ({ watched, one }) => ({
    role: 'security_admin',
    params: { accountId: one(watched)?.accountId ?? '' },
    body: {},
  }),
  'access.set_policy': ({ one }) => ({
    role: 'security_admin',
    body: { roles: one([[], ['handler'], ['intake', 'leader']]) },
  }),
  'places.add_area': ({ world, one }) => ({
    role: 'system_admin',
    body: { parentId: one(areaIds(world)), name: 'New estate' },
  }),
  'places.rename_area': ({ world, one }) => ({
    role: 'system_admin',
    params: { areaId: one(areaIds(world)) ?? '' },
    body: { version: one([1, 2, 3]), name: one(['Once', 'Twice']) },
  }),
  'places.end_area': ({ world, one }) => ({
    role: 'system_admin',
    params: { areaId: one(areaIds(world)) ?? '' },
    body: { version: one([1, 2, 3]) },
  }),
  'places.add_premises': ({ world: { estate }, one }) => ({
    role: 'system_admin',
    body: {
      siteId: estate.siteId,
      aboveId: null,
      kind: 'building',
      items: [{ name: one(['8号楼', '9号楼']), floor: null }],
    },
  }),
  'places.rename_premise': ({ world: { estate }, one }) => ({
    role: 'system_admin',
    params: { premiseId: estate.room },
    body: { version: one([1, 2]), name: one(['108', '109']), floor: 1 },
  }),
  'places.end_premise': ({ world: { estate }, one }) => ({
    role: 'system_admin',
    params: { premiseId: estate.building },
    body: { version: one([1, 2]) },
  }),
  'places.copy_division': ({ one }) => ({
    role: 'system_admin',
    body: { code: one(['410304', '410302']) },
  }),
};

/** What changes authority without an endpoint: imports. */
export const OTHER_MOVES: Readonly<Record<string, (draw: Drawing) => Promise<unknown>>> = {
  'import people': (draw) =>
    brought(draw, peopleImporter, {
      code: draw.one(['P-1', 'P-2']),
      name: draw.one(['Imported', 'Brought']),
      organisationCode: 'O-1',
      postTitle: draw.one(['counter', 'round']),
      roles: 'handler',
    }),
  'import organisations': (draw) =>
    brought(draw, organisationsImporter, {
      code: 'O-1',
      name: draw.one(['Imported office', 'Brought office']),
      kind: 'department',
      areaCode: 'T-north',
    }),
  'import divisions': (draw) =>
    brought(draw, importerOf('divisions'), {
      code: 'T-north',
      name: draw.one(['north', 'farther north']),
      parentCode: 'T-district',
    }),
  'import sites': (draw) =>
    brought(draw, importerOf('sites'), {
      key: draw.one(['S-1', 'S-2']),
      kind: 'courtyard',
      name: draw.one(['Court', 'Yard']),
      areaCode: 'T-north',
    }),
};

function importerOf(name: string): Importer {
  const found = placesImporters.find((importer) => importer.name === name);
  if (!found) throw new Error(`no importer of ${name}`);
  return found;
}

let digest = 0;

function brought(
  { world }: Drawing,
  importer: Importer,
  values: Readonly<Record<string, unknown>>,
): Promise<unknown> {
  digest += 1;
  const blank = Object.fromEntries(Object.keys(importer.fields).map((name) => [name, null]));
  const row = { number: 1, digest: `${digest}`, values: { ...blank, ...values } };
  const options = { dryRun: false, accepted: new Set<string>() };
  return importer.write(world.here.services, world.here.system, [row] as never, options);
}

function areaIds({ here }: ProbeWorld): readonly string[] {
  return Object.values(here.areas).map(({ areaId }) => areaId);
}
