/** The port of places: posts of grid workers, and who holds them on a day. */
import type { GridWorkerPost, GridWorkerSource } from '#features/places/server/public.ts';
import type { PostId } from '#kernel/ids.ts';
import { all } from './rows.ts';

const COLUMNS = `p.post_id, p.title, p.area_path, o.name as organisation_name,
  o.phone as organisation_phone,
  coalesce((select jsonb_agg(n.name order by a.from_day, n.person_id) from appointments a
    join people n on n.tenant_id = a.tenant_id and n.person_id = a.person_id
    where a.tenant_id = p.tenant_id and a.post_id = p.post_id
      and a.from_day <= $3 and (a.to_day is null or a.to_day > $3)), '[]'::jsonb) as holders`;
const FROM = `from posts p join organisations o
  on o.tenant_id = p.tenant_id and o.organisation_id = p.organisation_id`;

export const gridWorkerSource: GridWorkerSource = {
  reaching: (tenantId, areaPath, day) => ({
    sql: `select ${COLUMNS} ${FROM}
      where p.tenant_id = $1 and p.roles @> '["grid_worker"]'::jsonb
        and (p.closed_on is null or p.closed_on > $3)
        and ((p.area_path >= $2 and p.area_path < $2 || '~')
          or ($2 >= p.area_path and $2 < p.area_path || '~'))
      order by p.area_path, p.title, p.post_id`,
    parameters: [tenantId, areaPath, day],
  }),
  titles: (tenantId, postIds) => ({
    sql: `select p.post_id, p.title, p.area_path, o.name as organisation_name,
        o.phone as organisation_phone, '[]'::jsonb as holders
      ${FROM} where p.tenant_id = $1 and p.post_id = any($2::uuid[])`,
    parameters: [tenantId, postIds],
  }),
  read: (found) => all(found, postOf),
};

function postOf(row: Readonly<Record<string, unknown>>): GridWorkerPost {
  return {
    postId: String(row['post_id']) as PostId,
    title: String(row['title']),
    organisationName: String(row['organisation_name']),
    organisationPhone: String(row['organisation_phone'] ?? ''),
    areaPath: String(row['area_path']),
    holders: row['holders'] as readonly string[],
  };
}
