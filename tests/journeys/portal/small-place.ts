/** A small believable place in memory, behind the same ports as the real one. */

import type {
  FollowedMatter,
  followSuggestion,
  OwnData,
  publicCategories,
  publicFigures,
  publicMap,
  State,
} from '#features/matters/contract.ts';
import type { Responsible } from '#features/matters/portal/public.ts';
import type { Answer, Endpoint } from '#kernel/endpoint.ts';
import type { AreaId, CategoryId, FileDigest, SiteId } from '#kernel/ids.ts';
import { done, refused } from '#kernel/outcome.ts';
import type { Refusal } from '#kernel/refusal.ts';
import type { PortalPorts } from '../../../apps/portal/routes.ts';

type Body<E extends Endpoint> = Answer<E>;

export const AREA = {
  street: '01930000-0000-7000-8000-000000000001' as AreaId,
  machine: '01930000-0000-7000-8000-000000000002' as AreaId,
  cotton: '01930000-0000-7000-8000-000000000003' as AreaId,
};

export const PLACE: Body<typeof publicCategories> = {
  tenantName: '桐柏路街道',
  tenantNameEn: 'Tongbai Road',
  demonstration: true,
  categories: [
    { categoryId: 'c1' as CategoryId, parentId: null, name: '路灯', nameEn: 'Street light' },
  ],
  areas: [
    { areaId: AREA.street, name: '桐柏路街道', parentId: null },
    { areaId: AREA.machine, name: '机械化社区', parentId: AREA.street },
    { areaId: AREA.cotton, name: '棉纺社区', parentId: AREA.street },
  ],
  bbox: [113.58, 34.73, 113.63, 34.77],
};

export const FIGURES: Body<typeof publicFigures> = {
  from: '2026-08-01',
  to: '2026-10-31',
  asOf: '2026-11-22T08:00:00.000Z',
  figures: {
    response: { numerator: 921, denominator: 955 },
    onTime: { numerator: 892, denominator: 955 },
    solved: { numerator: 736, denominator: 812 },
    satisfied: { numerator: null, denominator: null },
    reported: { numerator: 1103, denominator: null },
    filed: { numerator: 1041, denominator: null },
    closed: { numerator: 955, denominator: null },
  },
};

const CATEGORIES = ['路灯不亮', '消防通道被占', '井盖松动', '夜间施工噪声', '垃圾未清运'];

const KINDS = CATEGORIES.map((name, at) => ({
  categoryId: `01930000-0000-7000-8000-00000000002${at}` as CategoryId,
  name,
}));

export const POINTS: Body<typeof publicMap>['points'] = Array.from(
  { length: 137 },
  (_none, index) => ({
    lng: 113.583 + ((index * 37) % 100) / 2200,
    lat: 34.733 + ((index * 53) % 100) / 2900,
    category: CATEGORIES[index % CATEGORIES.length] ?? '',
    state: index % 3 === 0 ? ('open' as const) : ('closed' as const),
    reportedOn: new Date(Date.UTC(2026, 10, 21 - Math.floor(index / 4))).toISOString().slice(0, 10),
  }),
);

const RESPONSIBLE: Responsible = {
  areas: [{ name: '机械化社区' }, { name: '桐柏路街道' }],
  grids: [{ name: '第三网格', code: '410102005003003' }],
  units: [
    {
      name: '机械化社区居民委员会',
      phone: '0371-0000 0000',
      address: '文化路 12 号',
      hours: '工作日 8:30 至 18:00',
    },
  ],
};

export const NOW = Date.parse('2026-11-22T02:00:00.000Z');
export const DIGEST = 'a'.repeat(64) as FileDigest;

