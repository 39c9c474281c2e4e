/** Statements recorded when their scheme was published: every version still gives them, to the letter. */
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { calculatorOf, PUBLISHED, publishedSchemes, publishedText } from '#tests/worlds/schemes.ts';
import { canonicalText } from './canonical.ts';
import type { Scheme } from './scheme/document.ts';

interface Recorded {
  readonly scheme: string;
  readonly example: string;
  readonly choices: unknown;
}

describe.each(publishedSchemes())('%s', (file) => {
  const past = readFileSync(join(PUBLISHED, 'statements', `${file}l`), 'utf8')
    .trim()
    .split('\n')
    .map((line) => JSON.parse(line) as Recorded);
  const document = JSON.parse(publishedText(file)) as Pick<Scheme, 'examples'>;

  it('has a record of every worked example', () => {
    expect(past.map(({ example }) => example)).toEqual(document.examples.map(({ name }) => name));
  });
  it.each(past)('still gives the statement of $example', ({ example, choices }) => {
    const facts = document.examples.find(({ name }) => name === example)?.facts ?? {};
    const statement = calculatorOf(document).statement(facts);
    expect(canonicalText(statement.choices)).toBe(canonicalText(choices));
  });
});
