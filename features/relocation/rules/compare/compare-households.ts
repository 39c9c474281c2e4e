/** Two versions over households that were written down with them: what each gets more or less. */
import type { Plan } from '../scheme/compile.ts';
import type { RawFacts } from '../scheme/document.ts';
import { type Compared, commonChoices, comparedOf, sideOf, Tally } from './tally.ts';

export interface NamedHousehold {
  readonly name: string;
  readonly facts: RawFacts;
}

export interface ComparedHousehold {
  readonly name: string;
  /** By choice, in their order; null where one of the two gives no total. */
  readonly changes: readonly {
    readonly before: number | null;
    readonly after: number | null;
    readonly change: number | null;
  }[];
}

export interface ComparedVersions {
  /** Choices that both have; one without a name where neither has any. */
  readonly choices: readonly Compared[];
  readonly households: readonly ComparedHousehold[];
}

export function compareVersions(
  before: Plan,
  after: Plan,
  households: readonly NamedHousehold[],
): ComparedVersions {
  const choices = commonChoices(before, after);
  const tallies = choices.map(() => new Tally());
  const wanted = choices.filter((choice) => choice !== undefined);
  const [old, fresh] = [sideOf(before), sideOf(after)];
  const compared = households.map(({ name, facts }) => {
    const [first, second] = [old, fresh].map((side) =>
      side.calculator.work(side.calculator.readFacts(side.own(facts)).facts, wanted),
    );
    return {
      name,
      changes: choices.map((choice, at) => {
        const [one, other] = [first, second].map(
          (worked) => worked?.find(({ statement }) => statement.choice === choice)?.statement,
        );
        if (one === undefined || other === undefined)
          throw new Error('a choice of both is in both');
        const change = tallies[at]?.add(one, other) ?? null;
        return { before: totalOf(one), after: totalOf(other), change };
      }),
    };
  });
  return {
    choices: tallies.map((tally, at) => comparedOf(tally, choices[at] ?? null)),
    households: compared,
  };
}

/** A choice that is not open to a household has no total. */
function totalOf({
  offered,
  total,
}: {
  readonly offered: boolean | null;
  readonly total: number | null;
}) {
  return offered === true ? total : null;
}
