/** The port of access: the posts a person holds on a day, by appointment or in a holder's stead. */
import type { AppointmentSource, HeldPost } from '#features/access/server/public.ts';
import type { OrganisationId, PersonId, PostId, TenantId } from '#kernel/ids.ts';
import type { Role } from '#kernel/role.ts';
import type { Statement } from '#platform/database/database.ts';
import { all, first } from './rows.ts';

export const appointmentSource: AppointmentSource = {
  statements: (tenantId, personId, day) => [
    findPerson(tenantId, personId),
    heldPosts(tenantId, personId, day),
  ],
  read: ([people, posts]) => {
    const name = first(people, (row) => String(row['name']));
    return name === undefined ? undefined : { name, posts: all(posts, heldPostOf) };
  },
};

function findPerson(tenantId: TenantId, personId: PersonId): Statement {
  return {
    sql: 'select name from people where tenant_id = $1 and person_id = $2 and left_on is null',
    parameters: [tenantId, personId],
  };
}

/** In a steady order, so that screens do not jump. */
export function heldPosts(tenantId: TenantId, personId: PersonId, day: string): Statement {
  return {
    sql: `select p.post_id, p.title, p.organisation_id, o.name as organisation_name, p.area_path,
        p.roles, h.substitute
      from (
        select post_id, false as substitute from appointments
        where tenant_id = $1 and person_id = $2 and from_day <= $3 and (to_day is null or to_day > $3)
        union all
        select post_id, true from substitutes
        where tenant_id = $1 and person_id = $2 and from_day <= $3 and to_day > $3
      ) h
      join posts p on p.tenant_id = $1 and p.post_id = h.post_id
      join organisations o on o.tenant_id = $1 and o.organisation_id = p.organisation_id
      where p.closed_on is null or p.closed_on > $3
      order by h.substitute, p.rank desc, p.post_id`,
    parameters: [tenantId, personId, day],
  };
}

export function heldPostOf(row: Readonly<Record<string, unknown>>): HeldPost {
  return {
    postId: String(row['post_id']) as PostId,
    title: String(row['title']),
    organisationId: String(row['organisation_id']) as OrganisationId,
    organisationName: String(row['organisation_name']),
    areaPath: String(row['area_path']),
    roles: row['roles'] as readonly Role[],
    substitute: row['substitute'] === true,
  };
}
