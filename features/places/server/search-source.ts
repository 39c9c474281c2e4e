/** Areas in the desk's search: those under a grant of the asker, by name or code. */
import { sql } from 'kysely';
import type { Context } from '#kernel/context.ts';
import { compile } from '#platform/database/query.ts';
import { closestFirst, hasWords } from '#platform/search/by-name.ts';
import type { SearchSource } from '#platform/search/source.ts';
import { reachOf } from './reach.ts';

const areaRows = (context: Context) => sql`
  select a.area_id as id, a.name, a.name_en, a.code, u.name as above, u.name_en as above_en
  from areas a
  left join areas u on u.tenant_id = ${context.tenantId} and u.area_id = a.parent_area_id
  where a.tenant_id = ${context.tenantId} and ${reachOf('a.area_path', context)} and a.to_day is null`;

export const areaSearch: SearchSource = {
  kind: 'place',
  find: (context, words, limit) =>
    compile(sql`${areaRows(context)}
      and (${hasWords(['a.name', 'a.name_en'], words)} or a.code = ${words})
      order by ${closestFirst('a.name', 'a.area_id', words)} limit ${limit}`),
  recall: (context, ids) => compile(sql`${areaRows(context)} and a.area_id in (${sql.join(ids)})`),
  found: (row, { locale }) => {
    const name = (column: string): string => {
      const english = locale === 'en' ? row[`${column}_en`] : '';
      const text = english || row[column];
      return typeof text === 'string' ? text : '';
    };
    const above = name('above');
    const code = typeof row['code'] === 'string' ? row['code'] : '';
    return {
      id: String(row['id']),
      title: name('name'),
      note: [above, code].filter(Boolean).join(' · '),
      tone: null,
      inside: null,
    };
  },
};
