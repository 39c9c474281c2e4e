/** Every page of the portal, drawn with the texts a person could have typed. */

import type { FollowedMatter, OwnData } from '#features/matters/contract.ts';
import {
  dataErasedPage,
  figuresPage,
  followPage,
  homePage,
  mapPage,
  matterPage,
  ownDataPage,
  privacyPage,
  readReport,
  refusalPage,
  reportPage,
  responsiblePage,
  rightsPage,
  sentPage,
  suggestAnswerPage,
  suggestPage,
  suggestSentPage,
  type Visit,
  visit,
} from '#features/matters/portal/public.ts';
import type { Locale } from '#kernel/context.ts';
import type { AreaId, FileDigest } from '#kernel/ids.ts';
import {
  BY_STATE,
  DIGEST,
  FIGURES,
  followed,
  heldData,
  NOW,
  PLACE,
  POINTS,
  suggested,
} from './small-place.ts';

export function visitIn(locale: Locale, text = 'x'): Visit {
  return visit({
    locale,
    tenant: text,
    placeName: text,
    demonstration: true,
    largeType: false,
    path: 'follow',
    timeZone: 'Asia/Shanghai',
    now: new Date(NOW).toISOString(),
    assets: { style: '/portal/a.css', script: '/portal/a.js' },
  });
}

const commandIds = { next: () => '01930000-0000-7000-8000-0000000000ff' };

/** A matter all of whose words are `text`. */
function saying(text: string): FollowedMatter {
  const { timeline } = followed();
  return followed({
    number: text,
    title: text,
    description: text,
    placeText: text,
    areaName: text,
    categoryName: text,
    handlerName: text,
    timeline: timeline.map((entry) => ({ ...entry, organisation: text, text })),
    actions: ['evaluate', 'reopen', 'complain', 'withdraw'],
  });
}

function dataSaying(text: string): OwnData {
  const { readings } = heldData();
  return heldData({
    name: text,
    phone: text,
    readings: readings.map((one) => ({ ...one, organisation: text, post: text })),
  });
}

/** Every page, all words of people replaced by `text`, which is not empty. */
export function pagesSaying(text: string, locale: Locale = 'zh'): Readonly<Record<string, string>> {
  const here = visitIn(locale, text);
  const proof = { number: text, phone: text, key: text };
  const fields = {
    description: text,
    placeText: text,
    reporterName: text,
    reporterPhone: text,
    areaId: text,
    lng: text,
    lat: text,
  };
  const typed = { ...readReport(fields), ...fields, photos: [DIGEST as FileDigest] };
  const areas = PLACE.areas.map((area) => ({ ...area, name: text }));
  const errors = new Map([
    ['description', text],
    ['photos', text],
    ['areaId', text],
  ]);
  const points = POINTS.slice(0, 3).map((point) => ({ ...point, category: text, areaName: text }));
  const unit = { name: text, phone: text, address: text, hours: text };
  return {
    home: homePage(here, { figures: FIGURES }),
    report: reportPage(here, { commandId: text, areas, box: PLACE.bbox, typed, errors }),
    'report refused': reportPage(here, { commandId: text, areas, box: null, typed, refusal: text }),
    sent: sentPage(here, { number: text, followKey: text, origin: 'https://x' }),
    follow: followPage(here, proof, new Map([['number', text]])),
    matter: matterPage(here, { matter: saying(text), proof, commandIds }),
    'matter refused': matterPage(here, {
      matter: saying(text),
      proof,
      commandIds,
      act: { action: 'reopen', typed: { reason: text }, errors: new Map([['reason', text]]) },
    }),
    'own data': ownDataPage(here, {
      matter: saying(text),
      data: dataSaying(text),
      proof,
      commandIds,
    }),
    'own data kept': ownDataPage(here, {
      matter: saying(text),
      data: dataSaying(text),
      proof,
      commandIds,
      kept: { why: 'reopen_period', until: '2026-12-06T15:59:59.999Z' },
    }),
    'own data refused': ownDataPage(here, {
      matter: saying(text),
      data: dataSaying(text),
      proof,
      commandIds,
      typed: { name: text, phone: text, shared: true },
      errors: new Map([
        ['name', text],
        ['newPhone', text],
        ['what', text],
      ]),
    }),
    suggest: suggestPage(here, {
      commandId: text,
      typed: { text, number: text, key: text },
      errors: new Map([
        ['text', text],
        ['number', text],
      ]),
    }),
    'suggestion sent': suggestSentPage(here, { number: text, followKey: text }),
    'suggestion answered': suggestAnswerPage(here, suggested({ number: text, text, answer: text })),
    'suggestion waits': suggestAnswerPage(
      here,
      suggested({ number: text, text, answer: '', answeredAt: null }),
    ),
    'data erased': dataErasedPage(here, text),
    map: mapPage(here, {
      points,
      truncated: true,
      count: 2417,
      open: 12,
      kinds: [{ categoryId: text, name: text }],
      filter: { state: '', category: text, page: 1 },
      box: PLACE.bbox,
    }),
    figures: figuresPage(here, FIGURES),
    responsible: responsiblePage(here, {
      areas,
      chosen: text as AreaId,
      named: text,
      answer: {
        areas: [{ name: text }, { name: text }],
        site: text,
        grids: [
          { name: text, code: text },
          { name: text, code: text },
        ],
        units: [unit],
      },
    }),
    'responsible found': responsiblePage(here, {
      areas,
      chosen: '',
      named: text,
      found: {
        areas: [{ areaId: text as AreaId, name: text, within: text }],
        sites: [{ siteId: text, name: text, area: text }],
        more: true,
        nearly: true,
      },
    }),
    'responsible not found': responsiblePage(here, {
      areas,
      chosen: '',
      named: text,
      found: { areas: [], sites: [], more: false, nearly: false },
      refusal: 'outside',
    }),
    rights: rightsPage(here),
    privacy: privacyPage(here, { office: text, phone: text, address: text }),
  };
}

/** The page of one matter in each state, as its reporter sees it. */
export function pagesByState(locale: Locale): readonly (readonly [string, string])[] {
  const here = visitIn(locale);
  const proof = { number: 'x', phone: '', key: 'x' };
  return Object.entries(BY_STATE).map(([state, matter]) => [
    state,
    matterPage(here, { matter, proof, commandIds }),
  ]);
}

/** The pages with which the portal refuses. */
export function refusalPages(locale: Locale): Readonly<Record<string, string>> {
  const here = visitIn(locale);
  const nowhere: Visit = { ...here, placeName: '', tenant: '' };
  return {
    'unknown place': refusalPage(nowhere, { code: 'request.not_found', field: 'tenant' }),
    'unknown page': refusalPage(here, { code: 'request.not_found' }),
    'too many': refusalPage(here, { code: 'request.too_many' }),
    fault: refusalPage(nowhere, { code: 'service.fault' }),
    unavailable: refusalPage(here, { code: 'service.unavailable' }),
    'other site': refusalPage(here, { code: 'access.not_allowed' }),
  };
}
