import { describe, expect, it } from 'vitest';
import { endOf } from './area-end.ts';

const LANE = { parentAreaId: 'north', fromDay: '2024-03-01', toDay: null };
const TODAY = '2026-11-02';
const codeOf = (...asked: Parameters<typeof endOf>) => {
  const day = endOf(...asked);
  return day.ok ? day.value : day.refusal.code;
};

describe('an area', () => {
  it('ends today unless somebody says a day that is past', () => {
    expect(codeOf(LANE, undefined, TODAY, {})).toBe(TODAY);
    expect(codeOf(LANE, '2024-03-02', TODAY, {})).toBe('2024-03-02');
  });

  it('does not end before its last version has begun, nor in days to come', () => {
    expect(codeOf(LANE, '2024-03-01', TODAY, {})).toBe('place.ending_day');
    expect(codeOf(LANE, '2026-11-03', TODAY, {})).toBe('place.ending_day');
  });

  it('is refused its end with every kind that stands in its way and how many', () => {
    expect(endOf(LANE, undefined, TODAY, { posts: 2, matters: 1 })).toMatchObject({
      refusal: { code: 'place.still_in_use', detail: { posts: 2, matters: 1, total: 3 } },
    });
  });

  it('ends once, and never at the top', () => {
    expect(codeOf({ ...LANE, toDay: TODAY }, undefined, TODAY, {})).toBe('place.ended');
    expect(codeOf({ ...LANE, parentAreaId: null }, undefined, TODAY, {})).toBe('place.top');
  });
});
