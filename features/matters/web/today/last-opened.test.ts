import { describe, expect, it } from 'vitest';
import { noteOpened, placeOfOpened } from './last-opened.ts';

describe('who comes back to what waits', () => {
  it('goes on from the matter that was opened, wherever it stands by now', () => {
    expect(placeOfOpened(['a', 'b'])).toBeUndefined();
    noteOpened('b', 1);
    expect(placeOfOpened(['a', 'b', 'c'])).toBe(1);
    expect(placeOfOpened(['b', 'c'])).toBe(0);
  });

  it('goes on from what has taken its place once it is done', () => {
    noteOpened('b', 1);
    expect(placeOfOpened(['a', 'c', 'd'])).toBe(1);
    expect(placeOfOpened(['a'])).toBe(0);
    expect(placeOfOpened([])).toBeUndefined();
  });
});
