import { describe, expect, it } from 'vitest';
import { COLUMNS } from '#features/matters/contract.ts';
import { tellingOf } from './columns.ts';

describe('the columns beside an open detail', () => {
  it('are few, in the order in which they stand, and have the title', () => {
    expect(tellingOf(COLUMNS)).toEqual(['standing', 'title', 'handler', 'due']);
    expect(tellingOf(['number', 'title', 'closed'])).toEqual(['title']);
    expect(tellingOf(['area', 'title', 'reported', 'number'])).toEqual([
      'area',
      'title',
      'reported',
    ]);
  });
});
