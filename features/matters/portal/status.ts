/** How something stands: a shape, a word and a colour, never the colour alone. */
import { type Html, html } from '#ui/portal/html.ts';
import type { FollowedMatter } from '../contract.ts';
import type { Visit } from './visit.ts';

export const SHAPES = {
  late: html`<path d="M1.500 1.500h9v9h-9z"/>`,
  soon: html`<path d="M6 .8l5.600 10.200H.4z"/>`,
  in_hand: html`<circle cx="6" cy="6" r="5"/>`,
  waits: html`<path d="M6 .2L11.800 6 6 11.800.2 6z"/>`,
  shelved: html`<path d="M6 1.600L10.400 6 6 10.400 1.600 6z" fill="none" stroke="currentColor" stroke-width="1.600"/>`,
  ended: html`<path d="M1.200 6.500l3.300 3.300 6.300-7.300" fill="none" stroke="currentColor" stroke-width="2"/>`,
} as const;

export function shape(tone: keyof typeof SHAPES): Html {
  return html`<svg class="shape" viewBox="0 0 12 12" aria-hidden="true" fill="currentColor">${SHAPES[tone]}</svg>`;
}

/** The state of one matter as a chip: `● in hand`. */
export function statusChip(visit: Visit, matter: Pick<FollowedMatter, 'state' | 'urgency'>): Html {
  return html`<p class="chip ${matter.urgency}">${shape(matter.urgency)} ${statusWord(visit, matter)}</p>`;
}

function statusWord(
  { say }: Visit,
  { state, urgency }: Pick<FollowedMatter, 'state' | 'urgency'>,
): string {
  if (state === 'not_accepted' || state === 'merged' || state === 'withdrawn') {
    return say(`ended.${state}`);
  }
  return say(`urgency.${urgency}`);
}
