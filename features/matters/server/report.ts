/**
 * A report comes in: from a resident, or entered by staff at the counter, on
 * the telephone or on the round. One command makes the reporter, the matter, its
 * words, photos and figures; where staff give a category it is filed at once.
 */
import { sql } from 'kysely';
import { type Context, instantNow } from '#kernel/context.ts';
import { lngLat } from '#kernel/geometry/index.ts';
import type {
  AreaId,
  CategoryId,
  CommandId,
  FileDigest,
  MatterId,
  ReporterId,
  TenantId,
} from '#kernel/ids.ts';
import { done, type Outcome, refused } from '#kernel/outcome.ts';
import type { Change, Decision } from '#platform/command/change.ts';
import { command } from '#platform/command/command.ts';
import type { Rows, Statement } from '#platform/database/database.ts';
import { compile } from '#platform/database/query.ts';
import { maskFreeText } from '#platform/protection/masks.ts';
import { searchVector } from '#platform/search/words.ts';
import type { Services } from '#platform/services.ts';
import { TITLE_LIMIT } from '../contract.ts';
import type { Matter, Source } from '../rules/matter.ts';
import { progress } from '../rules/progress.ts';
import { matterAggregate } from './aggregates.ts';
import { deadlinesFrom, limitsOfCategory, settingsStatement } from './deadlines.ts';
import { figureRows } from './figure-rows.ts';
import { photoRows, uploadsKnown } from './photo-rows.ts';
import { type PointGiven, placeFrom, placeStatements } from './place-of-report.ts';
import { numberFor, type ReporterWords, reporterChange } from './reporter.ts';
import { commitmentOf } from './words-of-action.ts';

export interface Report extends ReporterWords {
  readonly title: string;
  readonly description: string;
  readonly lng?: number | undefined;
  readonly lat?: number | undefined;
  readonly placeText: string;
  readonly areaId?: AreaId | undefined;
  readonly photos: readonly FileDigest[];
  readonly reporterShared: boolean;
  readonly personal: boolean;
  readonly categoryId?: CategoryId | undefined;
  readonly condition?: string | undefined;
  readonly source: Source;
}

export interface Reported {
  readonly matterId: MatterId;
  readonly number: string;
  readonly followKey: string;
}

/** A day has a million numbers; a thousand reports meet once in two days, the second then takes another. */
const TRIES = 5;

/** @param commandId the report sent twice is one report */
export async function report(
  services: Services,
  context: Context,
  commandId: CommandId,
  said: Report,
): Promise<Outcome<Reported>> {
  const point = pointOf(said);
  if (!point.ok) return point;
  const coming = {
    said,
    point: point.value,
    matterId: context.ids.next<MatterId>(),
    photos: [...new Set(said.photos)],
  };
  let outcome = await once(services, context, commandId, coming);
  for (let tried = 1; tried < TRIES && isTaken(outcome); tried += 1) {
    outcome = await once(services, context, commandId, coming);
  }
  return outcome;
}

function isTaken(outcome: Outcome<Reported>): boolean {
  return !outcome.ok && outcome.refusal.code === 'matter.number_taken';
}

function once(
  services: Services,
  context: Context,
  commandId: CommandId,
  coming: Coming,
): Promise<Outcome<Reported>> {
  const { said, point, photos } = coming;
  const { tenantId } = context;
  return command<Reported>(services, context, {
    id: commandId,
    name: 'matters.report',
    body: said,
    opening: [
      ...placeStatements(context, point, said.areaId),
      settingsStatement(tenantId),
      ...(photos.length > 0 ? [uploadsKnown(tenantId, photos)] : []),
      ...(said.categoryId ? categoryStatements(tenantId, said.categoryId) : []),
    ],
    decide: (opened) => decide(services, context, coming, opened),
    onConstraint: { matters_tenant_id_number_key: { code: 'matter.number_taken' } },
  });
}

function pointOf({ lng, lat }: Report): Outcome<PointGiven | null> {
  if (lng === undefined && lat === undefined) return done(null);
  if (lng === undefined || lat === undefined) {
    return refused({ code: 'input.invalid', field: lng === undefined ? 'lng' : 'lat' });
  }
  const checked = lngLat(lng, lat);
  return checked.ok ? done({ lng, lat }) : refused({ ...checked.refusal, field: 'lng' });
}

interface Coming {
  readonly said: Report;
  readonly point: PointGiven | null;
  readonly matterId: MatterId;
  readonly photos: readonly FileDigest[];
}

