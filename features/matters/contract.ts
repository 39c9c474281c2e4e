/** What the outside may ask of matters. Desk entries first, then the public's. */
import { z } from 'zod';
import { TIME_UNITS } from '#kernel/calendar/time-limit.ts';
import { endpoint } from '#kernel/endpoint.ts';
import type {
  AreaId,
  CategoryId,
  FileDigest,
  GridId,
  MatterId,
  OrganisationId,
} from '#kernel/ids.ts';
import { ROLES } from '#kernel/role.ts';
import {
  ActionInput,
  fileDigest,
  PHOTO_LIMIT,
  TEXT_LIMIT,
  TITLE_LIMIT,
} from './rules/action-input.ts';
import { FIRST_STEPS, NEEDED_ROLES } from './rules/first-steps.ts';
import { CALL_BACK_RESULTS, EXACTNESS, SOURCES } from './rules/matter.ts';
import { CATEGORY_KINDS } from './rules/routing.ts';
import { STAGES } from './rules/stages.ts';
import { STATES, STEPS } from './rules/states.ts';
import { ACTIONS } from './rules/transitions.ts';

export { ActionInput, REJECTION_CLASSES, TEXT_LIMIT, TITLE_LIMIT } from './rules/action-input.ts';
export { STATES, type State, type Step } from './rules/states.ts';
export { ACTIONS, type Action, AWAITED } from './rules/transitions.ts';

const id = <T extends string>() => z.uuid().transform((value) => value as T);
const instant = z.iso.datetime();
const cursor = z.string().max(400);

const STAFF = [
  'intake',
  'dispatcher',
  'handler',
  'checker',
  'grid_worker',
  'supervisor',
  'leader',
] as const;

/** How a matter stands against its limit: shape, word and colour follow from it on every surface. */
export const URGENCIES = ['late', 'soon', 'in_hand', 'waits', 'shelved', 'ended'] as const;
const Urgency = z.enum(URGENCIES);
export type Urgency = z.output<typeof Urgency>;

const Place = z.object({
  /** WGS84 degrees; both or neither. */
  lng: z.number().nullable(),
  lat: z.number().nullable(),
  exactness: z.enum(EXACTNESS),
  text: z.string(),
  areaId: id<AreaId>(),
  areaName: z.string(),
  gridId: id<GridId>().nullable(),
  gridName: z.string().nullable(),
});

const Named = z.object({ id: z.uuid(), name: z.string() });

export const MatterSummary = z.object({
  matterId: id<MatterId>(),
  version: z.int(),
  number: z.string(),
  title: z.string(),
  state: z.enum(STATES),
  nextStep: z.enum(STEPS).nullable(),
  urgency: Urgency,
  category: Named.nullable(),
  area: Named,
  handler: Named.nullable(),
  source: z.enum(SOURCES),
  reportedAt: instant,
  dueAt: instant.nullable(),
  closedAt: instant.nullable(),
  escalationLevel: z.int(),
  supervised: z.boolean(),
  round: z.int(),
});
export type MatterSummary = z.output<typeof MatterSummary>;

/** One entry of a matter's history; `by` is empty where the reader may not see who it was. */
export const TimelineEntry = z.object({
  version: z.int(),
  kind: z.string(),
  at: instant,
  by: z.string(),
  organisation: z.string(),
  /** Free text of the entry: reason, note, instruction. */
  text: z.string(),
  /** Whether the reporter sees it. */
  told: z.boolean(),
  photos: z.array(z.string()),
  detail: z.record(z.string(), z.unknown()),
});
export type TimelineEntry = z.output<typeof TimelineEntry>;

const Photo = z.object({
  digest: z.string(),
  stage: z.enum(['before', 'after', 'check']),
  at: instant,
});

export const MatterDetail = MatterSummary.extend({
  description: z.string(),
  place: Place,
  condition: z.string(),
  personal: z.boolean(),
  accused: Named.nullable(),
  filedAt: instant.nullable(),
  dispatchedAt: instant.nullable(),
  acceptedAt: instant.nullable(),
  answeredAt: instant.nullable(),
  checkedAt: instant.nullable(),
  handleDueAt: instant.nullable(),
  responseDueAt: instant.nullable(),
  extensionUntil: instant.nullable(),
  reviewOn: z.string().nullable(),
  mergedInto: z.object({ id: z.uuid(), number: z.string() }).nullable(),
  callBack: z.enum(CALL_BACK_RESULTS).nullable(),
  solved: z.boolean().nullable(),
  satisfaction: z.int().nullable(),
  reopenUntil: instant.nullable(),
  excluded: z.boolean(),
  /** Masked; null where the reader may not know who reported, or nobody left a name. */
  reporter: z.object({ name: z.string(), phone: z.string() }).nullable(),
  photos: z.array(Photo),
  timeline: z.array(TimelineEntry),
  related: z.array(
    z.object({ id: z.uuid(), number: z.string(), title: z.string(), state: z.enum(STATES) }),
  ),
  /** What the reader may do now; buttons need no second logic. */
  actions: z.array(z.enum(ACTIONS)),
});
export type MatterDetail = z.output<typeof MatterDetail>;

