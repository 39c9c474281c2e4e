/** One matter for its reporter: where it stands, who has it, by when, what can be done. */
import { type Html, html } from '#ui/portal/html.ts';
import type { FollowedMatter, State } from '../contract.ts';
import { day, dayAndTime, legalDayText } from './days.ts';
import { proofFields } from './follow-page.ts';
import { page } from './frame.ts';
import type { MatterFacts } from './matter-facts.ts';
import { reporterActions } from './reporter-actions.ts';
import { shape, statusChip, toneOf } from './status.ts';
import { hereSentence, pastSteps, stepsAhead } from './steps.ts';
import { at, type Visit } from './visit.ts';

export function matterPage(visit: Visit, facts: MatterFacts): string {
  const { say } = visit;
  const { matter, act } = facts;
  const actions = reporterActions(visit, facts);
  // Where the reporter is asked, that comes before the history.
  const asked = matter.actions.includes('evaluate');
  const main = html`<div class="matter-columns"><div>
${act?.done !== undefined && html`<p class="good" role="status">${shape('ended')} ${say(`act.done_${act.done}`)}</p>`}
${nowPanel(visit, matter)}
${asked && actions}
<section aria-labelledby="history"><h2 id="history">${say('matter.history')}</h2>${history(visit, matter)}</section>
</div><div>
${!asked && actions}
${reported(visit, matter)}
<form method="post" action="${at(visit, 'follow/data')}">${proofFields(facts.proof)}<button class="button">${say('data.open')}</button></form>
<form method="post" action="${at(visit, 'follow/leave')}" class="leave"><button class="link">${say('follow.leave')}</button><p class="hint">${say('follow.leave_hint')}</p></form>
</div></div>`;
  return page(visit, {
    title: matter.title === '' ? matter.description.slice(0, 30) : matter.title,
    above: html`<p class="matter-number">${say('matter.number_label', { number: matter.number })}</p>`,
    below: statusChip(visit, matter),
    main,
    wide: true,
  });
}

function nowPanel(visit: Visit, matter: FollowedMatter): Html {
  const { say } = visit;
  const handler = matter.handlerName === '' ? say('matter.handler_unknown') : matter.handlerName;
  const sentence = say(`matter.${matter.state}`, { handler, number: matter.mergedIntoNumber });
  return html`<section class="now ${toneOf(matter)}" aria-labelledby="now"><h2 id="now">${say('matter.now')}</h2><p class="now-words">${sentence}</p>${byWhen(visit, matter)}${verdict(visit, matter)}${complaintWaits(visit, matter)}</section>`;
}

function byWhen(visit: Visit, matter: FollowedMatter): Html {
  const { say } = visit;
  const { state, urgency, dueAt, reviewOn } = matter;
  if (state === 'shelved' && reviewOn !== null) {
    return html`<p>${say('matter.review_note', { when: legalDayText(visit, reviewOn) })}</p>`;
  }
  if (urgency === 'ended') return html``;
  const passed = dueAt !== null && dueAt < visit.now;
  const when = dueAt === null ? '' : dayAndTime(visit, dueAt);
  if (urgency === 'late') {
    const sentence = passed ? say('matter.late_note', { when }) : say('matter.late_plain');
    return html`<p class="late-note">${sentence}</p>`;
  }
  const key = DUE_NOTES[state];
  return html`${key !== undefined && dueAt !== null && !passed && html`<p>${say(`matter.${key}`, { when })}</p>`}`;
}

/** What the limit shown is the limit of: the step that waits, or the whole of the work. */
const DUE_NOTES: Partial<Record<State, 'due_note' | 'handle_note'>> = {
  reported: 'due_note',
  filed: 'due_note',
  dispatched: 'handle_note',
  disputed: 'handle_note',
  handling: 'handle_note',
};

function verdict({ say }: Visit, { solved, satisfaction }: FollowedMatter): Html {
  if (solved === null || satisfaction === null) return html``;
  const words = {
    solved: say(solved ? 'act.solved_yes' : 'act.solved_no'),
    satisfaction: satisfactionWord(say, satisfaction),
  };
  return html`<p>${say('matter.your_word', words)}</p>`;
}

/** An answer comes from somebody who had no part in the handling. */
function complaintWaits(visit: Visit, { complaintAt }: FollowedMatter): Html {
  if (complaintAt === null) return html``;
  return html`<p>${visit.say('matter.complaint_waits', { when: dayAndTime(visit, complaintAt) })}</p>`;
}

function satisfactionWord(say: Visit['say'], grade: number): string {
  const known = ([1, 2, 3, 4, 5] as const).find((one) => one === grade);
  return known === undefined ? `${grade}` : say(`act.satisfaction_${known}`);
}

function history(visit: Visit, matter: FollowedMatter): Html {
  const { say } = visit;
  const here = hereSentence(visit, matter);
  const past = pastSteps(visit, matter).map(
    (step) =>
      html`<li class="passed${step.grave && html` grave`}"><h3>${step.sentence}${readOut(say('matter.passed'))}</h3><p class="when"><time datetime="${step.at}">${dayAndTime(visit, step.at)}</time></p>${step.text !== '' && html`<blockquote>${step.text}</blockquote>`}</li>`,
  );
  const ahead = stepsAhead(matter.state).map(
    (step) =>
      html`<li class="ahead"><h3>${say(`ahead.${step}`)}${readOut(say('matter.ahead'))}</h3></li>`,
  );
  return html`<ol class="steps">${past}${here !== undefined && html`<li class="here ${matter.urgency}" aria-current="step"><h3>${here}${readOut(say('matter.current'))}</h3></li>`}${ahead}</ol>`;
}

function readOut(word: string): Html {
  return html`<span class="only-read-out"> ${word}</span>`;
}

function reported(visit: Visit, matter: FollowedMatter): Html {
  const { say } = visit;
  const place =
    matter.placeText === ''
      ? matter.areaName
      : say('matter.area_and_place', { area: matter.areaName, place: matter.placeText });
  return html`<section class="card yours" aria-labelledby="yours"><h2 id="yours">${say('matter.yours')}</h2>
${matter.forOther && html`<p class="hint">${say('matter.for_other')}</p>`}<p class="words">${matter.description}</p>
<dl class="facts"><div><dt>${say('matter.place')}</dt><dd>${place}</dd></div>
${matter.categoryName !== '' && html`<div><dt>${say('matter.category')}</dt><dd>${matter.categoryName}</dd></div>`}
${matter.handlerName !== '' && html`<div><dt>${say('matter.handler')}</dt><dd>${matter.handlerName}</dd></div>`}</dl>
${(['before', 'after', 'check'] as const).map((stage) => photosOf(visit, matter, stage))}</section>`;
}

function photosOf(visit: Visit, matter: FollowedMatter, stage: 'before' | 'after' | 'check'): Html {
  const photos = matter.photos.filter((photo) => photo.stage === stage);
  if (photos.length === 0) return html``;
  const name = visit.say(`matter.photos_${stage}`);
  return html`<h3>${name}</h3><ul class="photos">${photos.map(
    ({ digest, at: taken }, index) =>
      html`<li><a href="${photoPath(visit, digest)}"><img loading="lazy" width="160" height="120" src="${photoPath(visit, digest)}?size=thumbnail" alt="${visit.say('matter.photo_alt', { stage: `${name} ${day(visit, taken)}`, number: index + 1 })}"></a></li>`,
  )}</ul>`;
}

function photoPath(visit: Visit, digest: string): string {
  return at(visit, `follow/photos/${encodeURIComponent(digest)}`);
}
