/** Folded and unfolded figures against a recount from the matters: per measure, day and area. */
import { recount } from '#features/matters/server/public.ts';
import type { TenantId } from '#kernel/ids.ts';
import type { Database, Rows } from '#platform/database/database.ts';

/** Characters of an area's path a level. */
const SEGMENT = 3;

export async function figuresThatDiffer(
  database: Database,
  tenantId: TenantId,
): Promise<readonly string[]> {
  const [folded, fresh] = await database.read(
    tenantId,
    {
      sql: `select measure, starts as day, area_path, total from figures
            where tenant_id = $1 and dimension = 'all' and period = 'day'`,
      parameters: [tenantId],
    },
    {
      sql: 'select measure, day, area_path, delta as total from figure_increments where tenant_id = $1',
      parameters: [tenantId],
    },
  );
  const kept = new Map<string, number>();
  for (const row of folded?.rows ?? []) add(kept, row, [String(row['area_path'])]);
  for (const row of fresh?.rows ?? []) add(kept, row, above(String(row['area_path'])));
  const counted = new Map<string, number>();
  for (const { areaPath, ...row } of await recount(database, tenantId, 'Asia/Shanghai')) {
    add(counted, row, above(areaPath));
  }
  const keys = new Set([...kept.keys(), ...counted.keys()]);
  return [...keys]
    .filter((key) => (kept.get(key) ?? 0) !== (counted.get(key) ?? 0))
    .map((key) => `figures ${key}: ${kept.get(key) ?? 0}, recounted ${counted.get(key) ?? 0}`);
}

/** The area and all above it. */
function above(path: string): string[] {
  const levels = path.length / SEGMENT;
  return Array.from({ length: levels }, (_, at) => path.slice(0, (at + 1) * SEGMENT));
}

function add(sums: Map<string, number>, row: Rows['rows'][number], paths: readonly string[]): void {
  for (const path of paths) {
    const key = `${String(row['measure'])} ${String(row['day'])} ${path}`;
    sums.set(key, (sums.get(key) ?? 0) + Number(row['total']));
  }
}
