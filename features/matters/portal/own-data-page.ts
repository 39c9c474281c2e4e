/** What is held on the reporter of one matter, who looked, and what can be done about it. */
import { type Html, html } from '#ui/portal/html.ts';
import type { FollowedMatter, KeptReason, OwnData } from '../contract.ts';
import { dayAndTime } from './days.ts';
import { type FollowTyped, proofFields } from './follow-page.ts';
import {
  checkField,
  choiceField,
  errorSummary,
  type FieldErrors,
  hidden,
  NO_ERRORS,
  textField,
} from './form.ts';
import { page } from './frame.ts';
import type { ContactTyped } from './own-data-form.ts';
import { shape } from './status.ts';
import { at, type Visit } from './visit.ts';

export interface OwnDataFacts {
  readonly matter: FollowedMatter;
  readonly data: OwnData;
  readonly proof: FollowTyped;
  /** One id for each form of the page. */
  readonly commandIds: { next(): string };
  /** What was just done. */
  readonly done?: 'corrected' | 'erased';
  /** What was just refused by the rule, and is answered with its reason. */
  readonly kept?: OwnData['contactKept'];
  readonly typed?: ContactTyped;
  readonly errors?: FieldErrors;
}

export function ownDataPage(visit: Visit, facts: OwnDataFacts): string {
  const { say } = visit;
  const { matter, data, done, kept, errors = NO_ERRORS } = facts;
  const main = html`<div class="matter-columns"><div>
${done !== undefined && html`<p class="good" role="status">${shape('ended')} ${say(`data.done_${done}`)}</p>`}
${kept && refusal(visit, matter, kept)}
${errorSummary(say('act.error.summary'), errors)}
<p class="lead">${say('data.lead')}</p>
${held(visit, facts)}
${readings(visit, data)}
</div><div>
${copy(visit, facts)}
${correct(visit, facts)}
${erase(visit, facts)}
${requests(visit, data)}
<p class="actions"><a class="button" href="${at(visit, 'follow')}">${say('data.back')}</a></p>
</div></div>`;
  return page(visit, {
    title: say('data.title'),
    above: html`<p class="matter-number">${say('matter.number_label', { number: matter.number })}</p>`,
    main,
    wide: true,
  });
}

/** After the contact is gone, a phone proves nothing any more: the page says so and shows nothing else. */
export function dataErasedPage(visit: Visit, number: string): string {
  const { say } = visit;
  const main = html`<p class="good" role="status">${shape('ended')} ${say('data.done_erased')}</p>
<p>${say('data.erased_follow', { number })}</p>
<p class="actions"><a class="button strong" href="${at(visit, '')}">${say('error.back')}</a></p>`;
  return page(visit, { title: say('data.erased_title'), main });
}

function held(visit: Visit, { matter, data }: OwnDataFacts): Html {
  const { say } = visit;
  const row = (name: HeldName, what: string): Html =>
    html`<li class="card"><h3>${say(`data.${name}`)}</h3><p class="words">${what}</p><p class="hint">${say(`data.${name}_long`)}</p></li>`;
  const { photos, timeline } = matter;
  return html`<section aria-labelledby="held"><h2 id="held">${say('data.held')}</h2><ul class="kept-data">
${row('contact', contactText(visit, data))}
${row('words', matter.description)}
${row('photos', say('data.photos_count', { count: photos.length }))}
${row('place', placeText(visit, matter, data))}
${row('history', say('data.history_count', { count: timeline.length }))}</ul></section>`;
}

type HeldName = 'contact' | 'words' | 'photos' | 'place' | 'history';

function contactText(visit: Visit, { name, phone, shared, erasedAt }: OwnData): string {
  const { say } = visit;
  if (name === '' && phone === '') {
    return erasedAt === null
      ? say('data.contact_none')
      : say('data.contact_erased', { when: dayAndTime(visit, erasedAt) });
  }
  const values = {
    name: name === '' ? say('data.not_left') : name,
    phone: phone === '' ? say('data.not_left') : phone,
  };
  return `${say('data.contact_is', values)}\n${say(shared ? 'data.shared_yes' : 'data.shared_no')}`;
}

function placeText({ say }: Visit, matter: FollowedMatter, { point }: OwnData): string {
  const place =
    matter.placeText === ''
      ? matter.areaName
      : say('matter.area_and_place', { area: matter.areaName, place: matter.placeText });
  if (point === null) return place;
  const { lng, lat } = point;
  return `${place}\n${say('data.point', { lng: lng.toFixed(5), lat: lat.toFixed(5) })}`;
}

function readings(visit: Visit, { readings: all }: OwnData): Html {
  const { say } = visit;
  const entry = ({ at: when, purpose, organisation, post }: OwnData['readings'][number]): Html => {
    const own = purpose === 'own_data';
    const office = organisation === '' ? say('data.office_unknown') : organisation;
    const who = post === '' ? office : say('data.who', { office, post });
    return html`<li><b>${own ? say('data.who_own') : who}</b><span>${say(`data.purpose.${purpose}`)}</span><p class="when"><time datetime="${when}">${dayAndTime(visit, when)}</time></p></li>`;
  };
  return html`<section aria-labelledby="looked"><h2 id="looked">${say('data.looked')}</h2><p class="hint">${say('data.looked_hint')}</p>
${all.length === 0 ? html`<p>${say('data.looked_none')}</p>` : html`<ol class="looked">${all.map(entry)}</ol>`}</section>`;
}

