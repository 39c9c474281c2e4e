import { describe, expect, it } from 'vitest';
import { projectionOf } from './projection.ts';

describe('the map of a wall', () => {
  const square = projectionOf([
    [113.5, 34.7],
    [113.7, 34.9],
  ]);

  it('has north above and west on the left', () => {
    expect(square.place([113.5, 34.9])).toEqual([0, 0]);
    const [x, y] = square.place([113.7, 34.7]);
    expect([x.toFixed(6), y.toFixed(6)]).toEqual(['1.000000', '1.000000']);
  });

  it('is as much narrower as the earth is at that latitude', () => {
    expect(square.ratio).toBeCloseTo(Math.cos((34.8 * Math.PI) / 180), 6);
  });
});
