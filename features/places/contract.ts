/** What the outside may ask of areas, grids and sites, and of plans for other grids. */
import { z } from 'zod';
import { endpoint } from '#kernel/endpoint.ts';
import { MultiPolygonShape, Shape } from '#kernel/geometry/index.ts';
import type {
  AreaId,
  GridId,
  GridPlanId,
  Id,
  NoticeId,
  OpinionId,
  PostId,
  PremiseId,
  SiteId,
} from '#kernel/ids.ts';
import { IN_THE_WAY } from './rules/area-end.ts';
import { AREA_KINDS, GRID_KINDS, SITE_KINDS } from './rules/kinds.ts';
import { PLAN_ACTIONS } from './rules/plan/lawful.ts';
import { PLAN_STATES } from './rules/plan/plan.ts';
import { ESTATE_KINDS, PREMISE_KINDS } from './rules/premises/kinds.ts';
import { MOST_AT_ONCE } from './rules/premises/names.ts';

const id = <T extends Id<string>>() => z.uuid().transform((value) => value as T);
const day = z.iso.date();
const lng = z.coerce.number();
const lat = z.coerce.number();

export const AreaSummary = z.object({
  areaId: id<AreaId>(),
  parentAreaId: id<AreaId>().nullable(),
  areaPath: z.string(),
  kind: z.enum(AREA_KINDS),
  level: z.enum(['province', 'city', 'county', 'town', 'village']).nullable(),
  code: z.string().nullable(),
  /** True where the code is not one of the state's. */
  localCode: z.boolean(),
  name: z.string(),
  /** Empty where nobody has given one. */
  nameEn: z.string(),
  hasChildren: z.boolean(),
  hasBorder: z.boolean(),
});
export type AreaSummary = z.output<typeof AreaSummary>;

export const listAreas = endpoint({
  id: 'places.areas',
  method: 'GET',
  path: '/api/places/areas',
  kind: 'read',
  audience: 'signed_in',
  summary:
    'The areas right below one, or the roots of what the caller reaches; or all with the words in name or code',
  query: z.object({
    parentId: id<AreaId>().optional(),
    words: z.string().trim().min(1).max(60).optional(),
    /** Areas after this path, for the next page. */
    after: z.string().max(60).optional(),
  }),
  answer: z.object({ areas: z.array(AreaSummary), next: z.string().nullable() }),
});

export const getArea = endpoint({
  id: 'places.area',
  method: 'GET',
  path: '/api/places/areas/:areaId',
  kind: 'read',
  audience: 'signed_in',
  summary: 'One area with the areas above it, its border and its earlier names and borders',
  params: z.object({ areaId: id<AreaId>() }),
  answer: AreaSummary.extend({
    above: z.array(z.object({ areaId: id<AreaId>(), name: z.string() })),
    version: z.int(),
    /** First day on which it is no longer; null while it is. */
    endedOn: day.nullable(),
    geometry: MultiPolygonShape.nullable(),
    versions: z.array(
      z.object({
        from: day,
        to: day.nullable(),
        name: z.string(),
        /** Null in versions from before it was kept. */
        nameEn: z.string().nullable(),
        code: z.string().nullable(),
      }),
    ),
  }),
  refusals: ['place.unknown'],
});

const collection = <P extends z.ZodType, G extends z.ZodType>(properties: P, geometry: G) =>
  z.object({
    type: z.literal('FeatureCollection'),
    features: z.array(
      z.object({ type: z.literal('Feature'), id: z.string(), properties, geometry }),
    ),
    /** True where there are more than the answer holds. */
    truncated: z.boolean(),
  });

export const areaBorders = endpoint({
  id: 'places.area_borders',
  method: 'GET',
  path: '/api/places/areas/:areaId/areas.geojson',
  kind: 'read',
  audience: 'signed_in',
  summary: 'The areas right below one, with their borders, as GeoJSON',
  params: z.object({ areaId: id<AreaId>() }),
  answer: collection(
    z.object({ code: z.string().nullable(), name: z.string(), areaPath: z.string() }),
    MultiPolygonShape.nullable(),
  ),
  refusals: ['place.unknown'],
});