function copy(visit: Visit, { proof, commandIds }: OwnDataFacts): Html {
  const { say } = visit;
  const form = (format: 'html' | 'json', strong: boolean): Html =>
    html`<form method="post" action="${at(visit, 'follow/data/copy')}">${proofFields(proof)}${hidden('commandId', commandIds.next())}${hidden('format', format)}<button class="button${strong && ' strong'}">${say(`data.copy_${format}`)}</button></form>`;
  return html`<section class="card" aria-labelledby="copy"><h2 id="copy">${say('data.copy')}</h2><p class="hint">${say('data.copy_hint')}</p><div class="actions">${form('html', true)}${form('json', false)}</div></section>`;
}

function correct(visit: Visit, { data, proof, commandIds, typed, errors }: OwnDataFacts): Html {
  const { say } = visit;
  const { name = '', phone = '', shared = data.shared } = typed ?? {};
  const noted = errors ?? NO_ERRORS;
  const hints = { name: data.name, phone: data.phone };
  const hint = (field: keyof typeof hints) =>
    say('data.now_is', { value: hints[field] === '' ? say('data.not_left') : hints[field] });
  return html`<details class="act"${typed !== undefined && html` open`}><summary>${say('data.correct')}</summary>
<form method="post" action="${at(visit, 'follow/data/contact')}">${proofFields(proof)}${hidden('commandId', commandIds.next())}${hidden('version', `${data.version}`)}
<p class="hint">${say('data.correct_hint')}</p>
${textField({ name: 'name', label: say('report.name'), hint: hint('name'), value: name, errors: noted, autocomplete: 'name' })}
${textField({ name: 'newPhone', label: say('report.phone'), hint: hint('phone'), value: phone, errors: noted, type: 'tel', inputmode: 'tel', autocomplete: 'tel' })}
${checkField({ name: 'shared', label: say('report.shared'), hint: say('data.shared_hint'), checked: shared, errors: noted })}
<button class="button strong">${say('data.correct_send')}</button></form></details>`;
}

function erase(visit: Visit, { data, proof, commandIds, errors }: OwnDataFacts): Html {
  const { say } = visit;
  const kept = data.contactKept;
  const wrong = errors?.has('what') === true;
  return html`<details class="act"${wrong && html` open`}><summary>${say('data.erase')}</summary>
<form method="post" action="${at(visit, 'follow/data/erasure')}">${proofFields(proof)}${hidden('commandId', commandIds.next())}${hidden('version', `${data.version}`)}
<p class="hint">${kept === null ? say('data.erase_now') : reasonOf(visit, kept)}</p>
${choiceField({
  name: 'what',
  label: say('data.erase_what'),
  value: '',
  errors: errors ?? NO_ERRORS,
  choices: [
    { value: 'contact', label: say('data.erase_contact') },
    { value: 'words', label: say('data.erase_words') },
  ],
})}
<p class="hint">${say('data.erase_hint')}</p>
<button class="button plain">${say('data.erase_send')}</button></form></details>`;
}

/** A refusal with its reason, and the ways to have somebody else look at it (PIPL art. 50). */
function refusal(
  visit: Visit,
  matter: FollowedMatter,
  kept: NonNullable<OwnData['contactKept']>,
): Html {
  const { say } = visit;
  const complain = matter.actions.includes('complain');
  return html`<div class="summary" role="alert" tabindex="-1" id="summary"><h2>${say('data.refused')}</h2><p>${reasonOf(visit, kept)}</p>
<p>${say('data.appeal')}</p><ul class="plain">${complain && html`<li><a href="${at(visit, 'follow')}#actions">${say('data.appeal_complain')}</a></li>`}<li>${say('data.appeal_office')}</li><li>${say('data.appeal_court')}</li></ul></div>`;
}

const REASONS = {
  under_way: 'data.kept_under_way',
  reopen_period: 'data.kept_reopen_period',
  archive: 'data.kept_archive',
} as const satisfies Record<KeptReason, string>;

function reasonOf(visit: Visit, { why, until }: NonNullable<OwnData['contactKept']>): string {
  return visit.say(REASONS[why], { when: until === null ? '' : dayAndTime(visit, until) });
}

function requests(visit: Visit, { requests: all }: OwnData): Html {
  const { say } = visit;
  if (all.length === 0) return html``;
  return html`<section aria-labelledby="asked"><h2 id="asked">${say('data.asked')}</h2><ol class="looked">${all.map(
    ({ at: when, kind, what, kept }) =>
      html`<li><b>${say(`data.asked_${kind}`, { what: say(`data.erase_${what}`) })}</b>${kept !== null && html`<span>${reasonOf(visit, kept)}</span>`}<p class="when"><time datetime="${when}">${dayAndTime(visit, when)}</time></p></li>`,
  )}</ol></section>`;
}
