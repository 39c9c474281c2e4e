import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Grant } from '#kernel/context.ts';
import type { OrganisationId, PersonId, PostId } from '#kernel/ids.ts';
import { ROLES, type Role } from '#kernel/role.ts';
import {
  barrierTo,
  openSteps,
  type SteppingVersion,
  stateAfter,
  VERSION_STATES,
  VERSION_STEPS,
} from './steps.ts';

const WRITER = 'writer' as PersonId;
const OTHER = 'other' as PersonId;

function grant(role: Role, areaPath: string): Grant {
  const [postId, organisationId] = ['post' as PostId, 'office' as OrganisationId];
  return { role, areaPath, postId, organisationId, substitute: false };
}

const as = (personId: PersonId, role: Role, areaPath = 'aaa') => ({
  personId,
  grants: [grant(role, areaPath)],
});

const version = (more: Partial<SteppingVersion> = {}): SteppingVersion => ({
  ...{ state: 'draft', areaPath: 'aaabbb', writers: [WRITER], errors: 0 },
  ...more,
});

describe('a version of a scheme', () => {
  it('is written, submitted, and published by a second person', () => {
    expect(openSteps(version(), as(WRITER, 'relocation_officer'))).toEqual([
      'save',
      'submit',
      'drop',
    ]);
    const submitted = version({ state: 'submitted' });
    expect(openSteps(submitted, as(OTHER, 'relocation_officer'))).toContain('publish');
    expect(openSteps(submitted, as(OTHER, 'leader'))).toEqual(['return', 'publish']);
  });

  it('is never published or withdrawn by whoever wrote any of it, whatever their post', () => {
    fc.assert(
      fc.property(
        fc.constantFrom(...ROLES),
        fc.constantFrom(...VERSION_STATES),
        fc.constantFrom('', 'aaa', 'aaabbb'),
        (role, state, areaPath) => {
          const open = openSteps(version({ state }), as(WRITER, role, areaPath));
          expect(open).not.toContain('publish');
          expect(open).not.toContain('withdraw');
        },
      ),
      { seed: 20261126, numRuns: 400 },
    );
  });

  it('with errors stays a draft, and says so', () => {
    const faulty = version({ errors: 2 });
    expect(barrierTo('submit', faulty, as(WRITER, 'relocation_officer'))).toBe('scheme.has_errors');
    expect(openSteps(faulty, as(WRITER, 'relocation_officer'))).toEqual(['save', 'drop']);
    const submitted = version({ state: 'submitted', errors: 1 });
    expect(barrierTo('publish', submitted, as(OTHER, 'leader'))).toBe('scheme.has_errors');
  });

  it('is touched by nobody from another area, nor by a role that only reads', () => {
    for (const state of VERSION_STATES) {
      expect(openSteps(version({ state }), as(OTHER, 'relocation_officer', 'aaaccc'))).toEqual([]);
      expect(openSteps(version({ state }), as(OTHER, 'supervisor'))).toEqual([]);
      expect(openSteps(version({ state }), as(OTHER, 'system_admin'))).toEqual([]);
    }
  });

  it('that was public is never written again', () => {
    for (const state of ['published', 'superseded', 'withdrawn', 'dropped'] as const)
      for (const step of ['save', 'submit', 'return', 'publish', 'drop'] as const)
        expect(barrierTo(step, version({ state }), as(OTHER, 'relocation_officer'), 'why')).toBe(
          'scheme.state',
        );
  });

  it('is sent back or withdrawn only with a reason', () => {
    const submitted = version({ state: 'submitted' });
    expect(barrierTo('return', submitted, as(OTHER, 'leader'), ' ')).toBe('scheme.reason_missing');
    expect(barrierTo('return', submitted, as(OTHER, 'leader'), '第六条标准有误')).toBeUndefined();
  });

  it('ends where every step leads to a state that is one', () => {
    for (const step of VERSION_STEPS) expect(VERSION_STATES).toContain(stateAfter(step));
  });
});
