/**
 * Organisations and posts in the desk's search. A directory of posts, as the
 * lists of this feature are: people are found by the posts they hold, never residents.
 */
import { sql } from 'kysely';
import type { Context } from '#kernel/context.ts';
import { compile } from '#platform/database/query.ts';
import { closestFirst, hasWords } from '#platform/search/by-name.ts';
import type { SearchSource } from '#platform/search/source.ts';
import { today } from './today.ts';

const organisationRows = (tenantId: string) => sql`
  select o.organisation_id as id, o.name as title, a.name as above
  from organisations o
  left join areas a on a.tenant_id = ${tenantId} and a.area_id = o.area_id
  where o.tenant_id = ${tenantId} and o.closed_on is null`;

const organisations: SearchSource = {
  kind: 'organisation',
  find: ({ tenantId }, words, limit) =>
    compile(sql`${organisationRows(tenantId)} and ${hasWords(['o.name'], words)}
      order by ${closestFirst('o.name', 'o.organisation_id', words)} limit ${limit}`),
  recall: ({ tenantId }, ids) =>
    compile(sql`${organisationRows(tenantId)} and o.organisation_id in (${sql.join(ids)})`),
  found: (row) => ({
    id: String(row['id']),
    title: String(row['title']),
    note: textOf(row['above']),
    tone: null,
    inside: null,
  }),
};

/** Posts with who holds them today. */
const postRows = (context: Context) => sql`
  select p.post_id as id, p.title, p.organisation_id as inside, o.name as above,
    (select string_agg(n.name, ' ' order by n.name collate "C")
      from appointments h join people n on n.tenant_id = ${context.tenantId} and n.person_id = h.person_id
      where h.tenant_id = ${context.tenantId} and h.post_id = p.post_id and n.left_on is null
        and h.from_day <= ${today(context)} and (h.to_day is null or h.to_day > ${today(context)})) as holders
  from posts p
  join organisations o on o.tenant_id = ${context.tenantId} and o.organisation_id = p.organisation_id
  where p.tenant_id = ${context.tenantId} and p.closed_on is null`;

const posts: SearchSource = {
  kind: 'post',
  find: (context, words, limit) =>
    compile(sql`
      select * from (${postRows(context)}) as f
      where ${hasWords(['f.title', 'f.holders'], words)}
      order by ${closestFirst('f.title', 'f.id', words)} limit ${limit}`),
  recall: (context, ids) => compile(sql`${postRows(context)} and p.post_id in (${sql.join(ids)})`),
  found: (row) => ({
    id: String(row['id']),
    title: String(row['title']),
    note: [textOf(row['holders']), textOf(row['above'])].filter(Boolean).join(' · '),
    tone: null,
    inside: String(row['inside']),
  }),
};

export const organisationSearch: readonly SearchSource[] = [organisations, posts];

function textOf(value: unknown): string {
  return typeof value === 'string' ? value : '';
}