export const areaGrids = endpoint({
  id: 'places.grids',
  method: 'GET',
  path: '/api/places/areas/:areaId/grids.geojson',
  kind: 'read',
  audience: 'signed_in',
  summary: 'The grids of an area and all below it, with the borders of a day, as GeoJSON',
  params: z.object({ areaId: id<AreaId>() }),
  query: z.object({ day: day.optional(), kind: z.enum(GRID_KINDS).optional() }),
  answer: collection(
    z.object({
      key: z.string().nullable(),
      code: z.string().nullable(),
      localCode: z.boolean(),
      name: z.string(),
      kind: z.enum(GRID_KINDS),
      areaId: id<AreaId>(),
      from: day,
      to: day.nullable(),
      squareMetres: z.number(),
    }),
    MultiPolygonShape,
  ),
  refusals: ['place.unknown'],
});

export const gridWorkers = endpoint({
  id: 'places.grid_workers',
  method: 'GET',
  path: '/api/places/areas/:areaId/grid-workers',
  kind: 'read',
  audience: 'signed_in',
  summary:
    'Posts of the grid workers of an area with who holds them today, as a notice board names them',
  params: z.object({ areaId: id<AreaId>() }),
  answer: z.object({
    workers: z.array(
      z.object({
        postId: id<PostId>(),
        title: z.string(),
        organisationName: z.string(),
        holders: z.array(z.string()),
      }),
    ),
  }),
  refusals: ['place.unknown'],
});

export const areaSites = endpoint({
  id: 'places.sites',
  method: 'GET',
  path: '/api/places/areas/:areaId/sites.geojson',
  kind: 'read',
  audience: 'signed_in',
  summary: 'The sites of an area and all below it, as GeoJSON',
  params: z.object({ areaId: id<AreaId>() }),
  query: z.object({ kind: z.enum(SITE_KINDS).optional() }),
  answer: collection(
    z.object({
      siteId: id<SiteId>(),
      key: z.string().nullable(),
      code: z.string().nullable(),
      name: z.string(),
      kind: z.enum(SITE_KINDS),
      areaId: id<AreaId>(),
      attributes: z.record(z.string(), z.unknown()),
    }),
    Shape,
  ),
  refusals: ['place.unknown'],
});

const Found = z.object({
  areas: z.array(
    z.object({
      areaId: id<AreaId>(),
      name: z.string(),
      nameEn: z.string(),
      code: z.string().nullable(),
    }),
  ),
  grid: z
    .object({
      gridId: id<GridId>(),
      name: z.string(),
      code: z.string().nullable(),
      kind: z.enum(GRID_KINDS),
    })
    .nullable(),
});

export const publicPlaceAt = endpoint({
  id: 'places.public_at',
  method: 'GET',
  path: '/api/t/:tenant/places/at',
  kind: 'read',
  audience: 'public',
  summary: 'The areas, from the largest to the smallest, and the grid a point lies in on a day',
  params: z.object({ tenant: z.string().max(63) }),
  query: z.object({ lng, lat, day: day.optional() }),
  answer: Found,
  refusals: ['geometry.off_earth', 'geometry.swapped', 'place.no_area'],
});

/** What a resident may know of where they live: part of the name of an estate, a courtyard, a place. */
export const publicSites = endpoint({
  id: 'places.public_sites',
  method: 'GET',
  path: '/api/t/:tenant/places/sites',
  kind: 'read',
  audience: 'public',
  summary:
    'Communities, villages, estates, courtyards and other places by part of their name, with the area they lie in; at most 6 and 12',
  params: z.object({ tenant: z.string().max(63) }),
  query: z.object({ q: z.string().trim().min(2).max(60) }),
  answer: z.object({
    areas: z.array(z.object({ areaId: id<AreaId>(), name: z.string(), within: z.string() })),
    sites: z.array(z.object({ siteId: id<SiteId>(), name: z.string(), area: z.string() })),
    /** There are further ones. */
    more: z.boolean(),
    /** Nothing is called so; these are, but for the word of their kind (小区, 社区). */
    nearly: z.boolean(),
  }),
});

const SYSTEM = ['system_admin'] as const;
const areaName = z.string().trim().min(1).max(100);

/** A city or a county of the country, before it is anybody's area. */
export const Division = z.object({
  /** Four digits (a city) or six (a county or district). */
  code: z.string(),
  name: z.string(),
  /** Names of what it lies in, from the province down. */
  above: z.array(z.string()),
  towns: z.int(),
  villages: z.int(),
});
export type Division = z.output<typeof Division>;

