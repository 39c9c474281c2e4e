/**
 * An area ends when nothing stands in it and nothing is done over it any more, and is refused its
 * end with what is left, of every feature; afterwards nobody is offered it. On both engines.
 */
import { beforeAll, describe, expect, it } from 'vitest';
import { aggregates, inAreas } from '#apps/server/wiring.ts';
import { act } from '#features/matters/server/act.ts';
import { makeWall } from '#features/matters/server/public.ts';
import { publicChoices } from '#features/matters/server/public-view.ts';
import { report } from '#features/matters/server/report.ts';
import { responsible } from '#features/matters/server/responsible.ts';
import { revoke } from '#features/matters/server/wall/manage-walls.ts';
import { stopAppointment } from '#features/organisations/server/appointment-commands.ts';
import { close } from '#features/organisations/server/organisation-commands.ts';
import { endPost } from '#features/organisations/server/post-commands.ts';
import {
  addPerson,
  beginPost,
  createOrganisation,
  giveAppointment,
  giveSubstitution,
  gridWorkerSource,
} from '#features/organisations/server/public.ts';
import { addLocalArea } from '#features/places/server/add-area.ts';
import { endAreaWith, inTheWayWith } from '#features/places/server/area-commands.ts';
import { areas } from '#features/places/server/area-reads.ts';
import { findSites } from '#features/places/server/find-sites.ts';
import { gridsImporter } from '#features/places/server/import-grids.ts';
import { sitesImporter } from '#features/places/server/import-sites.ts';
import { placeAt } from '#features/places/server/lookup.ts';
import { bringIntoForce, consult, withdraw } from '#features/places/server/plans/decide.ts';
import { propose } from '#features/places/server/plans/propose.ts';
import { rename as renamePremise } from '#features/places/server/premises/commands.ts';
import { building, found as findPremises } from '#features/places/server/premises/reads.ts';
import { areaSearch } from '#features/places/server/search-source.ts';
import { beginScheme, stepVersion } from '#features/relocation/server/public.ts';
import type { Context } from '#kernel/context.ts';
import type { AreaId } from '#kernel/ids.ts';
import { verifyTenant } from '#platform/audit/verify.ts';
import { engines, START_LIMIT, useDatabase } from '#tests/engines/engines.ts';
import { planOfNorth } from '#tests/probes/probe-world.ts';
import { type District, foundDistrict, sure } from '#tests/worlds/district.ts';
import { buildEstate, giveEstateTo } from '#tests/worlds/estate.ts';
import { rectangle } from '#tests/worlds/lopsided-grids.ts';
import { foundRelocationOffice, type RelocationOffice } from '#tests/worlds/relocation.ts';

const OPTIONS = { dryRun: false, accepted: new Set<string>() };
const SPOT = { lng: 113.57, lat: 34.82 };
const DAY = 86_400_000;

interface Planted {
  /** What is told to stand in the way. */
  readonly counts: Readonly<Record<string, number>>;
  /** Sees to it, as the screens do. */
  readonly clear: () => Promise<unknown>;
}

