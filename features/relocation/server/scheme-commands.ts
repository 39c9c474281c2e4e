/** Writing, submitting, publishing and withdrawing versions of schemes. */
import { sql } from 'kysely';
import { type Context, instantNow } from '#kernel/context.ts';
import type { Answer } from '#kernel/endpoint.ts';
import type { SchemeId, SchemeVersionId, TenantId } from '#kernel/ids.ts';
import { done, type Outcome, refused } from '#kernel/outcome.ts';
import type { Change, Decision } from '#platform/command/change.ts';
import { command } from '#platform/command/command.ts';
import { stale } from '#platform/command/stale.ts';
import type { Statement } from '#platform/database/database.ts';
import { compile } from '#platform/database/query.ts';
import type { CommandInput } from '#platform/http/route.ts';
import type { Services } from '#platform/services.ts';
import type { beginScheme, beginVersion, saveVersion, stepVersion } from '../contract.ts';
import {
  barrierTo,
  holdsOver,
  SCHEME_WRITERS,
  stateAfter,
  type VersionStep,
} from '../rules/publication/steps.ts';
import { withNextVersion } from '../rules/scheme/with-next-version.ts';
import { schemeAggregate, schemeVersionAggregate } from './aggregates.ts';
import { type CheckedDocument, checkedDocument } from './checked-document.ts';
import {
  readableVersions,
  selectVersions,
  steppingBy,
  type VersionRow,
  versionsOf,
  versionWithText,
} from './version-rows.ts';

/** What commands need of the services. */
export type SchemeServices = Pick<Services, 'database' | 'keys' | 'waker'>;

type Stepped = Answer<typeof stepVersion>;
type Decided = Outcome<Decision<Stepped>>;

export function begin(
  services: SchemeServices,
  context: Context,
  { body, commandId }: CommandInput<typeof beginScheme>,
): Promise<Outcome<Answer<typeof beginScheme>>> {
  const { tenantId, ids } = context;
  const by = steppingBy(context);
  const checked = checkedDocument(body.text);
  return command(services, context, {
    id: commandId,
    name: 'relocation.begin_scheme',
    body,
    opening: [areaOfScheme(tenantId, body.areaId), keepText(tenantId, checked, body.text)],
    decide: ([areas]) => {
      const path = areas?.rows[0]?.['area_path'];
      if (typeof path !== 'string' || !holdsOver(by.grants, path, SCHEME_WRITERS))
        return refused({ code: 'scheme.area', field: 'areaId' });
      const schemeId = ids.next<SchemeId>();
      const versionId = ids.next<SchemeVersionId>();
      const begun = {
        areaId: body.areaId,
        code: null,
        currentVersionId: null,
        begunAt: instantNow(context.clock),
      };
      return done({
        answer: { schemeId, versionId, version: 1 },
        changes: [
          { ...schemeAggregate, id: schemeId, kind: 'scheme.begun', set: begun },
          firstDraft(context, { schemeId, versionId, number: 1 }, checked),
        ],
      });
    },
  });
}

/** A new version begins with the text of an earlier one of the same scheme, its number one further. */
export async function beginAnother(
  services: SchemeServices,
  context: Context,
  { params, body, commandId }: CommandInput<typeof beginVersion>,
): Promise<Outcome<Answer<typeof beginVersion>>> {
  const { tenantId, ids } = context;
  const by = steppingBy(context);
  const { schemeId } = params;
  const found = await versionWithText(services, context, body.from);
  if (found === undefined) return refused({ code: 'scheme.unknown' });
  const text = withNextVersion(found.body);
  const checked = checkedDocument(text);
  return command(services, context, {
    id: commandId,
    name: 'relocation.begin_version',
    body: { ...params, ...body },
    opening: [
      lockScheme(tenantId, schemeId),
      keepText(tenantId, checked, text),
      compile(
        selectVersions(
          tenantId,
          sql`${readableVersions(context)} and v.scheme_id = ${schemeId} order by v.number desc`,
        ),
      ),
    ],
    onConstraint: { scheme_versions_open: { code: 'scheme.open_version' } },
    decide: ([, , all]) => {
      const versions = versionsOf(all);
      const from = versions.find(({ versionId }) => versionId === body.from);
      const [newest] = versions;
      if (from === undefined || newest === undefined) return refused({ code: 'scheme.unknown' });
      if (!holdsOver(by.grants, from.areaPath, SCHEME_WRITERS))
        return refused({ code: 'access.not_allowed' });
      if (versions.some(({ state }) => state === 'draft' || state === 'submitted'))
        return refused({ code: 'scheme.open_version' });
      const versionId = ids.next<SchemeVersionId>();
      const place = { schemeId, versionId, number: newest.number + 1 };
      return done({
        answer: { schemeId, versionId, version: 1 },
        changes: [firstDraft(context, place, checked)],
      });
    },
  });
}

