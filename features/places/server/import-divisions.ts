/**
 * Divisions into the areas of a tenant: towns and villages with their codes,
 * local areas without one of the state's. An area finds its place by the code
 * above it; one that is missing is made where the file says its name.
 */
import { areaCode } from '#kernel/codes/index.ts';
import type { Actor } from '#kernel/context.ts';
import type { MultiPolygon } from '#kernel/geometry/index.ts';
import { done, type Outcome, refused } from '#kernel/outcome.ts';
import { commitBatch } from '#platform/import/commit-batch.ts';
import type { FieldSpecs } from '#platform/import/field-spec.ts';
import type { Importer, ImportRow, RowOutcome, WriteOptions } from '#platform/import/importer.ts';
import { reaches } from '#platform/scope/reach.ts';
import { AreaPlan, type KnownArea, type NewArea } from './area-plan.ts';
import { areaStatements, areasFrom, type TenantRow } from './area-statements.ts';

const FIELDS = {
  /** Of the state (2 to 12 digits) or local. */
  code: { kind: 'text', required: true, most: 32 },
  name: { kind: 'text', required: true, most: 100 },
  nameEn: { kind: 'text', most: 100 },
  parentCode: { kind: 'text', most: 32 },
  /** Name of the area above, for where it is not there yet. */
  parentName: { kind: 'text', most: 100 },
  from: { kind: 'day' },
  shape: { kind: 'shape' },
} as const satisfies FieldSpecs;

type Row = ImportRow<typeof FIELDS>;

export const divisionsImporter: Importer<typeof FIELDS> = {
  name: 'divisions',
  fields: FIELDS,
  key: 'code',
  usualFields,
  write(services, context, rows, options) {
    const codes = rows.flatMap(({ values }) =>
      [values.code, values.parentCode].flatMap((code) => normal(code) ?? []),
    );
    return commitBatch(services, context, {
      name: 'import.divisions',
      opening: areaStatements(context.tenantId, codes),
      options,
      decide: (opened) => {
        const { known, children, tenant } = areasFrom(opened);
        const plan = new AreaPlan(context, known, children);
        const { actor } = context;
        const outcomes = planRows(plan, { actor, tenant, ...options }, rows);
        return { outcomes, changes: plan.changes, also: plan.statements() };
      },
    });
  },
};

/** Columns of the published lists: a street names its county, a village its street. */
function usualFields(columns: readonly string[]): Readonly<Record<string, string>> | undefined {
  if (!columns.includes('code') || !columns.includes('name')) return undefined;
  const named = ['nameEn', 'parentCode', 'parentName', 'from'].filter((name) =>
    columns.includes(name),
  );
  const own = {
    code: 'code',
    name: 'name',
    ...Object.fromEntries(named.map((name) => [name, name])),
  };
  if (columns.includes('streetCode'))
    return { ...own, parentCode: 'streetCode', parentName: 'streetName' };
  if (columns.includes('areaCode'))
    return { ...own, parentCode: 'areaCode', parentName: 'areaName' };
  return own;
}

interface Asking extends WriteOptions {
  readonly actor: Actor;
  readonly tenant: TenantRow | undefined;
}

function planRows(plan: AreaPlan, asking: Asking, rows: readonly Row[]): readonly RowOutcome[] {
  const { tenant } = asking;
  if (plan.root === undefined && tenant !== undefined) plan.create(undefined, rootOf(tenant, rows));
  return rows.map((row) => {
    const planned = planRow(plan, row, asking);
    return planned.ok ? planned.value : planned.refusal;
  });
}

/** The tenant's own area, above all it will have. */
function rootOf(tenant: TenantRow, rows: readonly Row[] = []): NewArea {
  const own = rows.find(({ values }) => normal(values.code) === tenant.divisionCode);
  return {
    code: tenant.divisionCode,
    localCode: false,
    kind: tenant.divisionCode === null ? 'local' : 'division',
    name: own?.values.name ?? tenant.name,
    nameEn: own?.values.nameEn ?? tenant.nameEn ?? '',
    from: own?.values.from ?? null,
    geometry: areaShape(own?.values.shape ?? null),
    sourceDigest: own?.digest ?? null,
  };
}

