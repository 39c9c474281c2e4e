/** What is wrong with a fact that was given, in the words of whoever gave it. */
import type { FactProblem } from '../facts/read-facts.ts';
import type { Plan } from '../scheme/compile.ts';
import { labelOf } from './explain.ts';
import type { Voice } from './say.ts';
import { unitIn } from './write.ts';

interface Reader {
  readonly plan: Plan;
  readonly voice: Voice;
}

export function factSentence(
  { code, fact, value, limit, unit = [] }: FactProblem,
  { plan, voice }: Reader,
): string {
  return voice.say(code.replace('fact.', 'fact_problem.'), {
    fact: labelOf(fact, { plan, voice }),
    value,
    limit: `${limit} ${unitIn(unit, voice, plan.names.lexicon)}`.trim(),
  });
}