export function save(
  services: SchemeServices,
  context: Context,
  { params, body, commandId }: CommandInput<typeof saveVersion>,
): Promise<Outcome<Stepped>> {
  const { tenantId } = context;
  const by = steppingBy(context);
  const checked = checkedDocument(body.text);
  return command(services, context, {
    id: commandId,
    name: 'relocation.save_version',
    body: { ...params, ...body },
    opening: [lockVersion(context, params.versionId), keepText(tenantId, checked, body.text)],
    decide: ([found]) => {
      const read = steppable(context, {
        found: versionsOf(found),
        seen: body.version,
        step: 'save',
      });
      if (!read.ok) return read;
      const writers = [...new Set([...read.value.writers, by.personId])];
      const set = { ...columnsOf(checked), writers, savedAt: instantNow(context.clock) };
      return stepped(read.value, 'scheme.saved', { ...set, state: 'draft' });
    },
  });
}

interface Steppable {
  readonly found: readonly VersionRow[];
  readonly seen: number;
  readonly step: VersionStep;
  readonly reason?: string;
}

/** The version, where it is there, as the person saw it, and open to the step. */
function steppable(
  context: Context,
  { found: [row], seen, step, reason = '' }: Steppable,
): Outcome<VersionRow> {
  if (row === undefined) return refused({ code: 'scheme.unknown' });
  const { version, state } = row;
  const old = stale(seen, row, { version, state, savedBy: row.writerNames ?? [] });
  if (old !== undefined) return refused(old);
  const barrier = barrierTo(step, row, steppingBy(context), reason);
  if (barrier === undefined) return done(row);
  return refused({
    code: barrier,
    ...(barrier === 'scheme.has_errors' && { detail: { errors: row.errors } }),
    ...(barrier === 'scheme.reason_missing' && { field: 'reason' }),
  });
}

export function step(
  services: SchemeServices,
  context: Context,
  { params, body, commandId }: CommandInput<typeof stepVersion>,
): Promise<Outcome<Stepped>> {
  const { versionId } = params;
  return command(services, context, {
    id: commandId,
    name: 'relocation.step_version',
    body: { ...params, ...body },
    opening: [
      lockSchemeOf(context.tenantId, versionId),
      lockVersion(context, versionId),
      currentBeside(context.tenantId, versionId),
    ],
    onConstraint: {
      schemes_code: { code: 'scheme.code_taken' },
      scheme_versions_label: { code: 'scheme.label_taken' },
    },
    decide: ([, found, beside]) => {
      const { version: seen, reason } = body;
      const read = steppable(context, { found: versionsOf(found), seen, step: body.step, reason });
      if (!read.ok) return read;
      const [current] = versionsOf(beside);
      return taken(context, { row: read.value, current, ...body });
    },
  });
}

interface Taking {
  readonly row: VersionRow;
  /** The version that holds until now. */
  readonly current: VersionRow | undefined;
  readonly step: Exclude<VersionStep, 'save'>;
  readonly reason: string;
}

function taken(context: Context, taking: Taking): Decided {
  const { row, step: stepping, reason } = taking;
  const [at, who] = [instantNow(context.clock), steppingBy(context).personId];
  const state = stateAfter(stepping);
  switch (stepping) {
    case 'submit':
      return stepped(row, 'scheme.submitted', { state, submittedAt: at, submittedBy: who });
    case 'return':
      return stepped(row, 'scheme.returned', {
        ...{ state, reason, submittedAt: null, submittedBy: null },
      });
    case 'drop':
      return stepped(row, 'scheme.dropped', { state, endedAt: at, endedBy: who });
    case 'withdraw':
      return stepped(
        row,
        'scheme.withdrawn',
        { state, reason, endedAt: at, endedBy: who },
        row.currentVersionId === row.versionId ? [current(row, null)] : [],
      );
    case 'publish':
      return published(taking, at, who);
  }
}

