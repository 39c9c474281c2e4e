/** Public matters as a list, readable without script; a map beside it once it is asked for. */
import type { z } from 'zod';
import { type Html, html } from '#ui/portal/html.ts';
import type { publicMap } from '../contract.ts';
import { legalDayText } from './days.ts';
import { page } from './frame.ts';
import { mapIcon } from './icons.ts';
import { shape } from './status.ts';
import { at, type Visit } from './visit.ts';

type Points = z.output<NonNullable<(typeof publicMap)['answer']>>['points'];
/** A public point; some places also say in which area it lies. */
export type PublicPoint = Points[number] & { readonly areaName?: string };

export interface MapFilter {
  readonly state: '' | 'open' | 'closed';
  readonly category: string;
  /** From 1. */
  readonly page: number;
}

export interface MapFacts {
  readonly points: readonly PublicPoint[];
  /** There are more than these, which are the latest reported. */
  readonly truncated: boolean;
  readonly filter: MapFilter;
  readonly box: readonly number[] | null;
}

const PER_PAGE = 50;

export function mapPage(visit: Visit, { points, truncated, filter, box }: MapFacts): string {
  const { say } = visit;
  const fitting = points
    .filter((point) => filter.state === '' || point.state === filter.state)
    .filter((point) => filter.category === '' || point.category === filter.category)
    .sort((a, b) => (a.reportedOn < b.reportedOn ? 1 : -1));
  const open = fitting.filter((point) => point.state === 'open').length;
  const pages = Math.max(1, Math.ceil(fitting.length / PER_PAGE));
  const shown = Math.min(Math.max(1, filter.page), pages);
  const rows = fitting.slice((shown - 1) * PER_PAGE, shown * PER_PAGE);
  const main = html`<p class="lead">${say('map.lead')}</p>
${filterForm(visit, points, filter)}
<div class="map-columns" data-island="map" data-box="${box === null ? '' : box.join(',')}" data-source="/api/t/${encodeURIComponent(visit.tenant)}/map" data-state="${filter.state}" data-category="${filter.category}" data-loading="${say('map.loading')}" data-failed="${say('map.failed')}">
<div class="needs-script map-side"><button type="button" class="button map-button" data-open-map>${mapIcon} ${say('map.open')}</button><p class="form-note" role="status" data-note></p><div class="map-ground" data-map-ground role="region" aria-label="${say('map.label')}" hidden></div></div>
<section aria-labelledby="list-title"><h2 id="list-title" class="only-read-out">${say('map.list')}</h2>
<p class="count">${truncated && say('map.latest', { count: points.length })}${say('map.count', { count: fitting.length, open })} <span class="hint">${say('map.caption')}</span></p>
${rows.length === 0 ? html`<p class="empty">${say('map.empty')}</p>` : html`<ul class="points">${rows.map((point) => pointItem(visit, point))}</ul>`}
${pager(visit, filter, shown, pages)}</section></div>`;
  return page(visit, { title: say('map.title'), main, wide: true });
}

function filterForm(visit: Visit, points: readonly PublicPoint[], filter: MapFilter): Html {
  const { say } = visit;
  const categories = [...new Set(points.map((point) => point.category))].sort((a, b) =>
    a.localeCompare(b, visit.locale),
  );
  const option = (value: string, label: string, chosen: string) =>
    html`<option value="${value}"${value === chosen && html` selected`}>${label}</option>`;
  return html`<form class="filter" method="get" action="${at(visit, 'map')}" role="search" aria-label="${say('map.filter')}">
<div><label for="state">${say('map.state')}</label><select id="state" name="state">${option('', say('map.state_all'), filter.state)}${option('open', say('map.state_open'), filter.state)}${option('closed', say('map.state_closed'), filter.state)}</select></div>
<div><label for="category">${say('map.category')}</label><select id="category" name="category">${option('', say('map.category_all'), filter.category)}${categories.map((name) => option(name, name, filter.category))}</select></div>
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
