/** Who is responsible for a place: area, grid, unit and how to reach it. */
import { type Html, html } from '#ui/portal/html.ts';
import { type AreaChoice, areaOptions } from './areas.ts';
import { hidden } from './form.ts';
import { page } from './frame.ts';
import { positionIcon } from './icons.ts';
import { at, type Visit } from './visit.ts';

/** The answer of the places: units and posts, never persons. */
export interface Responsible {
  /** From the smallest: community, street, district. */
  readonly areas: readonly { readonly name: string }[];
  /** Null where there is none; absent where it was not asked for, as with an area alone. */
  readonly grid?: { readonly name: string; readonly code: string | null } | null;
  /** Units that answer for the place, the nearest first; empty details are not shown. */
  readonly units: readonly {
    readonly name: string;
    readonly phone: string;
    readonly address: string;
    readonly hours: string;
  }[];
}

export interface ResponsibleFacts {
  readonly areas: readonly AreaChoice[];
  readonly chosen: string;
  /** What was typed of the name of where one lives; absent where names cannot be looked for. */
  readonly named?: string;
  /** What it found. */
  readonly sites?: {
    readonly sites: readonly {
      readonly name: string;
      readonly area: string;
      readonly lng: number;
      readonly lat: number;
    }[];
    readonly more: boolean;
  };
  /** Absent before anything was asked. */
  readonly answer?: Responsible;
  /** Why there is no answer. */
  readonly refusal?: 'unknown' | 'outside';
}

export function responsiblePage(visit: Visit, facts: ResponsibleFacts): string {
  const { say } = visit;
  const main = html`<p class="lead">${say('responsible.lead')}</p>
${facts.refusal !== undefined && html`<p class="summary" role="alert">${say(`responsible.${facts.refusal}`)}</p>`}
${facts.answer !== undefined && answerCard(visit, facts.answer)}
${facts.named !== undefined && nameForm(visit, facts.named)}
${facts.sites !== undefined && sitesFound(visit, facts.sites)}
<section class="card"><form method="get" action="${at(visit, 'responsible')}" data-island="responsible" data-locating="${say('report.locating')}" data-failed="${say('report.locate_failed')}">
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

/** Where each leads: the page of whoever answers for the point. */
function sitesFound(visit: Visit, { sites, more }: NonNullable<ResponsibleFacts['sites']>): Html {
  const { say } = visit;
  if (sites.length === 0)
    return html`<p class="summary" role="status">${say('responsible.no_site')}</p>`;
  const lines = sites.map((site) => {
    const place = new URLSearchParams({ lng: `${site.lng}`, lat: `${site.lat}` });
    return html`<li><a href="${at(visit, `responsible?${place}`)}">${site.name}</a> <span class="hint">${site.area}</span></li>`;
  });
  return html`<section class="card" aria-labelledby="sites" role="status"><h2 id="sites">${say('responsible.sites')}</h2><ul class="plain">${lines}</ul>${more && html`<p class="hint">${say('responsible.more_sites')}</p>`}</section>`;
}

function answerCard({ say }: Visit, { areas, grid, units }: Responsible): Html {
  const [nearest, ...wider] = areas;
  return html`<section class="card answer" aria-labelledby="answer" role="status"><h2 id="answer">${say('responsible.found', { name: nearest?.name ?? '' })}</h2>
${wider.length > 0 && html`<p class="hint">${wider.map((area) => area.name).join(' · ')}</p>`}
<dl class="facts">${grid !== undefined && html`<div><dt>${say('responsible.grid')}</dt><dd>${grid === null ? say('responsible.no_grid') : html`${grid.name} <small>${grid.code}</small>`}</dd></div>`}
${units.length === 0 ? html`<div><dt>${say('responsible.unit')}</dt><dd>${say('responsible.no_unit')}</dd></div>` : null}</dl>
${units.map((unit) => html`<div class="unit"><h3>${unit.name}</h3>${detail(say('responsible.phone'), unit.phone, true)}${detail(say('responsible.address'), unit.address)}${detail(say('responsible.hours'), unit.hours)}</div>`)}</section>`;
}

function detail(label: string, value: string, callable = false): Html {
  if (value === '') return html``;
  const dialled = value.replace(/[^\d+]/g, '');
  return html`<p><span class="hint">${label}</span> ${callable && dialled !== '' ? html`<a href="tel:${dialled}">${value}</a>` : value}</p>`;
}
