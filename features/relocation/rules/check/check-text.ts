/** A scheme from its text with everything found in it and where: the same at the desk, on the server, on the command line. */
import type { Plan } from '../scheme/compile.ts';
import type { Scheme } from '../scheme/document.ts';
import type { Place } from '../scheme/json-places.ts';
import { hasErrors, type Problem } from '../scheme/problem.ts';
import { readScheme } from '../scheme/read-scheme.ts';
import { checkScheme } from './check-scheme.ts';

export interface PlacedProblem extends Problem {
  readonly place: Place;
}

export interface CheckedText {
  /** Absent where the text is no scheme of this format. */
  readonly scheme: Scheme | undefined;
  /** Absent where an error stands in the way of publishing and calculating. */
  readonly plan: Plan | undefined;
  /** What it gives as it is written, also where worked examples come out otherwise. */
  readonly asWritten: Plan | undefined;
  readonly problems: readonly PlacedProblem[];
}

export function checkText(text: string): CheckedText {
  const { scheme, problems, places } = readScheme(text);
  const checked = scheme === undefined ? undefined : checkScheme(scheme);
  const all = [...problems, ...(checked?.problems ?? [])];
  return {
    scheme,
    plan: hasErrors(all) ? undefined : checked?.plan,
    asWritten: hasErrors(problems) ? undefined : checked?.asWritten,
    problems: all.map((problem) => ({ ...problem, place: places.at(problem.path) })),
  };
}
