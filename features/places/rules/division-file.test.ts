import fc from 'fast-check';
import { expect, it } from 'vitest';
import { editionOf, type NamedCode, packDivisions, unpackDivisions } from './division-file.ts';

const name = fc.oneof(
  fc.stringMatching(/^[一-龥]{1,6}(社区居民委员会|村委会|街道|社区|镇)?$/),
  fc.stringMatching(/^[一-龥]{1,3}[A-Z]{1,3}$/),
);
/** A tree of divisions: some villages, and everything above them. */
const trees = fc
  .uniqueArray(fc.stringMatching(/^[1-6][1-5](0[1-9]|90)(0[1-9])[0-5]0[1-9]\d{2}[1-9]$/), {
    minLength: 1,
    maxLength: 30,
  })
  .chain((villages) => {
    const codes = new Set(
      villages.flatMap((code) => [2, 4, 6, 9, 12].map((length) => code.slice(0, length))),
    );
    return fc.tuple(
      ...[...codes].sort().map((code) => name.map((text): NamedCode => ({ code, name: text }))),
    );
  });

it('divisions come back from the compact text as they went in', () => {
  fc.assert(
    fc.property(trees, (divisions) => {
      const text = packDivisions('2023-06-30', divisions);
      expect([...unpackDivisions(text)]).toEqual(divisions);
      expect(editionOf(text)).toBe('2023-06-30');
    }),
    { seed: 2260 },
  );
});
