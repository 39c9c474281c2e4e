/** Sites: courtyards, estates, waters, shops and what stands on streets. */
import { sql } from 'kysely';
import { divisionCode } from '#kernel/codes/index.ts';
import type { Context } from '#kernel/context.ts';
import type { SiteId } from '#kernel/ids.ts';
import { done, type Outcome, refused } from '#kernel/outcome.ts';
import { legalDay } from '#kernel/period.ts';
import type { Json } from '#platform/audit/canonical.ts';
import type { Change } from '#platform/command/change.ts';
import { compile, rowsAs } from '#platform/database/query.ts';
import { commitBatch } from '#platform/import/commit-batch.ts';
import type { FieldSpecs } from '#platform/import/field-spec.ts';
import type { Importer, ImportRow, RowOutcome } from '#platform/import/importer.ts';
import { reaches } from '#platform/scope/reach.ts';
import { SITE_KINDS } from '../rules/kinds.ts';
import { SITE } from './aggregates.ts';
import { AreaPlan } from './area-plan.ts';
import { areaStatements, areasFrom } from './area-statements.ts';

const FIELDS = {
  key: { kind: 'text', required: true, most: 100 },
  kind: { kind: 'text', required: true, choices: SITE_KINDS },
  name: { kind: 'text', required: true, most: 200 },
  code: { kind: 'text', most: 32 },
  areaCode: { kind: 'text', most: 32 },
  /** Name of the property company, where one looks after the place. */
  propertyCompany: { kind: 'text', most: 200 },
  households: { kind: 'integer' },
  from: { kind: 'day' },
  place: { kind: 'point' },
  shape: { kind: 'shape' },
} as const satisfies FieldSpecs;

type Row = ImportRow<typeof FIELDS>;

interface KnownSite {
  readonly siteId: SiteId;
  readonly version: number;
  readonly auditHead: string;
  readonly sourceKey: string;
  readonly sourceDigest: string | null;
  readonly areaPath: string;
}

export const sitesImporter: Importer<typeof FIELDS> = {
  name: 'sites',
  fields: FIELDS,
  key: 'key',
  write(services, context, rows, options) {
    const { tenantId } = context;
    const codes = rows.flatMap(({ values }) => normal(values.areaCode) ?? []);
    const keys = rows.map(({ values }) => values.key);
    return commitBatch(services, context, {
      name: 'import.sites',
      opening: [
        ...areaStatements(tenantId, codes),
        compile(sql`
          select site_id, version, audit_head, source_key, source_digest, area_path from sites
          where tenant_id = ${tenantId} and source_key = any(${keys}::text[]) for update`),
      ],
      options,
      decide: (opened) => {
        const { known: areas, children } = areasFrom(opened);
        const known = new Map(
          rowsAs<KnownSite>(opened.at(-1)).map((site) => [site.sourceKey, site]),
        );
        const where = new AreaPlan(context, areas, children);
        const changes: Change[] = [];
        const outcomes = rows.map((row): RowOutcome => {
          const before = known.get(row.values.key);
          if (before && !reaches(context.actor, before.areaPath, 'system_admin'))
            return { code: 'import.out_of_reach', field: 'key' };
          if (before?.sourceDigest === row.digest) return 'unchanged';
          const set = columnsOf(context, where, row);
          if (!set.ok) return set.refusal;
          changes.push(step(context, before, set.value));
          return before ? 'changed' : 'created';
        });
        return { outcomes, changes };
      },
    });
  },
};

function step(context: Context, before: KnownSite | undefined, set: Change['set']): Change {
  if (before === undefined)
    return { ...SITE, id: context.ids.next<SiteId>(), kind: 'site.created', set };
  const { siteId, version, auditHead } = before;
  return { ...SITE, id: siteId, before: { version, auditHead }, kind: 'site.changed', set };
}

function columnsOf(
  context: Context,
  where: AreaPlan,
  { values, digest }: Row,
): Outcome<Change['set']> {
  const geometry = values.shape ?? pointOf(values.place);
  if (geometry === null) return refused({ code: 'import.value_missing', field: 'place' });
  const area = areaFor(where, values.areaCode);
  if (area === undefined) return refused({ code: 'input.unknown_code', field: 'areaCode' });
  if (area.toDay !== null) return refused({ code: 'place.ended', field: 'areaCode' });
  if (!reaches(context.actor, area.areaPath, 'system_admin'))
    return refused({ code: 'import.out_of_reach', field: 'areaCode' });
  const { key, kind, name, code, propertyCompany, households, from } = values;
  return done({
    areaId: area.areaId,
    areaPath: area.areaPath,
    kind,
    code,
    name,
    attributes: { propertyCompany, households },
    geometry: geometry as Json,
    fromDay: from ?? legalDay(context.clock.now(), context.timeZone),
    toDay: null,
    sourceKey: key,
    sourceDigest: digest,
  });
}

function pointOf(place: Row['values']['place']) {
  return place && { type: 'Point', coordinates: [place.lng, place.lat] };
}

function areaFor(where: AreaPlan, areaCode: string | null) {
  if (areaCode === null) return where.root;
  const code = normal(areaCode);
  return code === undefined ? undefined : where.find(code);
}

/** A code of the state in its normal form; a local one as it is. */
function normal(code: string | null): string | undefined {
  if (code === null) return undefined;
  const read = divisionCode(code);
  return read.ok ? read.value.code : code;
}
