/** What a resident may count on, in plain words. */
import { html } from '#ui/portal/html.ts';
import { page } from './frame.ts';
import { at, type Visit } from './visit.ts';

const RIGHTS = [
  'anonymous',
  'answer',
  'apart',
  'accuse',
  'reopen',
  'complain',
  'retaliation',
  'data',
  'law',
] as const;

export function rightsPage(visit: Visit): string {
  const { say } = visit;
  const main = html`<p class="lead">${say('rights.lead')}</p>
<div class="rights">${RIGHTS.map((name) => html`<section class="card" aria-labelledby="${name}"><h2 id="${name}">${say(`rights.${name}`)}</h2><p>${say(`rights.${name}_text`)}</p></section>`)}</div>
<p class="actions"><a class="button strong" href="${at(visit, 'report')}">${say('frame.report')}</a> <a class="button" href="${at(visit, 'privacy')}">${say('frame.privacy')}</a></p>`;
  return page(visit, { title: say('rights.title'), main, wide: true });
}
