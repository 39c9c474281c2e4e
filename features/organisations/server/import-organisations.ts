/** Organisations of a list: each finds its parent by code, in the file or in the house. */
import { sql } from 'kysely';
import { creditCode } from '#kernel/codes/credit-code.ts';
import type { Context } from '#kernel/context.ts';
import type { AreaId, OrganisationId } from '#kernel/ids.ts';
import type { Refusal } from '#kernel/refusal.ts';
import type { Change } from '#platform/command/change.ts';
import type { Rows } from '#platform/database/database.ts';
import { compile } from '#platform/database/query.ts';
import { commitBatch } from '#platform/import/commit-batch.ts';
import type { FieldSpecs } from '#platform/import/field-spec.ts';
import {
  defineImporter,
  type ImportRow,
  type RowOutcome,
  type WriteOptions,
} from '#platform/import/importer.ts';
import { reaches } from '#platform/scope/reach.ts';
import { CONTACT_LIMITS, PHONE_OF_UNIT } from '../rules/contact.ts';
import { mayCarryCreditCode, ORGANISATION_KINDS, type OrganisationKind } from '../rules/kinds.ts';
import { pathUnder } from '../rules/organisation.ts';
import { ORGANISATION } from './aggregates.ts';
import { all, organisationOf } from './rows.ts';
import { areasByCode } from './statements.ts';
import { today } from './today.ts';

const FIELDS = {
  code: { kind: 'text', required: true, most: 60 },
  name: { kind: 'text', required: true, most: 100 },
  kind: { kind: 'text', required: true, choices: ORGANISATION_KINDS },
  parentCode: { kind: 'text', most: 60 },
  areaCode: { kind: 'text', most: 32 },
  creditCode: { kind: 'text', most: 40 },
  openedOn: { kind: 'day' },
  phone: { kind: 'text', most: CONTACT_LIMITS.phone },
  address: { kind: 'text', most: CONTACT_LIMITS.address },
  hours: { kind: 'text', most: CONTACT_LIMITS.hours },
} as const satisfies FieldSpecs;

type Row = ImportRow<typeof FIELDS>;

interface Known {
  readonly organisationId: OrganisationId;
  readonly parentId: OrganisationId | null;
  readonly path: string;
  readonly areaPath: string;
  readonly before: { readonly version: number; readonly auditHead: string } | undefined;
  readonly digest: string | null;
}

interface Area {
  readonly areaId: AreaId;
  readonly areaPath: string;
}

export const organisationsImporter = defineImporter<typeof FIELDS>({
  name: 'organisations',
  fields: FIELDS,
  key: 'code',
  write(services, context, rows, options) {
    const { tenantId } = context;
    const codes = rows.flatMap(({ values }) => [values.code, values.parentCode ?? values.code]);
    const credit = rows.flatMap(({ values }) => normalCredit(values.creditCode) ?? []);
    return commitBatch(services, context, {
      name: 'import.organisations',
      opening: [
        areasByCode(
          tenantId,
          rows.flatMap(({ values }) => values.areaCode ?? []),
        ),
        compile(sql`select * from organisations
          where tenant_id = ${tenantId} and code = any(${codes}::text[]) for update`),
        compile(sql`select code, credit_code from organisations
          where tenant_id = ${tenantId} and credit_code = any(${credit}::text[])`),
      ],
      options,
      decide: (opened) => {
        const plan = new Plan(context, opened, options);
        const outcomes = rows.map((row) => plan.take(row));
        return { outcomes, changes: plan.changes };
      },
    });
  },
});

/** The organisations as they are and as the rows so far make them. */
class Plan {
  readonly changes: Change[] = [];
  readonly #context: Context;
  readonly #options: WriteOptions;
  readonly #areas: ReadonlyMap<string, Area>;
  readonly #root: Area | undefined;
  readonly #known: Map<string, Known>;
  /** Unified social credit code to the code of who has it. */
  readonly #credit: Map<string, string>;

