/** Suggestions about the system itself: the form, the receipt, and the answer. */

import type { z } from 'zod';
import { type Html, html } from '#ui/portal/html.ts';
import type { followSuggestion } from '../contract.ts';
import { TEXT_LIMIT } from '../rules/action-input.ts';
import { dayAndTime } from './days.ts';
import { errorSummary, type FieldErrors, hidden, NO_ERRORS, textField } from './form.ts';
import { page } from './frame.ts';
import { type Fields, one, plainText } from './report-form.ts';
import { shape } from './status.ts';
import type { Say } from './texts.ts';
import { at, type Visit } from './visit.ts';

type Suggestion = z.output<NonNullable<(typeof followSuggestion)['answer']>>;

interface SuggestTyped {
  readonly text: string;
  readonly number: string;
  readonly key: string;
}

export interface SuggestFacts {
  readonly commandId: string;
  readonly typed: SuggestTyped;
  readonly errors?: FieldErrors;
}

export function readSuggest(fields: Fields): SuggestTyped {
  return {
    text: one(fields, 'text').replaceAll('\r\n', '\n').trim(),
    number: plainText(one(fields, 'number')).toUpperCase().slice(0, 30),
    key: plainText(one(fields, 'key')).replace(/[\s-]/g, '').slice(0, 60),
  };
}

export function suggestErrors(say: Say, { text }: SuggestTyped): Map<string, string> {
  const errors = new Map<string, string>();
  if (text === '') errors.set('text', say('suggest.error.text'));
  if (text.length > TEXT_LIMIT) errors.set('text', say('act.error.long', { limit: TEXT_LIMIT }));
  return errors;
}

export function suggestPage(
  visit: Visit,
  { commandId, typed, errors = NO_ERRORS }: SuggestFacts,
): string {
  const { say } = visit;
  const main = html`${errorSummary(say('act.error.summary'), errors)}<p class="lead">${say('suggest.lead')}</p>
<section class="card"><form method="post" action="${at(visit, 'suggest')}">${hidden('commandId', commandId)}
${textField({ name: 'text', label: say('suggest.text'), hint: say('suggest.text_hint'), value: typed.text, rows: 5, errors })}
<button class="button strong">${say('suggest.send')}</button></form></section>
<section class="card" aria-labelledby="answer-title"><h2 id="answer-title">${say('suggest.look_title')}</h2>${lookForm(visit, typed, errors)}</section>`;
  return page(visit, { title: say('suggest.title'), main });
}

function lookForm(visit: Visit, typed: SuggestTyped, errors: FieldErrors): Html {
  const { say } = visit;
  return html`<form method="post" action="${at(visit, 'suggest/answer')}" class="follow-form">
${textField({ name: 'number', label: say('follow.number'), hint: say('suggest.number_hint'), value: typed.number, errors, autocomplete: 'off', spellcheck: false })}
${textField({ name: 'key', label: say('sent.key'), value: typed.key, errors, autocomplete: 'off', spellcheck: false })}
<button class="button strong">${say('suggest.look')}</button></form>`;
}

export function suggestSentPage(
  visit: Visit,
  { number, followKey }: { readonly number: string; readonly followKey: string },
): string {
  const { say } = visit;
  const main = html`<p class="lead">${say('suggest.sent_lead')}</p>
<section class="card receipt"><dl><div><dt>${say('sent.number')}</dt><dd class="key">${number}</dd></div>
<div><dt>${say('sent.key')}</dt><dd class="key">${followKey.replace(/([a-z0-9]{4})(?=[a-z0-9])/gi, '$1 ')}</dd></div></dl>
<p class="hint">${say('suggest.key_hint')}</p></section>
<p class="actions"><a class="button strong" href="${at(visit, '')}">${say('error.back')}</a></p>`;
  return page(visit, { title: say('sent.title'), main });
}

export function suggestAnswerPage(visit: Visit, suggestion: Suggestion): string {
  const { say } = visit;
  const { number, text, sentAt, answer, answeredAt } = suggestion;
  const main = html`<section class="card"><h2>${say('suggest.yours', { when: dayAndTime(visit, sentAt) })}</h2><p class="words">${text}</p></section>
<section class="card" role="status">${
    answeredAt === null
      ? html`<h2>${say('suggest.waits')}</h2><p>${say('suggest.waits_text')}</p>`
      : html`<h2>${shape('ended')} ${say('suggest.answered', { when: dayAndTime(visit, answeredAt) })}</h2><p class="words">${answer}</p>`
  }</section>
<p class="actions"><a class="button" href="${at(visit, 'suggest')}">${say('suggest.again')}</a></p>`;
  return page(visit, {
    title: say('suggest.title'),
    above: html`<p class="matter-number">${say('matter.number_label', { number })}</p>`,
    main,
  });
}
