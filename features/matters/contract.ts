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
  PersonId,
  SuggestionId,
  ViewId,
  WallId,
} from '#kernel/ids.ts';
import { ROLES } from '#kernel/role.ts';
import {
  ActionInput,
  fileDigest,
  PHOTO_LIMIT,
  TEXT_LIMIT,
  TITLE_LIMIT,
} from './rules/action-input.ts';
import { TASKS } from './rules/awaits.ts';
import { BULK_MOST, isBulk } from './rules/bulk.ts';
import { FIRST_STEPS, NEEDED_ROLES } from './rules/first-steps.ts';
import { COLUMNS, GROUPINGS, SORTS } from './rules/list-shape.ts';
import { CALL_BACK_RESULTS, EXACTNESS, SOURCES } from './rules/matter.ts';
import { ORDERS } from './rules/order.ts';
import { ERASABLES, KEPT_REASONS } from './rules/own-data.ts';
import { CATEGORY_KINDS } from './rules/routing.ts';
import { STAGES } from './rules/stages.ts';
import { STATES, STEPS } from './rules/states.ts';
import { ACTIONS } from './rules/transitions.ts';
import { VIEW_NAME_LIMIT, ViewQuery } from './rules/view.ts';
import { Board, Scene } from './rules/wall/board.ts';

export { ActionInput, REJECTION_CLASSES, TEXT_LIMIT, TITLE_LIMIT } from './rules/action-input.ts';
export { BULK_MOST, type BulkAction, bulkActionsFor } from './rules/bulk.ts';
export {
  COLUMNS,
  type Column,
  columnsOf,
  GROUPINGS,
  type Grouping,
  SORTS,
  type Sort,
  USUAL_COLUMNS,
} from './rules/list-shape.ts';
export { ORDERS, type Order, type OrderFacts, orderFacts, ordersOf } from './rules/order.ts';
export { ERASABLES, type KeptReason } from './rules/own-data.ts';
export { STATES, type State, type Step } from './rules/states.ts';
export { ACTIONS, type Action, AWAITED } from './rules/transitions.ts';
export { VIEW_KEYS, VIEW_NAME_LIMIT, type ViewQuery } from './rules/view.ts';
export {
  type Board,
  INDICATORS,
  SCENES,
  type Scene,
  type WallArea,
  type WallCategory,
  type WallRate,
} from './rules/wall/board.ts';

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
  reporter: z
    .object({
      name: z.string(),
      phone: z.string(),
      /** It was reported for somebody else; this is the helper. */
      forOther: z.boolean(),
    })
    .nullable(),
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
  /** With all below it. */
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
    sort: z.enum(SORTS).default('due'),
    /** Only the rows of one group of `matters.groups`. */
    group: z.enum(GROUPINGS).optional(),
    /** Of that group; absent or empty for what has none. */
    key: z.string().max(60).optional(),
    cursor: cursor.optional(),
    limit: z.coerce.number().int().min(1).max(200).default(50),
  }),
  answer: z.object({
    items: z.array(MatterSummary),
    next: z.string().nullable(),
  }),
});

export const groupMatters = endpoint({
  id: 'matters.groups',
  method: 'GET',
  path: '/api/matters/groups',
  kind: 'read',
  audience: STAFF,
  summary: 'What fits the filter by what it has in common, with counts; at most 200 groups',
  query: MatterFilter.extend({ by: z.enum(GROUPINGS) }),
  answer: z.object({
    groups: z.array(
      z.object({
        /** An id, a state, the path of an area; empty for what has none. */
        key: z.string(),
        /** Empty where the key is a word of the loop. */
        name: z.string(),
        count: z.int(),
        late: z.int(),
      }),
    ),
    truncated: z.boolean(),
  }),
});

export const View = z.object({
  viewId: id<ViewId>(),
  version: z.int(),
  name: z.string(),
  query: ViewQuery,
  /** Made by the reader. */
  own: z.boolean(),
  /** The organisation it is shared with. */
  organisation: Named.nullable(),
  mayChange: z.boolean(),
});
export type View = z.output<typeof View>;

