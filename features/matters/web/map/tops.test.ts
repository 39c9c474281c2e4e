import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { CategoryId } from '#kernel/ids.ts';
import { commonestTops, TOLD_APART } from './tops.ts';

const category = (categoryId: string, parentId: string | null = null) => ({
  categoryId: categoryId as CategoryId,
  parentId: parentId as CategoryId | null,
});
const counted = (key: string, count: number) => ({ key, count });

describe('the categories that the map tells apart', () => {
  const tree = [
    category('roads'),
    category('kerb', 'roads'),
    category('hole', 'kerb'),
    category('noise'),
  ];

  it('count with a top category all that lies below it', () => {
    const found = commonestTops(tree, [
      counted('noise', 4),
      counted('kerb', 3),
      counted('hole', 2),
      counted('', 90),
      counted('forgotten', 50),
    ]);
    expect(found).toEqual(['roads', 'noise']);
  });

  it('stand in the same order however they were counted', () => {
    const equal = [counted('noise', 2), counted('roads', 2)];
    expect(commonestTops(tree, equal)).toEqual(commonestTops(tree, equal.toReversed()));
  });

  it('are the ones with the most, and no more than colours can tell', () => {
    fc.assert(
      fc.property(fc.uniqueArray(fc.nat(1_000), { minLength: 1, maxLength: 20 }), (counts) => {
        const many = counts.map((count) => category(`top ${count}`));
        const found = commonestTops(
          many,
          counts.map((count) => counted(`top ${count}`, count)),
        );
        const most = counts.toSorted((a, b) => b - a).slice(0, TOLD_APART);
        expect(found).toEqual(most.map((count) => `top ${count}`));
      }),
    );
  });
});