/** One matter as its reporter sees it, in hand and past its limit unless said otherwise. */
export function followed(change: Partial<FollowedMatter> = {}): FollowedMatter {
  return {
    number: '261120-039118',
    version: 6,
    title: '消防通道被占用',
    description: '2 号楼和 3 号楼之间的消防通道一直停着车，消防车进不来。\n已经一个多月了。',
    state: 'handling',
    urgency: 'late',
    placeText: '2 号楼与 3 号楼之间',
    areaName: '机械化社区',
    categoryName: '消防通道被占',
    handlerName: '综合执法队',
    reportedAt: '2026-11-20T00:12:00.000Z',
    dueAt: '2026-11-21T04:00:00.000Z',
    reviewOn: null,
    closedAt: null,
    reopenUntil: null,
    solved: null,
    satisfaction: null,
    mergedIntoNumber: null,
    forOther: false,
    complaintAt: null,
    photos: [{ digest: DIGEST, stage: 'before', at: '2026-11-20T00:12:00.000Z' }],
    timeline: [
      { kind: 'matter.report', at: '2026-11-20T00:12:00.000Z', organisation: '', text: '' },
      { kind: 'matter.file', at: '2026-11-20T00:40:00.000Z', organisation: '受理中心', text: '' },
      {
        kind: 'matter.dispatch',
        at: '2026-11-20T01:05:00.000Z',
        organisation: '受理中心',
        text: '',
      },
    ],
    actions: ['withdraw', 'complain'],
    ...change,
  };
}

/** A matter in each state, as believable as its reporter would see it. */
export const BY_STATE: Readonly<Record<State, FollowedMatter>> = {
  reported: followed({
    state: 'reported',
    urgency: 'in_hand',
    handlerName: '',
    categoryName: '',
    timeline: followed().timeline.slice(0, 1),
  }),
  filed: followed({
    state: 'filed',
    urgency: 'in_hand',
    handlerName: '',
    timeline: followed().timeline.slice(0, 2),
  }),
  dispatched: followed({
    state: 'dispatched',
    urgency: 'soon',
    dueAt: '2026-11-22T09:30:00.000Z',
    timeline: followed().timeline.slice(0, 3),
  }),
  disputed: followed({ state: 'disputed', urgency: 'in_hand', dueAt: '2026-11-24T09:30:00.000Z' }),
  handling: followed(),
  answered: followed({ state: 'answered', urgency: 'waits', dueAt: '2026-11-24T09:30:00.000Z' }),
  checked: followed({ state: 'checked', urgency: 'waits' }),
  closed: followed({
    state: 'closed',
    urgency: 'waits',
    closedAt: '2026-11-21T08:00:00.000Z',
    reopenUntil: '2026-12-06T15:59:59.999Z',
    actions: ['evaluate', 'reopen', 'complain'],
  }),
  called_back: followed({
    state: 'called_back',
    urgency: 'ended',
    dueAt: null,
    solved: true,
    satisfaction: 4,
    reopenUntil: '2026-12-06T15:59:59.999Z',
    actions: ['evaluate', 'reopen', 'complain'],
  }),
  evaluated: followed({
    state: 'evaluated',
    urgency: 'ended',
    dueAt: null,
    solved: false,
    satisfaction: 2,
    reopenUntil: '2026-12-06T15:59:59.999Z',
    actions: ['reopen', 'complain'],
  }),
  shelved: followed({ state: 'shelved', urgency: 'shelved', reviewOn: '2027-02-01' }),
  not_accepted: followed({
    state: 'not_accepted',
    urgency: 'ended',
    dueAt: null,
    handlerName: '',
    actions: ['complain'],
    timeline: [
      ...followed().timeline.slice(0, 1),
      {
        kind: 'matter.reject',
        at: '2026-11-20T02:00:00.000Z',
        organisation: '受理中心',
        text: '正在诉讼中，由法院处理。',
      },
    ],
  }),
  merged: followed({
    state: 'merged',
    urgency: 'ended',
    dueAt: null,
    mergedIntoNumber: '261119-037702',
    actions: [],
  }),
  withdrawn: followed({ state: 'withdrawn', urgency: 'ended', dueAt: null, actions: [] }),
  void: followed({ state: 'void', urgency: 'ended', dueAt: null, actions: [] }),
};

