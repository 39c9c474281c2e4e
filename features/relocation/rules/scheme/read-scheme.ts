/** A scheme from its text: its form, and where in the text what is wrong stands. */
import type { z } from 'zod';
import words from '../words.json' with { type: 'json' };
import { FORMAT, Scheme } from './document.ts';
import { type JsonFault, jsonFault } from './json-fault.ts';
import { type JsonPlaces, jsonPlaces } from './json-places.ts';
import type { Problem } from './problem.ts';

export interface ReadScheme {
  /** Absent where the text is no scheme of this format. */
  readonly scheme: Scheme | undefined;
  readonly problems: readonly Problem[];
  readonly places: JsonPlaces;
}

export function readScheme(text: string): ReadScheme {
  const content = text.replace(/^\uFEFF/, '');
  const fault = jsonFault(content);
  if (fault !== undefined) return notJson(fault);
  const places = jsonPlaces(content);
  const doubles = places.doubles.map(({ path, key }) =>
    error('document.double_key', path, { key }),
  );
  const { scheme, problems } = schemeFrom(JSON.parse(content));
  return { scheme, problems: [...doubles, ...problems], places };
}

/** A scheme from a value: of another format it is refused as a whole, never read by guess. */
function schemeFrom(value: unknown): Pick<ReadScheme, 'scheme' | 'problems'> {
  const found = formatOf(value);
  if (found !== FORMAT) {
    const problem = error('document.format', ['format'], { found, wanted: FORMAT });
    return { scheme: undefined, problems: [problem] };
  }
  const read = Scheme.safeParse(value);
  if (read.success) return { scheme: read.data, problems: [] };
  return { scheme: undefined, problems: read.error.issues.flatMap(problemsOf) };
}

/** A text that is no JSON: one problem, at the place where it stops being any. */
function notJson({ expected, found, place }: JsonFault): ReadScheme {
  const sign = found.trim() === '' ? '' : found;
  const problem = error('document.json', [], { expected, found: sign });
  return { scheme: undefined, problems: [problem], places: { at: () => place, doubles: [] } };
}

function formatOf(value: unknown): string {
  if (typeof value !== 'object' || value === null || !('format' in value)) return '';
  return String(value.format);
}

type Issue = z.core.$ZodIssue;

function problemsOf(issue: Issue): readonly Problem[] {
  const path = issue.path.map(String);
  if (issue.code === 'unrecognized_keys')
    return issue.keys.map((key) => error('document.unknown_key', [...path, key], { keys: key }));
  if (issue.code === 'invalid_type' && issue.input === undefined && path.length > 0)
    return [error('document.missing', path, { name: path.at(-1) ?? '' })];
  return [error('document.form', path, { expected: expectedBy(issue) })];
}

function expectedBy(issue: Issue): string {
  switch (issue.code) {
    case 'invalid_type':
      return issue.expected;
    case 'invalid_value':
      return issue.values.map(String).join(words.listed);
    case 'too_big':
      return `≤ ${issue.maximum}`;
    case 'too_small':
      return `≥ ${issue.minimum}`;
    case 'invalid_format':
      return issue.pattern ?? issue.format;
    default:
      return issue.code;
  }
}

function error(code: Problem['code'], path: readonly string[], values: Problem['values']): Problem {
  return { code, severity: 'error', path, values };
}
