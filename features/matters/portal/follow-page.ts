/** Asks for a number and a proof: the phone left with the report, or the key given then. */
import { type Html, html } from '#ui/portal/html.ts';
import { errorSummary, type FieldErrors, hidden, NO_ERRORS, textField } from './form.ts';
import { page } from './frame.ts';
import { type Fields, one, plainText } from './report-form.ts';
import { at, type Visit } from './visit.ts';

export interface FollowTyped {
  readonly number: string;
  readonly phone: string;
  readonly key: string;
}

/** As long as a number, a phone or a key may be. */
const LONGEST = 60;
const NOTHING_TYPED: FollowTyped = { number: '', phone: '', key: '' };

export function followPage(
  visit: Visit,
  typed: FollowTyped = NOTHING_TYPED,
  errors: FieldErrors = NO_ERRORS,
): string {
  const { say } = visit;
  const main = html`${errorSummary(say('act.error.summary'), errors)}<p class="lead">${say('follow.lead')}</p>
<section class="card">${followForm(visit, typed, errors)}</section>`;
  return page(visit, { title: say('follow.title'), main });
}

/** The form alone, as it also stands on the first page. */
export function followForm(
  visit: Visit,
  typed: FollowTyped = NOTHING_TYPED,
  errors: FieldErrors = NO_ERRORS,
): Html {
  const { say } = visit;
  return html`<form method="post" action="${at(visit, 'follow')}" class="follow-form">
${textField({ name: 'number', label: say('follow.number'), hint: say('follow.number_hint'), value: typed.number, errors, autocomplete: 'off', spellcheck: false })}
${textField({ name: 'proof', label: say('follow.proof'), hint: say('follow.proof_hint'), value: typed.key === '' ? typed.phone : typed.key, errors, autocomplete: 'tel', spellcheck: false })}
<button class="button strong">${say('follow.look')}</button></form>`;
}

/** One field for either: what is made of digits is a phone number, all else a key. */
export function readProof(fields: Fields): FollowTyped {
  const part = (name: string) => plainText(one(fields, name)).slice(0, LONGEST);
  const given = part('proof');
  const isPhone = /^[+\d][\d\s()-]*$/.test(given);
  return {
    number: part('number').toUpperCase(),
    phone: isPhone ? given : part('phone'),
    key: (isPhone || given === '' ? part('key') : given).replace(/[\s-]/g, ''),
  };
}

/** The proof again, for what is sent from the page of the matter. */
export function proofFields(typed: FollowTyped): Html {
  return html`${hidden('number', typed.number)}${hidden('phone', typed.phone)}${hidden('key', typed.key)}`;
}
