import { describe, expect, it } from 'vitest';
import { contactKept } from './own-data.ts';
import { isOpen, STATES } from './states.ts';

const NOW = '2026-11-26T04:00:00.000Z';
const LATER = '2026-12-01T15:59:59.999Z';
const EARLIER = '2026-11-20T15:59:59.999Z';

describe('name and phone of a reporter', () => {
  it.each(STATES.filter(isOpen))('are kept while a matter is %s, for the call-back', (state) => {
    expect(contactKept([{ state, reopenUntil: null }], NOW)).toEqual({
      why: 'under_way',
      until: null,
    });
  });

  it('are kept while it may be reopened, and the last day is named', () => {
    const matters = [
      { state: 'closed', reopenUntil: LATER },
      { state: 'evaluated', reopenUntil: EARLIER },
    ] as const;
    expect(contactKept(matters, NOW)).toEqual({ why: 'reopen_period', until: LATER });
  });

  it.each([
    ['evaluated', EARLIER],
    ['closed', EARLIER],
    ['not_accepted', null],
    ['withdrawn', null],
    ['merged', null],
  ] as const)('are erased when asked once it is %s and no period runs', (state, reopenUntil) => {
    expect(contactKept([{ state, reopenUntil }], NOW)).toBeNull();
  });

  it('are kept in the very last instant of the period', () => {
    expect(contactKept([{ state: 'closed', reopenUntil: NOW }], NOW)?.why).toBe('reopen_period');
  });
});
