import { describe, expect, it } from 'vitest';
import type { CategoryId, OrganisationId } from '#kernel/ids.ts';
import { ROLES } from '#kernel/role.ts';
import type { ActionInput } from './action-input.ts';
import { type Before, BULK_ACTIONS, bulkActionsFor, takesBack } from './bulk.ts';
import { TRANSITIONS, type Transition } from './transitions.ts';

const before: Before = {
  handlerOrganisationId: 'lamps' as OrganisationId,
  categoryId: 'dust' as CategoryId,
  condition: 'wide',
  supervised: false,
};
const roads = 'roads' as OrganisationId;

describe('several matters at once', () => {
  it('nothing that asks for evidence, a result or words of one matter alone is done to several', () => {
    for (const action of BULK_ACTIONS) {
      const { needs, apartFromHandling }: Transition = TRANSITIONS[action];
      expect(needs).not.toContain('evidence');
      expect(needs).not.toContain('result');
      expect(needs).not.toContain('evaluation');
      expect(apartFromHandling).toBe(false);
    }
  });

  it('is offered to whoever may take the step at all, and to nobody else', () => {
    expect(bulkActionsFor(['dispatcher'])).toContain('dispatch');
    expect(bulkActionsFor(['handler'])).not.toContain('dispatch');
    expect(bulkActionsFor(['audit_admin'])).toEqual([]);
    expect(bulkActionsFor(ROLES)).toEqual([...BULK_ACTIONS]);
  });
});

describe('taking a step back', () => {
  const back = (input: ActionInput, was: Before = before) => takesBack(input, was, 'r');

  it('a dispatch is recalled, a transfer returns to the unit that had it', () => {
    expect(back({ action: 'dispatch', organisationId: roads, note: '' })).toEqual({
      action: 'recall',
      reason: 'r',
    });
    expect(back({ action: 'transfer', organisationId: roads, reason: 'x' })).toEqual({
      action: 'transfer',
      organisationId: 'lamps',
      reason: 'r',
    });
  });

  it('what was supervised before stays supervised, and a category returns with its condition', () => {
    expect(back({ action: 'supervise', text: 'x' })).toEqual({ action: 'release', reason: 'r' });
    expect(
      back({ action: 'supervise', text: 'x' }, { ...before, supervised: true }),
    ).toBeUndefined();
    expect(
      back({ action: 'reclassify', categoryId: 'noise' as CategoryId, condition: '' }),
    ).toEqual({ action: 'reclassify', categoryId: 'dust', condition: 'wide' });
    expect(back({ action: 'shelve', reviewOn: '2026-12-31', reason: 'x' })).toEqual({
      action: 'resume',
      reason: 'r',
    });
  });

  it('what was said stays said, and what was taken up goes on', () => {
    expect(back({ action: 'instruct', text: 'x' })).toBeUndefined();
    expect(back({ action: 'comment', text: 'x', told: false })).toBeUndefined();
    expect(back({ action: 'accept' })).toBeUndefined();
  });
});
