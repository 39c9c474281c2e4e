import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { readScheme } from '../scheme/read-scheme.ts';
import { checkScheme } from './check-scheme.ts';

const FOLDER = join(import.meta.dirname, '../../../../docs/examples/compensation');
const FILES = readdirSync(FOLDER).filter((file) => file.endsWith('.json'));

/** Worked examples stand in the documents themselves, their amounts worked out by hand. */
describe('the published schemes', () => {
  it('are the five of the collection, a second version of one, and the two worked tables', () => {
    expect(FILES).toHaveLength(8);
  });
  it.each(FILES)('%s gives every worked example to the fen', (file) => {
    const read = readScheme(readFileSync(join(FOLDER, file), 'utf8'));
    expect(read.problems).toEqual([]);
    if (read.scheme === undefined) throw new Error('no scheme');
    const { problems } = checkScheme(read.scheme);
    expect(problems.filter(({ severity }) => severity === 'error')).toEqual([]);
    expect(read.scheme.examples.length).toBeGreaterThan(0);
    expect(read.scheme.examples.every(({ total }) => total !== undefined)).toBe(true);
  });
  it.each(FILES)('%s would say so if a worked example were a fen off', (file) => {
    const { scheme } = readScheme(readFileSync(join(FOLDER, file), 'utf8'));
    if (scheme === undefined) throw new Error('no scheme');
    const examples = scheme.examples.map((example) => ({
      ...example,
      total: `${example.total?.split('.')[0]}.01`,
    }));
    const { problems, plan, asWritten } = checkScheme({ ...scheme, examples });
    // It cannot be published so, and can be looked at: a changed rate is what makes examples differ.
    expect(plan).toBeUndefined();
    expect(asWritten).toBeDefined();
    expect(problems.filter(({ code }) => code === 'example.total')).toHaveLength(examples.length);
  });
});
