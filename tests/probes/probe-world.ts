/** Two tenants alike; in the first one something of everything stands in the north, and nothing in the south. */
import { randomUUID } from 'node:crypto';
import type { FastifyInstance } from 'fastify';
import {
  type Access,
  createAccess,
  makeAccount,
  makeDeviceToken,
  tenantsTable,
} from '#features/access/server/public.ts';
import { act } from '#features/matters/server/act.ts';
import { makeWall, wallSource } from '#features/matters/server/public.ts';
import { report } from '#features/matters/server/report.ts';
import { save } from '#features/matters/server/view-commands.ts';
import {
  addPerson,
  appointmentSource,
  beginPost,
  createOrganisation,
  giveAppointment,
  giveSubstitution,
  gridWorkerSource,
} from '#features/organisations/server/public.ts';
import type { PlanPointRow } from '#features/places/contract.ts';
import { consult } from '#features/places/server/plans/decide.ts';
import { give } from '#features/places/server/plans/opinions.ts';
import { propose } from '#features/places/server/plans/propose.ts';
import { beginScheme } from '#features/relocation/server/public.ts';
import type { Actor, Grant } from '#kernel/context.ts';
import type {
  AccountId,
  AppointmentId,
  CommandId,
  Id,
  OrganisationId,
  PersonId,
  PostId,
  WallId,
} from '#kernel/ids.ts';
import type { Outcome } from '#kernel/outcome.ts';
import type { Role } from '#kernel/role.ts';
import type { Database } from '#platform/database/database.ts';
import { createApp } from '#platform/http/app.ts';
import type { AnyRoute } from '#platform/http/route.ts';
import type { Session, SessionSource } from '#platform/http/session-source.ts';
import { Caller } from '#tests/worlds/caller.ts';
import { type District, foundDistrict, MORNING } from '#tests/worlds/district.ts';
import { buildEstate, type Estate } from '#tests/worlds/estate.ts';
import { rectangle } from '#tests/worlds/lopsided-grids.ts';
import { foundRelocationOffice, input, published } from '#tests/worlds/relocation.ts';
import { WHOLE } from '#tests/worlds/schemes.ts';

type AreaName = keyof District['areas'];

export interface ProbeWorld {
  readonly database: Database;
  readonly app: FastifyInstance;
  readonly access: Access;
  /** The tenant that is probed. */
  readonly here: District;
  /** Another tenant on the same database. */
  readonly there: District;
  /** An organisation of the north with one post, held, and a free one. */
  readonly north: {
    readonly organisationId: OrganisationId;
    readonly postId: PostId;
    readonly freePostId: PostId;
    readonly personId: PersonId;
    readonly otherPersonId: PersonId;
    readonly appointmentId: AppointmentId;
    readonly substituteId: Id<'substitute'>;
    readonly accountId: AccountId;
  };
  /** A wall of the north, and the token of its screen. */
  readonly wall: { readonly wallId: WallId; readonly version: number; readonly token: string };
  /** A matter in the north, filed, with a reporter. */
  readonly matter: {
    readonly matterId: string;
    readonly version: number;
    readonly name: string;
    readonly phone: string;
  };
  /** A plan for the grids of the north that residents are heard about, with an opinion and a notice. */
  readonly plan: {
    readonly gridPlanId: string;
    readonly version: number;
    readonly opinionId: string;
    readonly noticeId: string;
    readonly number: string;
    readonly followKey: string;
  };
  /** An estate of the north with buildings, entrances and rooms. */
  readonly estate: Estate;
  /** A view of the list kept by somebody of the north for themselves. */
  readonly view: { readonly viewId: string; readonly version: number };
  /** Compensation schemes of the north: one in the making, one published under `code`. */
  readonly scheme: {
    readonly draftId: string;
    readonly publishedId: string;
    readonly publishedSchemeId: string;
    readonly code: string;
  };
  /** Somebody who holds the role over the area, signed in. */
  as(role: Role, tenant: 'here' | 'there', area: AreaName, complete?: boolean): Caller;
  anonymous(): Caller;
  /** The screen of the wall in the north. */
  asWall(): Caller;
}

/**
 * @param routesOf the routes of the server, made over the given access
 * @param folder of the probed tenant's secrets and files; a fresh one unless given
 */
