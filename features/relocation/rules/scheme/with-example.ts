/**
 * A worked example put into the text of a scheme, which otherwise stays as it
 * was written: behind those that are there, or at the end of the document.
 */
import { depthsOf } from './depths.ts';
import type { RawFacts } from './document.ts';

export interface NewExample {
  readonly name: string;
  readonly choice?: string;
  readonly facts: RawFacts;
  /** Yuan. */
  readonly amounts: Readonly<Record<string, string>>;
  readonly total?: string;
}

/** @param text of a document without an error in its form */
export function withExample(text: string, example: NewExample): string {
  const written = JSON.stringify(example, undefined, 2).replaceAll('\n', '\n    ');
  const depths = depthsOf(text);
  const list = [...text.matchAll(/"examples"\s*:\s*\[/g)].find(({ index }) => depths[index] === 1);
  if (list === undefined) return atEnd(text, `"examples": [\n    ${written}\n  ]`);
  const from = list.index + list[0].length;
  const to = depths.indexOf(1, from);
  const isEmpty = text.slice(from, to).trim() === '';
  const before = text.slice(0, to).trimEnd();
  return `${before}${isEmpty ? '' : ','}\n    ${written}\n  ${text.slice(to)}`;
}

function atEnd(text: string, property: string): string {
  const end = text.lastIndexOf('}');
  return `${text.slice(0, end).trimEnd()},\n  ${property}\n${text.slice(end)}`;
}