export const findDivisions = endpoint({
  id: 'places.divisions',
  method: 'GET',
  path: '/api/places/divisions',
  kind: 'read',
  audience: SYSTEM,
  summary: 'Cities and counties of the country by a part of their name or code, at most twenty',
  query: z.object({ words: z.string().trim().min(1).max(60) }),
  answer: z.object({
    /** Day of the edition the divisions are of. */
    edition: day,
    divisions: z.array(Division),
  }),
});

export const copyDivision = endpoint({
  id: 'places.copy_division',
  method: 'POST',
  path: '/api/places/copies',
  kind: 'command',
  audience: SYSTEM,
  summary:
    'Asks that a city or county of the country be copied into the areas with all below it; done in the background',
  body: z.object({ code: z.string().trim().min(1).max(12) }),
  answer: z.object({ copyId: z.uuid(), total: z.int() }),
  refusals: ['input.unknown_code', 'place.copy_running', 'access.not_allowed'],
});

export const listCopies = endpoint({
  id: 'places.copies',
  method: 'GET',
  path: '/api/places/copies',
  kind: 'read',
  audience: SYSTEM,
  summary: 'The latest copies of divisions and how far they are',
  answer: z.object({
    copies: z.array(
      z.object({
        copyId: z.uuid(),
        code: z.string(),
        name: z.string(),
        total: z.int(),
        done: z.int(),
        askedAt: z.iso.datetime(),
        endedAt: z.iso.datetime().nullable(),
      }),
    ),
  }),
});

export const addArea = endpoint({
  id: 'places.add_area',
  method: 'POST',
  path: '/api/places/areas',
  kind: 'command',
  audience: SYSTEM,
  summary: 'Begins a local area below another one: an estate, a new community, a part of a street',
  body: z.object({
    parentId: id<AreaId>(),
    name: areaName,
    nameEn: z.string().trim().max(100).optional(),
    /** A code of the place's own; none where absent. */
    code: z.string().trim().max(32).optional(),
  }),
  answer: z.object({ areaId: id<AreaId>(), version: z.int() }),
  refusals: [
    'place.unknown',
    'place.too_many',
    'place.code_taken',
    'code.form',
    'access.not_allowed',
  ],
});

const version = z.int().min(1);

export const renameArea = endpoint({
  id: 'places.rename_area',
  method: 'POST',
  path: '/api/places/areas/:areaId/rename',
  kind: 'command',
  audience: SYSTEM,
  summary:
    'Gives an area another name from a day on; the former stays in its history. No copy of the divisions and no list changes that name again',
  params: z.object({ areaId: id<AreaId>() }),
  body: z.object({
    version,
    name: areaName,
    /** Stays where absent; empty where it shall have none. */
    nameEn: z.string().trim().max(100).optional(),
    /** Today where absent; the first day of the present version corrects it. */
    from: day.optional(),
  }),
  answer: z.object({ version: z.int() }),
  refusals: ['place.unknown', 'place.ended', 'place.period', 'command.stale', 'access.not_allowed'],
});

export const inTheWayOfArea = endpoint({
  id: 'places.in_the_way',
  method: 'GET',
  path: '/api/places/areas/:areaId/in-the-way',
  kind: 'read',
  audience: SYSTEM,
  summary: 'What stands in the way of ending an area, and how many; nothing where it may be ended',
  params: z.object({ areaId: id<AreaId>() }),
  answer: z.object({
    inTheWay: z.array(z.object({ by: z.enum(IN_THE_WAY), count: z.int() })),
  }),
  refusals: ['place.unknown'],
});

export const endArea = endpoint({
  id: 'places.end_area',
  method: 'POST',
  path: '/api/places/areas/:areaId/end',
  kind: 'command',
  audience: SYSTEM,
  summary:
    'Ends an area in which nothing stands and over which nothing is done any more; refused with what stands in the way and how many',
  params: z.object({ areaId: id<AreaId>() }),
  body: z.object({
    version,
    /** First day on which it is no longer: today where absent, or a day that is past. */
    on: day.optional(),
  }),
  answer: z.object({ version: z.int(), endedOn: day }),
  refusals: [
    'place.unknown',
    'place.ended',
    'place.top',
    'place.ending_day',
    'place.still_in_use',
    'command.stale',
    'access.not_allowed',
  ],
});