const flag = z.enum(['true', 'false']).transform((value) => value === 'true');
const several = <T extends z.ZodType>(one: T) =>
  z.preprocess((value) => {
    if (value === undefined || value === '') return [];
    return Array.isArray(value) ? value : `${value}`.split(',');
  }, z.array(one).max(50));

/** Filters of the list, the map, the export and the tiles: the same everywhere, and the address of the page. */
export const MatterFilter = z.object({
  /** Words, or a number; Chinese is segmented. */
  q: z.string().trim().max(100).default(''),
  state: several(z.enum(STATES)),
  open: flag.optional(),
  urgency: z.enum(['late', 'soon']).optional(),
  categoryId: id<CategoryId>().optional(),
  areaId: id<AreaId>().optional(),
  organisationId: id<OrganisationId>().optional(),
  /** Only what one of my posts can move on now. */
  mine: flag.optional(),
  supervised: flag.optional(),
  /** Reported on these legal days, inclusive. */
  from: z.iso.date().optional(),
  to: z.iso.date().optional(),
});
export type MatterFilter = z.output<typeof MatterFilter>;

export const listMatters = endpoint({
  id: 'matters.list',
  method: 'GET',
  path: '/api/matters',
  kind: 'read',
  audience: STAFF,
  summary: 'Matters within the reader’s scope, filtered, in the order in which they will be late',
  query: MatterFilter.extend({
    sort: z.enum(['due', 'reported', 'reported_asc']).default('due'),
    cursor: cursor.optional(),
    limit: z.coerce.number().int().min(1).max(200).default(50),
  }),
  answer: z.object({
    items: z.array(MatterSummary),
    next: z.string().nullable(),
  }),
});

export const countMatters = endpoint({
  id: 'matters.count',
  method: 'GET',
  path: '/api/matters/count',
  kind: 'read',
  audience: STAFF,
  summary: 'How many matters fit the filter',
  query: MatterFilter,
  answer: z.object({ count: z.int() }),
});

export const getMatter = endpoint({
  id: 'matters.get',
  method: 'GET',
  path: '/api/matters/:matterId',
  kind: 'read',
  audience: STAFF,
  summary: 'One matter with its history, photos and what the reader may do',
  params: z.object({ matterId: id<MatterId>() }),
  answer: MatterDetail,
  refusals: ['matter.unknown'],
});

/** Reports from the public and from staff share this form. */
const ReportForm = z.object({
  title: z.string().trim().max(TITLE_LIMIT).default(''),
  description: z.string().trim().min(1).max(TEXT_LIMIT),
  lng: z.number().optional(),
  lat: z.number().optional(),
  placeText: z.string().trim().max(200).default(''),
  areaId: id<AreaId>().optional(),
  photos: z.array(fileDigest).max(PHOTO_LIMIT).default([]),
  reporterName: z.string().trim().max(60).default(''),
  reporterPhone: z.string().trim().max(30).default(''),
  /** The reporter agrees that the handling unit sees name and phone. */
  reporterShared: z.boolean().default(false),
  personal: z.boolean().default(false),
});

export const enterMatter = endpoint({
  id: 'matters.enter',
  method: 'POST',
  path: '/api/matters',
  kind: 'command',
  audience: ['intake', 'grid_worker'],
  summary:
    'Enters a report at the counter, on the telephone or on the round; files it at once where a category is given',
  body: ReportForm.extend({
    source: z.enum(['counter', 'telephone', 'grid_worker']),
    categoryId: id<CategoryId>().optional(),
    condition: z.string().max(40).default(''),
  }),
  answer: z.object({
    matterId: id<MatterId>(),
    number: z.string(),
    /** Secret with which the reporter follows without a phone number; shown once. */
    followKey: z.string(),
  }),
  refusals: ['geometry.off_earth', 'geometry.swapped', 'matter.area_unknown', 'file.unknown'],
});