/** What is held on a reporter who left name and phone; two posts have looked. */
export function heldData(change: Partial<OwnData> = {}): OwnData {
  return {
    version: 1,
    name: '王**',
    phone: '139****0000',
    shared: true,
    erasedAt: null,
    point: { lng: 113.6, lat: 34.75 },
    contactKept: { why: 'under_way', until: null },
    readings: [
      {
        at: '2026-11-21T02:10:00.000Z',
        purpose: 'own_data',
        fields: ['name', 'phone'],
        organisation: '',
        post: '',
      },
      {
        at: '2026-11-20T06:30:00.000Z',
        purpose: 'contact_reporter',
        fields: ['name', 'phone'],
        organisation: '综合执法队',
        post: '中队长',
      },
      {
        at: '2026-11-20T01:02:00.000Z',
        purpose: 'correct_data',
        fields: ['name', 'phone'],
        organisation: '受理中心',
        post: '受理员',
      },
    ],
    requests: [
      {
        at: '2026-11-21T03:00:00.000Z',
        kind: 'kept',
        what: 'words',
        kept: { why: 'archive', until: null },
      },
    ],
    ...change,
  };
}

/** A suggestion about the system, answered unless said otherwise. */
export function suggested(change: Partial<Answer<typeof followSuggestion>> = {}) {
  return {
    number: 'S261122-000417',
    text: '字再大一些就好了。',
    sentAt: '2026-11-20T02:00:00.000Z',
    answer: '页面右上角可以选“大字”。我们会把它放得更显眼。',
    answeredAt: '2026-11-21T02:00:00.000Z',
    ...change,
  };
}

export interface SmallPlace {
  readonly ports: PortalPorts;
  /** Bodies of reports, by the id of their command: sent twice, there once. */
  readonly reports: Map<string, unknown>;
  readonly acted: unknown[];
  matter: FollowedMatter;
  data: OwnData;
  /** Bodies of corrections and of asked erasures. */
  readonly asked: unknown[];
  /** Refuses the next report. */
  refuseReport: Refusal | undefined;
  /** Bytes of the photos that arrived. */
  readonly uploads: Buffer[];
  refuseFigures: boolean;
}

export const PHOTO_TEXT = 'NOT A PICTURE';