const TILE_LAYERS = ['areas', 'grids', 'sites'] as const;
const zoom = z.coerce.number().int().min(0).max(22);
const index = z.coerce
  .number()
  .int()
  .min(0)
  .max(2 ** 22 - 1);

export const placesTile = endpoint({
  id: 'places.tile',
  method: 'GET',
  path: '/api/places/tiles/:layer/:z/:x/:y',
  kind: 'read',
  audience: 'signed_in',
  summary: 'Areas, grids or sites as a vector tile',
  params: z.object({ layer: z.enum(TILE_LAYERS), z: zoom, x: index, y: index }),
  media: 'application/vnd.mapbox-vector-tile',
  refusals: ['place.layer_unknown', 'input.invalid'],
});

/** Who draws plans for grids and answers residents; who brings them into force. */
export const PLANNERS = ['dispatcher', 'system_admin'] as const;
export const DECIDERS = ['leader'] as const;
/** Who reads plans: both, and those whose grids they are about. */
const READERS = [...PLANNERS, ...DECIDERS, 'supervisor', 'grid_worker'] as const;

/** Most spots with households of one plan; rows at one spot count once. */
export const MOST_PLAN_POINTS = 60_000;
const PLAN_BYTES = 12 * 1024 * 1024;
const households = z.number().min(0).max(1_000_000);
const text = (most: number) => z.string().trim().min(1).max(most);

/** Two numbers a position: a plan has no heights. */
const PlanShape = z.object({
  type: z.literal('MultiPolygon'),
  coordinates: z.array(z.array(z.array(z.tuple([z.number(), z.number()])))),
});

/** What the planning was asked; or drawn by hand, in so many steps. */
const PlanSettings = z.union([
  z.object({
    size: z.union([
      z.object({ target: z.number().positive() }),
      z.object({ grids: z.int().positive() }),
    ]),
    tolerance: z.number().min(0).lt(1),
    stay: z.number().min(0).max(100_000),
    seed: z.int(),
  }),
  z.object({ byHand: z.literal(true), steps: z.int().min(1) }),
]);

/** Longitude, latitude, households, grid of today (-1: none), grid of the plan, label, pinned. */
const PlanPointRow = z.tuple([
  z.number(),
  z.number(),
  households,
  z.int().min(-1),
  z.int().min(0),
  z.string().max(80),
  z.boolean(),
]);
export type PlanPointRow = z.output<typeof PlanPointRow>;

const FindingRow = z.record(z.string().max(40), z.union([z.string().max(40), z.number()]));

const PlanGridRow = z.object({
  gridId: id<GridId>().nullable(),
  version: z.int().nullable(),
  name: z.string().trim().max(100),
  areaId: id<AreaId>(),
  geometry: PlanShape.nullable(),
});

const Worker = z.object({
  postId: id<PostId>(),
  title: z.string(),
  organisationName: z.string(),
  areaPath: z.string(),
  holders: z.array(z.string()),
});
export type GridWorker = z.output<typeof Worker>;

export const planningGround = endpoint({
  id: 'places.planning_ground',
  method: 'GET',
  path: '/api/places/areas/:areaId/planning',
  kind: 'read',
  audience: PLANNERS,
  summary: 'What the planning table begins with: borders, grids of today, households, grid workers',
  params: z.object({ areaId: id<AreaId>() }),
  answer: z.object({
    areaId: id<AreaId>(),
    name: z.string(),
    border: PlanShape.nullable(),
    parts: z.array(z.object({ areaId: id<AreaId>(), name: z.string(), geometry: PlanShape })),
    grids: z.array(
      z.object({
        gridId: id<GridId>(),
        version: z.int(),
        name: z.string(),
        areaId: id<AreaId>(),
        areaPath: z.string(),
        geometry: PlanShape,
      }),
    ),
    /** Longitude, latitude, households, name. */
    points: z.array(z.tuple([z.number(), z.number(), z.number(), z.string()])),
    /** Sites where people live of which no number of households is known. */
    unknown: z.int(),
    truncated: z.boolean(),
    workers: z.array(Worker),
  }),
  refusals: ['place.unknown'],
});

