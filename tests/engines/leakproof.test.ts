/** Row level security leaves the hot operators their indexes. */
import { beforeAll, describe, expect, it } from 'vitest';
import type { TenantId } from '#kernel/ids.ts';
import type { Statement } from '#platform/database/database.ts';
import { containing } from '#platform/database/query.ts';
import { engines, useDatabase } from './engines.ts';
import { migrationsUpTo } from './migration-range.ts';

const tenant = '01890000-0000-7000-8000-000000000001' as TenantId;
const plain = (sql: string, ...parameters: unknown[]): Statement => ({ sql, parameters });

describe.each(engines)('under row level security on the %s engine', (engine) => {
  const database = useDatabase(engine, migrationsUpTo(9));

  beforeAll(async () => {
    await database().asOwner(async (transaction) => {
      await transaction.script(`
        create table spots (
          tenant_id uuid not null, id integer not null, place geometry(Point, 4326), words tsvector,
          text text, primary key (tenant_id, id));
        call protect_tenant_table('spots');
        insert into spots
          select '${tenant}', n, st_setsrid(st_makepoint(n % 180, n % 90), 4326),
            to_tsvector('simple', 'w' || n), '路灯 ' || n
          from generate_series(1, 20000) n;
        create index spots_place on spots using gist (place);
        create index spots_words on spots using gin (words);
        create index spots_text on spots using gin (text gin_trgm_ops);`);
      await transaction.script('analyze spots');
    });
  });

  const planOf = async (condition: string, parameter: string): Promise<string> => {
    const [plan] = await database().read(
      tenant,
      plain(
        `explain select id from spots where tenant_id = $1 and ${condition}`,
        tenant,
        parameter,
      ),
    );
    return (plan?.rows ?? []).map((row) => row['QUERY PLAN']).join('\n');
  };

  it.each([
    [
      'a box on the map',
      'place && $2::geometry',
      'SRID=4326;LINESTRING(10 10, 10.5 10.5)',
      'spots_place',
    ],
    ['words', 'words @@ $2::tsquery', 'w777', 'spots_words'],
    ['part of a text', 'text ilike $2', containing('灯 777'), 'spots_text'],
  ])('finds %s by its index', async (_what, condition, parameter, index) => {
    expect(await planOf(condition, parameter)).toContain(index);
  });

  it('still shows no row of another tenant', async () => {
    const other = '01890000-0000-7000-8000-000000000002' as TenantId;
    const [found] = await database().read(
      other,
      plain(`select id from spots where text ilike '%7%'`),
    );
    expect(found?.rows).toEqual([]);
  });
});
