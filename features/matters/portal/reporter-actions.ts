/** What the reporter can do now: evaluate, have it taken up again, withdraw, complain. */
import { type Html, html } from '#ui/portal/html.ts';
import type { ActionInput } from '../contract.ts';
import { TEXT_LIMIT } from '../rules/action-input.ts';
import { dayAndTime } from './days.ts';
import { proofFields } from './follow-page.ts';
import {
  choiceField,
  errorSummary,
  type FieldErrors,
  hidden,
  NO_ERRORS,
  textField,
} from './form.ts';
import { type MatterFacts, REPORTER_ACTIONS, type ReporterAction } from './matter-facts.ts';
import { type Fields, one } from './report-form.ts';
import type { Say } from './texts.ts';
import { at, type Visit } from './visit.ts';

export function reporterActions(visit: Visit, facts: MatterFacts): Html {
  const { say } = visit;
  const { matter, act = {} } = facts;
  const allowed = REPORTER_ACTIONS.filter((action) => matter.actions.includes(action));
  const refused =
    act.action !== undefined && !allowed.includes(act.action) ? act.errors : undefined;
  return html`<section class="actions-panel" aria-labelledby="actions"><h2 id="actions">${say('act.title')}</h2>
${errorSummary(say('act.error.summary'), act.errors ?? NO_ERRORS, (name) => (refused === undefined ? `${act.action}-${name}` : 'actions'))}
${allowed.length === 0 ? html`<p class="hint">${say('act.nothing')}</p>` : allowed.map((action) => actionForm(visit, facts, action))}</section>`;
}

function actionForm(visit: Visit, facts: MatterFacts, action: ReporterAction): Html {
  const { say } = visit;
  const { act = {}, matter } = facts;
  const mine = act.action === action;
  const typed = mine ? (act.typed ?? {}) : {};
  const errors = mine ? (act.errors ?? NO_ERRORS) : NO_ERRORS;
  const open = mine || action === 'evaluate';
  return html`<details class="act"${open && html` open`}><summary>${say(`act.${action}`)}</summary>
<form method="post" action="${at(visit, 'follow/actions')}">${proofFields(facts.proof)}${hidden('commandId', facts.commandIds.next())}${hidden('version', `${matter.version}`)}${hidden('action', action)}
${FORMS[action](visit, facts, typed, errors)}
<button class="button ${action === 'evaluate' || action === 'reopen' ? 'strong' : 'plain'}">${say(`act.${action}_send`)}</button></form></details>`;
}

type Form = (visit: Visit, facts: MatterFacts, typed: Fields, errors: FieldErrors) => Html;

const FORMS: Readonly<Record<ReporterAction, Form>> = {
  evaluate: ({ say }, _facts, typed, errors) =>
    html`${choiceField({
      id: 'evaluate-solved',
      name: 'solved',
      label: say('act.solved'),
      value: one(typed, 'solved'),
      errors,
      choices: [
        { value: 'yes', label: say('act.solved_yes') },
        { value: 'no', label: say('act.solved_no') },
      ],
    })}${choiceField({
      id: 'evaluate-satisfaction',
      name: 'satisfaction',
      label: say('act.satisfaction'),
      value: one(typed, 'satisfaction'),
      errors,
      choices: ([5, 4, 3, 2, 1] as const).map((grade) => ({
        value: `${grade}`,
        label: say(`act.satisfaction_${grade}`),
      })),
    })}${words('evaluate', 'text', say('act.evaluate_text'), typed, errors)}`,
  reopen: (visit, { matter }, typed, errors) => {
    const { say } = visit;
    const until = matter.reopenUntil;
    return html`${until !== null && html`<p class="hint">${say('act.reopen_until', { when: dayAndTime(visit, until) })}</p>`}${words('reopen', 'reason', say('act.reopen_reason'), typed, errors)}`;
  },
  complain: ({ say }, _facts, typed, errors) =>
    html`<p class="hint">${say('act.complain_hint')}</p>${words('complain', 'text', say('act.complain_text'), typed, errors)}`,
  withdraw: ({ say }, _facts, typed, errors) =>
    html`<p class="hint">${say('act.withdraw_hint')}</p>${words('withdraw', 'reason', say('act.withdraw_reason'), typed, errors)}`,
};

function words(
  action: ReporterAction,
  name: string,
  label: string,
  typed: Fields,
  errors: FieldErrors,
): Html {
  return textField({
    id: `${action}-${name}`,
    name,
    label,
    value: one(typed, name),
    rows: 3,
    errors,
  });
}

export type ReadAction =
  | { readonly ok: true; readonly input: ActionInput }
  | { readonly ok: false; readonly errors: FieldErrors };

/** From what was typed to the action, or to the sentence at each field. */
export function readAction(say: Say, action: ReporterAction, fields: Fields): ReadAction {
  const errors = new Map<string, string>();
  const text = one(
    fields,
    action === 'evaluate' || action === 'complain' ? 'text' : 'reason',
  ).trim();
  const field = action === 'evaluate' || action === 'complain' ? 'text' : 'reason';
  const solved = one(fields, 'solved');
  const satisfaction = Number(one(fields, 'satisfaction'));
  if (action === 'evaluate' && solved !== 'yes' && solved !== 'no') {
    errors.set('solved', say('act.error.solved'));
  }
  if (action === 'evaluate' && ![1, 2, 3, 4, 5].includes(satisfaction)) {
    errors.set('satisfaction', say('act.error.satisfaction'));
  }
  if (action === 'reopen' && text === '') errors.set(field, say('act.error.reason'));
  if (action === 'complain' && text === '') errors.set(field, say('act.error.text'));
  if (text.length > TEXT_LIMIT) errors.set(field, say('act.error.long', { limit: TEXT_LIMIT }));
  if (errors.size > 0) return { ok: false, errors };
  switch (action) {
    case 'evaluate':
      return { ok: true, input: { action, solved: solved === 'yes', satisfaction, text } };
    case 'complain':
      return { ok: true, input: { action, text } };
    case 'reopen':
    case 'withdraw':
      return { ok: true, input: { action, reason: text } };
  }
}