export const actOnMatter = endpoint({
  id: 'matters.act',
  method: 'POST',
  path: '/api/matters/:matterId/actions',
  kind: 'command',
  audience: STAFF,
  summary: 'One step of the loop or one of its side paths',
  params: z.object({ matterId: id<MatterId>() }),
  body: z.object({ version: z.int().min(1), input: ActionInput }),
  answer: z.object({ matterId: id<MatterId>(), version: z.int(), state: z.enum(STATES) }),
  refusals: [
    'matter.unknown',
    'matter.state',
    'matter.own_handling',
    'matter.reopen_period',
    'matter.evidence_missing',
    'command.stale',
  ],
});

export const suggestUnits = endpoint({
  id: 'matters.suggest_units',
  method: 'GET',
  path: '/api/matters/:matterId/units',
  kind: 'read',
  audience: ['dispatcher', 'intake', 'leader', 'supervisor'],
  summary: 'Units a matter could be dispatched to, in the order of the dispatch rules',
  params: z.object({ matterId: id<MatterId>() }),
  answer: z.object({
    units: z.array(
      z.object({
        organisationId: id<OrganisationId>(),
        name: z.string(),
        basis: z.enum(['owner', 'territory']),
        lawful: z.boolean(),
        /** Matters it has open now, for the dispatcher’s judgement. */
        open: z.int(),
      }),
    ),
  }),
  refusals: ['matter.unknown'],
});

export const similarMatters = endpoint({
  id: 'matters.similar',
  method: 'GET',
  path: '/api/matters/:matterId/similar',
  kind: 'read',
  audience: STAFF,
  summary: 'Open matters nearby or in like words: candidates for a merge',
  params: z.object({ matterId: id<MatterId>() }),
  answer: z.object({ items: z.array(MatterSummary) }),
  refusals: ['matter.unknown'],
});

export const revealReporter = endpoint({
  id: 'matters.reveal_reporter',
  method: 'POST',
  path: '/api/matters/:matterId/reporter',
  kind: 'command',
  audience: ['intake', 'supervisor', 'handler'],
  summary: 'Name and phone of the reporter, for a stated purpose; written to the access log',
  params: z.object({ matterId: id<MatterId>() }),
  body: z.object({
    purpose: z.enum(['call_back', 'contact_reporter', 'correct_data', 'legal_request']),
    /** In the reader’s own words. */
    reason: z.string().trim().max(200).default(''),
  }),
  answer: z.object({ name: z.string(), phone: z.string() }),
  refusals: ['matter.unknown', 'access.not_allowed'],
});

export const Category = z.object({
  categoryId: id<CategoryId>(),
  parentId: id<CategoryId>().nullable(),
  code: z.string(),
  name: z.string(),
  nameEn: z.string(),
  kind: z.enum(CATEGORY_KINDS),
  communityMayHandle: z.boolean(),
  conditions: z.array(z.object({ code: z.string(), name: z.string(), nameEn: z.string() })),
});
export type Category = z.output<typeof Category>;

export const listCategories = endpoint({
  id: 'matters.categories',
  method: 'GET',
  path: '/api/matters/categories',
  kind: 'read',
  audience: 'signed_in',
  summary: 'The categories of this place, as a tree by parent',
  answer: z.object({ categories: z.array(Category) }),
});

export const todayMatters = endpoint({
  id: 'matters.today',
  method: 'GET',
  path: '/api/matters/today',
  kind: 'read',
  audience: STAFF,
  summary: 'What waits for me, in the order in which it will be late, and counts',
  answer: z.object({
    counts: z.object({
      mine: z.int(),
      late: z.int(),
      soon: z.int(),
      supervised: z.int(),
      shelvedForReview: z.int(),
    }),
    items: z.array(MatterSummary),
  }),
});

const Rate = z.object({ numerator: z.int(), denominator: z.int() });
const RateBoth = z.object({ raw: Rate, adjusted: Rate });

export const FigureSet = z.object({
  reported: z.int(),
  filed: z.int(),
  closed: z.int(),
  /** Taken up within the limit, of those dispatched with a limit and taken up or late. */
  response: RateBoth,
  /** Solved by the reporter’s word, of valid call-backs and evaluations. */
  solved: RateBoth,
  /** Satisfied (4 or 5), of valid call-backs and evaluations. */
  satisfied: RateBoth,
  /** Handled within the limit, of closed matters that had one. */
  onTime: RateBoth,
});
export type FigureSet = z.output<typeof FigureSet>;

