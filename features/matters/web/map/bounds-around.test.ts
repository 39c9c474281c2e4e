import { describe, expect, it } from 'vitest';
import { boundsAround } from './bounds-around.ts';

const near = Array.from({ length: 100 }, (_, index) => ({
  lng: 113.5 + (index % 10) * 0.01,
  lat: 34.7 + Math.floor(index / 10) * 0.01,
}));

describe('the box around points', () => {
  it('holds them, and is not stretched by one that strayed', () => {
    const [west, south, east, north] = boundsAround([...near, { lng: -73.9, lat: 40.7 }]);
    expect(west).toBeGreaterThan(113);
    expect(east).toBeLessThan(114);
    expect(south).toBeLessThan(34.71);
    expect(north).toBeGreaterThan(34.78);
  });

  it('is the country where there is none', () => {
    expect(boundsAround([])).toEqual([73, 18, 135, 54]);
  });
});
