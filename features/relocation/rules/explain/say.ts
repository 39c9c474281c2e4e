/** Sentences of the feature, whoever fills them in: server, browser or command line. */
import type { Locale } from '#kernel/context.ts';
import type { Fault } from '../run/result.ts';
import type { JsonExpected } from '../scheme/json-fault.ts';
import type { Problem } from '../scheme/problem.ts';

export type SayValues = Readonly<Record<string, string | number>>;

/** The sentence under a key of `features/relocation/locale`, values filled in. */
export type Say = (key: string, values?: SayValues) => string;

export interface Voice {
  readonly locale: Locale;
  readonly say: Say;
}

const KINDS = new Set(['truth', 'choice', 'text', 'date', 'moment', 'list', 'unknown']);

const JSON_EXPECTED: ReadonlySet<string> = new Set<JsonExpected>([
  'value',
  'key',
  'colon',
  'comma_or_brace',
  'comma_or_bracket',
  'quote',
  'escape',
  'end',
  'plain_sign',
]);

/** What is wrong, as a sentence; where it stands is told beside it. */
export function problemSentence({ code, values }: Problem, say: Say): string {
  const shown: Record<string, string> = {};
  for (const [name, value] of Object.entries(values)) shown[name] = worded(name, value, say);
  return say(`problem.${code}`, shown);
}

/** Words of the format in the language of the reader. */
function worded(name: string, value: string, say: Say): string {
  if (name === 'article') return say(`article.${value}`);
  if (name === 'verdict') return say(`explain.${value}`);
  if (name === 'expected' && JSON_EXPECTED.has(value)) return say(`json.${value}`);
  return KINDS.has(value) && name !== 'name' ? say(`type_name.${value}`) : value;
}

export function faultSentence({ code, name }: Fault, say: Say): string {
  return say(code, { name });
}