export const getFigures = endpoint({
  id: 'matters.figures',
  method: 'GET',
  path: '/api/matters/figures',
  kind: 'read',
  audience: STAFF,
  summary: 'Figures of a period with numerators and denominators, and today’s backlog by age',
  query: z.object({
    from: z.iso.date(),
    to: z.iso.date(),
    by: z.enum(['total', 'area', 'category', 'organisation', 'month']).default('total'),
    areaId: id<AreaId>().optional(),
    categoryId: id<CategoryId>().optional(),
    organisationId: id<OrganisationId>().optional(),
  }),
  answer: z.object({
    groups: z.array(z.object({ key: z.string(), name: z.string(), figures: FigureSet })),
    backlog: z.object({
      open: z.int(),
      late: z.int(),
      shelved: z.int(),
      /** Days since reported. */
      byAge: z.array(z.object({ upToDays: z.int().nullable(), open: z.int() })),
    }),
    /** Instant the figures are of. */
    asOf: instant,
  }),
});

const BoundingBox = z
  .string()
  .regex(/^-?\d+(\.\d+)?(,-?\d+(\.\d+)?){3}$/)
  .transform((value) => value.split(',').map(Number) as [number, number, number, number]);

export const mattersInBox = endpoint({
  id: 'matters.box',
  method: 'GET',
  path: '/api/matters/box',
  kind: 'read',
  audience: STAFF,
  summary: 'Matters with a point inside west,south,east,north; at most 2,000',
  query: MatterFilter.extend({ bbox: BoundingBox }),
  answer: z.object({
    points: z.array(
      z.object({
        matterId: id<MatterId>(),
        number: z.string(),
        title: z.string(),
        lng: z.number(),
        lat: z.number(),
        state: z.enum(STATES),
        urgency: Urgency,
      }),
    ),
    truncated: z.boolean(),
  }),
});

export const matterTile = endpoint({
  id: 'matters.tile',
  method: 'GET',
  path: '/api/matters/tiles/:z/:x/:y',
  kind: 'read',
  audience: STAFF,
  summary: 'Vector tile (MVT) of the matters within the reader’s scope, clustered at low zooms',
  params: z.object({
    z: z.coerce.number().int().min(0).max(22),
    x: z.coerce.number().int().min(0),
    y: z.coerce.number().int().min(0),
  }),
  query: MatterFilter,
  media: 'application/vnd.mapbox-vector-tile',
});

export const exportMatters = endpoint({
  id: 'matters.export',
  method: 'GET',
  path: '/api/matters/export',
  kind: 'read',
  audience: STAFF,
  summary: 'Exactly what the list shows, as CSV (UTF-8 with BOM)',
  query: MatterFilter,
  media: 'text/csv; charset=utf-8',
});

export const matterPhoto = endpoint({
  id: 'matters.photo',
  method: 'GET',
  path: '/api/matters/:matterId/photos/:digest',
  kind: 'read',
  audience: STAFF,
  summary: 'A photo of a matter the reader may see',
  params: z.object({ matterId: id<MatterId>(), digest: fileDigest }),
  query: z.object({ size: z.enum(['full', 'thumbnail']).default('full') }),
  media: 'image/*',
  refusals: ['matter.unknown', 'file.unknown'],
});

export const uploadPhoto = endpoint({
  id: 'matters.upload_photo',
  method: 'POST',
  path: '/api/photos',
  kind: 'command',
  audience: STAFF,
  summary: 'Takes one photo (multipart field `photo`); named by its digest in a later command',
  answer: z.object({ digest: z.string().transform((value) => value as FileDigest) }),
  refusals: ['file.not_an_image', 'file.too_large', 'file.too_many_pixels'],
});

// ---- the public ----------------------------------------------------------

const tenantParams = z.object({ tenant: z.string().regex(/^[a-z0-9-]{2,40}$/) });

export const publicUploadPhoto = endpoint({
  id: 'matters.public_upload_photo',
  method: 'POST',
  path: '/api/t/:tenant/photos',
  kind: 'command',
  audience: 'public',
  summary: 'Takes one photo for a report that follows',
  params: tenantParams,
  answer: z.object({ digest: z.string().transform((value) => value as FileDigest) }),
  refusals: ['file.not_an_image', 'file.too_large', 'file.too_many_pixels', 'request.too_many'],
});