function planRow(
  plan: AreaPlan,
  row: Row,
  asking: Asking,
): Outcome<'created' | 'changed' | 'unchanged'> {
  const read = areaCode(row.values.code);
  if (!read.ok) return refused({ ...read.refusal, field: 'code' });
  if (row.values.shape?.type === 'Point')
    return refused({ code: 'geometry.invalid', field: 'shape' });
  const area = areaOf(row, read.value);
  const known = plan.find(read.value.code);
  if (known) return planChange(plan, asking, known, area);
  const parent = parentOf(plan, row, asking);
  if (!parent.ok) return parent;
  if (parent.value !== undefined && !mayChange(asking, parent.value))
    return outOfReach('parentCode');
  if (parent.value !== undefined && parent.value.toDay !== null)
    return refused({ code: 'place.ended', field: 'parentCode' });
  const created = plan.create(parent.value, area);
  return created.ok ? done('created') : created;
}

function planChange(
  plan: AreaPlan,
  asking: Asking,
  known: KnownArea,
  area: NewArea,
): Outcome<'created' | 'changed' | 'unchanged'> {
  if (!mayChange(asking, known)) return outOfReach('code');
  if (known.toDay !== null) return refused({ code: 'place.ended', field: 'code' });
  if (known.sourceDigest === area.sourceDigest)
    return done(known.version === 1 && known.auditHead === '' ? 'created' : 'unchanged');
  const changed = plan.change(known, area);
  return changed.ok ? done('changed') : changed;
}

function mayChange({ actor }: Asking, { areaPath }: KnownArea): boolean {
  return reaches(actor, areaPath, 'system_admin');
}

function outOfReach(field: string): Outcome<never> {
  return refused({ code: 'import.out_of_reach', field });
}

function areaOf(
  { values, digest }: Row,
  code: { readonly code: string; readonly local: boolean },
): NewArea {
  return {
    code: code.code,
    localCode: code.local,
    kind: code.local ? 'local' : 'division',
    name: values.name,
    nameEn: values.nameEn ?? '',
    from: values.from,
    geometry: areaShape(values.shape),
    sourceDigest: digest,
  };
}

function areaShape(shape: Row['values']['shape']): MultiPolygon | null {
  return shape?.type === 'MultiPolygon' ? shape : null;
}

/** The area the row names, else the nearest one above its code, else the tenant's own. */
function parentOf(
  plan: AreaPlan,
  { values }: Row,
  options: Asking,
): Outcome<KnownArea | undefined> {
  if (values.parentCode === null) {
    const own = areaCode(values.code);
    const above = own.ok && !own.value.local ? plan.nearestAbove(own.value.code) : undefined;
    return done(above ?? plan.root);
  }
  const read = areaCode(values.parentCode);
  if (!read.ok) return refused({ ...read.refusal, field: 'parentCode' });
  const found = plan.find(read.value.code);
  if (found) return done(found);
  // A trial has kept nothing of the batches before: any place does.
  if (options.dryRun && options.accepted.has(read.value.code)) return done(plan.root);
  if (values.parentName === null)
    return refused({
      code: 'import.parent_unknown',
      field: 'parentCode',
      detail: { value: values.parentCode },
    });
  const above = read.value.local ? plan.root : (plan.nearestAbove(read.value.code) ?? plan.root);
  if (above !== undefined && !mayChange(options, above)) return outOfReach('parentCode');
  return plan.create(above, {
    code: read.value.code,
    localCode: read.value.local,
    kind: read.value.local ? 'local' : 'division',
    name: values.parentName,
    nameEn: '',
    from: null,
    geometry: null,
    sourceDigest: null,
  });
}

function normal(code: string | null): string | undefined {
  const read = code === null ? undefined : areaCode(code);
  return read?.ok ? read.value.code : undefined;
}
