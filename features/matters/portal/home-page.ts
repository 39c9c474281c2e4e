/** The first page: report one thing, follow one, and what else there is. */
import { type Html, html } from '#ui/portal/html.ts';
import { legalDayText } from './days.ts';
import { figureHeadline, type PublicFigures } from './figures-page.ts';
import { followForm } from './follow-page.ts';
import { page } from './frame.ts';
import {
  cameraIcon,
  chevron,
  coinsIcon,
  houseIcon,
  lockIcon,
  mapIcon,
  scaleIcon,
} from './icons.ts';
import { at, type Visit } from './visit.ts';

export interface HomeFacts {
  /** Absent where they could not be read just now: the page stands without them. */
  readonly figures: PublicFigures | undefined;
  /** What residents are being asked about, from other features: said before everything else there is. */
  readonly asked?: readonly Asked[];
}

/** Something residents may say what they think of, for a time. */
export interface Asked {
  readonly title: string;
  readonly note: string;
  /** Below the place's address. */
  readonly path: string;
}

const DOORS = [
  ['map', mapIcon],
  ['responsible', houseIcon],
  ['rights', scaleIcon],
  ['privacy', lockIcon],
] as const;

export function homePage(visit: Visit, { figures, asked = [] }: HomeFacts): string {
  const { say } = visit;
  const main = html`<div class="columns">
<section class="report-door"><h1>${say('home.title')}</h1><p class="lead">${say('home.lead')}</p>
<a class="big-button" href="${at(visit, 'report')}">${cameraIcon}${say('home.report')}</a>
<p class="hint">${say('home.report_note')}</p><p class="emergency">${say('frame.emergency')}</p></section>
<section class="card" aria-labelledby="follow-title"><h2 id="follow-title">${say('home.follow_title')}</h2>${followForm(visit)}</section>
</div>
${asked.length > 0 && html`<ul class="doors">${asked.map(({ title, note, path }) => html`<li><a href="${at(visit, path)}">${houseIcon}<span><b>${title}</b><small>${note}</small></span>${chevron}</a></li>`)}</ul>`}
${figures === undefined ? null : strip(visit, figures)}
<section aria-labelledby="doors-title"><h2 class="quiet" id="doors-title">${say('home.more')}</h2>
<ul class="doors">${DOORS.map(([name, icon]) => door(at(visit, name), icon, say(`home.${name}_title`), say(`home.${name}_note`)))}${visit.doors.map(({ path, title, note }) => door(at(visit, path), coinsIcon, title, note))}</ul></section>
<section aria-labelledby="how-title"><h2 class="quiet" id="how-title">${say('home.how_title')}</h2>
<ol class="how">${([1, 2, 3, 4] as const).map((step) => html`<li><b>${say(`home.how_${step}`)}</b><span>${say(`home.how_${step}_note`)}</span></li>`)}</ol></section>`;
  return page(visit, { title: say('home.title'), main, wide: true, headed: true });
}

function door(address: string, icon: Html, title: string, note: string): Html {
  return html`<li><a href="${address}">${icon}<span><b>${title}</b><small>${note}</small></span>${chevron}</a></li>`;
}

function strip(visit: Visit, figures: PublicFigures): Html {
  const { say } = visit;
  const shown = (['onTime', 'solved', 'satisfied'] as const).map((name) =>
    figureHeadline(visit, figures, name),
  );
  if (shown.every((one) => one === undefined)) return html``;
  const { from, to } = figures;
  return html`<section class="strip" aria-labelledby="figures-title"><div class="strip-words"><h2 id="figures-title">${say('home.figures_title')}</h2>
<p class="hint">${say('home.figures_note', { from: legalDayText(visit, from), to: legalDayText(visit, to) })}</p>
<a href="${at(visit, 'figures')}">${say('home.figures_more')}</a></div><dl>${shown}</dl></section>`;
}
