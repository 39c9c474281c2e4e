/** A person with the posts of today and later: whom the security administrator may give an account. */
import type { Context } from '#kernel/context.ts';
import type { Answer, Input } from '#kernel/endpoint.ts';
import { done, type Outcome, refused } from '#kernel/outcome.ts';
import type { Database } from '#platform/database/database.ts';
import { rowsAs } from '#platform/database/query.ts';
import { reaches } from '#platform/scope/reach.ts';
import type { getPerson } from '../contract.ts';
import { first } from './rows.ts';
import { today } from './today.ts';

type Answered = Answer<typeof getPerson>;
type Tenure = Answered['tenures'][number] & { readonly areaPath: string };

/** Seen where every post lies in the own areas, as their account may be managed. */
export async function showPerson(
  { database }: { readonly database: Database },
  context: Context,
  { params }: Input<typeof getPerson>,
): Promise<Outcome<Answered>> {
  const { tenantId, actor } = context;
  const { personId } = params;
  const [people, found] = await database.read(
    tenantId,
    {
      sql: 'select name from people where tenant_id = $1 and person_id = $2 and left_on is null',
      parameters: [tenantId, personId],
    },
    {
      sql: `select t.id, t.substitute, t.from_day as "from", t.to_day as "to", p.title, p.area_path,
          p.organisation_id, o.name as organisation_name
        from (
          select appointment_id as id, post_id, from_day, to_day, false as substitute
          from appointments where tenant_id = $1 and person_id = $2
          union all
          select substitute_id, post_id, from_day, to_day, true
          from substitutes where tenant_id = $1 and person_id = $2
        ) t
        join posts p on p.tenant_id = $1 and p.post_id = t.post_id
        join organisations o on o.tenant_id = $1 and o.organisation_id = p.organisation_id
        where t.to_day is null or t.to_day > $3
        order by t.from_day, t.id`,
      parameters: [tenantId, personId, today(context)],
    },
  );
  const name = first(people, (row) => String(row['name']));
  const tenures = rowsAs<Tenure>(found);
  const inReach = tenures.every(({ areaPath }) => reaches(actor, areaPath, 'security_admin'));
  if (name === undefined || !inReach) return refused({ code: 'person.unknown' });
  return done({ personId, name, tenures: tenures.map(({ areaPath: _, ...tenure }) => tenure) });
}