function decide(
  services: Services,
  context: Context,
  coming: Coming,
  [areaRows, underRows, gridRows, settingRows, ...more]: readonly Rows[],
): Outcome<Decision<Reported>> {
  const { said, matterId, photos } = coming;
  // Each only where it was asked for.
  const fileRows = photos.length > 0 ? more[0] : undefined;
  const [categoryRows, limitRows] = said.categoryId ? more.slice(-2) : [];
  const place = placeFrom([areaRows, underRows, gridRows], coming.point, said.areaId);
  if (!place.ok) return place;
  if (said.categoryId && categoryRows?.rows.length !== 1) {
    return refused({ code: 'matter.category_unknown', field: 'categoryId' });
  }
  if ((fileRows?.rows.length ?? 0) !== photos.length)
    return refused({ code: 'file.unknown', field: 'photos' });
  const at = instantNow(context.clock);
  const { deadlines } = deadlinesFrom(limitRows, settingRows, context, said.condition ?? '');
  const reporter = reporterChange(services, context, said);
  const due = deadlines.stageEnd('file', at);
  const reported: Matter = {
    ...BLANK,
    ...place.value,
    matterId,
    version: 1,
    number: numberFor(context, at),
    title: maskFreeText(said.title === '' ? firstWords(said.description) : said.title),
    description: maskFreeText(said.description),
    placeText: maskFreeText(said.placeText),
    // Staff who give a category file; a resident's choice is a hint until then.
    categoryId: said.categoryId ?? null,
    source: said.source,
    reporterId: reporter.change.id as ReporterId,
    reporterShared: said.reporterShared,
    personal: said.personal,
    reportedAt: at,
    dueAt: due,
    escalateAt: due,
  };
  const changes: Change[] = [reporter.change, begin(services, context, reported)];
  let last = reported;
  if (said.categoryId && context.actor.kind === 'person') {
    const input = {
      action: 'file',
      categoryId: said.categoryId,
      condition: said.condition ?? '',
    } as const;
    const moment = { at, asking: NOBODY, standpoint: null, deadlines, surroundings: {} };
    const patch = progress(reported, input, moment);
    if (!patch.ok) return patch;
    last = { ...reported, ...patch.value, version: 2 };
    const { type, table, idColumn, authority } = matterAggregate;
    const { title: _title, ...set } = patch.value;
    const kind = 'matter.file';
    changes.push({
      type,
      table,
      idColumn,
      authority,
      id: matterId,
      kind,
      set: set as Change['set'],
      details: by(context),
    });
  }
  return done({
    answer: { matterId, number: reported.number, followKey: reporter.followKey },
    changes,
    also: [
      ...photoRows(
        context.tenantId,
        matterId,
        1,
        photos.map((digest) => ({ digest, stage: 'before' })),
      ),
      ...figureRows(context, null, last),
    ],
  });
}

const NOBODY = { kind: 'reporter' } as const;

/** The post under which staff entered it, for the history. */
function by(context: Context): NonNullable<Change['details']> {
  const grant = context.actor.kind === 'person' ? context.actor.grants[0] : undefined;
  return grant
    ? { organisationId: grant.organisationId, role: grant.role, postId: grant.postId }
    : {};
}

/** The first event: all columns, people's words as commitments. */
export function begin(
  services: Pick<Services, 'protection'>,
  context: Context,
  matter: Matter,
): Change {
  const { type, table, idColumn, authority } = matterAggregate;
  const { matterId, version: _version, title, description, placeText, ...set } = matter;
  const guarded = (column: 'title' | 'description' | 'place_text', text: string) => ({
    ciphertext: text,
    commitment: commitmentOf(services, context, `matters.${column}`, text),
  });
  return {
    type,
    table,
    idColumn,
    authority,
    id: matterId,
    kind: 'matter.report',
    set: set as unknown as Change['set'],
    protected: {
      title: guarded('title', title),
      description: guarded('description', description),
      placeText: guarded('place_text', placeText),
    },
    derived: { words: searchVector(title, description, placeText) },
    details: by(context),
  };
}

/** The title of a report without one: its first sentence, cut. */
export function firstWords(text: string): string {
  const sentence = text.split(/[。！？!?\n]/u, 1)[0] ?? text;
  const characters = Array.from(sentence.trim() === '' ? text : sentence.trim());
  return characters.length <= 30
    ? characters.join('')
    : `${characters.slice(0, 29).join('')}…`.slice(0, TITLE_LIMIT);
}

/** Two statements: whether the category is there, and its limits. */
function categoryStatements(tenantId: TenantId, categoryId: CategoryId): readonly Statement[] {
  return [
    compile(sql`
      select category_id from categories
      where tenant_id = ${tenantId} and category_id = ${categoryId} and not retired`),
    limitsOfCategory(tenantId, categoryId),
  ];
}

/** A matter before anything is known of it. */
export const BLANK: Omit<
  Matter,
  | 'matterId'
  | 'version'
  | 'number'
  | 'title'
  | 'description'
  | 'source'
  | 'areaId'
  | 'areaPath'
  | 'gridId'
  | 'lng'
  | 'lat'
  | 'exactness'
  | 'placeText'
  | 'reportedAt'
> = {
  state: 'reported',
  round: 1,
  categoryId: null,
  condition: '',
  filedAreaPath: null,
  reporterId: null,
  reporterShared: false,
  personal: false,
  accusedOrganisationId: null,
  handlerOrganisationId: null,
  handlerPostId: null,
  handledByPersons: [],
  handledByOrganisations: [],
  filedAt: null,
  dispatchedAt: null,
  acceptedAt: null,
  answeredAt: null,
  checkedAt: null,
  closedAt: null,
  dueAt: null,
  handleDueAt: null,
  responseDueAt: null,
  escalationLevel: 0,
  escalatedPostId: null,
  escalateAt: null,
  supervised: false,
  extensionUntil: null,
  reviewOn: null,
  shelvedFrom: null,
  mergedInto: null,
  callBack: null,
  solved: null,
  satisfaction: null,
  reopenUntil: null,
  excluded: false,
  complaintAt: null,
};
