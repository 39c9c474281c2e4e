/** Grids with their borders; a later file with a later day redraws them and keeps the old ones. */
import { sql } from 'kysely';
import { divisionCode, unitGridCode } from '#kernel/codes/index.ts';
import type { Actor } from '#kernel/context.ts';
import type { TenantId } from '#kernel/ids.ts';
import { done, type Outcome, refused } from '#kernel/outcome.ts';
import type { Statement } from '#platform/database/database.ts';
import { compile, rowsAs } from '#platform/database/query.ts';
import { commitBatch } from '#platform/import/commit-batch.ts';
import type { FieldSpecs } from '#platform/import/field-spec.ts';
import type { Importer, ImportRow, RowOutcome } from '#platform/import/importer.ts';
import { reaches } from '#platform/scope/reach.ts';
import { GRID_KINDS, type GridKind } from '../rules/kinds.ts';
import { AreaPlan, type KnownArea } from './area-plan.ts';
import { areaStatements, areasFrom } from './area-statements.ts';
import { GridPlan, type KnownGrid, type NewGrid } from './grid-plan.ts';

const FIELDS = {
  /** The source's own key of the grid. */
  key: { kind: 'text', required: true, most: 100 },
  name: { kind: 'text', required: true, most: 100 },
  /** Unit grids: 15 digits; others as the place writes them. */
  code: { kind: 'text', most: 32 },
  kind: { kind: 'text', choices: GRID_KINDS },
  /** Code of the area it lies in; else found by the grid's own code, else the tenant's area. */
  areaCode: { kind: 'text', most: 32 },
  from: { kind: 'day' },
  shape: { kind: 'shape', required: true },
} as const satisfies FieldSpecs;

type Row = ImportRow<typeof FIELDS>;

export const gridsImporter: Importer<typeof FIELDS> = {
  name: 'grids',
  fields: FIELDS,
  key: 'key',
  write(services, context, rows, options) {
    const { tenantId } = context;
    const codes = rows.flatMap(({ values }) => areaCodesOf(values));
    const keys = rows.map(({ values }) => values.key);
    return commitBatch(services, context, {
      name: 'import.grids',
      opening: [...areaStatements(tenantId, codes), knownGrids(tenantId, keys)],
      options,
      decide: (opened) => {
        const { known: areas, children } = areasFrom(opened);
        const known = new Map(
          rowsAs<KnownGrid>(opened.at(-1)).map((grid) => [grid.sourceKey, grid]),
        );
        const { actor } = context;
        const plan = new GridPlan(context);
        const where = new AreaPlan(context, areas, children);
        const outcomes = rows.map((row) =>
          planRow(plan, { actor, where }, known.get(row.values.key), row),
        );
        return { outcomes, changes: plan.changes, also: plan.statements() };
      },
    });
  },
};

function knownGrids(tenantId: TenantId, keys: readonly string[]): Statement {
  return compile(sql`
    select g.grid_id, g.version, g.audit_head, g.source_key, g.source_digest, g.area_path, v.from_day
    from grids g join grid_versions v
      on v.tenant_id = g.tenant_id and v.grid_id = g.grid_id and v.to_day is null
    where g.tenant_id = ${tenantId} and v.tenant_id = ${tenantId}
      and g.source_key = any(${keys}::text[])
    for update of g`);
}

function planRow(
  plan: GridPlan,
  { actor, where }: { readonly actor: Actor; readonly where: AreaPlan },
  known: KnownGrid | undefined,
  row: Row,
): RowOutcome {
  if (known && !reaches(actor, known.areaPath, 'system_admin'))
    return { code: 'import.out_of_reach', field: 'key' };
  const grid = gridOf(where, row);
  if (!grid.ok) return grid.refusal;
  if (!reaches(actor, grid.value.area.areaPath, 'system_admin'))
    return { code: 'import.out_of_reach', field: 'areaCode' };
  if (known === undefined) {
    plan.create(grid.value);
    return 'created';
  }
  if (known.sourceDigest === row.digest) return 'unchanged';
  const changed = plan.change(known, grid.value);
  return changed.ok ? 'changed' : changed.refusal;
}

function gridOf(where: AreaPlan, { values, digest }: Row): Outcome<NewGrid> {
  if (values.shape.type !== 'MultiPolygon')
    return refused({ code: 'geometry.invalid', field: 'shape' });
  const unit = values.code === null ? undefined : unitGridCode(values.code);
  const kind = (values.kind ?? 'community') as GridKind;
  if (kind === 'unit' && unit !== undefined && !unit.ok)
    return refused({ ...unit.refusal, field: 'code' });
  const area = areaFor(where, values);
  if (!area.ok) return area;
  const { key, name, code, from, shape: geometry } = values;
  const localCode = code !== null && unit?.ok !== true;
  return done({ key, digest, area: area.value, kind, code, localCode, name, from, geometry });
}

function areaFor(where: AreaPlan, values: Row['values']): Outcome<KnownArea> {
  const [named] = areaCodesOf(values);
  const found = named === undefined ? undefined : where.find(named);
  if (found && found.toDay !== null) return refused({ code: 'place.ended', field: 'areaCode' });
  if (found) return done(found);
  if (values.areaCode !== null) return refused({ code: 'input.unknown_code', field: 'areaCode' });
  const above = named === undefined ? undefined : where.nearestAbove(named);
  if (above && above.toDay !== null) return refused({ code: 'place.ended', field: 'areaCode' });
  const area = above ?? where.root;
  return area ? done(area) : refused({ code: 'place.unknown', field: 'areaCode' });
}

/** The area's own code, or the community in front of a unit grid's code. */
function areaCodesOf({ areaCode, code }: Row['values']): readonly string[] {
  if (areaCode !== null) {
    const read = divisionCode(areaCode);
    return [read.ok ? read.value.code : areaCode];
  }
  const unit = code === null ? undefined : unitGridCode(code);
  return unit?.ok ? [unit.value.communityCode] : [];
}
