/** A refusal or a fault as a page: what it is, in plain words, and where to go. */
import { type Refusal, refusalKind } from '#kernel/refusal.ts';
import { html } from '#ui/portal/html.ts';
import { page } from './frame.ts';
import { refusalSentence } from './texts.ts';
import { at, type Visit } from './visit.ts';

export function refusalPage(visit: Visit, refusal: Refusal): string {
  const { say } = visit;
  const { title, words } = wordsOf(visit, refusal);
  const known = visit.placeName !== '';
  const main = html`<p class="lead">${words}</p>
${known && html`<p class="actions"><a class="button strong" href="${at(visit, '')}">${say('error.back')}</a> <a class="button" href="${at(visit, 'report')}">${say('frame.report')}</a></p>`}`;
  return page(visit, { title, main });
}

function wordsOf(visit: Visit, refusal: Refusal): { title: string; words: string } {
  const { say, locale } = visit;
  if (refusal.code === 'request.not_found' && refusal.field === 'tenant') {
    return { title: say('error.unknown_tenant_title'), words: say('error.unknown_tenant') };
  }
  if (refusal.code === 'service.fault') {
    return { title: say('error.fault_title'), words: say('error.fault') };
  }
  const sentence = refusalSentence(locale, refusal);
  switch (refusalKind(refusal.code)) {
    case 'missing':
      return { title: say('error.not_found_title'), words: say('error.not_found') };
    case 'too_many':
      return { title: say('error.too_many_title'), words: say('error.too_many') };
    case 'unavailable':
      return { title: say('error.unavailable_title'), words: sentence };
    default:
      return { title: say('error.refused_title'), words: sentence };
  }
}