export const proposePlan = endpoint({
  id: 'places.propose_plan',
  method: 'POST',
  path: '/api/places/plans',
  kind: 'command',
  audience: PLANNERS,
  summary: 'Proposes other grids for an area; its figures are counted here from the households',
  bodyBytes: PLAN_BYTES,
  body: z.object({
    areaId: id<AreaId>(),
    name: text(60),
    reason: text(2000),
    settings: PlanSettings,
    grids: z.array(PlanGridRow).min(1).max(2000),
    /** None where nobody's home is known and the grids were drawn by hand. */
    points: z.array(PlanPointRow).max(MOST_PLAN_POINTS),
    findings: z.array(FindingRow).max(200),
  }),
  answer: z.object({ gridPlanId: id<GridPlanId>(), version: z.int() }),
  refusals: [
    'place.unknown',
    'plan.grids',
    'plan.overtaken',
    'plan.point_elsewhere',
    'plan.geometry',
    'plan.area',
    'access.not_allowed',
  ],
});

const PlanFigures = z.object({
  households: z.number(),
  moved: z.number(),
  had: z.number(),
  fewestBefore: z.number().nullable(),
  mostBefore: z.number().nullable(),
  fewestAfter: z.number(),
  mostAfter: z.number(),
  distanceBefore: z.number().nullable(),
  distanceAfter: z.number().nullable(),
  gridsBefore: z.int(),
  gridsAfter: z.int(),
});

const GridFigures = z.object({
  before: z.number(),
  after: z.number(),
  movedIn: z.number(),
  movedOut: z.number(),
  distance: z.number().nullable(),
  pieces: z.int(),
});

const PlanSummary = z.object({
  gridPlanId: id<GridPlanId>(),
  version: z.int(),
  name: z.string(),
  areaId: id<AreaId>(),
  areaName: z.string(),
  state: z.enum(PLAN_STATES),
  proposedAt: z.iso.datetime(),
  /** The last day residents are heard on; null before. */
  consultFrom: day.nullable(),
  consultUntil: day.nullable(),
  inForceFrom: day.nullable(),
  opinions: z.int(),
  unanswered: z.int(),
  figures: PlanFigures,
});
export type PlanSummary = z.output<typeof PlanSummary>;

export const listPlans = endpoint({
  id: 'places.plans',
  method: 'GET',
  path: '/api/places/plans',
  kind: 'read',
  audience: READERS,
  summary: 'Plans for grids of the own areas, the latest first',
  query: z.object({ after: z.string().max(80).optional() }),
  answer: z.object({ plans: z.array(PlanSummary), next: z.string().nullable() }),
});

const Opinion = z.object({
  opinionId: id<OpinionId>(),
  version: z.int(),
  number: z.string(),
  body: z.string(),
  open: z.boolean(),
  saidAt: z.iso.datetime(),
  reply: z.string().nullable(),
  repliedAt: z.iso.datetime().nullable(),
});
export type Opinion = z.output<typeof Opinion>;

export const getPlan = endpoint({
  id: 'places.plan',
  method: 'GET',
  path: '/api/places/plans/:gridPlanId',
  kind: 'read',
  audience: READERS,
  summary: 'A plan with its grids, what residents said, who was told, and what the reader may do',
  params: z.object({ gridPlanId: id<GridPlanId>() }),
  answer: PlanSummary.extend({
    reason: z.string(),
    settings: PlanSettings,
    findings: z.array(FindingRow),
    proposedBy: z.string().nullable(),
    decidedBy: z.string().nullable(),
    notice: z.string().nullable(),
    withdrawnReason: z.string().nullable(),
    grids: z.array(PlanGridRow.extend({ figures: GridFigures, today: PlanShape.nullable() })),
    said: z.array(Opinion),
    told: z.array(
      z.object({
        title: z.string(),
        organisationName: z.string(),
        stage: z.enum(['consulted', 'in_force']),
        toldAt: z.iso.datetime(),
        seenAt: z.iso.datetime().nullable(),
      }),
    ),
    actions: z.array(z.enum(PLAN_ACTIONS)),
    /** Why it cannot come into force yet, for who may decide; a code of the catalogue. */
    waits: z.enum(['plan.own', 'plan.consulting', 'plan.unanswered']).nullable(),
  }),
  refusals: ['plan.unknown'],
});

export const planPoints = endpoint({
  id: 'places.plan_points',
  method: 'GET',
  path: '/api/places/plans/:gridPlanId/points',
  kind: 'read',
  audience: [...PLANNERS, ...DECIDERS],
  summary: 'The households a plan was drawn for, each with its grid of today and of the plan',
  params: z.object({ gridPlanId: id<GridPlanId>() }),
  answer: z.object({ points: z.array(PlanPointRow) }),
  refusals: ['plan.unknown'],
});

