/** Public matters as a list, readable without script; a map beside it once it is asked for. */
import type { z } from 'zod';
import { type Html, html } from '#ui/portal/html.ts';
import type { publicMap } from '../contract.ts';
import { legalDayText } from './days.ts';
import { page } from './frame.ts';
import { mapIcon } from './icons.ts';
import { shape } from './status.ts';
import { at, type Visit } from './visit.ts';

type Told = z.output<NonNullable<(typeof publicMap)['answer']>>;
/** A public point; some places also say in which area it lies. */
export type PublicPoint = Told['points'][number] & { readonly areaName?: string };

export interface MapFilter {
  readonly state: '' | 'open' | 'closed';
  /** Id of a category; empty for all. */
  readonly category: string;
  /** From 1. */
  readonly page: number;
}

export interface MapFacts extends Pick<Told, 'truncated' | 'count' | 'open'> {
  /** What fits the filter, the latest reported of it. */
  readonly points: readonly PublicPoint[];
  readonly kinds: readonly { readonly categoryId: string; readonly name: string }[];
  readonly filter: MapFilter;
  readonly box: readonly number[] | null;
}

const PER_PAGE = 50;

export function mapPage(visit: Visit, facts: MapFacts): string {
  const { say } = visit;
  const { points, kinds, filter, box } = facts;
  const fitting = points.toSorted((a, b) => (a.reportedOn < b.reportedOn ? 1 : -1));
  const pages = Math.max(1, Math.ceil(fitting.length / PER_PAGE));
  const shown = Math.min(Math.max(1, filter.page), pages);
  const rows = fitting.slice((shown - 1) * PER_PAGE, shown * PER_PAGE);
  const main = html`<p class="lead">${say('map.lead')}</p>
${filterForm(visit, kinds, filter)}
<div class="map-columns" data-island="map" data-box="${box === null ? '' : box.join(',')}" data-source="/api/t/${encodeURIComponent(visit.tenant)}/map" data-state="${filter.state}" data-category="${filter.category}" data-loading="${say('map.loading')}" data-failed="${say('map.failed')}">
<div class="needs-script map-side"><button type="button" class="button map-button" data-open-map>${mapIcon} ${say('map.open')}</button><p class="form-note" role="status" data-note></p><div class="map-ground" data-map-ground role="region" aria-label="${say('map.label')}" hidden></div></div>
<section aria-labelledby="list-title"><h2 id="list-title" class="only-read-out">${say('map.list')}</h2>
<p class="count">${countOf(visit, facts)} <span class="hint">${say('map.caption')}</span></p>
${rows.length === 0 ? html`<p class="empty">${say('map.empty')}</p>` : html`<ul class="points">${rows.map((point) => pointItem(visit, point))}</ul>`}
${pager(visit, filter, shown, pages)}</section></div>`;
  return page(visit, { title: say('map.title'), main, wide: true });
}

/** How many fit, and how many of them are listed. */
function countOf({ say, locale }: Visit, { points, truncated, count, open }: MapFacts): string {
  const number = (value: number): string => value.toLocaleString(locale);
  const all =
    open === null
      ? say('map.count_above', { count: number(count) })
      : say('map.count', { count: number(count), open: number(open) });
  return truncated ? all + say('map.latest', { count: number(points.length) }) : all;
}

function filterForm(visit: Visit, kinds: MapFacts['kinds'], filter: MapFilter): Html {
  const { say } = visit;
  const offered = kinds.toSorted((a, b) => a.name.localeCompare(b.name, visit.locale));
  const option = (value: string, label: string, chosen: string) =>
    html`<option value="${value}"${value === chosen && html` selected`}>${label}</option>`;
  return html`<form class="filter" method="get" action="${at(visit, 'map')}" role="search" aria-label="${say('map.filter')}">
<div><label for="state">${say('map.state')}</label><select id="state" name="state">${option('', say('map.state_all'), filter.state)}${option('open', say('map.state_open'), filter.state)}${option('closed', say('map.state_closed'), filter.state)}</select></div>
<div><label for="category">${say('map.category')}</label><select id="category" name="category">${option('', say('map.category_all'), filter.category)}${offered.map(({ categoryId, name }) => option(categoryId, name, filter.category))}</select></div>
<button class="button">${say('map.apply')}</button></form>`;
}

function pointItem(visit: Visit, point: PublicPoint): Html {
  const { say } = visit;
  const tone = point.state === 'open' ? 'in_hand' : 'ended';
  const { lng, lat } = point;
  // Numbers of degrees help nobody who can open the map.
  const where =
    point.areaName === undefined
      ? html`<span class="without-script">${say('map.position', { lng: lng.toFixed(3), lat: lat.toFixed(3) })} · </span>`
      : html`${point.areaName} · `;
  return html`<li><b>${point.category}</b><span class="chip ${tone}">${shape(tone)} ${say(`map.state_${point.state}`)}</span><small>${where}${say('map.reported_on', { day: legalDayText(visit, point.reportedOn) })}</small><button type="button" class="link needs-script" data-show="${lng},${lat}" aria-label="${say('map.show')}: ${point.category}">${say('map.show')}</button></li>`;
}

function pager(visit: Visit, filter: MapFilter, shown: number, pages: number): Html {
  if (pages === 1) return html``;
  const { say } = visit;
  const address = (number: number) =>
    at(
      visit,
      `map?${new URLSearchParams({ state: filter.state, category: filter.category, page: `${number}` })}`,
    );
  return html`<nav class="pager" aria-label="${say('map.pages')}">${shown > 1 && html`<a class="button" href="${address(shown - 1)}" rel="prev">${say('map.newer')}</a>`}<span>${say('map.page', { page: shown, pages })}</span>${shown < pages && html`<a class="button" href="${address(shown + 1)}" rel="next">${say('map.older')}</a>`}</nav>`;
}
