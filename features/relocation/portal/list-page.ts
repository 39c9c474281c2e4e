/** The schemes that hold in this place, and by which key their files are signed. */
import { at, page, type Visit } from '#features/matters/portal/public.ts';
import { type Html, html } from '#ui/portal/html.ts';
import { dayOf, type ShownVersion, schemeAddress, sheetOf, titleOf } from './shown.ts';
import { sayFor } from './texts.ts';

export interface ListFacts {
  readonly schemes: readonly ShownVersion[];
  readonly fingerprints: readonly string[];
}

export function schemeListPage(visit: Visit, { schemes, fingerprints }: ListFacts): string {
  const say = sayFor(visit.locale);
  const main = html`<p class="lead">${say('list.lead')}</p>
${schemes.length === 0 ? html`<p class="empty">${say('list.none')}</p>` : html`<ul class="schemes">${schemes.map((scheme) => card(visit, scheme))}</ul>`}
${keySection(visit, fingerprints)}`;
  return page(visit, { title: say('list.title'), main, ...sheetOf(visit) });
}

function card(visit: Visit, version: ShownVersion): Html {
  const say = sayFor(visit.locale);
  const area = visit.locale === 'en' ? version.areaNameEn || version.areaName : version.areaName;
  const address = schemeAddress(version);
  return html`<li class="card"><h2><a href="${at(visit, address)}">${titleOf(visit.locale, version)}</a></h2>
<p class="hint">${say('list.facts', { area, version: version.label, day: dayOf(visit, version.publishedAt) })}</p>
<p class="actions"><a class="button strong" href="${at(visit, `${address}/calculate`)}">${say('list.calculate')}</a> <a class="button" href="${at(visit, address)}">${say('list.read')}</a></p></li>`;
}

/** What a file is compared with; the first is today's, the others were rotated out. */
export function keySection(visit: Visit, fingerprints: readonly string[]): Html {
  const say = sayFor(visit.locale);
  const [today = '', ...earlier] = fingerprints;
  return html`<section class="card" aria-labelledby="key-title"><h2 id="key-title">${say('key.title')}</h2><p>${say('key.text')}</p>
<p class="key fingerprint">${today}</p>
${earlier.length > 0 && html`<p class="hint">${say('key.earlier')}</p>${earlier.map((one) => html`<p class="key fingerprint">${one}</p>`)}`}</section>`;
}
