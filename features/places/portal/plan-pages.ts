/** Plans for grids on the portal: the list, one of them, and what residents say of it. */
import type { z } from 'zod';
import { type Html, html } from '#ui/portal/html.ts';
import type { followOpinion, giveOpinion, publicPlan, publicPlans } from '../contract.ts';
import type { PlanCall, PlanPage } from './call.ts';
import { frameAround, gridPicture, type NumberedShape } from './grid-picture.ts';
import { type Say, sayFor } from './texts.ts';

type AnswerOf<E extends { readonly answer?: z.ZodType }> = z.output<NonNullable<E['answer']>>;
type Plan = AnswerOf<typeof publicPlan>;
type Summary = AnswerOf<typeof publicPlans>['plans'][number];

export const PLANS_PATH = 'grid-plans';
const LONGEST = 2000;

export interface OpinionTyped {
  readonly text: string;
  readonly open: boolean;
}

/** What is wrong with what was typed, by field. */
export function opinionErrors(call: PlanCall, { text }: OpinionTyped): ReadonlyMap<string, string> {
  const say = sayFor(call.locale);
  if (text === '') return new Map([['text', say('error_text')]]);
  return text.length > LONGEST ? new Map([['text', say('error_long')]]) : new Map();
}

/** Plans residents are heard about now, as a word on the first page. */
export function heardNotes(call: PlanCall, plans: readonly Summary[]) {
  const say = sayFor(call.locale);
  return plans
    .filter(({ heard }) => heard)
    .map((plan) => ({
      title: say('asked', { name: plan.name }),
      note: standing(call, say, plan),
      path: pathOf(plan),
    }));
}

export function plansPage(call: PlanCall, plans: readonly Summary[]): PlanPage {
  const say = sayFor(call.locale);
  const items = plans.map(
    (plan) =>
      html`<li><a href="${call.at(pathOf(plan))}"><b>${plan.name}</b></a><p class="hint">${plan.areaName} · ${standing(call, say, plan)}</p></li>`,
  );
  const main = html`<p class="lead">${say('lead')}</p>${
    plans.length === 0
      ? html`<p class="empty">${say('none')}</p>`
      : html`<ul class="plain-list">${items}</ul>`
  }${followForm(call, say, new Map())}`;
  return { title: say('title'), main };
}

const pathOf = ({ gridPlanId }: Pick<Summary, 'gridPlanId'>): string =>
  `${PLANS_PATH}/${gridPlanId}`;

function standing({ day }: PlanCall, say: Say, plan: Summary): string {
  const period = say('period', { from: day(plan.from), until: day(plan.until) });
  if (plan.state === 'consulted') return `${say(plan.heard ? 'heard' : 'closed')} · ${period}`;
  const since =
    plan.inForceFrom === null ? '' : ` · ${say('since', { day: day(plan.inForceFrom) })}`;
  return `${say(`state.${plan.state}`)}${since}`;
}

export interface OpinionForm {
  readonly commandId: string;
  readonly typed: OpinionTyped;
  readonly errors: ReadonlyMap<string, string>;
}

export function planPage(call: PlanCall, plan: Plan, form: OpinionForm): PlanPage {
  const say = sayFor(call.locale);
  const main = html`${summaryOf(say, form.errors)}<p class="lead">${plan.areaName} · ${standing(call, say, plan)}</p>
${plan.withdrawnReason !== null && words(say('withdrawn_reason'), plan.withdrawnReason)}
${words(say('notice'), plan.notice)}
${words(say('reason'), plan.reason)}
${maps(say, plan)}
${gridList(say, plan)}
${plan.heard && opinionForm(call, say, plan, form)}
${moveList(say, plan)}
${saidList(call, say, plan)}
<p class="actions"><a class="button" href="${call.at(PLANS_PATH)}">${say('all')}</a></p>`;
  return { title: plan.name, main };
}

function words(title: string, text: string): Html {
  return html`<section class="card"><h2>${title}</h2><p class="words">${text}</p></section>`;
}

function maps(say: Say, { grids }: Plan): Html {
  const numbered = (which: 'today' | 'geometry'): readonly NumberedShape[] =>
    grids.flatMap((grid, at) => {
      const shape = grid[which];
      return shape === null ? [] : [{ number: at + 1, shape }];
    });
  const [today, plan] = [numbered('today'), numbered('geometry')];
  const frame = frameAround([...today, ...plan].map(({ shape }) => shape));
  if (frame === undefined) return html``;
  return html`<section class="card"><h2>${say('maps')}</h2><p class="hint">${say('map_note')}</p><div class="grid-pictures">${
    today.length > 0 &&
    html`<figure><figcaption>${say('map_today')}</figcaption>${gridPicture(frame, say('map_today'), today)}</figure>`
  }<figure><figcaption>${say('map_plan')}</figcaption>${gridPicture(frame, say('map_plan'), plan)}</figure></div></section>`;
}

function gridList(say: Say, { grids }: Plan): Html {
  const number = (households: number | null): string => `${households ?? say('few')}`;
  const rows = grids.map(
    ({ name, before, after, today, geometry }, at) =>
      html`<tr><th scope="row">${at + 1}. ${name}</th><td>${today === null ? say('new') : number(before)}</td><td>${geometry === null ? say('ends') : number(after)}</td></tr>`,
  );
  return html`<section class="card"><h2>${say('grids')}</h2><div class="scroll" role="region" aria-label="${say('grids')}" tabindex="0"><table class="grid-table"><thead><tr><th scope="col">${say('grid')}</th><th scope="col">${say('before')}</th><th scope="col">${say('after')}</th></tr></thead><tbody>${rows}</tbody></table></div></section>`;
}

