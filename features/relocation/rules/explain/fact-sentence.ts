/** What is wrong with a fact that was given, in the words of whoever gave it. */
import type { FactProblem } from '../facts/read-facts.ts';
import type { Plan } from '../scheme/compile.ts';
import { labelOf, valueLabelOf } from './explain.ts';
import type { Voice } from './say.ts';
import { unitIn } from './write.ts';

interface Reader {
  readonly plan: Plan;
  readonly voice: Voice;
}

export function factSentence(problem: FactProblem, reader: Reader): string {
  const { code, fact, value } = problem;
  return reader.voice.say(code.replace('fact.', 'fact_problem.'), {
    fact: labelOf(fact, reader),
    value,
    limit: limitIn(problem, reader),
  });
}

/** What it must be: choices by their names, a number with its unit. */
function limitIn({ fact, limit, unit = [] }: FactProblem, { plan, voice }: Reader): string {
  const entry = plan.names.entries.get(fact);
  if (entry?.sort === 'fact' && entry.fact.type === 'choice') {
    return entry.fact.values
      .map(({ name }) => valueLabelOf(name, { plan, voice }))
      .join(voice.say('explain.listed'));
  }
  return `${limit} ${unitIn(unit, voice, plan.names.lexicon)}`.trim();
}