  constructor(context: Context, [areas, known, credit]: readonly Rows[], options: WriteOptions) {
    this.#context = context;
    this.#options = options;
    const found = all(areas, areaOf);
    this.#areas = new Map(found.map((area) => [area.code, area]));
    this.#root = found.find((area) => area.root);
    this.#known = new Map(all(known, knownOf));
    this.#credit = new Map(
      all(credit, (row) => [String(row['credit_code']), String(row['code'])] as const),
    );
  }

  take(row: Row): RowOutcome {
    const { values, digest } = row;
    const known = this.#known.get(values.code);
    if (known && !this.#reaches(known)) return { code: 'import.out_of_reach', field: 'code' };
    if (known?.digest === digest) return 'unchanged';
    const area = this.#areaOf(row);
    if ('code' in area) return area;
    const credit = this.#creditOf(row);
    if (typeof credit === 'object' && credit !== null) return credit;
    const parent = this.#parentOf(row);
    if (parent && 'code' in parent) return parent;
    const parentId = parent?.organisationId ?? null;
    if (known && known.parentId !== parentId)
      return { code: 'organisation.moved', field: 'parentCode' };
    const { areaId, areaPath } = area;
    const { name, kind, phone } = values;
    if (phone !== null && !PHONE_OF_UNIT.test(phone)) {
      return { code: 'input.invalid', field: 'phone' };
    }
    const own = { name, kind, creditCode: credit, areaId, areaPath, sourceDigest: digest };
    const set = { ...own, ...contactOf(values) };
    if (known) return this.#change(row, known, set);
    return this.#create(row, parent, { ...set, parentId });
  }

  #areaOf({ values: { areaCode } }: Row): Area | Refusal {
    const area = areaCode === null ? this.#root : this.#areas.get(areaCode);
    if (!area) return { code: 'organisation.area_unknown', field: 'areaCode' };
    const { areaId, areaPath } = area;
    return this.#reaches(area)
      ? { areaId, areaPath }
      : { code: 'import.out_of_reach', field: 'areaCode' };
  }

  #reaches({ areaPath }: Pick<Area, 'areaPath'>): boolean {
    return reaches(this.#context.actor, areaPath, 'system_admin');
  }

  #create(row: Row, parent: Known | undefined, set: Change['set']): RowOutcome {
    const organisationId = this.#context.ids.next<OrganisationId>();
    const path = pathUnder(parent, organisationId);
    const { code, openedOn } = row.values;
    this.#known.set(code, {
      organisationId,
      parentId: parent?.organisationId ?? null,
      path,
      areaPath: String(set['areaPath']),
      before: undefined,
      digest: row.digest,
    });
    this.changes.push({
      ...ORGANISATION,
      id: organisationId,
      kind: 'organisation.created',
      set: { ...set, path, code, openedOn: openedOn ?? today(this.#context), closedOn: null },
    });
    return 'created';
  }

  #change(row: Row, known: Known, set: Change['set']): RowOutcome {
    const { organisationId: id, before } = known;
    this.changes.push({ ...ORGANISATION, id, before, kind: 'organisation.changed', set });
    this.#known.set(row.values.code, { ...known, digest: row.digest });
    return 'changed';
  }

  #parentOf({ values: { parentCode } }: Row): Known | Refusal | undefined {
    if (parentCode === null) return undefined;
    const parent = this.#known.get(parentCode);
    if (parent && !this.#reaches(parent))
      return { code: 'import.out_of_reach', field: 'parentCode' };
    // A trial has kept nothing of the batches before: the root does for them.
    const accepted = this.#options.dryRun && this.#options.accepted.has(parentCode);
    if (parent || accepted) return parent;
    return { code: 'import.parent_unknown', field: 'parentCode', detail: { value: parentCode } };
  }

  #creditOf({ values }: Row): string | null | Refusal {
    if (values.creditCode === null) return null;
    const code = normalCredit(values.creditCode);
    if (code === undefined || !mayCarryCreditCode(values.kind as OrganisationKind)) {
      return { code: 'organisation.credit_code', field: 'creditCode' };
    }
    const owner = this.#credit.get(code);
    if (owner !== undefined && owner !== values.code) {
      return { code: 'organisation.code_taken', field: 'creditCode' };
    }
    this.#credit.set(code, values.code);
    return code;
  }
}

/** Only what the list says: most have no such columns, and what was told here stays. */
function contactOf({ phone, address, hours }: Row['values']): Change['set'] {
  const told = Object.entries({ phone, address, hours }).filter(([, said]) => said !== null);
  return Object.fromEntries(told);
}

function areaOf(row: Readonly<Record<string, unknown>>) {
  return {
    code: String(row['code']),
    root: row['parent_area_id'] === null,
    areaId: String(row['area_id']) as AreaId,
    areaPath: String(row['area_path']),
  };
}

function knownOf(row: Readonly<Record<string, unknown>>): readonly [string, Known] {
  const { organisationId, parentId, path, areaPath, version, auditHead } = organisationOf(row);
  const digest = row['source_digest'] === null ? null : String(row['source_digest']);
  return [
    String(row['code']),
    { organisationId, parentId, path, areaPath, before: { version, auditHead }, digest },
  ];
}

function normalCredit(given: string | null): string | undefined {
  if (given === null) return undefined;
  const code = creditCode(given);
  return code.ok ? code.value : undefined;
}
