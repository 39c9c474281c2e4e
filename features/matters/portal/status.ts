/** How something stands: a shape, a word and a colour, never the colour alone. */
import { type Html, html } from '#ui/portal/html.ts';
import type { FollowedMatter, State } from '../contract.ts';
import type { Visit } from './visit.ts';

export const SHAPES = {
  late: html`<path d="M1.500 1.500h9v9h-9z"/>`,
  soon: html`<path d="M6 .8l5.600 10.200H.4z"/>`,
  in_hand: html`<circle cx="6" cy="6" r="5"/>`,
  waits: html`<path d="M6 .2L11.800 6 6 11.800.2 6z"/>`,
  shelved: html`<path d="M6 1.600L10.400 6 6 10.400 1.600 6z" fill="none" stroke="currentColor" stroke-width="1.600"/>`,
  off: html`<path d="M1 4.500h10v3H1z"/>`,
  ended: html`<path d="M1.200 6.500l3.300 3.300 6.300-7.300" fill="none" stroke="currentColor" stroke-width="2"/>`,
} as const;

export function shape(tone: keyof typeof SHAPES): Html {
  return html`<svg class="shape" viewBox="0 0 12 12" aria-hidden="true" fill="currentColor">${SHAPES[tone]}</svg>`;
}

type Standing = Pick<FollowedMatter, 'state' | 'urgency'>;

/** The state of one matter as a chip: `● in hand`. */
export function statusChip(visit: Visit, matter: Standing): Html {
  const tone = toneOf(matter);
  return html`<p class="chip ${tone}">${shape(tone)} ${statusWord(visit, matter)}</p>`;
}

/** What ended without being done is neither done nor late: a dash. */
export function toneOf({ state, urgency }: Standing): keyof typeof SHAPES {
  return isSetAside(state) ? 'off' : told(urgency);
}

function statusWord({ say }: Visit, { state, urgency }: Standing): string {
  return isSetAside(state) ? say(`ended.${state}`) : say(`urgency.${told(urgency)}`);
}

/** That a step is due soon presses whoever takes it; for who waits, it is in hand until it is late. */
function told(urgency: Standing['urgency']) {
  return urgency === 'soon' ? 'in_hand' : urgency;
}

function isSetAside(state: State): state is (typeof SET_ASIDE)[number] {
  return SET_ASIDE.some((one) => one === state);
}

const SET_ASIDE = [
  'not_accepted',
  'merged',
  'withdrawn',
  'void',
] as const satisfies readonly State[];
