/** Pages that only show: home, map, figures, who is responsible, rights, privacy. */

import {
  figuresPage,
  homePage,
  type MapFilter,
  mapPage,
  one,
  privacyPage,
  type Responsible,
  type ResponsibleFacts,
  responsiblePage,
  rightsPage,
} from '#features/matters/portal/public.ts';
import type { Answer, Endpoint, Input } from '#kernel/endpoint.ts';
import { type CategoryId, isId } from '#kernel/ids.ts';
import { done, type Outcome, refused } from '#kernel/outcome.ts';
import type { RawAnswer } from '#platform/http/route.ts';
import { pageAnswer } from './answer.ts';
import type { PageCall, PageRoute } from './page-route.ts';
import { askedAbout } from './plan-routes.ts';
import type { PlaceAsked, Port } from './ports.ts';
import { type Visited, visitOf } from './visit-of.ts';

const WORLD = [-180, -90, 180, 90] as const;

export const READING_ROUTES: readonly PageRoute[] = [
  { id: 'home', method: 'GET', path: '/', summary: 'First page of the portal', handle: home },
  {
    id: 'map',
    method: 'GET',
    path: '/map',
    summary: 'Public matters as list and map',
    handle: map,
  },
  {
    id: 'figures',
    method: 'GET',
    path: '/figures',
    summary: 'Public figures with their definitions',
    handle: figures,
  },
  {
    id: 'responsible',
    method: 'GET',
    path: '/responsible',
    summary: 'Who is responsible for a place',
    handle: responsible,
  },
  {
    id: 'rights',
    method: 'GET',
    path: '/rights',
    summary: 'What a resident may count on',
    handle: rights,
  },
  {
    id: 'privacy',
    method: 'GET',
    path: '/privacy',
    summary: 'What is held about residents, and why',
    handle: privacy,
  },
];

/** Asks a port that changes nothing. */
function ask<E extends Endpoint>(
  port: Port<E>,
  { services, context, exchange }: PageCall,
  input: Input<E>,
): Promise<Outcome<Answer<E>>> {
  return port(services, context, { ...input, commandId: context.ids.next() }, exchange);
}

/** The page `make` draws, once the place is known. */
async function drawn(
  call: PageCall,
  path: string,
  make: (visited: Visited) => string | Promise<Outcome<string>>,
): Promise<Outcome<RawAnswer>> {
  const visited = await visitOf(call, path);
  if (!visited.ok) return visited;
  const made = await make(visited.value);
  if (typeof made === 'string') return done(pageAnswer(call.exchange, { page: made }));
  return made.ok ? done(pageAnswer(call.exchange, { page: made.value })) : made;
}

function home(call: PageCall): Promise<Outcome<RawAnswer>> {
  return drawn(call, '', async ({ visit }) => {
    const [found, asked] = await Promise.all([askFigures(call), askedAbout(call, visit)]);
    return done(homePage(visit, { figures: found.ok ? found.value : undefined, asked }));
  });
}

function askFigures(call: PageCall) {
  const input = { params: { tenant: call.tenant }, query: undefined, body: undefined };
  return ask(call.options.ports.publicFigures, call, input);
}

function figures(call: PageCall): Promise<Outcome<RawAnswer>> {
  return drawn(call, 'figures', async ({ visit }) => {
    const found = await askFigures(call);
    return found.ok ? done(figuresPage(visit, found.value)) : found;
  });
}

function map(call: PageCall): Promise<Outcome<RawAnswer>> {
  const filter = mapFilter(call);
  const { state, category, page } = filter;
  const query = new URLSearchParams({ state, category, page: `${page}` });
  return drawn(call, `map?${query}`, async ({ visit, place }) => {
    const [west, south, east, north] = place.bbox ?? WORLD;
    const found = await ask(call.options.ports.publicMap, call, {
      params: { tenant: call.tenant },
      query: {
        bbox: [west, south, east, north],
        ...(state !== '' && { state }),
        ...(category !== '' && { categoryId: category as CategoryId }),
      },
      body: undefined,
    });
    if (!found.ok) return found;
    return done(mapPage(visit, { ...found.value, filter, box: place.bbox }));
  });
}

function mapFilter({ query }: PageCall): MapFilter {
  const state = one(query, 'state');
  const category = one(query, 'category');
  const page = Number(one(query, 'page'));
  return {
    state: state === 'open' || state === 'closed' ? state : '',
    category: isId(category) ? category : '',
    page: Number.isSafeInteger(page) && page > 0 ? page : 1,
  };
}

/** What one may ask who is responsible by; kept when language or size of type change. */
const ASKED = ['area', 'site', 'lng', 'lat', 'named'] as const;

