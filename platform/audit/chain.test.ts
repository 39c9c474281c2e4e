import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { keyedHash } from './chain.ts';

const SEED = 20261125;
const key = { id: 'k1', bytes: Buffer.alloc(32, 1) };

describe('a keyed hash over several parts', () => {
  it('differs wherever the parts differ, also by where one ends and the next begins', () => {
    const parts = fc.array(fc.string(), { maxLength: 4 });
    fc.assert(
      fc.property(parts, parts, (a, b) => {
        const same = JSON.stringify(a) === JSON.stringify(b);
        expect(keyedHash(key, a) === keyedHash(key, b)).toBe(same);
      }),
      {
        seed: SEED,
        examples: [
          [
            ['ab', 'c'],
            ['a', 'bc'],
          ],
          [['a'], ['a', '']],
        ],
      },
    );
  });

  it('cannot be made without the key', () => {
    const other = { ...key, bytes: Buffer.alloc(32, 2) };
    expect(keyedHash(other, ['a'])).not.toBe(keyedHash(key, ['a']));
  });
});