function moveList(say: Say, { moves, movesLeft }: Plan): Html {
  const rows = moves.map(
    ({ label, from, to }) =>
      html`<tr><th scope="row">${label}</th><td>${from ?? say('no_grid')}</td><td>${to}</td></tr>`,
  );
  const table = html`<p class="hint">${say('moves_note', { count: moves.length })}</p><div class="scroll" role="region" aria-label="${say('moves')}" tabindex="0"><table class="grid-table"><thead><tr><th scope="col">${say('place')}</th><th scope="col">${say('from')}</th><th scope="col">${say('to')}</th></tr></thead><tbody>${rows}</tbody></table></div>${movesLeft > 0 && html`<p class="hint">${say('moves_left', { count: movesLeft })}</p>`}`;
  return html`<section class="card"><h2>${say('moves')}</h2>${moves.length === 0 ? html`<p>${say('moves_none')}</p>` : table}</section>`;
}

function saidList({ day }: PlanCall, say: Say, { said, opinions }: Plan): Html {
  const items = said.map(
    (one) =>
      html`<li><p class="hint">${say('said_on', { day: day(one.saidOn), number: one.number })}</p><p class="words">${one.body}</p><p class="hint">${say('reply', { day: day(one.repliedOn) })}</p><p class="words">${one.reply}</p></li>`,
  );
  return html`<section class="card"><h2>${say('said')}</h2><p class="hint">${say('said_note', { count: opinions })}</p>${
    said.length === 0
      ? html`<p>${say('said_none')}</p>`
      : html`<ul class="plain-list">${items}</ul>`
  }</section>`;
}

function summaryOf(say: Say, errors: ReadonlyMap<string, string>): Html {
  if (errors.size === 0) return html``;
  const items = [...errors].map(
    ([name, sentence]) => html`<li><a href="#${name}">${sentence}</a></li>`,
  );
  return html`<div class="summary" role="alert" tabindex="-1" id="summary"><h2>${say('error_summary')}</h2><ul>${items}</ul></div>`;
}

function opinionForm(call: PlanCall, say: Say, plan: Plan, form: OpinionForm): Html {
  const { commandId, typed, errors } = form;
  const error = errors.get('text');
  return html`<section class="card"><h2>${say('give')}</h2><form method="post" action="${call.at(pathOf(plan))}"><input type="hidden" name="commandId" value="${commandId}">
<div class="field"><label for="text">${say('text')}</label><p class="hint" id="text-hint">${say('give_hint')}</p>${errorUnder('text', error)}<textarea id="text" name="text" rows="5" aria-describedby="text-hint${error !== undefined && ' text-error'}"${error !== undefined && html` aria-invalid="true"`}>
${typed.text}</textarea></div>
<div class="check"><input type="checkbox" id="open" name="open" value="yes"${typed.open && html` checked`}><label for="open">${say('open')}</label></div>
<button class="button strong">${say('send')}</button></form></section>`;
}

function errorUnder(name: string, error: string | undefined): Html {
  if (error === undefined) return html``;
  return html`<p class="error" id="${name}-error"><span aria-hidden="true">■ </span>${error}</p>`;
}

/** The receipt: number and key open the reply. */
export function opinionSentPage(
  call: PlanCall,
  gridPlanId: string,
  { number, followKey }: AnswerOf<typeof giveOpinion>,
): PlanPage {
  const say = sayFor(call.locale);
  const main = html`<p class="lead">${say('sent_lead')}</p>
<section class="card receipt"><dl><div><dt>${say('number')}</dt><dd class="key">${number}</dd></div>
<div><dt>${say('key')}</dt><dd class="key">${followKey.replace(/([a-z0-9]{4})(?=[a-z0-9])/gi, '$1 ')}</dd></div></dl></section>
<p class="actions"><a class="button strong" href="${call.at(`${PLANS_PATH}/${gridPlanId}`)}">${say('back')}</a></p>`;
  return { title: say('sent'), main };
}

const FOLLOW_PATH = `${PLANS_PATH}/reply`;

function followForm(call: PlanCall, say: Say, errors: ReadonlyMap<string, string>): Html {
  const error = errors.get('number');
  const field = (name: 'number' | 'key'): Html =>
    html`<div class="field"><label for="${name}">${say(name)}</label>${name === 'number' && errorUnder(name, error)}<input id="${name}" name="${name}" autocomplete="off" spellcheck="false"></div>`;
  return html`<section class="card"><h2>${say('look')}</h2><form method="post" action="${call.at(FOLLOW_PATH)}">${field('number')}${field('key')}<button class="button strong">${say('look_send')}</button></form></section>`;
}

/** @param found the opinion, or the sentence that says that there is none */
export function replyPage(
  call: PlanCall,
  found: AnswerOf<typeof followOpinion> | { readonly refusal: string },
): PlanPage {
  const say = sayFor(call.locale);
  if ('refusal' in found) {
    const errors = new Map([['number', found.refusal]]);
    const main = html`${summaryOf(say, errors)}${followForm(call, say, errors)}`;
    return { title: say('look'), main };
  }
  const { planName, body, saidOn, reply, repliedOn, gridPlanId } = found;
  const main = html`<section class="card"><h2>${say('yours', { day: call.day(saidOn) })}</h2><p class="words">${body}</p></section>
<section class="card" role="status">${
    reply === null || repliedOn === null
      ? html`<h2>${say('waits')}</h2><p>${say('waits_text')}</p>`
      : html`<h2>${say('reply', { day: call.day(repliedOn) })}</h2><p class="words">${reply}</p>`
  }</section>
<p class="actions"><a class="button" href="${call.at(`${PLANS_PATH}/${gridPlanId}`)}">${say('back')}</a></p>`;
  return { title: planName, main };
}