function responsible(call: PageCall): Promise<Outcome<RawAnswer>> {
  const given = ASKED.flatMap((name) => {
    const value = one(call.query, name).slice(0, 60);
    return value === '' ? [] : [[name, value]];
  });
  const path = given.length === 0 ? 'responsible' : `responsible?${new URLSearchParams(given)}`;
  const chosen = one(call.query, 'area').slice(0, 60);
  return drawn(call, path, async ({ visit, place }) => {
    const named = await sitesNamed(call);
    const facts = { areas: place.areas, chosen, ...named };
    const asked = placeAsked(call, chosen) ?? onlyOne(named.found);
    if (asked === undefined) return done(responsiblePage(visit, facts));
    const answer = await askResponsible(call, asked, place);
    if (answer.ok) return done(responsiblePage(visit, { ...facts, answer: answer.value }));
    const refusal = 'lng' in asked ? 'outside' : 'unknown';
    return done(responsiblePage(visit, { ...facts, refusal }));
  });
}

/** The fewest letters a name is looked for by. */
const LETTERS = 2;
const NOTHING = { areas: [], sites: [], more: false, nearly: false };

/** What the name typed finds; too short a one finds nothing. */
async function sitesNamed(
  call: PageCall,
): Promise<Partial<Pick<ResponsibleFacts, 'named' | 'found'>>> {
  const { findSites } = call.options.ports;
  if (findSites === undefined) return {};
  const named = one(call.query, 'named').trim().slice(0, 60);
  if (named === '') return { named };
  if (named.length < LETTERS) return { named, found: NOTHING };
  const input = { params: { tenant: call.tenant }, query: { q: named }, body: undefined };
  const found = await ask(findSites, call, input);
  return { named, found: found.ok ? found.value : NOTHING };
}

function placeAsked({ query }: PageCall, areaId: string): PlaceAsked | undefined {
  const [lng, lat] = [one(query, 'lng'), one(query, 'lat')];
  if (lng !== '' && lat !== '') return { lng: Number(lng), lat: Number(lat) };
  const siteId = one(query, 'site').slice(0, 60);
  if (siteId !== '') return { siteId };
  return areaId === '' ? undefined : { areaId };
}

/** A name that finds one place needs no choosing. */
function onlyOne(found: ResponsibleFacts['found']): PlaceAsked | undefined {
  if (found === undefined || found.nearly) return undefined;
  const { areas, sites } = found;
  const [first, ...others] = [
    ...areas.map(({ areaId }) => ({ areaId })),
    ...sites.map(({ siteId }) => ({ siteId })),
  ];
  return others.length === 0 ? first : undefined;
}

/** The port's answer; where none is wired, areas and grid alone. */
async function askResponsible(
  call: PageCall,
  asked: PlaceAsked,
  { areas }: Visited['place'],
): Promise<Outcome<Responsible>> {
  const { whoIsResponsible } = call.options.ports;
  if (whoIsResponsible !== undefined) return whoIsResponsible(call.services, call.context, asked);
  if ('siteId' in asked) return refused({ code: 'matter.area_unknown' });
  return 'areaId' in asked ? areaChain(areas, asked.areaId) : placeUnder(call, asked);
}

async function placeUnder(
  call: PageCall,
  point: { readonly lng: number; readonly lat: number },
): Promise<Outcome<Responsible>> {
  const { placeAt } = call.options.ports;
  if (placeAt === undefined) return refused({ code: 'matter.area_unknown' });
  const input = { params: { tenant: call.tenant }, query: point, body: undefined };
  const found = await ask(placeAt, call, input);
  if (!found.ok) return found;
  const { areas, grid } = found.value;
  return done({ areas: areas.toReversed(), grids: grid === null ? [] : [grid], units: [] });
}

const DEEPEST = 10;

/** The area and those it lies in, the smallest first. */
function areaChain(areas: Visited['place']['areas'], areaId: string): Outcome<Responsible> {
  const chain: { readonly name: string }[] = [];
  const byId = new Map<string, (typeof areas)[number]>(areas.map((area) => [area.areaId, area]));
  let next = byId.get(areaId);
  while (next !== undefined && chain.length < DEEPEST) {
    chain.push({ name: next.name });
    next = next.parentId === null ? undefined : byId.get(next.parentId);
  }
  if (chain.length === 0) return refused({ code: 'matter.area_unknown' });
  return done({ areas: chain, units: [] });
}

function rights(call: PageCall): Promise<Outcome<RawAnswer>> {
  return drawn(call, 'rights', ({ visit }) => rightsPage(visit));
}

function privacy(call: PageCall): Promise<Outcome<RawAnswer>> {
  return drawn(call, 'privacy', async ({ visit }) => {
    const contact = await call.options.ports.privacyContact?.(call.services, call.context);
    return done(privacyPage(visit, contact));
  });
}
