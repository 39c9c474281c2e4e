/** What is held, why, who sees it, how long, whom to ask (Personal Information Protection Law, art. 17). */
import { html } from '#ui/portal/html.ts';
import { page } from './frame.ts';
import type { Visit } from './visit.ts';

/** Whom residents may ask about their data; empty parts are not shown. */
export interface Contact {
  readonly office: string;
  readonly phone: string;
  readonly address: string;
}

const KEPT = ['words', 'place', 'contact', 'device'] as const;

export function privacyPage(visit: Visit, contact: Contact | undefined): string {
  const { say, placeName: place } = visit;
  const main = html`<p class="lead">${say('privacy.lead')}</p>
<section aria-labelledby="what"><h2 id="what">${say('privacy.what')}</h2><ul class="kept-data">${KEPT.map(
    (name) =>
      html`<li class="card"><h3>${say(`privacy.${name}`)}</h3><dl class="facts"><div><dt>${say('privacy.why')}</dt><dd>${say(`privacy.${name}_why`)}</dd></div><div><dt>${say('privacy.who')}</dt><dd>${say(`privacy.${name}_who`)}</dd></div></dl></li>`,
  )}</ul></section>
${(['not', 'long', 'basis'] as const).map((name) => html`<section aria-labelledby="${name}"><h2 id="${name}">${say(`privacy.${name}`)}</h2><p>${say(`privacy.${name}_text`, { place })}</p></section>`)}
<section aria-labelledby="ask"><h2 id="ask">${say('privacy.ask')}</h2>${
    contact === undefined
      ? html`<p>${say('privacy.ask_none', { place })}</p>`
      : html`<p>${say('privacy.ask_text', { place })}</p><p class="card">${[contact.office, contact.phone, contact.address].filter((part) => part !== '').map((part) => html`${part}<br>`)}</p>`
  }</section>`;
  return page(visit, { title: say('privacy.title'), main });
}
