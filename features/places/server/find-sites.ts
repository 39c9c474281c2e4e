/** Where somebody lives, by part of its name: communities and villages, estates, courtyards and what else has one. */
import { type RawBuilder, sql } from 'kysely';
import type { Context } from '#kernel/context.ts';
import type { Answer, Input } from '#kernel/endpoint.ts';
import type { TenantId } from '#kernel/ids.ts';
import { done, type Outcome } from '#kernel/outcome.ts';
import type { Statement } from '#platform/database/database.ts';
import { compile, containing, rowsAs } from '#platform/database/query.ts';
import type { Services } from '#platform/services.ts';
import type { publicSites } from '../contract.ts';
import { closeUp, withoutKind } from '../rules/place-words.ts';

const MOST_AREAS = 6;
const MOST_SITES = 12;

type Found = Answer<typeof publicSites>;
type Reads = Pick<Services, 'database'>;

/** Names that begin with the words come first. Where nothing is called so, what is called so but for the word of its kind. */
export async function findSites(
  services: Reads,
  { tenantId }: Context,
  { query }: Input<typeof publicSites>,
): Promise<Outcome<Found>> {
  const found = await called(services, tenantId, closeUp(query.q));
  if (found.areas.length + found.sites.length > 0) return done({ ...found, nearly: false });
  const left = withoutKind(query.q);
  if (left === undefined) return done({ ...found, nearly: false });
  return done({ ...(await called(services, tenantId, left)), nearly: true });
}

async function called(
  { database }: Reads,
  tenantId: TenantId,
  name: string,
): Promise<Omit<Found, 'nearly'>> {
  const words = containing(name);
  const [areaRows, siteRows] = await database.read(
    tenantId,
    areasCalled(tenantId, words),
    sitesCalled(tenantId, words),
  );
  const areas = rowsAs<Found['areas'][number]>(areaRows);
  const sites = rowsAs<Found['sites'][number]>(siteRows);
  return {
    areas: areas.slice(0, MOST_AREAS),
    sites: sites.slice(0, MOST_SITES),
    more: areas.length > MOST_AREAS || sites.length > MOST_SITES,
  };
}

function areasCalled(tenantId: TenantId, words: string): Statement {
  const name = sql`replace(a.name, ' ', '')`;
  return compile(sql`
    select a.area_id, a.name, coalesce(p.name, '') as within
    from areas a left join areas p on p.tenant_id = ${tenantId} and p.area_id = a.parent_area_id
    where a.tenant_id = ${tenantId} and a.to_day is null
      and (${name} ilike ${words} or replace(a.name_en, ' ', '') ilike ${words})
    order by ${closest(name, words)}, a.area_id limit ${MOST_AREAS + 1}`);
}

function sitesCalled(tenantId: TenantId, words: string): Statement {
  const name = sql`replace(s.name, ' ', '')`;
  return compile(sql`
    select s.site_id, s.name, a.name as area
    from sites s join areas a on a.tenant_id = ${tenantId} and a.area_id = s.area_id
    where s.tenant_id = ${tenantId} and s.to_day is null and ${name} ilike ${words}
    order by ${closest(name, words)}, a.area_path, s.site_id limit ${MOST_SITES + 1}`);
}

/** Those that begin with the words, then the short ones. */
function closest(name: RawBuilder<unknown>, words: string): RawBuilder<unknown> {
  return sql`${name} not ilike ${words.slice(1)}, length(${name}), ${name}`;
}