export const listViews = endpoint({
  id: 'matters.views',
  method: 'GET',
  path: '/api/matters/views',
  kind: 'read',
  audience: STAFF,
  summary: 'The reader’s views of the list and those shared with their organisations',
  answer: z.object({
    views: z.array(View),
    /** The one shown first; null for what is open. */
    first: id<ViewId>().nullable(),
  }),
});

const viewName = z.string().trim().min(1).max(VIEW_NAME_LIMIT);
const viewParams = z.object({ viewId: id<ViewId>() });
const viewAnswer = z.object({ viewId: id<ViewId>(), version: z.int() });

export const saveView = endpoint({
  id: 'matters.save_view',
  method: 'POST',
  path: '/api/matters/views',
  kind: 'command',
  audience: STAFF,
  summary: 'Keeps the conditions, order, grouping and columns of the list under a name',
  body: z.object({
    name: viewName,
    query: ViewQuery,
    /** Shares it with an organisation the caller holds a post in. */
    organisationId: id<OrganisationId>().nullable().default(null),
  }),
  answer: viewAnswer,
  refusals: ['matter.view_share', 'matter.views_many'],
});

export const changeView = endpoint({
  id: 'matters.change_view',
  method: 'POST',
  path: '/api/matters/views/:viewId',
  kind: 'command',
  audience: STAFF,
  summary: 'Another name, other conditions, or shared otherwise; what is left out stays',
  params: viewParams,
  body: z.object({
    version: z.int().min(1),
    name: viewName.optional(),
    query: ViewQuery.optional(),
    organisationId: id<OrganisationId>().nullable().optional(),
  }),
  answer: viewAnswer,
  refusals: ['matter.view_unknown', 'matter.view_share', 'access.not_allowed', 'command.stale'],
});

export const removeView = endpoint({
  id: 'matters.remove_view',
  method: 'POST',
  path: '/api/matters/views/:viewId/removal',
  kind: 'command',
  audience: STAFF,
  summary: 'Takes a view away, for everybody it was shared with',
  params: viewParams,
  body: z.object({ version: z.int().min(1) }),
  answer: viewAnswer,
  refusals: ['matter.view_unknown', 'access.not_allowed', 'command.stale'],
});