export async function makeProbeWorld(
  database: Database,
  routesOf: (
    access: Access,
    district: District,
  ) => readonly AnyRoute[] | Promise<readonly AnyRoute[]>,
  folder?: string,
): Promise<ProbeWorld> {
  const here = await foundDistrict(database, MORNING, folder);
  const there = await foundDistrict(database);
  const { services } = here;
  const tenants = tenantsTable(services);
  const access = createAccess(services, { appointments: appointmentSource, tenants });
  const actors = new Map<string, Session>();
  const app = await createApp(services, {
    routes: await routesOf(access, here),
    sessions: sessionsByHeader(actors),
    tenants,
    walls: wallSource(access),
    version: '0',
    checkAnswers: true,
    publicCommandsPerMinute: 1_000_000,
  });
  const as: ProbeWorld['as'] = (role, tenant, area, complete = true) => {
    const key = randomUUID();
    const district = tenant === 'here' ? here : there;
    actors.set(key, sessionOf(district, role, area, complete));
    return new Caller(app, { 'x-probe-actor': key });
  };
  const wall = await hangInNorth(here, access);
  return {
    database,
    app,
    access,
    here,
    there,
    north: await settleNorth(here, access),
    matter: await fileInNorth(here),
    view: await keepView(here),
    scheme: await writeSchemes(here),
    plan: await planNorth(here),
    estate: await buildEstate(services, here.system, 'T-north'),
    as,
    anonymous: () => new Caller(app),
    wall,
    asWall: () => {
      const caller = new Caller(app);
      caller.cookies.set('lianxin_device', wall.token);
      return caller;
    },
  };
}

async function planNorth(here: District): Promise<ProbeWorld['plan']> {
  const { services, slug, tenantId } = here;
  const { gridPlanId } = await sure(
    propose(services, here.as('north intake'), {
      params: undefined,
      query: undefined,
      commandId: here.commandId(),
      body: planOfNorth(here),
    }),
  );
  const body = { version: 1, until: '2026-11-30', notice: 'Probed notice' };
  const input = <P, B>(params: P, said: B) => ({
    params,
    body: said,
    query: undefined,
    commandId: here.commandId(),
  });
  const { version } = await sure(
    consult(services, gridWorkerSource, here.as('north intake'), input({ gridPlanId }, body)),
  );
  const said = await sure(
    give(
      services,
      here.public,
      input({ tenant: slug, gridPlanId }, { text: 'Probed opinion', open: true }),
    ),
  );
  const [opinions, notices] = await services.database.read(
    tenantId,
    ...['plan_opinions', 'grid_notices'].map((table) => ({
      sql: `select * from ${table} where tenant_id = $1 and grid_plan_id = $2`,
      parameters: [tenantId, gridPlanId],
    })),
  );
  const idOf = (rows: typeof opinions, column: string) => String(rows?.rows[0]?.[column]);
  return {
    gridPlanId,
    version,
    opinionId: idOf(opinions, 'opinion_id'),
    noticeId: idOf(notices, 'notice_id'),
    ...said,
  };
}

async function hangInNorth(here: District, access: Access): Promise<ProbeWorld['wall']> {
  const { services, system, areas, tenantId } = here;
  const { wallId, version } = await sure(
    makeWall(services, system, {
      commandId: here.commandId(),
      body: { name: 'Probed wall', areaId: areas.north.areaId, days: 30 },
      mayBegin: true,
    }),
  );
  const token = await makeDeviceToken(access, { tenantId, deviceId: wallId }, 'system:test');
  return { wallId, version, token };
}

/** One grid over the north, where there was none; a body for proposing it once more. */
export function planOfNorth({ areas }: District) {
  const { areaId } = areas.north;
  const geometry = rectangle(113.5, 34.8, 0.1, 0.1) as unknown as PlanShape;
  return {
    areaId,
    name: 'Probed plan',
    reason: 'Probed reason',
    settings: { size: { grids: 1 }, tolerance: 0.1, stay: 0, seed: 1 },
    grids: [{ gridId: null, version: null, name: 'Probed grid', areaId, geometry }],
    points: [[113.52, 34.82, 12, -1, 0, 'Probed court', false] as PlanPointRow],
    findings: [],
  };
}

type PlanShape = NonNullable<Parameters<typeof propose>[2]['body']['grids'][number]['geometry']>;

async function keepView(here: District): Promise<ProbeWorld['view']> {
  const input = {
    body: { name: 'Kept in the north', query: { open: 'true' }, organisationId: null },
    params: undefined,
    query: undefined,
    commandId: here.commandId(),
  };
  return sure(save(here.services, here.as('north intake'), input));
}