const planParams = z.object({ gridPlanId: id<GridPlanId>() });
const seenVersion = z.int().min(1);
const Stepped = z.object({ version: z.int() });

export const consultPlan = endpoint({
  id: 'places.consult_plan',
  method: 'POST',
  path: '/api/places/plans/:gridPlanId/consult',
  kind: 'command',
  audience: PLANNERS,
  summary: 'Puts a plan before the residents from today to a last day, and tells the grid workers',
  params: planParams,
  body: z.object({ version: seenVersion, until: day, notice: text(2000) }),
  answer: Stepped,
  refusals: ['plan.unknown', 'plan.state', 'plan.period', 'command.stale', 'access.not_allowed'],
});

export const replyToOpinion = endpoint({
  id: 'places.reply_to_opinion',
  method: 'POST',
  path: '/api/places/opinions/:opinionId/reply',
  kind: 'command',
  audience: PLANNERS,
  summary: 'Answers what a resident said of a plan; an answer may be put right until it is decided',
  params: z.object({ opinionId: id<OpinionId>() }),
  body: z.object({ version: seenVersion, text: text(2000) }),
  answer: Stepped,
  refusals: ['plan.opinion_unknown', 'plan.state', 'command.stale', 'access.not_allowed'],
});

export const bringPlanIntoForce = endpoint({
  id: 'places.bring_plan_into_force',
  method: 'POST',
  path: '/api/places/plans/:gridPlanId/in-force',
  kind: 'command',
  audience: DECIDERS,
  summary: 'Decides that the grids of a plan hold from a day; not by who proposed it',
  params: planParams,
  body: z.object({ version: seenVersion, from: day }),
  answer: Stepped,
  refusals: [
    'plan.unknown',
    'plan.state',
    'plan.own',
    'plan.consulting',
    'plan.unanswered',
    'plan.overtaken',
    'plan.begins',
    'command.stale',
    'access.not_allowed',
  ],
});

export const withdrawPlan = endpoint({
  id: 'places.withdraw_plan',
  method: 'POST',
  path: '/api/places/plans/:gridPlanId/withdraw',
  kind: 'command',
  audience: [...PLANNERS, ...DECIDERS],
  summary: 'Takes a plan back, with the reason that residents read',
  params: planParams,
  body: z.object({ version: seenVersion, reason: text(2000) }),
  answer: Stepped,
  refusals: ['plan.unknown', 'plan.state', 'command.stale', 'access.not_allowed'],
});

const ToldGrid = z.object({ name: z.string(), movedIn: z.number(), movedOut: z.number() });

export const gridNotices = endpoint({
  id: 'places.grid_notices',
  method: 'GET',
  path: '/api/places/notices',
  kind: 'read',
  audience: 'signed_in',
  summary: 'What the own posts were told of changes to their grids, the latest first',
  answer: z.object({
    notices: z.array(
      z.object({
        noticeId: id<NoticeId>(),
        version: z.int(),
        gridPlanId: id<GridPlanId>(),
        planName: z.string(),
        areaName: z.string(),
        stage: z.enum(['consulted', 'in_force']),
        toldAt: z.iso.datetime(),
        consultUntil: day.nullable(),
        inForceFrom: day.nullable(),
        grids: z.array(ToldGrid),
        seenAt: z.iso.datetime().nullable(),
      }),
    ),
  }),
});

export const seeNotice = endpoint({
  id: 'places.see_notice',
  method: 'POST',
  path: '/api/places/notices/:noticeId/seen',
  kind: 'command',
  audience: 'signed_in',
  summary: 'Says that the post has read what it was told',
  params: z.object({ noticeId: id<NoticeId>() }),
  body: z.object({}),
  answer: Stepped,
  refusals: ['plan.notice_unknown'],
});

const tenantParams = z.object({ tenant: z.string().max(63) });
const publicParams = tenantParams.extend({ gridPlanId: id<GridPlanId>() });

/** Households on a public page: null where they are few (below ten). */
const notFew = z.int().nullable();

const PublicPlanSummary = z.object({
  gridPlanId: id<GridPlanId>(),
  name: z.string(),
  areaName: z.string(),
  state: z.enum(['consulted', 'in_force', 'withdrawn']),
  /** True on days on which residents are heard. */
  heard: z.boolean(),
  from: day,
  until: day,
  inForceFrom: day.nullable(),
});

