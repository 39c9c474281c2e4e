import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { MatterFilter, STATES } from '#features/matters/contract.ts';
import { conditionsOf, filterFromAddress, queryOf, withCondition } from './filter-address.ts';

const area = '0199a1b2-0000-7000-8000-000000000001';

describe('a filter in the address', () => {
  it('keeps what the contract takes and drops what it does not', () => {
    expect(
      filterFromAddress({
        q: ' 路灯 ',
        state: 'filed,handling',
        mine: 'yes',
        areaId: 'everywhere',
        from: '2026-02-30',
        to: '2026-03-01',
        urgency: 'late',
        other: 'x',
        sort: 'reported',
      }),
    ).toEqual({
      q: '路灯',
      state: 'filed,handling',
      to: '2026-03-01',
      urgency: 'late',
      sort: 'reported',
    });
  });

  it('comes back unchanged, and the server takes its query', () => {
    const filters = fc.record(
      {
        q: fc.constantFrom('路灯', 'M-1120-0391'),
        state: fc.subarray([...STATES], { minLength: 1 }).map((states) => states.join(',')),
        open: fc.constantFrom('true', 'false'),
        urgency: fc.constantFrom('late', 'soon'),
        areaId: fc.constant(area),
        from: fc.constant('2026-01-01'),
      },
      { requiredKeys: [] },
    );
    fc.assert(
      fc.property(filters, (filter) => {
        expect(filterFromAddress(filter)).toEqual(filter);
        expect(MatterFilter.safeParse(queryOf(filter)).success).toBe(true);
      }),
      { seed: 20261122, numRuns: 200 },
    );
  });

  it('changes one condition and leaves the others', () => {
    const filter = filterFromAddress({ q: '路灯', open: 'true' });
    expect(withCondition(filter, 'q', '')).toEqual({ open: 'true' });
    expect(withCondition(filter, 'urgency', 'late')).toEqual({
      q: '路灯',
      open: 'true',
      urgency: 'late',
    });
    expect(conditionsOf(filter)).toEqual([
      ['q', '路灯'],
      ['open', 'true'],
    ]);
  });
});
