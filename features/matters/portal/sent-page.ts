/** After sending: the number large, the key once, a code to scan, and what happens next. */
import { html } from '#ui/portal/html.ts';
import { qrCode } from '#ui/portal/qr-code.ts';
import { page } from './frame.ts';
import { at, type Visit } from './visit.ts';

export interface SentFacts {
  readonly number: string;
  readonly followKey: string;
  /** Scheme and host under which the resident reached us: `https://example.org`. */
  readonly origin: string;
}

export function sentPage(visit: Visit, { number, followKey, origin }: SentFacts): string {
  const { say } = visit;
  const path = followPath(visit, number, followKey);
  const main = html`<div data-island="sent" class="sent"><p class="lead">${say('sent.lead')}</p>
<section class="card receipt"><dl><div class="number"><dt>${say('sent.number')}</dt><dd>${number}</dd></div>
<div><dt>${say('sent.key')}</dt><dd class="key">${inGroups(followKey)}</dd></div></dl>
<figure>${qrCode(`${origin}${path}`, say('sent.qr_alt'))}<figcaption>${say('sent.qr')}</figcaption></figure>
<p class="hint">${say('sent.key_hint')}</p></section>
<p class="actions"><a class="button strong" href="${path}">${say('sent.link')}</a> <button type="button" class="button needs-script" data-print>${say('sent.print')}</button> <a class="button" href="${at(visit, 'report')}">${say('sent.another')}</a></p>
<section aria-labelledby="next"><h2 id="next">${say('sent.next_title')}</h2><ol class="how">${([1, 2, 3] as const).map((step) => html`<li><b>${say(`sent.next_${step}`)}</b><span>${say(`sent.next_${step}_by`)}</span></li>`)}</ol></section></div>`;
  return page(visit, { title: say('sent.title'), main });
}

/** Twelve letters are copied by hand without a slip when they stand in fours. */
function inGroups(key: string): string {
  return key.replace(/([a-z0-9]{4})(?=[a-z0-9])/gi, '$1 ');
}

/** Address that shows one matter to whoever holds its key. */
function followPath(visit: Visit, number: string, key: string): string {
  return at(visit, `follow?number=${encodeURIComponent(number)}&key=${encodeURIComponent(key)}`);
}
