import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { canonicalJson } from './canonical.ts';

const SEED = 20261124;

describe('canonical JSON', () => {
  it('does not depend on the order in which keys were written', () => {
    expect(canonicalJson({ b: 1, a: { d: [2], c: null } })).toBe(
      canonicalJson({ a: { c: null, d: [2] }, b: 1 }),
    );
  });

  it('leaves out what is undefined, and keeps what is null', () => {
    expect(canonicalJson({ a: undefined, b: null })).toBe('{"b":null}');
  });

  it.each([Number.NaN, Number.POSITIVE_INFINITY, 1n, () => 1])('has no text for %s', (value) => {
    expect(() => canonicalJson({ value })).toThrow(TypeError);
  });

  it('says what JSON says, and says it twice alike', () => {
    fc.assert(
      fc.property(fc.jsonValue(), (value) => {
        const text = canonicalJson(value);
        expect(JSON.parse(text)).toEqual(JSON.parse(JSON.stringify(value)));
        expect(canonicalJson(JSON.parse(text))).toBe(text);
      }),
      { seed: SEED },
    );
  });
});
