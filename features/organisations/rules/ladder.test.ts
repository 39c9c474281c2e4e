import { describe, expect, it } from 'vitest';
import { type LadderPost, nextAbove } from './ladder.ts';

const post = (postId: string, rank: number, organisationPath: string, held = true): LadderPost => ({
  postId,
  rank,
  organisationPath,
  areaPath: '/city/street/',
  held,
});

const clerk = post('clerk', 1, '/office/section/');
const head = post('head', 2, '/office/section/');
const deputy = post('deputy', 3, '/office/');
const other = post('other', 2, '/office/elsewhere/');

describe('the ladder', () => {
  it('leads from the clerk to the head of the own section', () => {
    expect(nextAbove(clerk, [other, deputy, head, clerk])).toBe(head);
  });

  it('steps over a post that nobody holds', () => {
    expect(nextAbove(clerk, [{ ...head, held: false }, deputy])).toBe(deputy);
  });

  it('never leads into a neighbour, to an equal or to another area', () => {
    const afar = { ...deputy, areaPath: '/city/other/' };
    expect(nextAbove(clerk, [other, afar, { ...clerk, postId: 'colleague' }])).toBeUndefined();
  });

  it('ends at the top', () => {
    expect(nextAbove(deputy, [clerk, head, deputy])).toBeUndefined();
  });
});
