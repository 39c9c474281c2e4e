import { describe, expect, it } from 'vitest';
import { addressOfLook, GROUNDS, LOOKS, lookOfAddress } from './look.ts';

describe('the look of the map', () => {
  it('comes back from its address as it was', () => {
    for (const look of LOOKS) {
      for (const grounds of [[], ['grids'], ['sites'], GROUNDS] as const) {
        expect(lookOfAddress(addressOfLook({ look, grounds }))).toEqual({ look, grounds });
      }
    }
  });

  it('is the usual one where an address says what is none', () => {
    const usual = { look: 'urgency', grounds: [] };
    expect(lookOfAddress({})).toEqual(usual);
    expect(lookOfAddress({ look: 'rainbow', grounds: 'moon,,' })).toEqual(usual);
    expect(lookOfAddress({ look: 3, grounds: ['grids'] })).toEqual(usual);
  });
});