export function smallPlace(): SmallPlace {
  const reports = new Map<string, unknown>();
  const acted: unknown[] = [];
  const uploads: Buffer[] = [];
  const asked: unknown[] = [];
  const isReporter = ({ phone, key }: { readonly phone: string; readonly key: string }) =>
    phone.replace(/\D/g, '') === '13900000000' || key === 'kq7m2xhd9rwt';
  const unknown = refused({ code: 'matter.follow_unknown' } as const);
  const place: SmallPlace = {
    reports,
    acted,
    matter: followed(),
    data: heldData(),
    asked,
    refuseReport: undefined,
    uploads,
    refuseFigures: false,
    ports: {
      publicCategories: async () => done(PLACE),
      publicPlans: async () => done({ plans: [] }),
      publicPlan: async () => refused({ code: 'plan.unknown' }),
      giveOpinion: async () => refused({ code: 'plan.unknown' }),
      followOpinion: async () => refused({ code: 'plan.opinion_unknown' }),
      publicFigures: async () =>
        place.refuseFigures ? refused({ code: 'service.unavailable' }) : done(FIGURES),
      publicMap: async (_services, _context, { query: { state } }) => {
        const points = POINTS.filter((point) => state === undefined || point.state === state);
        const open = points.filter((point) => point.state === 'open').length;
        return done({ points, truncated: false, count: points.length, open, kinds: KINDS });
      },
      reportMatter: async (_services, _context, { body, commandId }) => {
        if (place.refuseReport !== undefined) return refused(place.refuseReport);
        const before = reports.get(commandId);
        if (before !== undefined && JSON.stringify(before) !== JSON.stringify(body)) {
          return refused({ code: 'command.reused_id' });
        }
        reports.set(commandId, body);
        return done({ number: '261122-048173', followKey: 'kq7m2xhd9rwt' });
      },
      followMatter: async (_services, _context, { body }) =>
        isReporter(body) ? done({ ...place.matter, number: body.number }) : unknown,
      ownData: async (_services, _context, { body }) =>
        isReporter(body) ? done(place.data) : unknown,
      copyOwnData: async (_services, _context, { body }) =>
        isReporter(body)
          ? done({
              copiedAt: new Date(NOW).toISOString(),
              contact: { name: '王某', phone: '13900000000' },
              matter: { ...place.matter, number: body.number },
              data: place.data,
            })
          : unknown,
      correctContact: async (_services, _context, { body }) => {
        if (!isReporter(body.proof)) return unknown;
        asked.push(body);
        return done({ version: body.version + 1 });
      },
      suggest: async (_services, _context, { body }) => {
        asked.push(body);
        return done({ number: 'S261122-000417', followKey: 'kq7m2xhd9rwt' });
      },
      followSuggestion: async (_services, _context, { body }) =>
        body.key === 'kq7m2xhd9rwt'
          ? done({ ...suggested(), number: body.number })
          : refused({ code: 'suggestion.unknown' }),
      eraseOwnData: async (_services, _context, { body }) => {
        if (!isReporter(body.proof)) return unknown;
        asked.push(body);
        const kept =
          body.what === 'words'
            ? ({ why: 'archive', until: null } as const)
            : place.data.contactKept;
        return done({ version: body.version + 1, kept });
      },
      actAsReporter: async (_services, _context, { body }) => {
        acted.push(body.input);
        return done({ version: body.version + 1, state: place.matter.state });
      },
      uploadPhoto: async (_services, _context, _input, exchange) => {
        const bytes = exchange.uploads[0]?.bytes ?? Buffer.alloc(0);
        uploads.push(bytes);
        if (bytes.toString('latin1').includes(PHOTO_TEXT))
          return refused({ code: 'file.not_an_image' });
        return done({ digest: 'b'.repeat(64) as FileDigest });
      },
      followedPhoto: async () => done({ media: 'image/svg+xml', body: SKETCH }),
      whoIsResponsible: async (_services, _context, asked) =>
        'lng' in asked
          ? refused({ code: 'matter.area_unknown' })
          : done('siteId' in asked ? responsibleFor(asked.siteId) : RESPONSIBLE),
      findSites: async (_services, _context, { query }) => {
        const sites = SITES.filter(({ name }) => name.includes(query.q));
        return done({ areas: [], sites, more: false, nearly: false });
      },
    },
  };
  return place;
}

const SITES = [
  { siteId: '01930000-0000-7000-8000-000000000011' as SiteId, name: '煤仓街小区' },
  { siteId: '01930000-0000-7000-8000-000000000012' as SiteId, name: '煤仓北街 3 号院' },
].map((site) => ({ ...site, area: '机械化社区' }));

/** The second stands on a border. */
function responsibleFor(siteId: string): Responsible {
  const at = SITES.findIndex((one) => one.siteId === siteId);
  const grids = [...(RESPONSIBLE.grids ?? []), { name: '第四网格', code: '410102005003004' }];
  return { ...RESPONSIBLE, site: SITES[at]?.name ?? '', grids: grids.slice(0, at + 1) };
}

const SKETCH =
  '<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 160 120"><path fill="#cfd6d8" d="M0 0h160v120H0z"/><path fill="#8d9593" d="M0 70h160v50H0z"/><path fill="#b9695f" d="M20 20h40v60H20z"/><path fill="#2f4b7c" d="M80 62h56v22H80z"/></svg>';
