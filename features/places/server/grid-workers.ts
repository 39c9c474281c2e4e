/** Who works in the grids of an area, as its notice board says. */
import { sql } from 'kysely';
import type { Context } from '#kernel/context.ts';
import type { Answer, Input } from '#kernel/endpoint.ts';
import { done, type Outcome, refused } from '#kernel/outcome.ts';
import { legalDay } from '#kernel/period.ts';
import { compile, rowsAs } from '#platform/database/query.ts';
import type { Services } from '#platform/services.ts';
import type { gridWorkers } from '../contract.ts';
import { type GridWorkerSource, reachesGrid } from './plans/workers.ts';
import { reachOf } from './reach.ts';

export async function workersOfArea(
  { database }: Pick<Services, 'database'>,
  source: GridWorkerSource,
  context: Context,
  { params }: Input<typeof gridWorkers>,
): Promise<Outcome<Answer<typeof gridWorkers>>> {
  const { tenantId, clock, timeZone } = context;
  const [found] = await database.read(
    tenantId,
    compile(sql`
      select a.area_path from areas a
      where a.tenant_id = ${tenantId} and a.area_id = ${params.areaId}
        and ${reachOf('a.area_path', context)}`),
  );
  const [area] = rowsAs<{ areaPath: string }>(found);
  if (area === undefined) return refused({ code: 'place.unknown' });
  const day = legalDay(clock.now(), timeZone);
  const [posts] = await database.read(tenantId, source.reaching(tenantId, area.areaPath, day));
  const workers = source
    .read(posts)
    .filter((post) => reachesGrid(post, area.areaPath))
    .map(({ postId, title, organisationName, organisationPhone, holders }) => ({
      postId,
      title,
      organisationName,
      organisationPhone,
      holders: [...holders],
    }));
  return done({ workers });
}
