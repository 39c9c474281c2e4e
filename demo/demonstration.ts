/**
 * The demonstration: a district to look at and to try. `open` makes what the
 * first page needs; `fill` goes on while people look.
 */
import { installCatalogue, setDuties } from '#features/matters/server/public.ts';
import type { Context } from '#kernel/context.ts';
import type { CommandId, TenantId } from '#kernel/ids.ts';
import { legalDay } from '#kernel/period.ts';
import type { Services } from '#platform/services.ts';
import { createTenant, type Tenant } from '#platform/tenants/tenants.ts';
import { type AreaOf, type FoundedPost, type FoundedUnit, foundUnit, sure } from './founding.ts';
import { pointIn, random } from './invented-borders.ts';
import { tellPast } from './past.ts';
import { DIVISION_CODE, drawTowns, plantAreas, type Town } from './plant-areas.ts';
import { publishSchemes } from './schemes.ts';
import { tellGround } from './tell-ground.ts';
import { type Stage, tellMatters } from './tell-matters.ts';
import { communityUnit, DISTRICT_UNITS, streetUnit } from './units.ts';

export const DEMONSTRATION_SLUG = 'zhongyuan';
const MATTERS = 160;
const DAYS_BACK = 400;
const DAY = 86_400_000;

export interface Demonstration {
  readonly tenant: Tenant;
  /** Published schemes, the matters, units of towns and communities, and grids to plan anew. */
  fill(): Promise<void>;
}

/** @param contextOf the system's context in the new tenant */
export async function openDemonstration(
  services: Services,
  contextOf: (tenant: Tenant) => Context,
): Promise<Demonstration> {
  const now = services.clock.now();
  const tenant: Tenant = {
    tenantId: services.ids.next<TenantId>(),
    slug: DEMONSTRATION_SLUG,
    name: '中原区（演示）',
    nameEn: 'Zhongyuan District (demonstration)',
    timeZone: 'Asia/Shanghai',
    demonstration: true,
  };
  await createTenant(services.database, {
    ...tenant,
    divisionCode: DIVISION_CODE,
    createdAt: new Date(now).toISOString(),
  });
  const system = contextOf(tenant);
  const from = legalDay(now - DAYS_BACK * DAY, tenant.timeZone);
  const towns = drawTowns();
  const areas = await plantAreas(services, system, towns, from);
  const { categories } = await sure(installCatalogue(services, system));
  const district = areaOf(areas, DIVISION_CODE);
  const units: FoundedUnit[] = [];
  for (const plan of DISTRICT_UNITS) {
    units.push(await foundUnit(services, system, { ...plan, area: district }, from));
  }
  const duties = DISTRICT_UNITS.flatMap(({ owns }, at) =>
    Object.entries(categories)
      .filter(([code]) => owns.some((beginning) => code.startsWith(beginning)))
      .map(([, categoryId]) => ({
        categoryId,
        organisationId: (units[at] as FoundedUnit).organisationId,
        areaPath: district.areaPath,
        basis: 'owner' as const,
      })),
  );
  await sure(setDuties(services, system, services.ids.next<CommandId>(), duties));
  const stage: Stage = {
    services,
    system,
    categories,
    count: MATTERS,
    until: now,
    ownerOf: (code) => ownerOf(units, code),
    post: (code) => postOf(units, code),
    somewhere: somewhereIn(towns),
  };
  return {
    tenant,
    fill: async () => {
      await publishSchemes(services, system, {
        area: district,
        writer: postOf(units, 'officer'),
        publisher: postOf(units, 'reviewer'),
      });
      await tellMatters(stage);
      await tellPast(services, system, {
        communities: towns.flatMap((town) => town.communities),
        unitOf: unitNameOf,
        until: now,
      });
      await foundTowns(services, system, { towns, areas, from });
      const planned = towns.toSorted((a, b) => a.communities.length - b.communities.length)[0];
      if (planned !== undefined) await tellGround(services, system, planned, from);
    },
  };
}

function ownerOf(units: readonly FoundedUnit[], code: string): FoundedUnit {
  const at = DISTRICT_UNITS.findIndex(({ owns }) => owns.some((one) => code.startsWith(one)));
  const unit = units[at];
  if (unit === undefined) throw new Error(`nobody owns ${code}`);
  return unit;
}

function unitNameOf(code: string): string {
  const unit = DISTRICT_UNITS.find(({ owns }) => owns.some((one) => code.startsWith(one)));
  if (unit === undefined) throw new Error(`nobody owns ${code}`);
  return unit.name;
}

function postOf(units: readonly FoundedUnit[], code: string): FoundedPost {
  const plans = DISTRICT_UNITS.flatMap(({ posts }) => posts);
  const at = plans.findIndex((plan) => plan.code === `demo-${code}`);
  const post = units.flatMap((unit) => unit.posts)[at];
  if (post === undefined) throw new Error(`no post ${code}`);
  return post;
}

function somewhereIn(towns: readonly Town[]): Stage['somewhere'] {
  const next = random(7);
  const communities = towns.flatMap((town) => town.communities);
  return () => {
    const one = communities[Math.floor(next() * communities.length)];
    return pointIn(one?.ring ?? [], next);
  };
}

async function foundTowns(
  services: Services,
  system: Context,
  place: {
    readonly towns: readonly Town[];
    readonly areas: ReadonlyMap<string, AreaOf>;
    readonly from: string;
  },
): Promise<void> {
  for (const town of place.towns) {
    const area = areaOf(place.areas, town.code);
    const street = await foundUnit(
      services,
      system,
      { ...streetUnit(town.name, town.code), area },
      place.from,
    );
    for (const { code, name } of town.communities) {
      const plan = { ...communityUnit(name, code), area: areaOf(place.areas, code) };
      await foundUnit(services, system, { ...plan, parent: street.organisationId }, place.from);
    }
  }
}

function areaOf(areas: ReadonlyMap<string, AreaOf>, code: string): AreaOf {
  const area = areas.get(code);
  if (area === undefined) throw new Error(`no area ${code}`);
  return area;
}
