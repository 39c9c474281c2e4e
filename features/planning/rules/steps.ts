/**
 * Long rules are told step by step: they yield how far they are, and whoever
 * runs them (command line, worker of a page) may show it, look for messages,
 * or answer `stop`. Rules know no clock; limits of time are the runner's.
 */

export interface Step {
  /** What is being done: a key for the words people see. */
  readonly doing: string;
  /** Part of the whole, 0 to 1. */
  readonly part: number;
}

/** `stop` ends soon with the best there is; anything else goes on. */
export type Word = 'stop' | undefined;

export type Stepwise<Result> = Generator<Step, Result, Word>;

/** Runs to the end. @param watch asked after each step; what it answers is told to the rule */
export function run<Result>(
  steps: Stepwise<Result>,
  watch: (step: Step) => Word = () => undefined,
): Result {
  let word: Word;
  for (;;) {
    const next = steps.next(word);
    if (next.done === true) return next.value;
    word = watch(next.value);
  }
}