export const publicPlans = endpoint({
  id: 'places.public_plans',
  method: 'GET',
  path: '/api/t/:tenant/grid-plans',
  kind: 'read',
  audience: 'public',
  summary: 'Plans for grids that residents are heard about, or were',
  params: tenantParams,
  answer: z.object({ plans: z.array(PublicPlanSummary) }),
});

export const publicPlan = endpoint({
  id: 'places.public_plan',
  method: 'GET',
  path: '/api/t/:tenant/grid-plans/:gridPlanId',
  kind: 'read',
  audience: 'public',
  summary: 'One of them: the grids before and after, what moves, what was said and answered',
  params: publicParams,
  answer: PublicPlanSummary.extend({
    reason: z.string(),
    notice: z.string(),
    withdrawnReason: z.string().nullable(),
    grids: z.array(
      z.object({
        name: z.string(),
        before: notFew,
        after: notFew,
        today: PlanShape.nullable(),
        geometry: PlanShape.nullable(),
      }),
    ),
    /** Places whose grid changes, with the grid of today and of the plan. */
    moves: z.array(z.object({ label: z.string(), from: z.string().nullable(), to: z.string() })),
    movesLeft: z.int(),
    said: z.array(
      z.object({
        number: z.string(),
        body: z.string(),
        saidOn: day,
        reply: z.string(),
        repliedOn: day,
      }),
    ),
    opinions: z.int(),
  }),
  refusals: ['plan.unknown'],
});

export const giveOpinion = endpoint({
  id: 'places.give_opinion',
  method: 'POST',
  path: '/api/t/:tenant/grid-plans/:gridPlanId/opinions',
  kind: 'command',
  audience: 'public',
  summary: 'What a resident says of a plan; the receipt opens the reply',
  params: publicParams,
  body: z.object({ text: text(2000), open: z.boolean() }),
  answer: z.object({ number: z.string(), followKey: z.string() }),
  refusals: ['plan.unknown', 'plan.not_heard'],
});

export const followOpinion = endpoint({
  id: 'places.follow_opinion',
  method: 'POST',
  path: '/api/t/:tenant/grid-plan-opinions/follow',
  kind: 'read',
  audience: 'public',
  summary: 'An opinion and its reply, by number and key',
  params: tenantParams,
  body: z.object({ number: z.string().max(30), key: z.string().max(60) }),
  answer: z.object({
    gridPlanId: id<GridPlanId>(),
    planName: z.string(),
    number: z.string(),
    body: z.string(),
    saidOn: day,
    reply: z.string().nullable(),
    repliedOn: day.nullable(),
  }),
  refusals: ['plan.opinion_unknown'],
});

/** Who keeps the list of buildings, entrances and rooms. */
export const KEEPERS = ['grid_worker', 'dispatcher', 'system_admin'] as const;

const premiseName = z.string().trim().min(1).max(60);
const floor = z.int().min(-5).max(120).nullable();

const Estate = z.object({
  siteId: id<SiteId>(),
  name: z.string(),
  kind: z.enum(ESTATE_KINDS),
  areaId: id<AreaId>(),
  areaName: z.string(),
  /** As written down for the site; null where nobody did. */
  households: z.number().nullable(),
  propertyCompany: z.string().nullable(),
  /** What stands directly on it. */
  below: z.int(),
  buildings: z.int(),
  rooms: z.int(),
});
export type Estate = z.output<typeof Estate>;

export const listEstates = endpoint({
  id: 'places.estates',
  method: 'GET',
  path: '/api/places/areas/:areaId/estates',
  kind: 'read',
  audience: 'signed_in',
  summary: 'Estates and courtyards of an area and all below it, with how much stands on each',
  params: z.object({ areaId: id<AreaId>() }),
  query: z.object({
    /** Estates after this one, for the next page. */
    after: id<SiteId>().optional(),
  }),
  answer: z.object({
    estates: z.array(Estate),
    next: id<SiteId>().nullable(),
    /** Whether the reader may begin, rename and end what stands on them. */
    keeps: z.boolean(),
  }),
  refusals: ['place.unknown'],
});

const Premise = z.object({
  premiseId: id<PremiseId>(),
  version: z.int(),
  kind: z.enum(PREMISE_KINDS),
  name: z.string(),
  floor: z.int().nullable(),
  /** What stands directly in it, and rooms at any depth. */
  below: z.int(),
  rooms: z.int(),
});
export type Premise = z.output<typeof Premise>;

