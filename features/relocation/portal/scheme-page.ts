/** One scheme in plain words: contents, rules with their articles, tables, worked examples, versions. */
import { at, page, type Visit } from '#features/matters/portal/public.ts';
import { type Html, html } from '#ui/portal/html.ts';
import {
  type ReadFact,
  type Reading,
  type ReadRule,
  type ReadTable,
  readingOf,
} from '../rules/explain/reading.ts';
import type { Plan } from '../rules/scheme/compile.ts';
import { exampleCard } from './example.ts';
import { keySection } from './list-page.ts';
import {
  dayOf,
  type ShownVersion,
  schemeAddress,
  sheetOf,
  titleOf,
  versionQuery,
} from './shown.ts';
import { type Say, sayFor, voiceFor } from './texts.ts';

export interface SchemeFacts {
  readonly version: ShownVersion;
  readonly versions: readonly ShownVersion[];
  readonly plan: Plan;
  readonly fingerprints: readonly string[];
}

interface Part {
  readonly id: string;
  readonly title: string;
  readonly content: readonly Html[];
}

export function schemePage(visit: Visit, facts: SchemeFacts): string {
  const say = sayFor(visit.locale);
  const { version, plan } = facts;
  const parts = partsOf(visit, facts).filter(({ content }) => content.length > 0);
  const address = schemeAddress(version);
  const query = versionQuery(version);
  const main = html`${standing(visit, facts)}
<p class="actions"><a class="button strong" href="${at(visit, `${address}/calculate${query}`)}">${say('scheme.calculate')}</a> <button type="button" class="button needs-script" data-island="print">${say('scheme.print')}</button> <a class="button" href="${at(visit, `${address}/document${query}`)}">${say('scheme.document')}</a></p>
<dl class="facts">${factRows(visit, facts)}</dl>
${plan.scheme.note !== undefined && html`<p class="note">${plan.scheme.note}</p>`}
<nav class="contents" aria-labelledby="contents-title"><h2 id="contents-title">${say('scheme.contents')}</h2><ol>${parts.map(({ id, title }) => html`<li><a href="#${id}">${title}</a></li>`)}</ol></nav>
${parts.map(({ id, title, content }) => html`<section aria-labelledby="${id}"><h2 id="${id}">${title}</h2>${content}</section>`)}
${versionList(visit, facts)}
${keySection(visit, facts.fingerprints)}`;
  return page(visit, { title: titleOf(visit.locale, version), main, ...sheetOf(visit) });
}

function standing(visit: Visit, { version, versions }: SchemeFacts): Html {
  const say = sayFor(visit.locale);
  if (version.state === 'published') return html``;
  const current = versions.find(({ state }) => state === 'published');
  const day = version.endedAt === null ? '' : dayOf(visit, version.endedAt);
  const said =
    version.state === 'withdrawn'
      ? say('scheme.withdrawn', { day, reason: version.reason ?? '' })
      : say('scheme.superseded', { day });
  return html`<p class="summary" role="note">${said}${current !== undefined && html` <a href="${at(visit, schemeAddress(current))}">${say('scheme.to_current', { version: current.label })}</a>`}</p>`;
}

function factRows(visit: Visit, { version, plan }: SchemeFacts): readonly Html[] {
  const say = sayFor(visit.locale);
  const { authority, document, land } = plan.scheme;
  const area = visit.locale === 'en' ? version.areaNameEn || version.areaName : version.areaName;
  const rows: readonly (readonly [string, string | undefined])[] = [
    [say('scheme.area'), area],
    [say('scheme.version'), version.label],
    [say('scheme.published'), dayOf(visit, version.publishedAt)],
    [say('scheme.authority'), authority],
    [say('scheme.number'), document],
    [say('scheme.land'), say(`scheme.${land}`)],
  ];
  const told = rows.flatMap(([name, value]) =>
    value === undefined ? [] : [html`<div><dt>${name}</dt><dd>${value}</dd></div>`],
  );
  return [
    ...told,
    html`<div><dt>${say('scheme.digest')}</dt><dd class="key">${version.digest}</dd></div>`,
  ];
}

