/** What a matter is about as a colour and a letter: the commonest categories are told apart, the rest are not. */
import type { ExpressionSpecification } from 'maplibre-gl';
import type { Tokens } from '#ui/theme/tokens.ts';
import type { Top } from './tops.ts';

/** One for each category told apart, in their order. */
export const LETTERS = ['A', 'B', 'C', 'D', 'E', 'F'] as const;

function tonesOf({ kindA, kindB, kindC, kindD, kindE, kindF }: Tokens): readonly string[] {
  return [kindA, kindB, kindC, kindD, kindE, kindF];
}

export function topTones(tokens: Tokens, tops: readonly Top[]) {
  const tones = tonesOf(tokens);
  return {
    colour: matched(tops, tones, tokens.muted),
    letter: matched(tops, LETTERS, ''),
    words: tokens.onInk,
  };
}

/** By the top category of a matter, or of most in a cluster. */
function matched(
  tops: readonly Top[],
  each: readonly string[],
  others: string,
): ExpressionSpecification {
  const cases = tops.flatMap(({ categoryId }, at) => [categoryId, each[at] ?? others]);
  // Without a case a match is none.
  return ['match', ['coalesce', ['get', 'top'], ''], ...cases, '-', others, others] as never;
}
