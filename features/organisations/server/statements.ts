/** Statements that commands open with: they lock what is to change and read what the rules need. */
import type { AreaId, OrganisationId, PersonId, PostId, TenantId } from '#kernel/ids.ts';
import type { Statement } from '#platform/database/database.ts';

export function lockOrganisation(tenantId: TenantId, id: OrganisationId): Statement {
  return {
    sql: 'select * from organisations where tenant_id = $1 and organisation_id = $2 for update',
    parameters: [tenantId, id],
  };
}

export function lockPost(tenantId: TenantId, id: PostId): Statement {
  return {
    sql: 'select * from posts where tenant_id = $1 and post_id = $2 for update',
    parameters: [tenantId, id],
  };
}

/** Appointments of one person wait for one another: their separation is judged under this lock. */
export function lockPerson(tenantId: TenantId, id: PersonId): Statement {
  return {
    sql: 'select person_id from people where tenant_id = $1 and person_id = $2 for update',
    parameters: [tenantId, id],
  };
}

export function lockAppointment(tenantId: TenantId, id: string): Statement {
  return {
    sql: `select appointment_id as id, version, audit_head, post_id, person_id, from_day, to_day
      from appointments where tenant_id = $1 and appointment_id = $2 for update`,
    parameters: [tenantId, id],
  };
}

export function lockSubstitute(tenantId: TenantId, id: string): Statement {
  return {
    sql: `select substitute_id as id, version, audit_head, post_id, person_id, from_day, to_day
      from substitutes where tenant_id = $1 and substitute_id = $2 for update`,
    parameters: [tenantId, id],
  };
}

/** Everything a person holds, held or will hold, also as a substitute. */
export function holdingsOf(tenantId: TenantId, personId: PersonId): Statement {
  return {
    sql: `select a.post_id, p.roles, a.from_day, a.to_day, false as substitute
      from appointments a join posts p on p.tenant_id = a.tenant_id and p.post_id = a.post_id
      where a.tenant_id = $1 and a.person_id = $2
      union all
      select s.post_id, p.roles, s.from_day, s.to_day, true
      from substitutes s join posts p on p.tenant_id = s.tenant_id and p.post_id = s.post_id
      where s.tenant_id = $1 and s.person_id = $2`,
    parameters: [tenantId, personId],
  };
}

/**
 * The area an organisation or post is to stand in; `areas` belongs to places. Held, so that
 * it is not ended before they stand in it.
 */
export function findArea(tenantId: TenantId, areaId: AreaId | undefined): Statement {
  return {
    sql: `select area_id, area_path from areas
      where tenant_id = $1 and area_id = $2 and to_day is null for key share`,
    parameters: [tenantId, areaId ?? null],
  };
}

/** Open organisations right below one, and people who hold posts of it on or after a day. */
export function stillOpen(tenantId: TenantId, id: OrganisationId, day: string): Statement {
  return {
    sql: `select
      (select count(*)::int from organisations
        where tenant_id = $1 and parent_id = $2 and closed_on is null) as children,
      (select count(*)::int from appointments a
        join posts p on p.tenant_id = a.tenant_id and p.post_id = a.post_id
        where a.tenant_id = $1 and p.organisation_id = $2
          and (a.to_day is null or a.to_day > $3)) as holders`,
    parameters: [tenantId, id, day],
  };
}

/** People who hold the post, or stand in for its holder, on or after a day. */
export function holdersOf(tenantId: TenantId, postId: PostId, day: string): Statement {
  return {
    sql: `select
      (select count(*)::int from appointments where tenant_id = $1 and post_id = $2
        and (to_day is null or to_day > $3))
      + (select count(*)::int from substitutes where tenant_id = $1 and post_id = $2
        and to_day > $3) as holders`,
    parameters: [tenantId, postId, day],
  };
}

/** Areas by their codes, and the tenant's own one at the top. */
export function areasByCode(tenantId: TenantId, codes: readonly string[]): Statement {
  return {
    sql: `select area_id, area_path, code, parent_area_id from areas
      where tenant_id = $1 and to_day is null
        and (code = any($2::text[]) or parent_area_id is null)
      order by area_path`,
    parameters: [tenantId, codes],
  };
}
