/** Where somebody lives, by part of its name: estates, courtyards, villages and what else has one. */
import { sql } from 'kysely';
import type { Context } from '#kernel/context.ts';
import type { Answer, Input } from '#kernel/endpoint.ts';
import { done, type Outcome } from '#kernel/outcome.ts';
import { compile, containing, rowsAs } from '#platform/database/query.ts';
import type { Services } from '#platform/services.ts';
import type { publicSites } from '../contract.ts';

const MOST = 12;

type Found = Answer<typeof publicSites>;

/** Names that begin with the words come first; the place of a site is a point on it. */
export async function findSites(
  { database }: Pick<Services, 'database'>,
  { tenantId }: Context,
  { query }: Input<typeof publicSites>,
): Promise<Outcome<Found>> {
  const words = containing(query.q);
  const [rows] = await database.read(
    tenantId,
    compile(sql`
      select s.name, a.name as area,
        st_x(st_pointonsurface(s.geometry)) as lng, st_y(st_pointonsurface(s.geometry)) as lat
      from sites s join areas a on a.tenant_id = ${tenantId} and a.area_id = s.area_id
      where s.tenant_id = ${tenantId} and s.to_day is null and s.name ilike ${words}
      order by s.name not ilike ${words.slice(1)}, length(s.name), s.name, s.site_id
      limit ${MOST + 1}`),
  );
  const sites = rowsAs<Found['sites'][number]>(rows);
  return done({ sites: sites.slice(0, MOST), more: sites.length > MOST });
}