function partsOf(visit: Visit, { plan }: SchemeFacts): readonly Part[] {
  const say = sayFor(visit.locale);
  const reading = readingOf(plan, voiceFor(visit.locale));
  const kinds = voiceFor(visit.locale);
  return [
    { id: 'choices', title: say('scheme.choices'), content: rules(reading.choices, say) },
    ...reading.items.map(({ kind, rules: own }) => ({
      id: `items-${kind}`,
      title: kinds.say(`kind.${kind}`),
      content: rules(own, say),
    })),
    { id: 'limits', title: say('scheme.limits'), content: rules(reading.limits, say) },
    { id: 'values', title: say('scheme.values'), content: rules(reading.values, say) },
    {
      id: 'tables',
      title: say('scheme.tables'),
      content: reading.tables.map((table) => tableOf(table, say)),
    },
    { id: 'facts', title: say('scheme.facts'), content: factList(reading.facts, say) },
    { id: 'articles', title: say('scheme.articles'), content: articleList(reading) },
    {
      id: 'examples',
      title: say('scheme.examples'),
      content: plan.scheme.examples.map((example) => exampleCard(visit, plan, example)),
    },
  ];
}

function cited(cite: string | undefined): Html {
  return html`${cite !== undefined && html` <small class="cite">${cite}</small>`}`;
}

function rules(all: readonly ReadRule[], _say: Say): readonly Html[] {
  return all.map(
    ({ anchor, label, cite, formula, terms, note }) =>
      html`<article class="rule" id="${anchor}"><h3>${label}${cited(cite)}</h3><p class="formula">${formula}</p>
${terms.length > 0 && html`<ul class="plain">${terms.map((term) => html`<li>${term}</li>`)}</ul>`}${note !== undefined && html`<p class="hint">${note}</p>`}</article>`,
  );
}

function tableOf({ anchor, label, cite, by, rows, note }: ReadTable, say: Say): Html {
  const heads = [...by, say('scheme.rate')];
  return html`<article class="rule" id="${anchor}"><h3 id="${anchor}-name">${label}${cited(cite)}</h3>
<div class="scrolls" role="region" tabindex="0" aria-labelledby="${anchor}-name"><table><thead><tr>${heads.map((head) => html`<th scope="col">${head}</th>`)}</tr></thead>
<tbody>${rows.map((cells) => html`<tr>${cells.map((cell) => html`<td>${cell}</td>`)}</tr>`)}</tbody></table></div>${note !== undefined && html`<p class="hint">${note}</p>`}</article>`;
}

function factList(facts: readonly ReadFact[], say: Say): readonly Html[] {
  const item = ({ label, what, source, note, fields }: ReadFact): Html =>
    html`<li><b>${label}</b> <span class="hint">${say('scheme.fact', { what, source })}</span>${note !== undefined && html`<br><span class="hint">${note}</span>`}${fields.length > 0 && html`<ul class="plain">${fields.map(item)}</ul>`}</li>`;
  return [html`<ul class="plain">${facts.map(item)}</ul>`];
}

function articleList({ articles }: Reading): readonly Html[] {
  if (articles.length === 0) return [];
  return [
    html`<dl class="articles">${articles.map(({ cite, of }) => html`<div><dt>${cite}</dt><dd>${of.map(({ anchor, label }) => html`<a href="#${anchor}">${label}</a> `)}</dd></div>`)}</dl>`,
  ];
}

function versionList(visit: Visit, { versions, version }: SchemeFacts): Html {
  const say = sayFor(visit.locale);
  if (versions.length < 2) return html``;
  return html`<section aria-labelledby="versions"><h2 id="versions">${say('scheme.versions')}</h2><ul class="plain">${versions.map(
    (one) =>
      html`<li><a href="${at(visit, `${schemeAddress(one)}${versionQuery(one)}`)}"${one.label === version.label && html` aria-current="page"`}>${say('scheme.version_line', { version: one.label, day: dayOf(visit, one.publishedAt) })}</a> <span class="hint">${say(`state.${one.state}`)}</span></li>`,
  )}</ul></section>`;
}
