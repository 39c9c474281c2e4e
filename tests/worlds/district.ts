/** A small believable district on one database: two streets, units, people with their posts, a catalogue. */
import { mkdtempSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { type Installation, makeInstallation } from '#apps/server/services.ts';
import { systemContext } from '#apps/server/work.ts';
import { type FoundedPost, type FoundedUnit, foundUnit, sure } from '#demo/founding.ts';
import { installCatalogue, setDuties } from '#features/matters/server/public.ts';
import { divisionsImporter } from '#features/places/server/public.ts';
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
    divisionCode: 'T-district',
    createdAt: start,
  });
  const system = systemContext(installation, tenant, 'test');
  const areas = await plantAreas(services, system);
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
const AREAS: readonly [AreaName, AreaName | null, number, number, number][] = [
  ['district', null, 113.5, 34.7, 0.2],
  ['north', 'district', 113.5, 34.8, 0.1],
  ['south', 'district', 113.5, 34.7, 0.1],
  ['lane', 'north', 113.5, 34.8, 0.05],
  ['court', 'north', 113.55, 34.8, 0.05],
];

async function plantAreas(
  services: Installation['services'],
  context: Context,
): Promise<District['areas']> {
  const outcomes = await divisionsImporter.write(
    services,
    context,
    AREAS.map(([name, parent, lng, lat, side], at) => ({
      number: at + 1,
      digest: name,
      values: {
        code: `T-${name}`,
        name,
        nameEn: name,
        parentCode: parent === null ? null : `T-${parent}`,
        parentName: null,
        from: '2020-01-01',
        shape: { type: 'MultiPolygon', coordinates: [[square(lng, lat, side)]] },
      },
    })),
    { dryRun: false, accepted: new Set() },
  );
  const bad = outcomes.find((one) => one !== 'created');
  if (bad !== undefined) throw new Error(`refused: ${JSON.stringify(bad)}`);
  const [found] = await services.database.read(context.tenantId, {
    sql: 'select name, area_id, area_path from areas where tenant_id = $1',
    parameters: [context.tenantId],
  });
  return Object.fromEntries(
    (found?.rows ?? []).map((row) => [
      row['name'],
      { areaId: row['area_id'], areaPath: row['area_path'] },
    ]),
  ) as unknown as District['areas'];
}

function square(lng: number, lat: number, side: number): [number, number][] {
  const at = (x: number, y: number): [number, number] => [
    Number((lng + x).toFixed(6)),
    Number((lat + y).toFixed(6)),
  ];
  return [at(0, 0), at(side, 0), at(side, side), at(0, side), at(0, 0)];
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