export const reportMatter = endpoint({
  id: 'matters.report',
  method: 'POST',
  path: '/api/t/:tenant/reports',
  kind: 'command',
  audience: 'public',
  summary: 'A report by a resident; no account is needed',
  params: tenantParams,
  body: ReportForm.extend({
    /** A category the resident chose among the plain ones; the intake body may change it. */
    categoryId: id<CategoryId>().optional(),
  }),
  answer: z.object({ number: z.string(), followKey: z.string() }),
  refusals: ['geometry.off_earth', 'geometry.swapped', 'matter.area_unknown', 'request.too_many'],
});

/** Proof that somebody is the reporter: the phone number left with the report, or the key given then. */
const Proof = z.object({
  number: z.string().trim().max(30),
  phone: z.string().trim().max(30).default(''),
  key: z.string().trim().max(60).default(''),
});

/** What the reporter sees: every step that was told, in plain order, never staff names. */
export const FollowedMatter = z.object({
  number: z.string(),
  version: z.int(),
  title: z.string(),
  description: z.string(),
  state: z.enum(STATES),
  urgency: Urgency,
  placeText: z.string(),
  areaName: z.string(),
  categoryName: z.string(),
  handlerName: z.string(),
  reportedAt: instant,
  dueAt: instant.nullable(),
  reviewOn: z.string().nullable(),
  closedAt: instant.nullable(),
  reopenUntil: instant.nullable(),
  solved: z.boolean().nullable(),
  satisfaction: z.int().nullable(),
  mergedIntoNumber: z.string().nullable(),
  photos: z.array(Photo),
  timeline: z.array(
    z.object({ kind: z.string(), at: instant, organisation: z.string(), text: z.string() }),
  ),
  actions: z.array(z.enum(ACTIONS)),
});
export type FollowedMatter = z.output<typeof FollowedMatter>;

export const followMatter = endpoint({
  id: 'matters.follow',
  method: 'POST',
  path: '/api/t/:tenant/follow',
  kind: 'read',
  audience: 'public',
  summary: 'Where my matter stands, by number and phone or key',
  params: tenantParams,
  body: Proof,
  answer: FollowedMatter,
  refusals: ['matter.follow_unknown', 'request.too_many'],
});

export const actAsReporter = endpoint({
  id: 'matters.act_as_reporter',
  method: 'POST',
  path: '/api/t/:tenant/follow/actions',
  kind: 'command',
  audience: 'public',
  summary: 'Withdraw, evaluate, reopen, or complain about the handling',
  params: tenantParams,
  body: z.object({ proof: Proof, version: z.int().min(1), input: ActionInput }),
  answer: z.object({ version: z.int(), state: z.enum(STATES) }),
  refusals: ['matter.follow_unknown', 'matter.state', 'matter.reopen_period', 'command.stale'],
});

export const publicMap = endpoint({
  id: 'matters.public_map',
  method: 'GET',
  path: '/api/t/:tenant/map',
  kind: 'read',
  audience: 'public',
  summary: 'Matters on the public map: none about a person or a home, category and state only',
  params: tenantParams,
  query: z.object({ bbox: BoundingBox }),
  answer: z.object({
    points: z.array(
      z.object({
        lng: z.number(),
        lat: z.number(),
        category: z.string(),
        state: z.enum(['open', 'closed']),
        reportedOn: z.iso.date(),
      }),
    ),
  }),
});

export const publicFigures = endpoint({
  id: 'matters.public_figures',
  method: 'GET',
  path: '/api/t/:tenant/figures',
  kind: 'read',
  audience: 'public',
  summary: 'Figures of the last full months; small numbers are withheld',
  params: tenantParams,
  answer: z.object({
    from: z.iso.date(),
    to: z.iso.date(),
    asOf: instant,
    /** Null where the number is below ten, or would show one that is. */
    figures: z.record(
      z.string(),
      z.object({ numerator: z.int().nullable(), denominator: z.int().nullable() }),
    ),
  }),
});

export const publicCategories = endpoint({
  id: 'matters.public_categories',
  method: 'GET',
  path: '/api/t/:tenant/categories',
  kind: 'read',
  audience: 'public',
  summary: 'Categories and areas of this place, for the report form',
  params: tenantParams,
  answer: z.object({
    tenantName: z.string(),
    tenantNameEn: z.string(),
    demonstration: z.boolean(),
    categories: z.array(
      Category.pick({ categoryId: true, parentId: true, name: true, nameEn: true }),
    ),
    areas: z.array(
      z.object({ areaId: id<AreaId>(), name: z.string(), parentId: id<AreaId>().nullable() }),
    ),
    /** west, south, east, north of the place; null where it has no geometry. */
    bbox: z.tuple([z.number(), z.number(), z.number(), z.number()]).nullable(),
  }),
});

