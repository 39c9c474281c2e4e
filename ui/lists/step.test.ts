import { describe, expect, it } from 'vitest';
import { controlAfter, rowAfter } from './step.ts';

const from = (at: number, count = 100) => ({ at, count, page: 12 });

describe('a key among the rows of a list', () => {
  it('leads one row on or back, and stays at the ends', () => {
    expect(rowAfter('ArrowDown', from(4))).toBe(5);
    expect(rowAfter('ArrowUp', from(4))).toBe(3);
    expect(rowAfter('ArrowDown', from(99))).toBe(99);
    expect(rowAfter('ArrowUp', from(0))).toBe(0);
  });

  it('leads to the first row from nowhere', () => {
    expect(rowAfter('ArrowDown', from(-1))).toBe(0);
    expect(rowAfter('ArrowUp', from(-1))).toBe(0);
  });

  it('leads a page on or back, to the first and to the last', () => {
    expect(rowAfter('PageDown', from(4))).toBe(16);
    expect(rowAfter('PageDown', from(95))).toBe(99);
    expect(rowAfter('PageUp', from(4))).toBe(0);
    expect(rowAfter('Home', from(70))).toBe(0);
    expect(rowAfter('End', from(70))).toBe(99);
    expect(rowAfter('PageDown', { at: 4, count: 100, page: 0 })).toBe(5);
  });

  it('leads nowhere in an empty list, and by any other key', () => {
    expect(rowAfter('End', from(-1, 0))).toBeUndefined();
    expect(rowAfter('Tab', from(4))).toBeUndefined();
    expect(rowAfter('ArrowRight', from(4))).toBeUndefined();
  });

  it('leads along the controls of a row', () => {
    expect(controlAfter('ArrowRight', 0, 2)).toBe(1);
    expect(controlAfter('ArrowRight', 1, 2)).toBe(1);
    expect(controlAfter('ArrowLeft', 1, 2)).toBe(0);
    expect(controlAfter('ArrowDown', 0, 2)).toBeUndefined();
  });
});