/** It holds from now on, and the one before no longer; that one stays as it was. */
function published({ row, current: before }: Taking, at: string, who: string): Decided {
  const { code, schemeCode, versionId } = row;
  if (schemeCode !== null && code !== schemeCode)
    return refused({ code: 'scheme.code_changed', detail: { code: schemeCode } });
  const superseded =
    before === undefined
      ? []
      : [
          changeOf(before, 'scheme.superseded', {
            state: 'superseded',
            endedAt: at,
            endedBy: who,
          }),
        ];
  return stepped(
    row,
    'scheme.published',
    { state: 'published', publishedAt: at, publishedBy: who },
    [current(row, versionId, code), ...superseded],
  );
}

function current(row: VersionRow, versionId: SchemeVersionId | null, code?: string | null): Change {
  const before = { version: row.schemeVersion, auditHead: row.schemeHead };
  const set = { currentVersionId: versionId, ...(code !== undefined && { code }) };
  return { ...schemeAggregate, id: row.schemeId, before, kind: 'scheme.holds', set };
}

function changeOf(row: VersionRow, kind: string, set: Change['set']): Change {
  const { versionId, version, auditHead } = row;
  const before = { version, auditHead };
  return { ...schemeVersionAggregate, id: versionId, before, kind, set };
}

function stepped(
  row: VersionRow,
  kind: string,
  set: Change['set'] & { readonly state: Stepped['state'] },
  others: readonly Change[] = [],
): Decided {
  const { digest = row.digest, errors = row.errors } = set as Partial<CheckedDocument>;
  return done({
    answer: { version: row.version + 1, state: set.state, digest, errors },
    changes: [...others, changeOf(row, kind, set)],
  });
}

interface PlaceOfVersion {
  readonly schemeId: SchemeId;
  readonly versionId: SchemeVersionId;
  readonly number: number;
}

function firstDraft(context: Context, place: PlaceOfVersion, checked: CheckedDocument): Change {
  const { versionId, schemeId, number } = place;
  const set = {
    ...{ schemeId, number, state: 'draft', ...columnsOf(checked) },
    writers: [steppingBy(context).personId],
    savedAt: instantNow(context.clock),
  };
  return { ...schemeVersionAggregate, id: versionId, kind: 'scheme.drafted', set };
}

function columnsOf(checked: CheckedDocument) {
  const { textDigest, digest, code, label, title, titleEn, errors, warnings } = checked;
  return { textDigest, digest, code, label, title, titleEn, errors, warnings };
}

function areaOfScheme(tenantId: TenantId, areaId: string): Statement {
  return compile(sql`
    select area_path from areas
    where tenant_id = ${tenantId} and area_id = ${areaId} and to_day is null for key share`);
}

/** Before the version that refers to it; undone with the command where that is refused. */
function keepText(tenantId: TenantId, { textDigest }: CheckedDocument, text: string): Statement {
  return compile(sql`
    insert into scheme_texts (tenant_id, text_digest, body)
    values (${tenantId}, ${textDigest}, ${text}) on conflict do nothing`);
}

function lockScheme(tenantId: TenantId, schemeId: SchemeId): Statement {
  return compile(sql`
    select version from schemes
    where tenant_id = ${tenantId} and scheme_id = ${schemeId} for update`);
}

function lockSchemeOf(tenantId: TenantId, versionId: SchemeVersionId): Statement {
  return compile(sql`
    select version from schemes where tenant_id = ${tenantId} and scheme_id =
      (select scheme_id from scheme_versions
        where tenant_id = ${tenantId} and version_id = ${versionId})
    for update`);
}

function lockVersion(context: Context, versionId: SchemeVersionId): Statement {
  const { tenantId } = context;
  const where = sql`${readableVersions(context)} and v.version_id = ${versionId}`;
  return compile(sql`${selectVersions(tenantId, where)} for update of v`);
}

/** The version that holds now, of the same scheme. */
function currentBeside(tenantId: TenantId, versionId: SchemeVersionId): Statement {
  const where = sql`v.state = 'published' and v.version_id <> ${versionId}
    and v.scheme_id = (select w.scheme_id from scheme_versions w
      where w.tenant_id = ${tenantId} and w.version_id = ${versionId})`;
  return compile(sql`${selectVersions(tenantId, where)} for update of v`);
}
