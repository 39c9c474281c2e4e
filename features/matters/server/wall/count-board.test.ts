/** What a wall counts by the shortest way is what a plain count of the matters gives. */
import { beforeAll, describe, expect, it } from 'vitest';
import { engines, START_LIMIT, useDatabase } from '#tests/engines/engines.ts';
import { filed } from '#tests/journeys/told.ts';
import { type District, foundDistrict } from '#tests/worlds/district.ts';
import { nowOf } from '#tests/worlds/hot-reads.ts';
import { manyMatters } from '#tests/worlds/many-matters.ts';
import type { CountedBoard, CountedGroup } from '../../rules/wall/make-board.ts';
import { countBoard } from './count-board.ts';

/** One row for each street and category, everything counted from the matters themselves. */
const PLAIN = `
  with told as (
    select m.*, left(coalesce(filed_area_path, area_path), 6) as street,
      ($2::timestamptz at time zone 'Asia/Shanghai')::date as today,
      (reported_at at time zone 'Asia/Shanghai')::date as reported_on,
      (filed_at at time zone 'Asia/Shanghai')::date as filed_on,
      (dispatched_at at time zone 'Asia/Shanghai')::date as dispatched_on,
      (closed_at at time zone 'Asia/Shanghai')::date as closed_on
    from matters m where tenant_id = $1
  )
  select street, category_id::text as category,
    count(*) filter (where filed_on >= $3::date)::int as filed,
    count(*) filter (where filed_on >= date_trunc('month', $2::timestamptz at time zone 'Asia/Shanghai'))::int as filed_this_month,
    count(*) filter (where dispatched_on >= $3::date and response_due_at is not null)::int as to_answer,
    count(*) filter (where dispatched_on >= $3::date and accepted_at <= response_due_at)::int as answered,
    count(*) filter (where closed_on >= $3::date and handle_due_at is not null)::int as limited,
    count(*) filter (where closed_on >= $3::date and answered_at <= handle_due_at)::int as on_time,
    count(*) filter (where closed_on >= $3::date and solved is not null)::int as asked,
    count(*) filter (where closed_on >= $3::date and solved)::int as solved,
    count(*) filter (where closed_on >= $3::date and solved is not null and satisfaction >= 4)::int as satisfied,
    count(*) filter (where closed_on >= $4::date)::int as ended,
    count(*) filter (where closed_at is null)::int as open,
    count(*) filter (where closed_at is null and due_at < $2)::int as late,
    count(*) filter (where state = 'shelved')::int as shelved,
    count(*) filter (where closed_at is null and reported_on >= today - 1)::int as day,
    count(*) filter (where closed_at is null and reported_on < today - 7
      and reported_on >= today - 30)::int as weeks,
    count(*) filter (where closed_at is null and reported_on < today - 90)::int as old
  from told group by 1, 2`;

describe.each(engines)('the board of a wall, on the %s engine', (engine) => {
  const database = useDatabase(engine);
  let world: District;
  let board: CountedBoard;
  let rows: readonly Readonly<Record<string, unknown>>[];
  beforeAll(async () => {
    world = await foundDistrict(database());
    await manyMatters(database(), world, 3_000, nowOf(world));
    // Not folded yet, and now older than the youngest.
    for (let count = 0; count < 3; count += 1) await filed(world);
    world.clock.move(2 * 86_400_000);
    await filed(world);
    board = await countBoard(database(), world.system, world.areas.district);
    const [found] = await database().read(world.tenantId, {
      sql: PLAIN,
      parameters: [world.tenantId, board.asOf, board.year.from, board.recent.from],
    });
    rows = found?.rows ?? [];
  }, START_LIMIT);

  const sum = (name: string, among = rows) =>
    among.reduce((all, row) => all + (row[name] as number), 0);
  const groupOf = (among: typeof rows): CountedGroup => ({
    filed: sum('filed', among),
    response: { numerator: sum('answered', among), denominator: sum('to_answer', among) },
    onTime: { numerator: sum('on_time', among), denominator: sum('limited', among) },
    solved: { numerator: sum('solved', among), denominator: sum('asked', among) },
    satisfied: { numerator: sum('satisfied', among), denominator: sum('asked', among) },
  });

  it('counts the place whole', () => {
    expect(board).toMatchObject({
      total: groupOf(rows),
      filedThisMonth: sum('filed_this_month'),
      ended: sum('ended'),
      open: sum('open'),
      late: sum('late'),
      shelved: sum('shelved'),
    });
    expect(Math.min(board.filedThisMonth, board.ended, board.late, board.shelved)).toBeGreaterThan(
      0,
    );
  });

  it('counts each street with all that lies below it', async () => {
    const [found] = await database().read(world.tenantId, {
      sql: `select area_id, area_path from areas where tenant_id = $1 and length(area_path) = 6 order by 2`,
      parameters: [world.tenantId],
    });
    const streets = (found?.rows ?? []).map(({ area_id: areaId, area_path: street }) => {
      const own = rows.filter((row) => row['street'] === street);
      return {
        areaId,
        year: groupOf(own),
        open: sum('open', own),
        late: sum('late', own),
        ended: sum('ended', own),
      };
    });
    expect(streets).toHaveLength(10);
    const counted = board.areas.map(({ areaId, year, open, late, ended }) => ({
      areaId,
      year,
      open,
      late,
      ended: ended.reduce((all, { count }) => all + count, 0),
    }));
    expect(counted).toEqual(streets);
  });

  it('counts each category, but not how soon it was answered', () => {
    expect(board.categories.length).toBeGreaterThan(9);
    for (const { categoryId, year } of board.categories) {
      const { response: _response, ...own } = groupOf(
        rows.filter(({ category }) => category === categoryId),
      );
      expect(year).toMatchObject(own);
    }
    expect(board.categories.reduce((all, { year }) => all + year.filed, 0)).toBe(sum('filed'));
  });

  it('tells how old the open ones are, each once', () => {
    const open = new Map(board.byAge.map(({ upToDays, open: count }) => [upToDays, count]));
    expect(open.get(1)).toBe(sum('day'));
    expect(open.get(30)).toBe(sum('weeks'));
    expect(open.get(null)).toBe(sum('old'));
    expect([...open.values()].reduce((all, one) => all + one, 0)).toBe(sum('open'));
  });
});
