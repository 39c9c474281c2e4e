/** Sharing places among posts: even, near, provably the best, and as little changed as is wished. */
import { describe, expect, it } from 'vitest';
import { run } from '#features/planning/rules/steps.ts';
import { type ShareGround, type ShareWishes, shareOut } from './share-out.ts';

/** 78 courtyards on a board of 13 by 6, a hundredth of a degree apart. */
const places = Array.from(
  { length: 78 },
  (_, at) => [112 + (at % 13) * 0.01, 34 + Math.floor(at / 13) * 0.01] as const,
);
const nobody = places.map(() => -1);
const officers: ShareGround = {
  places,
  posts: Array.from({ length: 22 }, () => null),
  today: nobody,
};
const even: ShareWishes = { slack: 0, change: 0, fairness: 0 };

const shared = (ground: ShareGround, wishes = even, pins: readonly number[] = nobody) => {
  const outcome = run(shareOut(ground, wishes, pins));
  if (!outcome.ok) throw new Error(outcome.refusal.code);
  return outcome.value;
};

describe('78 courtyards among 22 officers', () => {
  it('are shared evenly, all of them, and no cheaper way exists', () => {
    const { load, unserved, proven, post, changed } = shared(officers);
    expect([unserved, proven, changed]).toEqual([[], true, 0]);
    expect([Math.min(...load), Math.max(...load)]).toEqual([3, 4]);
    expect(post.every((one) => one >= 0)).toBe(true);
  });

  it('stay where they are where a change has its price', () => {
    const today = places.map((_, at) => at % 22);
    const moved = (change: number) => shared({ ...officers, today }, { ...even, change }).changed;
    expect(moved(0)).toBeGreaterThan(moved(100_000));
    expect(moved(100_000)).toBe(0);
  });

  it('have the officer they are pinned to, and say who is full where that is too many', () => {
    const pins = (count: number) => places.map((_, at) => (at < count ? 7 : -1));
    const held = shared(officers, even, pins(4));
    expect(Array.from(held.post.slice(0, 4))).toEqual([7, 7, 7, 7]);
    const { unserved } = shared(officers, even, pins(5));
    expect(unserved).toMatchObject([{ why: 'full', full: [7] }]);
  });

  it('are nearer in all where loads may differ, and even again where that is dear', () => {
    const posts = officers.posts.map((_, at) => [112 + (at < 11 ? 0.01 : 0.12), 34.02] as const);
    const ground = { ...officers, posts };
    const spread = (wishes: ShareWishes) => {
      const { load, total } = shared(ground, wishes);
      return { apart: Math.max(...load) - Math.min(...load), total };
    };
    const free = spread({ slack: 3, change: 0, fairness: 0 });
    const dear = spread({ slack: 3, change: 0, fairness: 100_000 });
    expect(free.total).toBeLessThanOrEqual(dear.total);
    expect(dear.apart).toBeLessThanOrEqual(1);
  });

  it('are refused where there is nobody, or nothing', () => {
    const none = (ground: Partial<ShareGround>) =>
      run(shareOut({ ...officers, ...ground }, even, nobody));
    expect(none({ posts: [] })).toMatchObject({ refusal: { code: 'planning.people' } });
    expect(none({ places: [] })).toMatchObject({ refusal: { code: 'planning.no_points' } });
  });
});