export const chooseFirstView = endpoint({
  id: 'matters.choose_first_view',
  method: 'POST',
  path: '/api/matters/first-view',
  kind: 'command',
  audience: STAFF,
  summary: 'The view that the caller’s list begins with; null for what is open',
  body: z.object({ viewId: id<ViewId>().nullable() }),
  answer: z.object({ first: id<ViewId>().nullable() }),
  refusals: ['matter.view_unknown'],
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

export const lookAtMatter = endpoint({
  id: 'matters.look',
  method: 'POST',
  path: '/api/matters/:matterId/presence',
  kind: 'read',
  audience: STAFF,
  summary:
    'The caller has the matter open; answers who else has. Kept in memory for less than a minute',
  params: z.object({ matterId: id<MatterId>() }),
  body: z.object({
    /** One open page. */
    seat: z.uuid(),
    /** The step that is being filled in there. */
    doing: z.enum(ACTIONS).nullable().default(null),
    leaving: z.boolean().default(false),
  }),
  answer: z.object({
    others: z.array(
      z.object({
        personId: id<PersonId>(),
        name: z.string(),
        doing: z.enum(ACTIONS).nullable(),
      }),
    ),
  }),
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
  /** For somebody else, an elder without a phone: name and phone are the helper’s. */
  forOther: z.boolean().default(false),
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

export const previewAction = endpoint({
  id: 'matters.preview',
  method: 'POST',
  path: '/api/matters/preview',
  kind: 'read',
  audience: STAFF,
  summary: 'What one step would do to several matters, and why not to some; nothing is done',
  body: z.object({
    input: ActionInput.refine(({ action }) => isBulk(action)),
    matterIds: z.array(id<MatterId>()).min(1).max(BULK_MOST),
  }),
  answer: z.object({
    /** In the order asked; what the reader may not see is left out. */
    items: z.array(
      z.object({
        matterId: id<MatterId>(),
        version: z.int(),
        number: z.string(),
        title: z.string(),
        state: z.enum(STATES),
        /** Why it does not fit, as a sentence; null where it does. */
        refusal: z.string().nullable(),
        /** The step that takes it back; null where nothing does. */
        back: ActionInput.nullable(),
      }),
    ),
  }),
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

const REVEAL_PURPOSES = ['call_back', 'contact_reporter', 'correct_data', 'legal_request'] as const;

export const revealReporter = endpoint({
  id: 'matters.reveal_reporter',
  method: 'POST',
  path: '/api/matters/:matterId/reporter',
  kind: 'command',
  audience: ['intake', 'supervisor', 'handler'],
  summary: 'Name and phone of the reporter, for a stated purpose; written to the access log',
  params: z.object({ matterId: id<MatterId>() }),
  body: z.object({
    purpose: z.enum(REVEAL_PURPOSES),
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
    /** `task`: what the matter asks of me. */
    items: z.array(MatterSummary.extend({ task: z.enum(TASKS) })),
  }),
});

export const newsOfMatters = endpoint({
  id: 'matters.news',
  method: 'GET',
  path: '/api/matters/news',
  kind: 'read',
  audience: STAFF,
  summary:
    'What others did since a position of the log to matters that concern the reader, the latest first',
  query: z.object({
    /** Position up to which the reader has seen; absent for who begins now. */
    after: z.coerce.number().int().min(0).optional(),
  }),
  answer: z.object({
    /** The present end of the log. */
    position: z.int(),
    /** More has happened than was looked through. */
    more: z.boolean(),
    items: z.array(
      z.object({
        matter: MatterSummary,
        /** The latest of them, in order. */
        events: z.array(
          z.object({
            version: z.int(),
            kind: z.string(),
            at: instant,
            by: z.string(),
            organisation: z.string(),
          }),
        ),
      }),
    ),
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
  query: MatterFilter.extend({
    /** Says with each the top category it lies under; of a cluster, that of most in it. */
    by: z.enum(['category']).optional(),
  }),
  media: 'application/vnd.mapbox-vector-tile',
});

export const exportMatters = endpoint({
  id: 'matters.export',
  method: 'GET',
  path: '/api/matters/export',
  kind: 'read',
  audience: STAFF,
  summary: 'Exactly what the list shows, its columns, order and groups, as CSV (UTF-8 with BOM)',
  query: MatterFilter.extend({
    sort: z.enum(SORTS).default('due'),
    group: z.enum(GROUPINGS).optional(),
    columns: several(z.enum(COLUMNS)),
  }),
  media: 'text/csv; charset=utf-8',
});

export const matterOrder = endpoint({
  id: 'matters.order',
  method: 'GET',
  path: '/api/matters/:matterId/orders/:order',
  kind: 'read',
  audience: STAFF,
  summary:
    'The order in writing, to handle or of supervision, as a document; it never names who reported',
  params: z.object({ matterId: id<MatterId>(), order: z.enum(ORDERS) }),
  media: 'application/vnd.openxmlformats-officedocument.wordprocessingml.document',
  refusals: ['matter.unknown', 'matter.no_order'],
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

/** What a reporter's contact is read for; `own_data` is the reporter's own copy. */
const READING_PURPOSES = [...REVEAL_PURPOSES, 'own_data'] as const;

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
  /** Reported for somebody else, by the one who follows it. */
  forOther: z.boolean(),
  /** Since when a complaint about the handling waits for its answer. */
  complaintAt: instant.nullable(),
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

/** Why something is kept and until when; null where it can be erased now. */
const Kept = z.object({ why: z.enum(KEPT_REASONS), until: instant.nullable() }).nullable();

/** What is held on a reporter beside the matter itself, and who looked (PIPL arts. 44, 45, 48). */
export const OwnData = z.object({
  /** Of the contact, for the commands that change it. */
  version: z.int(),
  /** Masked; empty where none was left or it was erased. */
  name: z.string(),
  phone: z.string(),
  /** The handling unit may see them. */
  shared: z.boolean(),
  erasedAt: instant.nullable(),
  /** The point on the map, WGS84 degrees; null where none was given. */
  point: z.object({ lng: z.number(), lat: z.number() }).nullable(),
  contactKept: Kept,
  /** Who saw name or phone in the clear, the latest first; posts and offices, never people. */
  readings: z.array(
    z.object({
      at: instant,
      purpose: z.enum(READING_PURPOSES),
      fields: z.array(z.string()),
      organisation: z.string(),
      post: z.string(),
    }),
  ),
  /** What the reporter had changed, asked for and was refused, the latest first. */
  requests: z.array(
    z.object({
      at: instant,
      kind: z.enum(['corrected', 'erased', 'kept']),
      what: z.enum(ERASABLES),
      kept: Kept,
    }),
  ),
});
export type OwnData = z.output<typeof OwnData>;

export const ownData = endpoint({
  id: 'matters.own_data',
  method: 'POST',
  path: '/api/t/:tenant/follow/data',
  kind: 'read',
  audience: 'public',
  summary: 'What is held on the reporter of a matter, and who looked',
  params: tenantParams,
  body: Proof,
  answer: OwnData,
  refusals: ['matter.follow_unknown', 'request.too_many'],
});

export const copyOwnData = endpoint({
  id: 'matters.copy_own_data',
  method: 'POST',
  path: '/api/t/:tenant/follow/data/copy',
  kind: 'command',
  audience: 'public',
  summary: 'All that is held on the reporter of a matter, in the clear, to take away',
  params: tenantParams,
  body: Proof,
  answer: z.object({
    copiedAt: instant,
    contact: z.object({ name: z.string(), phone: z.string() }),
    matter: FollowedMatter,
    data: OwnData,
  }),
  refusals: ['matter.follow_unknown', 'request.too_many'],
});

export const correctContact = endpoint({
  id: 'matters.correct_contact',
  method: 'POST',
  path: '/api/t/:tenant/follow/data/contact',
  kind: 'command',
  audience: 'public',
  summary: 'Puts name, phone and who may see them right; what is left empty stays',
  params: tenantParams,
  body: z.object({
    proof: Proof,
    version: z.int().min(1),
    name: z.string().trim().max(60).default(''),
    phone: z.string().trim().max(30).default(''),
    shared: z.boolean(),
  }),
  answer: z.object({ version: z.int() }),
  refusals: ['matter.follow_unknown', 'command.stale'],
});

export const eraseOwnData = endpoint({
  id: 'matters.erase_own_data',
  method: 'POST',
  path: '/api/t/:tenant/follow/data/erasure',
  kind: 'command',
  audience: 'public',
  summary: 'Erases name and phone, or answers why something is kept; both are written down',
  params: tenantParams,
  body: z.object({ proof: Proof, version: z.int().min(1), what: z.enum(ERASABLES) }),
  answer: z.object({ version: z.int(), kept: Kept }),
  refusals: ['matter.follow_unknown', 'command.stale'],
});

// ---- suggestions about the system itself ----------------------------------

const suggestionText = z.string().trim().min(1).max(TEXT_LIMIT);

const Suggestion = z.object({
  number: z.string(),
  text: z.string(),
  sentAt: instant,
  /** Empty until it is answered. */
  answer: z.string(),
  answeredAt: instant.nullable(),
});

export const StoredSuggestion = Suggestion.extend({
  suggestionId: id<SuggestionId>(),
  version: z.int(),
  from: z.enum(['public', 'staff']),
});
export type StoredSuggestion = z.output<typeof StoredSuggestion>;

export const suggest = endpoint({
  id: 'matters.suggest',
  method: 'POST',
  path: '/api/t/:tenant/suggestions',
  kind: 'command',
  audience: 'public',
  summary: 'A suggestion about the system itself; no account is needed',
  params: tenantParams,
  body: z.object({ text: suggestionText }),
  answer: z.object({ number: z.string(), followKey: z.string() }),
  refusals: ['request.too_many'],
});

export const followSuggestion = endpoint({
  id: 'matters.follow_suggestion',
  method: 'POST',
  path: '/api/t/:tenant/suggestions/follow',
  kind: 'read',
  audience: 'public',
  summary: 'A suggestion and its answer, for whoever has its number and key',
  params: tenantParams,
  body: z.object({ number: z.string().trim().max(30), key: z.string().trim().max(60) }),
  answer: Suggestion,
  refusals: ['suggestion.unknown', 'request.too_many'],
});

export const suggestAsStaff = endpoint({
  id: 'matters.suggest_as_staff',
  method: 'POST',
  path: '/api/suggestions',
  kind: 'command',
  audience: 'signed_in',
  summary: 'A suggestion about the system by a member of staff',
  body: z.object({ text: suggestionText }),
  answer: z.object({ number: z.string() }),
});

export const ownSuggestions = endpoint({
  id: 'matters.own_suggestions',
  method: 'GET',
  path: '/api/suggestions/own',
  kind: 'read',
  audience: 'signed_in',
  summary: 'My suggestions about the system with their answers, the latest first',
  answer: z.object({ items: z.array(Suggestion) }),
});

export const listSuggestions = endpoint({
  id: 'matters.suggestions',
  method: 'GET',
  path: '/api/suggestions',
  kind: 'read',
  audience: ['system_admin'],
  summary: 'Suggestions about the system: the unanswered first, at most 200',
  answer: z.object({ items: z.array(StoredSuggestion) }),
});

export const answerSuggestion = endpoint({
  id: 'matters.answer_suggestion',
  method: 'POST',
  path: '/api/suggestions/:suggestionId/answer',
  kind: 'command',
  audience: ['system_admin'],
  summary: 'Answers a suggestion; a second answer takes the place of the first',
  params: z.object({ suggestionId: id<SuggestionId>() }),
  body: z.object({ version: z.int().min(1), text: suggestionText }),
  answer: z.object({ version: z.int() }),
  refusals: ['suggestion.unknown', 'command.stale'],
});

export const publicMap = endpoint({
  id: 'matters.public_map',
  method: 'GET',
  path: '/api/t/:tenant/map',
  kind: 'read',
  audience: 'public',
  summary: 'Matters on the public map: none about a person or a home, category and state only',
  params: tenantParams,
  query: z.object({
    bbox: BoundingBox,
    state: z.enum(['open', 'closed']).optional(),
    categoryId: id<CategoryId>().optional(),
  }),
  answer: z.object({
    /** There are more that fit; the points are the latest reported. */
    truncated: z.boolean(),
    /** Of all that fit; counted up to 20,000. */
    count: z.int(),
    /** Of these, how many are in hand; null where there are more than were counted. */
    open: z.int().nullable(),
    /** Categories to choose from, whatever was chosen. */
    kinds: z.array(z.object({ categoryId: id<CategoryId>(), name: z.string() })),
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

/** Who allows walls and ends them: what a wall shows, leaders of its area may read anyway. */
export const WALL_KEEPERS = ['security_admin', 'leader'] as const;
/** Who stands beside a wall and turns it. */
export const WALL_PRESENTERS = ['leader', 'supervisor', 'dispatcher', 'intake'] as const;

/** Days a wall may be allowed for at once. */
export const WALL_DAYS = { least: 1, most: 90, usual: 30 } as const;

const wallParams = z.object({ wallId: id<WallId>() });

export const WallFrame = z.object({
  wallId: id<WallId>(),
  /** Rises whenever somebody turns the wall from a desk. */
  version: z.int(),
  name: z.string(),
  area: z.object({ areaId: id<AreaId>(), name: z.string(), nameEn: z.string() }),
  tenantName: z.string(),
  tenantNameEn: z.string(),
  demonstration: z.boolean(),
  timeZone: z.string(),
  /** What was last chosen from a desk; null where nobody has yet. */
  scene: Scene.nullable(),
  held: z.boolean(),
  endsAt: instant,
});
export type WallFrame = z.output<typeof WallFrame>;

const WallAnswer = z.object({ wall: WallFrame, board: Board });

export const wallBoard = endpoint({
  id: 'matters.wall_board',
  method: 'GET',
  path: '/api/wall/board',
  kind: 'read',
  audience: 'wall',
  summary: 'All that a wall shows: totals of its area and of those right below it',
  answer: WallAnswer,
});

export const wallShapes = endpoint({
  id: 'matters.wall_shapes',
  method: 'GET',
  path: '/api/wall/shapes',
  kind: 'read',
  audience: 'wall',
  summary: 'The borders of the areas a wall shows, simplified to the size of a screen',
  answer: z.object({
    shapes: z.array(
      z.object({
        areaId: id<AreaId>(),
        /** Outer and inner rings, WGS84 degrees. */
        rings: z.array(z.array(z.tuple([z.number(), z.number()]))),
        /** A point inside, for its name. */
        at: z.tuple([z.number(), z.number()]),
      }),
    ),
  }),
});

export const wallLive = endpoint({
  id: 'matters.wall_live',
  method: 'GET',
  path: '/api/wall/live',
  kind: 'read',
  audience: 'wall',
  summary: 'Says that something changed, as server-sent events, and never what',
  query: z.object({ after: z.string().max(15).optional() }),
  media: 'text/event-stream',
  refusals: ['request.too_many'],
});

export const listWalls = endpoint({
  id: 'matters.walls',
  method: 'GET',
  path: '/api/walls',
  kind: 'read',
  audience: ['leader', 'supervisor', 'dispatcher', 'intake', 'security_admin'],
  summary: 'Walls of the own areas, those that hold first',
  answer: z.object({
    walls: z.array(
      WallFrame.pick({ wallId: true, version: true, name: true, area: true, endsAt: true }).extend({
        allowedAt: instant,
        holds: z.boolean(),
      }),
    ),
  }),
});

export const allowWall = endpoint({
  id: 'matters.allow_wall',
  method: 'POST',
  path: '/api/walls',
  kind: 'command',
  audience: WALL_KEEPERS,
  summary: 'Allows the screen that shows a code to be the wall of an area for some days',
  body: z.object({
    code: z.string().trim().min(8).max(20),
    name: z.string().trim().min(1).max(40),
    areaId: id<AreaId>(),
    days: z.int().min(WALL_DAYS.least).max(WALL_DAYS.most),
  }),
  answer: z.object({ wallId: id<WallId>(), version: z.int() }),
  refusals: ['wall.code_unknown', 'place.unknown', 'access.not_allowed'],
});

export const revokeWall = endpoint({
  id: 'matters.revoke_wall',
  method: 'POST',
  path: '/api/walls/:wallId/revoke',
  kind: 'command',
  audience: WALL_KEEPERS,
  summary: 'Ends a wall; it shows nothing more from its next request on',
  params: wallParams,
  body: z.object({ version: z.int() }),
  answer: z.object({ version: z.int() }),
  refusals: ['wall.unknown', 'wall.ended', 'command.stale'],
});

export const showWall = endpoint({
  id: 'matters.show_wall',
  method: 'GET',
  path: '/api/walls/:wallId',
  kind: 'read',
  audience: WALL_PRESENTERS,
  summary: 'What a wall shows, for who presents it from another device',
  params: wallParams,
  answer: WallAnswer,
  refusals: ['wall.unknown', 'wall.ended'],
});

export const turnWall = endpoint({
  id: 'matters.turn_wall',
  method: 'POST',
  path: '/api/walls/:wallId/turn',
  kind: 'command',
  audience: WALL_PRESENTERS,
  summary: 'Turns a wall to a scene and holds it there, or lets it go on; the last hand counts',
  params: wallParams,
  body: z.object({ scene: Scene, held: z.boolean() }),
  answer: z.object({ version: z.int() }),
  refusals: ['wall.unknown', 'wall.ended'],
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
