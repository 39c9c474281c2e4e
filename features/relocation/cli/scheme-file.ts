/** A scheme from its file, checked. */
import { readFileSync } from 'node:fs';
import { done } from '#kernel/outcome.ts';
import { canonicalText } from '../rules/canonical.ts';
import { type CheckedText, checkText, type PlacedProblem } from '../rules/check/check-text.ts';
import { problemSentence, type Voice } from '../rules/explain/say.ts';
import { sha256 } from '../server/digest.ts';
import type { ReadyScheme } from '../server/statement/page.ts';
import { type Stopped, stopped } from './told.ts';

export function textOf(path: string): string | undefined {
  try {
    return readFileSync(path, 'utf8');
  } catch (fault) {
    if (fault instanceof Error && 'code' in fault) return undefined;
    throw fault;
  }
}

export function checkedFile(path: string): Stopped<CheckedText> {
  const text = textOf(path);
  if (text === undefined) return stopped('scheme_unreadable', { file: path });
  return done(checkText(text));
}

/** A scheme to calculate with; one with errors is refused with the first of them. */
export function schemeFile(path: string, voice: Voice): Stopped<ReadyScheme> {
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
