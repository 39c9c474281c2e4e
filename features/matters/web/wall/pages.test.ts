import { describe, expect, it } from 'vitest';
import type { Board } from '../../contract.ts';
import { pagesOf, partOf } from './pages.ts';

const board = (areas: number) => ({ areas: Array.from({ length: areas }) }) as unknown as Board;

describe('the pages of a wall', () => {
  it('are one for each scene where all areas fit', () => {
    const scenes = pagesOf(board(14), false).map(({ scene }) => scene);
    expect(scenes).toEqual(['map', 'matrix', 'categories', 'ended']);
  });

  it('are more for scenes by area where they do not, and show each area once', () => {
    const list = Array.from({ length: 60 }, (_, at) => at);
    const matrix = pagesOf(board(60), false).filter(({ scene }) => scene === 'matrix');
    expect(matrix.length).toBe(5);
    expect(matrix.flatMap((page) => partOf(list, page))).toEqual(list);
  });

  it('hold more rows where the screen stands upright', () => {
    expect(pagesOf(board(20), true).length).toBe(4);
    expect(pagesOf(board(20), false).length).toBe(6);
  });
});
