import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { outermostPaths, pastPrefix } from './paths.ts';

const segment = fc.stringMatching(/^[0-9a-z]{3}$/);
const path = fc.array(segment, { minLength: 1, maxLength: 4 }).map((segments) => segments.join(''));

describe('paths', () => {
  it('keep the outermost ones, and with them all that lay under any', () => {
    fc.assert(
      fc.property(fc.array(path, { maxLength: 12 }), path, (paths, any) => {
        const kept = outermostPaths(paths);
        const under = (list: readonly string[]) => list.some((each) => any.startsWith(each));
        expect(under(kept)).toBe(under(paths));
        expect(
          kept.every((one) => kept.every((other) => one === other || !one.startsWith(other))),
        ).toBe(true);
      }),
      { seed: 20261122, numRuns: 500 },
    );
  });

  it('lie between a prefix and what comes past it, exactly where they begin with it', () => {
    fc.assert(
      fc.property(path, path, (prefix, any) => {
        expect(any >= prefix && any < pastPrefix(prefix)).toBe(any.startsWith(prefix));
      }),
      { seed: 20261122, numRuns: 1000 },
    );
  });

  it('have no end past the empty prefix', () => {
    expect(() => pastPrefix('')).toThrow(RangeError);
  });
});
