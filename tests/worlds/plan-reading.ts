/** How many rows of a table a statement really read, from its plan. */
import type { TenantId } from '#kernel/ids.ts';
import type { Database, Statement } from '#platform/database/database.ts';

interface PlanNode {
  readonly 'Node Type': string;
  readonly 'Relation Name'?: string;
  readonly 'Index Name'?: string;
  readonly 'Actual Rows': number;
  readonly 'Actual Loops': number;
  readonly 'Rows Removed by Filter'?: number;
  readonly 'Rows Removed by Index Recheck'?: number;
  readonly Plans?: readonly PlanNode[];
}

export interface Reading {
  readonly milliseconds: number;
  /** Rows fetched of the table, kept or thrown away. */
  readonly rows: number;
  /** `Index Scan matters_due`, in the order of the plan. */
  readonly ways: readonly string[];
}

export async function readingOf(
  database: Database,
  tenantId: TenantId,
  table: string,
  { sql, parameters }: Statement,
): Promise<Reading> {
  const explained = { sql: `explain (analyze, format json) ${sql}`, parameters };
  const [found] = await database.read(tenantId, explained);
  const answer = found?.rows[0]?.['QUERY PLAN'];
  const [top] = (typeof answer === 'string' ? JSON.parse(answer) : answer) as readonly {
    readonly Plan: PlanNode;
    readonly 'Execution Time': number;
  }[];
  if (top === undefined) throw new Error('no plan');
  const nodes = nodesOf(top.Plan);
  const scans = nodes.filter((node) => node['Relation Name'] === table);
  const bitmaps = nodes.filter((node) => node['Node Type'] === 'Bitmap Index Scan');
  return {
    milliseconds: top['Execution Time'],
    rows: scans.reduce((sum, node) => sum + rowsOf(node), 0),
    ways: [...scans, ...bitmaps].map((node) =>
      `${node['Node Type']} ${node['Index Name'] ?? ''}`.trim(),
    ),
  };
}

function nodesOf(node: PlanNode): readonly PlanNode[] {
  return [node, ...(node.Plans ?? []).flatMap(nodesOf)];
}

function rowsOf(node: PlanNode): number {
  const removed =
    (node['Rows Removed by Filter'] ?? 0) + (node['Rows Removed by Index Recheck'] ?? 0);
  return Math.round((node['Actual Rows'] + removed) * node['Actual Loops']);
}
