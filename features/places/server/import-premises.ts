/** Buildings, entrances and rooms from a list: a line a room, with what it stands in by name. */
import { sql } from 'kysely';
import type { Context } from '#kernel/context.ts';
import type { PremiseId, SiteId } from '#kernel/ids.ts';
import { legalDay } from '#kernel/period.ts';
import type { Change } from '#platform/command/change.ts';
import { compile, rowsAs } from '#platform/database/query.ts';
import { commitBatch } from '#platform/import/commit-batch.ts';
import type { FieldSpecs } from '#platform/import/field-spec.ts';
import type { Importer, ImportRow, RowOutcome } from '#platform/import/importer.ts';
import { kindsBelow, type PremiseKind } from '../rules/premises/kinds.ts';
import { floorOf } from '../rules/premises/names.ts';
import { begun } from './premises/rows.ts';

const FIELDS = {
  key: { kind: 'text', required: true, most: 200 },
  /** Key of the estate or courtyard, as its own list has it. */
  siteKey: { kind: 'text', required: true, most: 100 },
  building: { kind: 'text', most: 60 },
  entrance: { kind: 'text', most: 60 },
  room: { kind: 'text', most: 60 },
  floor: { kind: 'integer' },
} as const satisfies FieldSpecs;

type Row = ImportRow<typeof FIELDS>;

interface Site {
  readonly siteId: SiteId;
  readonly areaPath: string;
  readonly sourceKey: string;
}

interface Standing {
  readonly premiseId: PremiseId;
  readonly aboveId: string;
  readonly buildingId: PremiseId | null;
  readonly kind: PremiseKind;
  readonly name: string;
}

/** What is there stays as it is: a line adds what is missing of its address. */
export const premisesImporter: Importer<typeof FIELDS> = {
  name: 'premises',
  fields: FIELDS,
  key: 'key',
  write(services, context, rows, options) {
    const { tenantId } = context;
    const keys = [...new Set(rows.map(({ values }) => values.siteKey))];
    return commitBatch(services, context, {
      name: 'import.premises',
      opening: [
        compile(sql`
          select site_id, area_path, source_key from sites
          where tenant_id = ${tenantId} and source_key = any(${keys}::text[]) and to_day is null
          order by site_id for update`),
        compile(sql`
          select p.premise_id, p.above_id, p.building_id, p.kind, p.name from premises p
          join sites s on s.tenant_id = ${tenantId} and s.site_id = p.site_id
          where p.tenant_id = ${tenantId} and s.source_key = any(${keys}::text[])
            and p.to_day is null`),
      ],
      options,
      decide: ([sites, standing]) => {
        const known = new Map(rowsAs<Site>(sites).map((site) => [site.sourceKey, site]));
        const estate = new Estates(context, rowsAs<Standing>(standing));
        const outcomes = rows.map(
          (row): RowOutcome => estate.take(row, known.get(row.values.siteKey)),
        );
        return { outcomes, changes: estate.changes };
      },
    });
  },
};

/** What stands where, by name, as the lines of a batch add to it. */
class Estates {
  readonly changes: Change[] = [];
  readonly #context: Context;
  readonly #standing = new Map<string, Standing>();

  constructor(context: Context, standing: readonly Standing[]) {
    this.#context = context;
    for (const one of standing) this.#standing.set(`${one.aboveId} ${one.name}`, one);
  }

  take({ values }: Row, site: Site | undefined): RowOutcome {
    if (site === undefined) return { code: 'import.parent_unknown', field: 'siteKey' };
    const steps = [
      ['building', values.building],
      ['entrance', values.entrance],
      ['room', values.room],
    ] as const;
    const before = this.changes.length;
    let above: Standing | undefined;
    for (const [kind, name] of steps) {
      if (name === null) continue;
      const found = this.#standing.get(`${above?.premiseId ?? site.siteId} ${name}`);
      if (found === undefined && !kindsBelow(above?.kind ?? 'site').includes(kind))
        return { code: 'import.parent_unknown', field: kind };
      above = found ?? this.#begin(site, above, kind, name, values.floor);
    }
    if (above === undefined) return { code: 'import.value_missing', field: 'building' };
    return this.changes.length > before ? 'created' : 'unchanged';
  }

  #begin(
    site: Site,
    above: Standing | undefined,
    kind: PremiseKind,
    name: string,
    floor: number | null,
  ): Standing {
    const { clock, ids, timeZone } = this.#context;
    const premiseId = ids.next<PremiseId>();
    const fromDay = legalDay(clock.now(), timeZone);
    const own = kind === 'room' ? (floor ?? floorOf(name)) : null;
    this.changes.push(begun({ premiseId, kind, name, floor: own, fromDay }, site, above));
    const buildingId = above?.kind === 'building' ? above.premiseId : (above?.buildingId ?? null);
    const made = { premiseId, aboveId: above?.premiseId ?? site.siteId, buildingId, kind, name };
    this.#standing.set(`${made.aboveId} ${name}`, made);
    return made;
  }
}
