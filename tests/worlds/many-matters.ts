/**
 * Fills a district with very many matters in a few set-based statements, for
 * plans and measurements. Rows only: no events, commands or outbox behind them,
 * so `audit verify` would name every one. Figures are summed in SQL.
 */

import type { Database } from '#platform/database/database.ts';
import { searchVector } from '#platform/search/words.ts';
import type { District } from './district.ts';
import { manyFigures } from './many-figures.ts';

/** Of ten matters, 1.5 are open. */
const OPEN_SHARE = 0.15;
const STREETS = 10;
/** In each street. */
const COMMUNITIES = 10;
const UNITS = 30;
/** Rows a statement. */
const BATCH = 20_000;

const WORDS: readonly (readonly [string, string])[] = [
  ['路灯不亮', '巷口第三根灯杆的路灯不亮，晚上看不清路'],
  ['井盖松动', '人行道上的井盖松动，车一过就响'],
  ['垃圾未清', '楼下垃圾桶满了三天没有清运'],
  ['占道经营', '早市结束后仍有摊贩占道经营，车辆无法通行'],
  ['噪音扰民', '夜里十一点后工地仍在施工，噪音很大'],
  ['道路坑洼', '小区门口道路破损积水，行人绕行'],
  ['树枝遮挡', '树枝遮挡交通信号灯'],
  ['喷泉漏水', '广场喷泉一直漏水，地面湿滑'],
  ['违规停车', '消防通道被私家车长期占用'],
  ['管道堵塞', '下水管道堵塞，污水外溢有异味'],
  ['扬尘污染', '渣土车未覆盖，沿路扬尘'],
  ['绿化损毁', '绿地被踩出一条路，草皮枯死'],
];

/** Two characters that one of four thousand matters has. */
const RARE_PAIR = 'chr(19968 + (g % 4000) / 64) || chr(27648 + g % 64)';
/** The pair of the seventy-seventh. */
export const RARE_WORD = String.fromCodePoint(19968 + 1, 27648 + 13);

export async function manyMatters(
  database: Database,
  world: Pick<District, 'tenantId' | 'areas' | 'units' | 'categories'>,
  count: number,
  now: string,
): Promise<void> {
  const { tenantId } = world;
  const own = (sql: string, parameters: readonly unknown[] = []) =>
    database.asOwner(async (transaction) => {
      await transaction.run({ sql, parameters });
    });
  await own(MORE_AREAS, [tenantId, world.areas.district.areaId]);
  await own(MORE_UNITS, [tenantId, world.areas.district.areaId]);
  const [titles, descriptions] = [WORDS.map(([title]) => title), WORDS.map(([, text]) => text)];
  const vectors = WORDS.map(([title, text]) => searchVector(title, text));
  const lamps = world.units.lamps.organisationId;
  for (let from = 1; from <= count; from += BATCH) {
    const to = Math.min(count, from + BATCH - 1);
    await own(MATTERS, [tenantId, from, to, now, titles, descriptions, vectors, lamps]);
  }
  for (const { sql, parameters } of manyFigures(tenantId)) await own(sql, parameters);
  // What a server's autovacuum does by itself after so many rows.
  await own(`select gin_clean_pending_list('matters_words')`);
  for (const table of ['matters', 'figures', 'areas', 'organisations'])
    await own(`analyze ${table}`);
}

/**
 * Streets of a tenth of a degree in a row, each under the district, their communities in squares
 * inside and each under its street; those there stay.
 */
const MORE_AREAS = `
  with streets as (
    select s, '001' || lpad(s::text, 3, '0') as path,
      113.5 + 0.1 * ((s - 1) % 5) as lng, 34.8 - 0.1 * ((s - 1) / 5) as lat
    from generate_series(1, ${STREETS}) s
  ), wanted as (
    select path, 'street ' || s as name, lng, lat, 0.1 as side from streets
    union all
    select path || lpad(c::text, 3, '0'), 'community ' || s || '-' || c,
      lng + 0.02 * ((c - 1) % 5), lat + 0.02 * ((c - 1) / 5), 0.02
    from streets, generate_series(1, ${COMMUNITIES}) c
  )
  insert into areas (tenant_id, area_id, version, audit_head, parent_area_id, area_path, kind, code,
    local_code, name, name_en, from_day, geometry)
  select $1::uuid, md5('area' || w.path)::uuid, 1, '',
    case when length(w.path) = 6 then $2::uuid
      else coalesce(s.area_id, md5('area' || substr(w.path, 1, 6))::uuid) end,
    w.path, 'local', 'many-' || w.path, true, w.name, w.name, '2020-01-01',
    st_multi(st_makeenvelope(w.lng, w.lat, w.lng + w.side, w.lat + w.side, 4326))
  from wanted w
  left join areas s on s.tenant_id = $1 and s.area_path = substr(w.path, 1, 6)
  where not exists (select from areas a where a.tenant_id = $1 and a.area_path = w.path)`;

const MORE_UNITS = `
  insert into organisations (tenant_id, organisation_id, version, audit_head, path, kind, name,
    area_id, area_path, opened_on)
  select $1::uuid, md5('unit' || u)::uuid, 1, '', md5('unit' || u)::uuid::text, 'department',
    'unit ' || u, $2::uuid, '001', '2020-01-01'
  from generate_series(1, ${UNITS}) u`;