describe.each(engines)('an area that is to end, on the %s engine', (engine) => {
  const database = useDatabase(engine);
  let world: District;
  let office: RelocationOffice;
  let begun = 0;
  beforeAll(async () => {
    world = await foundDistrict(database());
    office = await foundRelocationOffice(world);
  }, START_LIMIT);

  const input = <P, B>(params: P, body: B) => ({
    params,
    body,
    query: undefined,
    commandId: world.commandId(),
  });
  const versionOf = async (areaId: AreaId) => {
    const [found] = await database().read(world.tenantId, {
      sql: 'select version from areas where tenant_id = $1 and area_id = $2',
      parameters: [world.tenantId, areaId],
    });
    return Number(found?.rows[0]?.['version']);
  };
  const end = async (areaId: AreaId) => {
    const version = await versionOf(areaId);
    return endAreaWith(inAreas)(world.services, world.system, input({ areaId }, { version }));
  };
  const inTheWay = async (areaId: AreaId) => {
    const { inTheWay: found } = await sure(
      inTheWayWith(inAreas)(world.services, world.system, input({ areaId }, undefined)),
    );
    return Object.fromEntries(found.map(({ by, count }) => [by, count]));
  };
  /** A community of its own in a street, begun the day before. */
  const community = async (street: 'north' | 'south' = 'north') => {
    begun += 1;
    const { areaId: parentId } = world.areas[street];
    const code = `END-${begun}`;
    const name = `渐散${begun}社区`;
    const { areaId } = await sure(
      addLocalArea(world.services, world.system, input(undefined, { parentId, name, code })),
    );
    world.clock.move(DAY);
    return { areaId, code, name };
  };
  type Community = Awaited<ReturnType<typeof community>>;

  const site = (areaCode: string, digest: string) =>
    sitesImporter.write(
      world.services,
      world.system,
      [
        {
          number: 1,
          digest,
          values: {
            ...{ key: 'end-site', kind: 'courtyard', name: '老院', code: null, areaCode },
            ...{ propertyCompany: null, households: 12, from: '2026-01-01', shape: null },
            place: { ...SPOT, exactness: 'exact' as const },
          },
        },
      ],
      OPTIONS,
    );
  const grid = (areaCode: string, digest: string) =>
    gridsImporter.write(
      world.services,
      world.system,
      [
        {
          number: 1,
          digest,
          values: {
            ...{ key: 'end-grid', name: '第九网格', code: null, kind: null, areaCode, from: null },
            shape: rectangle(113.56, 34.81, 0.02, 0.02),
          },
        },
      ],
      OPTIONS,
    );
  const unit = async (areaId: AreaId) =>
    sure(
      createOrganisation(
        world.services,
        world.system,
        input(undefined, { kind: 'department' as const, name: '社区站', areaId }),
      ),
    );
  const shut = (organisationId: Awaited<ReturnType<typeof unit>>['organisationId']) =>
    sure(close(world.services, world.system, input({ organisationId }, { version: 1 })));

  const plants: Readonly<Record<string, (of: Community) => Promise<Planted>>> = {
    'areas below it': async ({ areaId }) => {
      const { areaId: below } = await sure(
        addLocalArea(
          world.services,
          world.system,
          input(undefined, { parentId: areaId, name: '小片' }),
        ),
      );
      return { counts: { areas: 1 }, clear: () => sure(end(below)) };
    },
    'its grids, until they are another area’s': async ({ code }) => {
      await grid(code, 'first');
      return { counts: { grids: 1 }, clear: () => grid('T-court', 'second') };
    },
    'its sites, until they are another area’s': async ({ code }) => {
      await site(code, 'first');
      return { counts: { sites: 1 }, clear: () => site('T-court', 'second') };
    },
    'a plan that is argued about': async ({ areaId }) => {
      const plan = planOfNorth(world);
      const body = { ...plan, areaId, grids: plan.grids.map((one) => ({ ...one, areaId })) };
      const by = world.as('north intake');
      const { gridPlanId } = await sure(propose(world.services, by, input(undefined, body)));
      const reason = { version: 1, reason: '社区撤销' };
      return {
        counts: { plans: 1 },
        clear: () => sure(withdraw(world.services, by, input({ gridPlanId }, reason))),
      };
    },
    'its units': async ({ areaId }) => {
      const { organisationId } = await unit(areaId);
      return { counts: { organisations: 1 }, clear: () => shut(organisationId) };
    },
    'posts over it, of units elsewhere, with who holds them and who stands in': async ({
      areaId,
    }) => {
      const { services, system } = world;
      const { organisationId } = world.units.north;
      const post = {
        organisationId,
        title: '包片',
        roles: ['grid_worker' as const],
        rank: 1,
        areaId,
      };
      const { postId } = await sure(beginPost(services, system, input(undefined, post)));
      const person = async (name: string) =>
        (await sure(addPerson(services, system, input(undefined, { name })))).personId;
      const today = new Date(world.clock.now()).toISOString().slice(0, 10);
      const { appointmentId } = await sure(
        giveAppointment(
          services,
          system,
          input(undefined, { postId, personId: await person('包片甲'), from: '2026-10-01' }),
        ),
      );
      const stand = { postId, personId: await person('包片乙'), from: '2026-10-01', to: today };
      // Over by today: counts no more.
      await sure(giveSubstitution(services, system, input(undefined, stand)));
      return {
        counts: { posts: 1, appointments: 1 },
        clear: async () => {
          await sure(stopAppointment(services, system, input({ appointmentId }, { version: 1 })));
          await sure(endPost(services, system, input({ postId }, { version: 1 })));
        },
      };
    },
    'open matters': async ({ areaId }) => {
      const said = { title: '', description: '楼道灯不亮', placeText: '一单元', photos: [] };
      const { matterId } = await sure(
        report(world.services, world.public, world.commandId(), {
          ...said,
          ...{ areaId, reporterName: '', reporterPhone: '', reporterShared: false },
          ...{ personal: false, source: 'portal' as const },
        }),
      );
      const rejecting = { action: 'reject', class: 'no_matter', reason: '说不清地点' } as const;
      return {
        counts: { matters: 1 },
        clear: () =>
          sure(
            act(world.services, world.as('intake'), {
              ...{ commandId: world.commandId(), matterId, version: 1, input: rejecting },
            }),
          ),
      };
    },
    'walls that show it': async ({ areaId }) => {
      const { services, system } = world;
      const body = { name: '社区大屏', areaId, days: 30 };
      const { wallId } = await sure(
        makeWall(services, system, { commandId: world.commandId(), body, mayBegin: true }),
      );
      return {
        counts: { walls: 1 },
        clear: () => sure(revoke(services, system, input({ wallId }, { version: 1 }))),
      };
    },
    'compensation schemes in the making': async ({ areaId }) => {
      const { services } = world;
      const by = office.as('scheme writer');
      const { versionId } = await sure(
        beginScheme(services, by, input(undefined, { areaId, text: '{}' })),
      );
      const drop = { version: 1, step: 'drop' as const, reason: '' };
      return {
        counts: { schemes: 1 },
        clear: () => sure(stepVersion(services, by, input({ versionId }, drop))),
      };
    },
  };

  it.each(Object.keys(plants))('waits for %s', async (kind) => {
    const of = await community();
    expect(await inTheWay(of.areaId)).toEqual({});
    const { counts, clear } = (await plants[kind]?.(of)) ?? {
      counts: {},
      clear: async () => undefined,
    };
    const total = Object.values(counts).reduce((sum, count) => sum + count, 0);
    expect(await inTheWay(of.areaId)).toEqual(counts);
    const refused = await end(of.areaId);
    expect(refused).toEqual({
      ok: false,
      refusal: { code: 'place.still_in_use', detail: { ...counts, total } },
    });
    await clear();
    expect(await end(of.areaId)).toMatchObject({ ok: true });
  });

  it('says all that is left at once, and posts of a closed unit are nobody’s', async () => {
    const of = await community();
    const { organisationId } = await unit(of.areaId);
    const post = { organisationId, title: '窗口', roles: ['intake' as const], rank: 1 };
    await sure(beginPost(world.services, world.system, input(undefined, post)));
    await site(of.code, 'third');
    expect(await inTheWay(of.areaId)).toEqual({ sites: 1, posts: 1, organisations: 1 });
    await site('T-court', 'fourth');
    await shut(organisationId);
    expect(await inTheWay(of.areaId)).toEqual({});
    expect(await end(of.areaId)).toMatchObject({ ok: true });
  });

  it('never ends while somebody founds a unit in it at the same moment', async () => {
    for (const _ of [1, 2, 3, 4, 5, 6]) {
      const { areaId } = await community();
      const body = { kind: 'department' as const, name: '同时', areaId };
      const found = () => createOrganisation(world.services, world.system, input(undefined, body));
      const [ended, founded] = await Promise.all([end(areaId), found()]);
      expect([ended.ok, founded.ok].toSorted()).toEqual([false, true]);
    }
  });

  it('gives its estates to another area with their rooms, and to who administers that one', async () => {
    const { services, system, areas: known } = world;
    const { areaId, code } = await community();
    const { building: premiseId, room, siteId } = await buildEstate(services, system, code);
    const byCourt: Context = {
      ...system,
      actor: {
        ...{ kind: 'person', personId: 'p', accountId: 'a', name: '' },
        grants: [{ role: 'system_admin', areaPath: known.court.areaPath }],
      } as unknown as Context['actor'],
    };
    const sees = async () =>
      (await building(services, byCourt, input({ premiseId }, undefined))).ok;
    expect([await inTheWay(areaId), await sees()]).toEqual([{ sites: 1 }, false]);
    await giveEstateTo(services, system, 'T-court');
    expect([await inTheWay(areaId), await sees()]).toEqual([{}, true]);
    const found = await sure(
      findPremises(services, byCourt, {
        ...input({ areaId: known.court.areaId }, undefined),
        query: { words: '1号楼1单元101' },
      }),
    );
    expect(found.found).toMatchObject([{ siteId, areaName: 'court' }]);
    const renamed = { version: 1, name: '101甲', floor: 1 };
    expect(
      await renamePremise(services, byCourt, input({ premiseId: room }, renamed)),
    ).toMatchObject({ ok: true });
    expect(await end(areaId)).toMatchObject({ ok: true });
  });

  it('gets no grid by a plan of the street that was proposed while it was there', async () => {
    // In the south, where there are no grids yet.
    const of = await community('south');
    const { areaId } = world.areas.south;
    const plan = planOfNorth(world);
    const body = {
      ...plan,
      areaId,
      grids: plan.grids.map((one) => ({ ...one, areaId: of.areaId })),
    };
    const { services } = world;
    const by = world.as('dispatcher');
    const { gridPlanId } = await sure(propose(services, by, input(undefined, body)));
    const until = new Date(world.clock.now() + 30 * DAY).toISOString().slice(0, 10);
    const heard = { version: 1, until, notice: '征求意见' };
    await sure(consult(services, gridWorkerSource, by, input({ gridPlanId }, heard)));
    world.clock.move(40 * DAY);
    expect(await end(of.areaId)).toMatchObject({ ok: true });
    const from = new Date(world.clock.now() + DAY).toISOString().slice(0, 10);
    const decided = input({ gridPlanId }, { version: 2, from });
    expect(
      await bringIntoForce(services, gridWorkerSource, world.as('leader'), decided),
    ).toMatchObject({ refusal: { code: 'plan.overtaken' } });
  });

  it('is offered to nobody afterwards, and a point in it is answered by what lies above', async () => {
    const { services, system, areas: known, slug, public: anybody } = world;
    const { areaId } = known.court;
    await giveEstateTo(services, system, 'T-north');
    await site('T-north', 'fifth');
    await grid('T-north', 'third');
    const at = async () => {
      const found = await sure(
        placeAt(services, anybody, {
          ...input({ tenant: slug }, undefined),
          query: { lng: SPOT.lng, lat: SPOT.lat },
        }),
      );
      return found.areas.map(({ name }) => name);
    };
    const listed = async (query: object) =>
      (await sure(areas(services, system, { ...input(undefined, undefined), query }))).areas.map(
        ({ name }) => name,
      );
    const found = async () => {
      const asked = { ...input({ tenant: slug }, undefined), query: { q: 'court' } };
      return (await sure(findSites(services, anybody, asked))).areas.map(({ name }) => name);
    };
    const searched = async () => {
      const statement = areaSearch.find(system, 'court', 5);
      const [rows] = statement ? await database().read(world.tenantId, statement) : [];
      return rows?.rows.length;
    };
    const choices = async () =>
      (await sure(publicChoices(services, anybody))).areas.map(({ name }) => name);
    const below = { parentId: known.north.areaId };
    expect([await at(), await listed(below), await found(), await searched()]).toEqual([
      ['district', 'north', 'court'],
      expect.arrayContaining(['court']),
      ['court'],
      1,
    ]);
    expect(await choices()).toContain('court');

    expect(await end(areaId)).toMatchObject({ ok: true });
    expect([await at(), await listed({ words: 'court' }), await found(), await searched()]).toEqual(
      [['district', 'north'], [], [], 0],
    );
    expect(await listed(below)).not.toContain('court');
    expect(await choices()).not.toContain('court');
    expect(await responsible(services, anybody, { areaId })).toMatchObject({
      refusal: { code: 'matter.area_unknown' },
    });
    const lamp = { title: '', description: '灯不亮', placeText: '', photos: [], areaId };
    expect(
      await report(services, anybody, world.commandId(), {
        ...lamp,
        ...{ reporterName: '', reporterPhone: '', reporterShared: false, personal: false },
        source: 'portal',
      }),
    ).toMatchObject({ refusal: { code: 'matter.area_unknown' } });
    const body = { kind: 'department' as const, name: '晚了', areaId };
    expect(await createOrganisation(services, system, input(undefined, body))).toMatchObject({
      refusal: { code: 'organisation.area_unknown' },
    });
  });

  it('leaves chains that are whole', async () => {
    const { services, tenantId, installation } = world;
    const { findings } = await verifyTenant({ ...installation, ...services, aggregates }, tenantId);
    expect(findings).toEqual([]);
  });
});
