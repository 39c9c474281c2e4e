/** Figures of the place: a rate with its counts and its definition; small numbers are withheld. */
import type { z } from 'zod';
import { type Html, html } from '#ui/portal/html.ts';
import type { publicFigures } from '../contract.ts';
import { dayAndTime, legalDayText } from './days.ts';
import { page } from './frame.ts';
import { at, type Visit } from './visit.ts';

export type PublicFigures = z.output<NonNullable<(typeof publicFigures)['answer']>>;
type Figure = PublicFigures['figures'][string];

export const RATES = ['response', 'onTime', 'solved', 'satisfied'] as const;
export const COUNTS = ['reported', 'filed', 'closed'] as const;
export type FigureName = (typeof RATES)[number] | (typeof COUNTS)[number];

export function figuresPage(visit: Visit, figures: PublicFigures): string {
  const { say } = visit;
  const known = [...RATES, ...COUNTS].filter((name) => find(figures, name) !== undefined);
  const main = html`<p class="lead">${say('figures.lead', { from: legalDayText(visit, figures.from), to: legalDayText(visit, figures.to) })}</p>
${known.length === 0 ? html`<p class="empty">${say('figures.none')}</p>` : null}
<div class="figures">${RATES.map((name) => rateCard(visit, name, find(figures, name)))}</div>
<div class="figures counts">${COUNTS.map((name) => countCard(visit, name, find(figures, name)))}</div>
<div class="note"><p>${say('figures.withheld_hint')}</p><p>${say('figures.honest')}</p></div>
<p class="hint">${say('figures.as_of', { when: dayAndTime(visit, figures.asOf) })}</p>
<p><a class="button" href="${at(visit, 'map')}">${say('frame.map')}</a></p>`;
  return page(visit, { title: say('figures.title'), main, wide: true });
}

/** One figure for the first page: percent above its counts. */
export function figureHeadline(
  visit: Visit,
  figures: PublicFigures,
  name: (typeof RATES)[number],
): Html | undefined {
  const figure = find(figures, name);
  if (figure === undefined || !isShown(figure)) return undefined;
  return html`<div><dt>${visit.say(`figures.${name}`)}</dt><dd><b>${percent(figure)}</b><small>${counts(visit, name, figure)}</small></dd></div>`;
}

function rateCard(visit: Visit, name: (typeof RATES)[number], figure: Figure | undefined): Html {
  if (figure === undefined) return html``;
  const { say } = visit;
  const value = isShown(figure)
    ? html`<p class="figure">${percent(figure)}</p><p class="counts-line">${counts(visit, name, figure)}</p>${bar(figure)}`
    : html`<p class="figure withheld">—</p><p class="counts-line">${say('figures.withheld')}</p>`;
  return html`<section class="card" aria-labelledby="figure-${name}"><h2 id="figure-${name}">${say(`figures.${name}`)}</h2>${value}<p class="means">${say(`figures.${name}_means`)}</p></section>`;
}

function countCard(visit: Visit, name: (typeof COUNTS)[number], figure: Figure | undefined): Html {
  if (figure === undefined) return html``;
  const { say } = visit;
  const count = figure.numerator;
  return html`<section class="card" aria-labelledby="figure-${name}"><h2 id="figure-${name}">${say(`figures.${name}`)}</h2><p class="figure small">${count === null ? say('figures.withheld') : say('figures.pieces', { count: count.toLocaleString('en-US') })}</p><p class="means">${say(`figures.${name}_means`)}</p></section>`;
}

interface Shown {
  readonly numerator: number;
  readonly denominator: number;
}

function isShown(figure: Figure): figure is Shown {
  return figure.numerator !== null && figure.denominator !== null && figure.denominator > 0;
}

/** One decimal; 100.0% only where nothing is missing, 0.0% only where nothing is there. */
function percent({ numerator, denominator }: Shown): string {
  const tenths = Math.round((numerator / denominator) * 1000);
  const honest = numerator < denominator ? Math.min(tenths, 999) : tenths;
  return `${((numerator > 0 ? Math.max(honest, 1) : honest) / 10).toFixed(1)}%`;
}

function counts({ say }: Visit, name: FigureName, { numerator, denominator }: Shown): string {
  const asked = name === 'solved' || name === 'satisfied';
  return say(asked ? 'figures.counts_people' : 'figures.counts', {
    numerator: numerator.toLocaleString('en-US'),
    denominator: denominator.toLocaleString('en-US'),
  });
}

function bar({ numerator, denominator }: Shown): Html {
  const width = Math.round((numerator / denominator) * 1000);
  return html`<svg class="meter" viewBox="0 0 1000 8" preserveAspectRatio="none" aria-hidden="true"><path class="ground" d="M0 0h1000v8H0z"/><path class="part" d="M0 0h${width}v8H0z"/></svg>`;
}

/** By the name used here, or as SQL spells it. */
function find({ figures }: PublicFigures, name: FigureName): Figure | undefined {
  return figures[name] ?? figures[name.replace(/[A-Z]/g, (letter) => `_${letter.toLowerCase()}`)];
}