/**
 * Each number gives the same row at every run: what varies is drawn from its hash.
 * Areas, categories and units are uneven (few have most), points lie in clumps.
 */
const MATTERS = `
  with drawn as materialized (
    select g,
      ('x' || substr(md5('a' || g), 1, 7))::bit(28)::int / 268435456.0 as a,
      ('x' || substr(md5('a' || g), 9, 7))::bit(28)::int / 268435456.0 as b,
      ('x' || substr(md5('a' || g), 17, 7))::bit(28)::int / 268435456.0 as c,
      ('x' || substr(md5('b' || g), 1, 7))::bit(28)::int / 268435456.0 as d,
      ('x' || substr(md5('b' || g), 9, 7))::bit(28)::int / 268435456.0 as e,
      ('x' || substr(md5('b' || g), 17, 7))::bit(28)::int / 268435456.0 as f
    from generate_series($2::int, $3::int) g
  ), lists as materialized (
    select
      (select array_agg(area_id order by area_path) from areas
        where tenant_id = $1 and length(area_path) = 9) as areas,
      (select array_agg(area_path order by area_path) from areas
        where tenant_id = $1 and length(area_path) = 9) as paths,
      (select array_agg(category_id order by code) from categories where tenant_id = $1) as categories,
      (select array_agg(organisation_id order by organisation_id) from organisations
        where tenant_id = $1 and kind <> 'government') as units
  ), placed as materialized (
    select d.*, 1 + floor(cardinality(l.areas) * (0.4 * a + 0.6 * a * a))::int as area,
      1 + floor(12 * c)::int as words, c < ${OPEN_SHARE} as open,
      l.categories[1 + floor(cardinality(l.categories) * b * b)::int] as category_id,
      case when e < 0.06 then $8::uuid
        else l.units[1 + floor(cardinality(l.units) * e * e)::int] end as unit,
      $4::timestamptz - make_interval(secs =>
        case when c < ${OPEN_SHARE} then 86400 * 90 * d * d else 86400 * 700 * d end) as reported,
      l.areas, l.paths
    from drawn d, lists l
  ), stepped as materialized (
    select p.*, p.areas[area] as area_id, p.paths[area] as path,
      case when not open then case when f < 0.02 then 'closed' when f < 0.5 then 'called_back' else 'evaluated' end
        when f < 0.15 then 'reported' when f < 0.25 then 'filed' when f < 0.5 then 'dispatched'
        when f < 0.8 then 'handling' when f < 0.88 then 'answered' when f < 0.95 then 'checked'
        else 'shelved' end as state,
      extract(epoch from reported)::bigint * 1000 as ms
    from placed p
  )
  insert into matters (tenant_id, matter_id, version, audit_head, number, state, round, title,
    description, words, category_id, condition, source, area_id, area_path, filed_area_path,
    lng, lat, exactness, place_text, reporter_shared, personal, handler_organisation_id,
    handled_by_persons, handled_by_organisations, reported_at, filed_at, dispatched_at, accepted_at,
    answered_at, checked_at, closed_at, due_at, handle_due_at, response_due_at, escalation_level,
    escalate_at, supervised, call_back, solved, satisfaction, excluded)
  select $1::uuid,
    (lpad(to_hex(ms), 12, '0') || '7' || substr(md5('i' || g), 1, 3) || '8' || substr(md5('i' || g), 4, 15))::uuid,
    case when open then 3 else 8 end, '', 'm' || lpad(g::text, 9, '0'), state, 1,
    ($5::text[])[words], ($6::text[])[words],
    ($7::text[])[words]::tsvector || ('''' || ${RARE_PAIR} || '''')::tsvector,
    case when state = 'reported' then null else category_id end, '', 'portal', area_id, path,
    case when state = 'reported' then null else path end,
    113.5 + 0.1 * ((area / 10) % 5) + 0.02 * ((area % 10) % 5) + 0.02 * e * e,
    34.8 - 0.1 * (area / 50) + 0.02 * ((area % 10) / 5) + 0.02 * b * b,
    'exact', '', false, false,
    case when state in ('reported', 'filed') then null else unit end, '[]', '[]', reported,
    case when state <> 'reported' then reported + interval '1 hour' end,
    case when state not in ('reported', 'filed') then reported + interval '2 hours' end,
    case when state not in ('reported', 'filed', 'dispatched') then reported + make_interval(hours => 2 + (8 * b)::int) end,
    case when not open or state in ('answered', 'checked') then reported + make_interval(hours => 12 + (200 * f)::int) end,
    case when not open or state = 'checked' then reported + make_interval(hours => 20 + (200 * f)::int) end,
    case when not open then least(reported + make_interval(hours => 30 + (200 * f)::int), $4::timestamptz) end,
    case when open then reported + interval '6 days' when state = 'closed' then reported + interval '20 days' end,
    case when state not in ('reported', 'filed') then reported + interval '5 days' end,
    case when state not in ('reported', 'filed') then reported + interval '8 hours' end,
    0, case when open then reported + interval '6 days' end, d < 0.02,
    case when state in ('called_back', 'evaluated') then 'reached' end,
    case when state in ('called_back', 'evaluated') then d < 0.8 end,
    case when state in ('called_back', 'evaluated') then 1 + floor(5 * sqrt(a))::int end,
    false
  from stepped`;
