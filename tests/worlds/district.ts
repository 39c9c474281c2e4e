/** A small believable district on one database: two streets, units, people with their posts, a catalogue. */
import { mkdtempSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { type Installation, makeInstallation } from '#apps/server/services.ts';
import { systemContext } from '#apps/server/work.ts';
import { type FoundedPost, type FoundedUnit, foundUnit, sure } from '#demo/founding.ts';
import { installCatalogue, setDuties } from '#features/matters/server/public.ts';
import type { Actor, Context } from '#kernel/context.ts';
import type { AccountId, AreaId, CategoryId, CommandId, TenantId } from '#kernel/ids.ts';
import type { Database } from '#platform/database/database.ts';
import { createTenant } from '#platform/tenants/tenants.ts';
import { type MovedClock, movedClock } from './test-services.ts';

export { sure };

/** A Monday morning in working hours, Shanghai. */
export const MORNING = '2026-11-02T01:30:00.000Z';

export interface District {
  readonly installation: Installation;
  readonly services: Installation['services'];
  readonly clock: MovedClock;
  readonly tenantId: TenantId;
  readonly slug: string;
  readonly areas: Readonly<
    Record<AreaName, { readonly areaId: AreaId; readonly areaPath: string }>
  >;
  readonly units: Readonly<Record<UnitName, FoundedUnit>>;
  readonly categories: Readonly<Record<string, CategoryId>>;
  /** The system itself. */
  readonly system: Context;
  /** Somebody from the public. */
  readonly public: Context;
  /** The holder of the post with this title. */
  as(title: string): Context;
  post(title: string): FoundedPost;
  commandId(): CommandId;
}

type AreaName = 'district' | 'north' | 'south' | 'lane' | 'court';
type UnitName = 'centre' | 'government' | 'supervision' | 'lamps' | 'roads' | 'north' | 'lane';

let founded = 0;

/**
 * @param database migrated; several districts may stand on one
 * @param folder of secrets, seals and files
 */
export async function foundDistrict(
  database: Database,
  start = MORNING,
  folder = mkdtempSync(join(tmpdir(), 'lianxin-district-')),
): Promise<District> {
  founded += 1;
  const clock = movedClock(Date.parse(start));
  const installation = await makeInstallation(
    { dataFolder: folder, databaseUrl: undefined, secretsFile: join(folder, 'secrets.json') },
    { clock, database },
  );
  const { services } = installation;
  const tenantId = services.ids.next<TenantId>();
  const slug = `district-${founded}-${tenantId.slice(-6)}`;
  const tenant = {
    tenantId,
    slug,
    name: '测试区',
    nameEn: 'Test District',
    timeZone: 'Asia/Shanghai',
  };
  await createTenant(database, {
    ...tenant,
    demonstration: false,
    divisionCode: null,
    createdAt: start,
  });
  const system = systemContext(installation, tenant, 'test');
  const areas = await plantAreas(database, system);
  const units = await foundUnits(installation, system, areas);
  const { categories } = await sure(installCatalogue(services, system));
  await sure(
    setDuties(services, system, services.ids.next<CommandId>(), [
      {
        categoryId: categories['B0101'] as CategoryId,
        organisationId: units.lamps.organisationId,
        areaPath: areas.district.areaPath,
        basis: 'owner',
      },
    ]),
  );
  const posts = Object.values(units).flatMap((unit) => unit.posts);
  const post = (title: string): FoundedPost => {
    const found = posts.find((one) => one.title === title);
    if (found === undefined) throw new Error(`no post ${title}`);
    return found;
  };
  return {
    installation,
    services,
    clock,
    tenantId,
    slug,
    areas,
    units,
    categories,
    system,
    public: { ...system, actor: { kind: 'public' } },
    post,
    as: (title) => ({ ...system, actor: actorOf(post(title)) }),
    commandId: () => services.ids.next<CommandId>(),
  };
}

function actorOf({ personId, name, grants, title }: FoundedPost): Actor {
  if (personId === undefined) throw new Error(`nobody holds ${title}`);
  return { kind: 'person', personId, accountId: personId as string as AccountId, name, grants };
}

/** Squares of a tenth of a degree: the district, two streets in it, a community and a courtyard in the north. */
const AREAS: readonly [AreaName, string, AreaName | null, number, number, number][] = [
  ['district', '001', null, 113.5, 34.7, 0.2],
  ['north', '001001', 'district', 113.5, 34.8, 0.1],
  ['south', '001002', 'district', 113.5, 34.7, 0.1],
  ['lane', '001001001', 'north', 113.5, 34.8, 0.05],
  ['court', '001001002', 'north', 113.55, 34.8, 0.05],
];

async function plantAreas(
  database: Database,
  { tenantId, ids }: Context,
): Promise<District['areas']> {
  const areas: Partial<Record<AreaName, { areaId: AreaId; areaPath: string }>> = {};
  for (const [name, areaPath, parent, lng, lat, side] of AREAS) {
    const areaId = ids.next<AreaId>();
    areas[name] = { areaId, areaPath };
    const box = `st_multi(st_makeenvelope(${lng}, ${lat}, ${lng + side}, ${lat + side}, 4326))`;
    await database.write(
      tenantId,
      [
        {
          sql: `insert into areas (tenant_id, area_id, version, audit_head, parent_area_id, area_path,
              kind, code, local_code, name, name_en, from_day, geometry)
            values ($1, $2, 1, '', $3, $4, 'local', $5, true, $6, $6, '2020-01-01', ${box})`,
          parameters: [
            tenantId,
            areaId,
            parent === null ? null : (areas[parent]?.areaId ?? null),
            areaPath,
            name,
            name,
          ],
        },
      ],
      async () => undefined,
    );
  }
  return areas as District['areas'];
}

async function foundUnits(
  { services }: Installation,
  context: Context,
  areas: District['areas'],
): Promise<District['units']> {
  const found = (plan: Parameters<typeof foundUnit>[2]) =>
    foundUnit(services, context, plan, '2026-01-01');
  const centre = await found({
    name: '城市运行中心',
    kind: 'command_centre',
    area: areas.district,
    posts: [
      { title: 'intake', roles: ['intake'], rank: 1, holder: '受理员甲' },
      { title: 'second intake', roles: ['intake'], rank: 1, holder: '受理员乙' },
      { title: 'dispatcher', roles: ['dispatcher'], rank: 1, holder: '派遣员甲' },
      { title: 'checker', roles: ['checker'], rank: 1, holder: '核查员甲' },
    ],
  });
  return {
    centre,
    government: await found({
      name: '区政府',
      kind: 'government',
      area: areas.district,
      posts: [{ title: 'leader', roles: ['leader'], rank: 4, holder: '分管领导甲' }],
    }),
    supervision: await found({
      name: '督查室',
      kind: 'department',
      area: areas.district,
      posts: [{ title: 'supervisor', roles: ['supervisor'], rank: 3, holder: '督查员甲' }],
    }),
    lamps: await found({
      name: '市政设施养护所',
      kind: 'department',
      area: areas.district,
      posts: [
        { title: 'lamp fitter', roles: ['handler'], rank: 1, holder: '养护员甲' },
        { title: 'second lamp fitter', roles: ['handler'], rank: 1, holder: '养护员乙' },
      ],
    }),
    roads: await found({
      name: '道路养护所',
      kind: 'department',
      area: areas.district,
      posts: [{ title: 'road mender', roles: ['handler'], rank: 1, holder: '养路工甲' }],
    }),
    north: await found({
      name: '北街道办事处',
      kind: 'street_office',
      area: areas.north,
      posts: [
        { title: 'north handler', roles: ['handler'], rank: 1, holder: '北街干部甲' },
        { title: 'north intake', roles: ['intake', 'dispatcher'], rank: 1, holder: '北街受理员甲' },
        { title: 'north leader', roles: ['leader'], rank: 2, holder: '北街主任' },
        { title: 'grid worker', roles: ['grid_worker'], rank: 1, holder: '网格员甲' },
      ],
    }),
    lane: await found({
      name: '里弄社区居民委员会',
      kind: 'community',
      area: areas.lane,
      posts: [{ title: 'lane handler', roles: ['handler'], rank: 1, holder: '社区干部甲' }],
    }),
  };
}