/** How far a new place has come, from its records. */
export const firstStepsOf = endpoint({
  id: 'matters.first_steps',
  method: 'GET',
  path: '/api/matters/first-steps',
  kind: 'read',
  audience: ['system_admin', 'security_admin', 'audit_admin'],
  summary: 'The way from an empty system to the first evaluated matter: what is done, by whom next',
  answer: z.object({
    done: z.boolean(),
    steps: z.array(
      z.object({
        step: z.enum(FIRST_STEPS),
        done: z.boolean(),
        missing: z.array(z.enum(NEEDED_ROLES)),
        checkerApart: z.boolean(),
        doer: z.enum([...ROLES, 'reporter']),
        /** Names of people who hold the role today, a few. */
        people: z.array(z.string()),
      }),
    ),
  }),
});

const Limit = z.object({
  stage: z.enum(STAGES),
  /** Code of a circumstance; empty where the limit always holds. */
  condition: z.string(),
  amount: z.int(),
  unit: z.enum(TIME_UNITS),
  rule: z.string(),
});

export const listLimits = endpoint({
  id: 'matters.limits',
  method: 'GET',
  path: '/api/matters/limits',
  kind: 'read',
  audience: 'signed_in',
  summary:
    'Time limits of all categories, whose duty each is, and how long a rung of the ladder lasts',
  answer: z.object({
    categories: z.array(
      z.object({
        categoryId: id<CategoryId>(),
        version: z.int(),
        limits: z.array(Limit),
        duties: z.array(
          z.object({
            organisationId: id<OrganisationId>(),
            organisationName: z.string(),
            areaName: z.string(),
            areaPath: z.string(),
            basis: z.enum(['owner', 'territory']),
          }),
        ),
      }),
    ),
    rungs: z.array(z.object({ rung: z.int(), amount: z.int(), unit: z.enum(TIME_UNITS) })),
  }),
});

const CATALOGUE_REFUSALS = [
  'matter.category_unknown',
  'command.stale',
  'access.not_allowed',
] as const;

export const setLimit = endpoint({
  id: 'matters.set_limit',
  method: 'POST',
  path: '/api/matters/categories/:categoryId/limits',
  kind: 'command',
  audience: ['system_admin'],
  summary:
    'Gives a category another time limit, with the rule it comes from; matters under way keep theirs',
  params: z.object({ categoryId: id<CategoryId>() }),
  body: z.object({
    version: z.int().min(1),
    stage: z.enum(STAGES),
    condition: z.string().max(40).default(''),
    amount: z.int().min(1).max(1000),
    unit: z.enum(TIME_UNITS),
    rule: z.string().trim().min(1).max(200),
  }),
  answer: z.object({ version: z.int() }),
  refusals: CATALOGUE_REFUSALS,
});

export const setCommunityDuty = endpoint({
  id: 'matters.set_community_duty',
  method: 'POST',
  path: '/api/matters/categories/:categoryId/community-duty',
  kind: 'command',
  audience: ['system_admin'],
  summary: 'Puts a category on the list of duties of communities, or takes it off',
  params: z.object({ categoryId: id<CategoryId>() }),
  body: z.object({ version: z.int().min(1), mayHandle: z.boolean() }),
  answer: z.object({ version: z.int() }),
  refusals: CATALOGUE_REFUSALS,
});

export const changeDuty = endpoint({
  id: 'matters.change_duty',
  method: 'POST',
  path: '/api/matters/categories/:categoryId/duties',
  kind: 'command',
  audience: ['system_admin'],
  summary:
    'Says that a category is a unit’s duty in its area, or no longer; dispatch suggests by it',
  params: z.object({ categoryId: id<CategoryId>() }),
  body: z.object({
    version: z.int().min(1),
    organisationId: id<OrganisationId>(),
    basis: z.enum(['owner', 'territory']),
    /** True to begin, false to end. */
    holds: z.boolean(),
  }),
  answer: z.object({ version: z.int() }),
  refusals: [...CATALOGUE_REFUSALS, 'matter.organisation_unknown'],
});
