import { describe, expect, it } from 'vitest';
import { ActionInput } from '#features/matters/contract.ts';
import { ACTION_FIELDS, missingFields, shownFields } from './action-fields.ts';

const id = '0199a1b2-0000-7000-8000-000000000001';
const filled: Readonly<Record<string, unknown>> = {
  categoryId: id,
  condition: '',
  title: '路灯不亮',
  areaId: id,
  accusedOrganisationId: id,
  personal: true,
  class: 'no_matter',
  reason: '理由',
  targetId: id,
  organisationId: id,
  note: '',
  upheld: true,
  text: '已修好',
  photos: [],
  result: 'reached',
  solved: true,
  satisfaction: 5,
  until: '2026-11-24T09:30:00.000Z',
  granted: false,
  reviewOn: '2026-12-05',
  told: true,
};

describe('the form of an action', () => {
  it.each(Object.keys(ACTION_FIELDS) as ActionInput['action'][])(
    'brings what the contract asks for: %s',
    (action) => {
      const input = Object.fromEntries(
        shownFields(action, filled).map(({ name }) => [name, filled[name]]),
      );
      expect(ActionInput.safeParse({ action, ...input }).error?.issues ?? []).toEqual([]);
      expect(missingFields(action, filled)).toEqual([]);
    },
  );

  it.each(Object.keys(ACTION_FIELDS) as ActionInput['action'][])(
    'knows itself what must be filled in: %s',
    (action) => {
      const refused = ActionInput.safeParse({ action }).error?.issues.map(({ path }) => path[0]);
      for (const field of refused ?? []) expect(missingFields(action, {})).toContain(field);
    },
  );

  it('asks what the reporter said only where the reporter was reached', () => {
    expect(missingFields('call_back', { result: 'not_reached' })).toEqual([]);
    expect(missingFields('call_back', { result: 'reached' })).toEqual(['solved', 'satisfaction']);
  });
});