export const listPremises = endpoint({
  id: 'places.premises',
  method: 'GET',
  path: '/api/places/sites/:siteId/premises',
  kind: 'read',
  audience: 'signed_in',
  summary: 'What stands directly on an estate, or in a building or entrance of it; nobody is named',
  params: z.object({ siteId: id<SiteId>() }),
  query: z.object({
    aboveId: id<PremiseId>().optional(),
    after: id<PremiseId>().optional(),
  }),
  answer: z.object({ premises: z.array(Premise), next: id<PremiseId>().nullable() }),
  refusals: ['premise.unknown'],
});

export const getBuilding = endpoint({
  id: 'places.building',
  method: 'GET',
  path: '/api/places/buildings/:premiseId',
  kind: 'read',
  audience: 'signed_in',
  summary: 'A building with its entrances and all its rooms, as a wall chart shows it',
  params: z.object({ premiseId: id<PremiseId>() }),
  answer: z.object({
    premiseId: id<PremiseId>(),
    name: z.string(),
    siteId: id<SiteId>(),
    siteName: z.string(),
    entrances: z.array(z.object({ premiseId: id<PremiseId>(), name: z.string() })),
    rooms: z.array(
      z.object({
        premiseId: id<PremiseId>(),
        version: z.int(),
        aboveId: id<PremiseId>(),
        name: z.string(),
        floor: z.int().nullable(),
      }),
    ),
    truncated: z.boolean(),
  }),
  refusals: ['premise.unknown'],
});

export const findPremises = endpoint({
  id: 'places.find_premises',
  method: 'GET',
  path: '/api/places/areas/:areaId/premises',
  kind: 'read',
  audience: 'signed_in',
  summary:
    'Buildings, entrances and rooms of an area by the words of their address, at most thirty',
  params: z.object({ areaId: id<AreaId>() }),
  query: z.object({ words: z.string().trim().min(1).max(60) }),
  answer: z.object({
    found: z.array(
      z.object({
        premiseId: id<PremiseId>(),
        siteId: id<SiteId>(),
        siteName: z.string(),
        areaName: z.string(),
        /** From the building down, itself last. */
        path: z.array(z.object({ premiseId: id<PremiseId>(), name: z.string() })),
      }),
    ),
  }),
  refusals: ['place.unknown'],
});

export const addPremises = endpoint({
  id: 'places.add_premises',
  method: 'POST',
  path: '/api/places/premises',
  kind: 'command',
  audience: KEEPERS,
  summary: 'Begins buildings, entrances or rooms on an estate or in what stands there',
  body: z.object({
    siteId: id<SiteId>(),
    /** What they stand in; null for the estate itself. */
    aboveId: id<PremiseId>().nullable(),
    kind: z.enum(PREMISE_KINDS),
    /** The floor counts for rooms only. */
    items: z
      .array(z.object({ name: premiseName, floor }))
      .min(1)
      .max(MOST_AT_ONCE),
  }),
  answer: z.object({ premiseIds: z.array(id<PremiseId>()) }),
  refusals: ['premise.unknown', 'premise.kind', 'premise.name_taken', 'access.not_allowed'],
});

const premiseParams = z.object({ premiseId: id<PremiseId>() });

export const renamePremise = endpoint({
  id: 'places.rename_premise',
  method: 'POST',
  path: '/api/places/premises/:premiseId/rename',
  kind: 'command',
  audience: KEEPERS,
  summary: 'Gives a building, entrance or room another name, a room also another floor',
  params: premiseParams,
  body: z.object({ version: seenVersion, name: premiseName, floor }),
  answer: Stepped,
  refusals: ['premise.unknown', 'premise.name_taken', 'command.stale', 'access.not_allowed'],
});

export const endPremise = endpoint({
  id: 'places.end_premise',
  method: 'POST',
  path: '/api/places/premises/:premiseId/end',
  kind: 'command',
  audience: KEEPERS,
  summary: 'Ends a building, entrance or room from today on, with all that stands in it',
  params: premiseParams,
  body: z.object({ version: seenVersion }),
  answer: z.object({ ended: z.int() }),
  refusals: ['premise.unknown', 'premise.too_many', 'command.stale', 'access.not_allowed'],
});