async function writeSchemes(here: District): Promise<ProbeWorld['scheme']> {
  const office = await foundRelocationOffice(here);
  const code = 'probed-scheme';
  const text = JSON.stringify({ ...WHOLE, id: code });
  const { areaId } = here.areas.north;
  const north = office.as('north officer');
  const { versionId: draftId } = await sure(
    beginScheme(here.services, north, input(here, { areaId, text: '{}' })),
  );
  const publishedId = await published(here, office, { text, area: 'north' });
  const [found] = await here.services.database.read(here.tenantId, {
    sql: 'select scheme_id from scheme_versions where tenant_id = $1 and version_id = $2',
    parameters: [here.tenantId, publishedId],
  });
  const publishedSchemeId = String(found?.rows[0]?.['scheme_id']);
  return { draftId, publishedId, publishedSchemeId, code };
}

const REPORTER = { name: 'Probing Reporter', phone: '13912345678' };

async function fileInNorth(here: District): Promise<ProbeWorld['matter']> {
  const { services } = here;
  const { matterId } = await sure(
    report(services, here.public, here.commandId(), {
      title: 'Probed lamp',
      description: 'A lamp in the north is dark',
      lng: 113.52,
      lat: 34.82,
      placeText: 'north corner',
      photos: [],
      reporterName: REPORTER.name,
      reporterPhone: REPORTER.phone,
      reporterShared: false,
      personal: false,
      source: 'portal',
    }),
  );
  const { version } = await sure(
    act(services, here.as('intake'), {
      commandId: here.commandId(),
      matterId,
      version: 1,
      input: {
        action: 'file',
        categoryId: here.categories['B0101'],
        condition: '',
      } as Parameters<typeof act>[2]['input'],
    }),
  );
  return { matterId, version, ...REPORTER };
}

function sessionsByHeader(actors: ReadonlyMap<string, Session>): SessionSource {
  return {
    findSession: async ({ headers }) => actors.get(String(headers['x-probe-actor'])),
  };
}

function sessionOf(district: District, role: Role, area: AreaName, complete: boolean): Session {
  const { areaPath } = district.areas[area];
  const grant: Grant = {
    role,
    areaPath,
    postId: randomUUID() as PostId,
    organisationId: randomUUID() as OrganisationId,
    substitute: false,
  };
  const actor: Extract<Actor, { kind: 'person' }> = {
    kind: 'person',
    personId: randomUUID() as PersonId,
    accountId: randomUUID() as AccountId,
    name: 'Prober',
    grants: [grant],
  };
  return {
    sessionId: randomUUID(),
    tenantId: district.tenantId,
    timeZone: 'Asia/Shanghai',
    complete,
    actor,
  };
}

async function settleNorth(here: District, access: Access): Promise<ProbeWorld['north']> {
  const { services, system, areas } = here;
  const { areaId } = areas.north;
  const input = <B>(body: B) => ({
    body,
    params: undefined,
    query: undefined,
    commandId: services.ids.next<CommandId>(),
  });
  const { organisationId } = await sure(
    createOrganisation(services, system, input({ kind: 'department', name: 'Probed', areaId })),
  );
  const post = { organisationId, title: 'Probed post', roles: ['handler' as const], rank: 1 };
  const { postId } = await sure(beginPost(services, system, input(post)));
  const { postId: freePostId } = await sure(beginPost(services, system, input(post)));
  const person = async (name: string) =>
    (await sure(addPerson(services, system, input({ name, phone: '13800138000' })))).personId;
  const [personId, otherPersonId] = [await person('Probed holder'), await person('Probed other')];
  const given = { postId, personId, from: '2026-01-01' };
  const { appointmentId } = await sure(giveAppointment(services, system, input(given)));
  const stand = { postId, personId: otherPersonId, from: '2026-01-01', to: '2027-01-01' };
  const { substituteId } = await sure(giveSubstitution(services, system, input(stand)));
  const { tenantId } = here;
  const { accountId } = await sure(
    makeAccount(access, { tenantId, personId, madeBy: 'system:test' }),
  );
  return {
    organisationId,
    postId,
    freePostId,
    personId,
    otherPersonId,
    appointmentId,
    substituteId,
    accountId,
  };
}

async function sure<T>(outcome: Promise<Outcome<T>>): Promise<T> {
  const settled = await outcome;
  if (!settled.ok) throw new Error(`refused: ${settled.refusal.code}`);
  return settled.value;
}
