/** Who is responsible for a place: area, grid, unit and how to reach it. */
import { type Html, html } from '#ui/portal/html.ts';
import { type AreaChoice, areaOptions } from './areas.ts';
import { hidden } from './form.ts';
import { page } from './frame.ts';
import { positionIcon } from './icons.ts';
import { at, type Visit } from './visit.ts';

/** The answer of the places: units and posts, never persons. */
export interface Responsible {
  /** The estate, courtyard or place that was asked for by its name. */
  readonly site?: string;
  /** From the smallest: community, street, district. */
  readonly areas: readonly { readonly name: string }[];
  /** None, one, or several on a border; absent where it was not asked for, as with an area alone. */
  readonly grids?: readonly { readonly name: string; readonly code: string | null }[];
  /** Units that answer for the place, the nearest first; empty details are not shown. */
  readonly units: readonly {
    readonly name: string;
    readonly phone: string;
    readonly address: string;
    readonly hours: string;
  }[];
}

interface Found {
  readonly areas: readonly {
    readonly areaId: string;
    readonly name: string;
    /** The area above; empty where there is none. */
    readonly within: string;
  }[];
  readonly sites: readonly {
    readonly siteId: string;
    readonly name: string;
    readonly area: string;
  }[];
  readonly more: boolean;
  /** Nothing is called so; these are called nearly so. */
  readonly nearly: boolean;
}

export interface ResponsibleFacts {
  readonly areas: readonly AreaChoice[];
  readonly chosen: string;
  /** What was typed of the name of where one lives; absent where names cannot be looked for. */
  readonly named?: string;
  /** What it found; where there is an answer already, it was this alone. */
  readonly found?: Found;
  /** Absent before anything was asked. */
  readonly answer?: Responsible;
  /** Why there is no answer. */
  readonly refusal?: 'unknown' | 'outside';
}

export function responsiblePage(visit: Visit, facts: ResponsibleFacts): string {
  const { say } = visit;
  const { named, found, answer, refusal } = facts;
  const main = html`<p class="lead">${say('responsible.lead')}</p>
${refusal !== undefined && html`<p class="note" role="status">${say(`responsible.${refusal}`)}</p>`}
${answer !== undefined && answerCard(visit, answer)}
${answer === undefined && found !== undefined && foundCard(visit, found, named ?? '')}
${named !== undefined && nameForm(visit, named)}
<section class="card"><form method="get" action="${at(visit, 'responsible')}" data-island="responsible" data-locating="${say('report.locating')}" data-failed="${say('responsible.locate_failed')}">
<div class="field"><label for="area">${say('responsible.area')}</label><select id="area" name="area"><option value="">${say('responsible.choose')}</option>${areaOptions(facts.areas, facts.chosen)}</select></div>
${hidden('lng', '')}${hidden('lat', '')}
<p class="actions"><button class="button strong">${say('responsible.look')}</button> <button type="button" class="button needs-script" data-locate>${positionIcon} ${say('responsible.locate')}</button></p><p class="form-note" role="status" data-note></p></form></section>
<section aria-labelledby="first"><h2 id="first">${say('responsible.which_first')}</h2><ul class="plain"><li>${say('responsible.component')}</li><li>${say('responsible.event')}</li><li>${say('responsible.community')}</li></ul>
<p>${say('responsible.anyway')}<a href="${at(visit, 'report')}">${say('responsible.anyway_link')}</a></p></section>`;
  return page(visit, { title: say('responsible.title'), main });
}

function nameForm(visit: Visit, named: string): Html {
  const { say } = visit;
  return html`<section class="card"><form method="get" action="${at(visit, 'responsible')}">
<div class="field"><label for="named">${say('responsible.named')}</label><p class="hint" id="named-hint">${say('responsible.named_hint')}</p><input id="named" name="named" value="${named}" maxlength="60" autocomplete="off" enterkeyhint="search" aria-describedby="named-hint"></div>
<p class="actions"><button class="button strong">${say('responsible.find')}</button></p></form></section>`;
}

/** Each leads to the page of whoever answers for it. */
function foundCard(visit: Visit, { areas, sites, more, nearly }: Found, named: string): Html {
  const { say } = visit;
  if (areas.length + sites.length === 0) return nothingFound(visit, named);
  const line = (asked: Readonly<Record<string, string>>, name: string, within: string) =>
    html`<li><a class="link" href="${at(visit, `responsible?${new URLSearchParams({ ...asked, named })}`)}">${name}</a> <span class="hint">${within}</span></li>`;
  return html`<section class="card" aria-labelledby="sites" role="status"><h2 id="sites">${nearly ? say('responsible.nearly', { name: named }) : say('responsible.sites')}</h2><ul class="plain">${areas.map(({ areaId, name, within }) => line({ area: areaId }, name, within))}${sites.map(({ siteId, name, area }) => line({ site: siteId }, name, area))}</ul>${more && html`<p class="hint">${say('responsible.more_sites')}</p>`}</section>`;
}

/** Nobody did anything wrong: what else can be tried, and the way by the list. */
function nothingFound({ say }: Visit, named: string): Html {
  return html`<section class="note" role="status"><p><b>${say('responsible.no_site', { name: named })}</b></p><ul class="plain"><li>${say('responsible.try_letters')}</li><li><a class="link" href="#area">${say('responsible.try_list')}</a></li><li class="needs-script">${say('responsible.try_position')}</li></ul></section>`;
}

function answerCard({ say }: Visit, { site, areas, grids, units }: Responsible): Html {
  const names = [...(site === undefined ? [] : [site]), ...areas.map((area) => area.name)];
  const [nearest = '', ...wider] = names;
  return html`<section class="card answer" aria-labelledby="answer" role="status"><h2 id="answer">${nearest}</h2>
${wider.length > 0 && html`<p class="hint">${wider.join(' · ')}</p>`}
<dl class="facts">${grids !== undefined && html`<div><dt>${say('responsible.grid')}</dt>${gridsOf(say, grids)}</div>`}
${units.length === 0 ? html`<div><dt>${say('responsible.unit')}</dt><dd>${say('responsible.no_unit')}</dd></div>` : null}</dl>
${units.map((unit) => html`<div class="unit"><h3>${unit.name}</h3>${detail(say('responsible.phone'), unit.phone, true)}${detail(say('responsible.address'), unit.address)}${detail(say('responsible.hours'), unit.hours)}</div>`)}</section>`;
}

function gridsOf(say: Visit['say'], grids: NonNullable<Responsible['grids']>): Html {
  if (grids.length === 0) return html`<dd>${say('responsible.no_grid')}</dd>`;
  return html`${grids.map(({ name, code }) => html`<dd>${name} <small>${code}</small></dd>`)}${grids.length > 1 && html`<dd class="hint">${say('responsible.on_border')}</dd>`}`;
}

function detail(label: string, value: string, callable = false): Html {
  if (value === '') return html``;
  const dialled = value.replace(/[^\d+]/g, '');
  return html`<p><span class="hint">${label}</span> ${callable && dialled !== '' ? html`<a href="tel:${dialled}">${value}</a>` : value}</p>`;
}
