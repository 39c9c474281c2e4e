import { describe, expect, it } from 'vitest';
import { outlineOf, WIDTH } from './outline.ts';

const square = (west: number, south: number, side: number) => ({
  coordinates: [
    [
      [
        [west, south],
        [west + side, south],
        [west + side, south + side],
        [west, south + side],
        [west, south],
      ],
    ],
  ] as const,
});

const numbersOf = (path: string): readonly number[] => (path.match(/-?[\d.]+/g) ?? []).map(Number);

describe('the outline of a grid', () => {
  it('lies within the picture, north above and east to the right', () => {
    const { own, height } = outlineOf(square(113.5, 34.8, 0.01), []);
    const numbers = numbersOf(own);
    const [xs, ys] = [numbers.filter((_, at) => at % 2 === 0), numbers.filter((_, at) => at % 2)];
    expect(Math.min(...xs)).toBeGreaterThan(0);
    expect(Math.max(...xs)).toBeLessThan(WIDTH);
    expect(Math.max(...ys)).toBeLessThan(height);
    // It begins in the southwest and goes east first.
    expect(xs[1]).toBeGreaterThan(xs[0] ?? 0);
    expect(ys[0]).toBe(Math.max(...ys));
  });

  it('a square on the ground is as narrow as degrees of longitude are at its latitude', () => {
    const { own } = outlineOf(square(113.5, 60, 0.01), []);
    const numbers = numbersOf(own);
    const across = (numbers[2] ?? 0) - (numbers[0] ?? 0);
    const down = (numbers[3] ?? 0) - (numbers[5] ?? 0);
    expect(across / down).toBeCloseTo(0.5, 2);
  });

  it('neighbours are drawn on the same ground', () => {
    const { own, others } = outlineOf(square(113.5, 34.8, 0.01), [square(113.51, 34.8, 0.01)]);
    expect(numbersOf(others[0] ?? '')[0]).toBe(numbersOf(own)[2]);
  });
});
