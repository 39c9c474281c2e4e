import { describe, expect, it } from 'vitest';
import { ACTIONS, STATES } from '#features/matters/contract.ts';
import { TRANSITIONS, type Transition } from '#features/matters/rules/transitions.ts';
import { groupActions } from './primary-action.ts';

describe('the buttons of a matter', () => {
  it('puts the step that brings it on first', () => {
    expect(groupActions('filed', ['shelve', 'comment', 'dispatch']).primary).toBe('dispatch');
    expect(groupActions('handling', ['answer', 'decide_extension']).primary).toBe(
      'decide_extension',
    );
    expect(groupActions('handling', ['supervise', 'comment']).primary).toBe('supervise');
  });

  it('offers every lawful action of staff once, in every state', () => {
    for (const state of STATES) {
      const staff = ACTIONS.filter((action) => {
        const row: Transition = TRANSITIONS[action];
        return row.from.includes(state) && row.by.some((by) => by !== 'reporter' && by !== 'clock');
      });
      const { primary, near, more } = groupActions(state, staff);
      const offered = [...(primary === undefined ? [] : [primary]), ...near, ...more];
      expect(offered.toSorted()).toEqual(staff.toSorted());
    }
  });
});
