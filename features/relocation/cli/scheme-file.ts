/** A scheme from its file, checked. */
import { createHash } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { done } from '#kernel/outcome.ts';
import { canonicalText } from '../rules/canonical.ts';
import { checkScheme } from '../rules/check/check-scheme.ts';
import { problemSentence, type Voice } from '../rules/explain/say.ts';
import type { Plan } from '../rules/scheme/compile.ts';
import type { Scheme } from '../rules/scheme/document.ts';
import type { Place } from '../rules/scheme/json-places.ts';
import { hasErrors, type Problem } from '../rules/scheme/problem.ts';
import { readScheme } from '../rules/scheme/read-scheme.ts';
import { type Stopped, stopped } from './told.ts';

export interface PlacedProblem extends Problem {
  readonly place: Place;
}

export interface CheckedFile {
  readonly scheme: Scheme | undefined;
  readonly plan: Plan | undefined;
  readonly problems: readonly PlacedProblem[];
}

export interface SchemeFile {
  readonly plan: Plan;
  readonly scheme: Scheme;
  /** SHA-256 of the document's canonical text. */
  readonly digest: string;
}

export function textOf(path: string): string | undefined {
  try {
    return readFileSync(path, 'utf8');
  } catch (fault) {
    if (fault instanceof Error && 'code' in fault) return undefined;
    throw fault;
  }
}

export function checkedFile(path: string): Stopped<CheckedFile> {
  const text = textOf(path);
  if (text === undefined) return stopped('scheme_unreadable', { file: path });
  const { scheme, problems, places } = readScheme(text);
  const checked = scheme === undefined ? undefined : checkScheme(scheme);
  const all = [...problems, ...(checked?.problems ?? [])];
  return done({
    scheme,
    plan: hasErrors(all) ? undefined : checked?.plan,
    problems: all.map((problem) => ({ ...problem, place: places.at(problem.path) })),
  });
}

/** A scheme to calculate with; one with errors is refused with the first of them. */
export function schemeFile(path: string, voice: Voice): Stopped<SchemeFile> {
  const checked = checkedFile(path);
  if (!checked.ok) return checked;
  const { scheme, plan, problems } = checked.value;
  if (scheme !== undefined && plan !== undefined)
    return done({ scheme, plan, digest: sha256(canonicalText(scheme)) });
  const first = problems.find(({ severity }) => severity === 'error');
  const reason =
    first === undefined ? '' : `${placeText(first, voice)} ${problemSentence(first, voice.say)}`;
  return stopped('scheme_bad', { file: path, reason });
}

export function placeText({ place, path, span }: PlacedProblem, { say }: Voice): string {
  const values = { line: place.line, path: path.join('/') };
  return span === undefined
    ? say('cli.at', values)
    : say('cli.at_character', { ...values, character: span.from + 1 });
}

export function sha256(text: string): string {
  return createHash('sha256').update(text, 'utf8').digest('hex');
}
