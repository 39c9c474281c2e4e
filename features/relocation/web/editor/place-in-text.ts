/** From the place of a finding to the characters to select. */
import type { PlacedProblem } from '../../rules/check/check-text.ts';
import type { Severity } from '../../rules/scheme/problem.ts';

/** Characters of the text; where a formula is at fault, the part of it that is. */
export function rangeOf(
  text: string,
  { place, span }: PlacedProblem,
): { readonly from: number; readonly to: number } {
  const start = offsetOf(text, place.line) + place.column - 1;
  // A formula stands in quotes: its first character is the second of its place.
  if (span !== undefined) return { from: start + 1 + span.from, to: start + 1 + span.to };
  const end = text.indexOf('\n', start);
  return { from: start, to: end === -1 ? text.length : end };
}

function offsetOf(text: string, line: number): number {
  let at = 0;
  for (let passed = 1; passed < line; passed += 1) {
    const next = text.indexOf('\n', at);
    if (next === -1) return text.length;
    at = next + 1;
  }
  return at;
}

const GRAVITY: Readonly<Record<Severity, number>> = { error: 2, warning: 1, hint: 0 };

/** The gravest finding of each line; hints leave no mark. */
export function marksOf(problems: readonly PlacedProblem[]): ReadonlyMap<number, Severity> {
  const marks = new Map<number, Severity>();
  for (const { severity, place } of problems) {
    const known = marks.get(place.line);
    if (severity === 'hint') continue;
    if (known === undefined || GRAVITY[severity] > GRAVITY[known]) marks.set(place.line, severity);
  }
  return marks;
}
