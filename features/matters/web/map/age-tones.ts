/** The age of what is open as a colour: the longer it waits, the darker; what has ended has none. */
import type { ExpressionSpecification } from 'maplibre-gl';
import type { Tokens } from '#ui/theme/tokens.ts';

/** Of the ages in `rules/ages.ts` and the one beyond, from which on a dot is dark. */
const DARK_FROM = 3;

/** One for each age, the youngest first. */
function tonesOfAges(tokens: Tokens): readonly string[] {
  const { indigoWash, indigoLine, indigo, ink } = tokens;
  return [indigoWash, indigoLine, indigoLine, indigo, indigo, ink];
}

export function ageTones(tokens: Tokens): {
  readonly colour: ExpressionSpecification;
  readonly words: ExpressionSpecification;
} {
  const age: ExpressionSpecification = ['coalesce', ['get', 'age'], -1];
  const [youngest = tokens.card, ...older] = tonesOfAges(tokens);
  const steps = older.flatMap((tone, at) => [at + 1, tone]);
  return {
    colour: ['step', age, tokens.line, 0, youngest, ...steps] as ExpressionSpecification,
    words: ['step', age, tokens.ink, DARK_FROM, tokens.onInk],
  };
}
