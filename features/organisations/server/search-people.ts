/**
 * The staff directory: people by name with today's posts. It reads people and
 * posts only; nothing leads from here to a household, a resident or a phone.
 */
import { type RawBuilder, sql } from 'kysely';
import type { Context } from '#kernel/context.ts';
import type { Answer, Input } from '#kernel/endpoint.ts';
import type { PersonId } from '#kernel/ids.ts';
import { done, type Outcome, refused } from '#kernel/outcome.ts';
import type { Database } from '#platform/database/database.ts';
import { compile, containing } from '#platform/database/query.ts';
import type { searchPeople } from '../contract.ts';
import { type After, afterOf, nextAfter, PAGE } from './page.ts';
import { all } from './rows.ts';
import { today } from './today.ts';

type Answered = Answer<typeof searchPeople>;

export async function search(
  services: { readonly database: Database },
  context: Context,
  { query }: Input<typeof searchPeople>,
): Promise<Outcome<Answered>> {
  const after = afterOf(query.after);
  if (after === undefined) return refused({ code: 'input.invalid', field: 'after' });
  const { tenantId } = context;
  const day = today(context);
  const [found] = await services.database.read(
    tenantId,
    compile(sql`
      select n.person_id, n.name, coalesce(jsonb_agg(jsonb_build_object(
          'postId', p.post_id, 'title', p.title, 'organisationId', o.organisation_id,
          'organisationName', o.name) order by p.rank desc, p.post_id)
          filter (where p.post_id is not null), '[]'::jsonb) as posts
      from people n
      left join appointments a on a.tenant_id = n.tenant_id and a.person_id = n.person_id
        and a.from_day <= ${day} and (a.to_day is null or a.to_day > ${day})
      left join posts p on p.tenant_id = n.tenant_id and p.post_id = a.post_id
      left join organisations o on o.tenant_id = n.tenant_id and o.organisation_id = p.organisation_id
      where n.tenant_id = ${tenantId} and n.left_on is null and ${named(query.words)}
        and ${within(query.organisationId)} and ${following(after)}
      group by n.person_id, n.name
      order by n.name collate "C", n.person_id limit ${PAGE}`),
  );
  const people = all(found, (row) => ({
    personId: String(row['person_id']) as PersonId,
    name: String(row['name']),
    posts: row['posts'] as Answered['people'][number]['posts'],
  }));
  const last = people.at(-1);
  const next = nextAfter(last && { id: last.personId, name: last.name }, people.length);
  return done({ people: [...people], next });
}

function named(words: string | undefined): RawBuilder<boolean> {
  return words ? sql<boolean>`n.name ilike ${containing(words)}` : sql<boolean>`true`;
}

function within(organisationId: string | undefined): RawBuilder<boolean> {
  return organisationId ? sql<boolean>`p.organisation_id = ${organisationId}` : sql<boolean>`true`;
}

function following(after: After | null): RawBuilder<boolean> {
  if (!after) return sql<boolean>`true`;
  return sql<boolean>`(n.name collate "C", n.person_id) > (${after.name}, ${after.id}::uuid)`;
}
