import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Grant } from '#kernel/context.ts';
import type { OrganisationId, PersonId, PostId } from '#kernel/ids.ts';
import { ROLES, type Role } from '#kernel/role.ts';
import { type Asking, lawful, lawfulActions, reaches, type Standing } from './lawful.ts';
import { isOpen, NEXT_STEP, STATES } from './states.ts';
import { ACTIONS, AWAITED, TRANSITIONS, type Transition } from './transitions.ts';

const NOW = '2026-11-22T08:00:00.000Z';
const LATER = '2026-12-01T00:00:00.000Z';
const SEED = 20261122;

const unit = (name: string) => name as OrganisationId;
const person = (name: string) => name as PersonId;

const organisation = fc.constantFrom('lamps', 'roads', 'street', 'community').map(unit);
const somebody = fc.constantFrom('an', 'bo', 'chen').map(person);
const areaPath = fc.constantFrom('01', '0102', '010203', '0103');

const grant = fc.record<Grant>({
  role: fc.constantFrom<Role>(...ROLES),
  postId: fc.constant('post' as PostId),
  organisationId: organisation,
  areaPath,
  substitute: fc.boolean(),
});

const standing = fc.record<Standing>({
  state: fc.constantFrom(...STATES),
  areaPath,
  handlerOrganisationId: fc.option(organisation),
  handledByPersons: fc.uniqueArray(somebody, { maxLength: 2 }),
  handledByOrganisations: fc.uniqueArray(organisation, { maxLength: 2 }),
  extensionUntil: fc.constantFrom(null, LATER),
  reopenUntil: fc.constantFrom(null, LATER, '2026-11-01T00:00:00.000Z'),
  excluded: fc.boolean(),
  supervised: fc.boolean(),
  complaintAt: fc.constantFrom(null, NOW),
});

const asking = fc.oneof(
  fc.record({
    kind: fc.constant('person' as const),
    personId: somebody,
    grants: fc.array(grant, { maxLength: 4 }),
  }),
  fc.constant<Asking>({ kind: 'reporter' }),
  fc.constant<Asking>({ kind: 'clock' }),
);

function holds(law: (matter: Standing, who: Asking) => void) {
  fc.assert(fc.property(standing, asking, law), { seed: SEED, numRuns: 3_000 });
}

const APART = ['check', 'close', 'call_back', 'exclude', 'return', 'answer_complaint'] as const;

describe('the transition table of a matter', () => {
  it('whoever handled a matter never checks, closes, calls back or excludes it, nor answers a complaint about it', () => {
    holds((matter, who) => {
      if (who.kind !== 'person' || !matter.handledByPersons.includes(who.personId)) return;
      for (const action of APART) {
        expect(lawful(action, matter, who, NOW).ok).toBe(false);
      }
    });
  });

  it('a unit that handled a matter never checks or closes it through another of its people', () => {
    holds((matter, who) => {
      if (who.kind !== 'person') return;
      const allOfUnit = who.grants.every((one) =>
        matter.handledByOrganisations.includes(one.organisationId),
      );
      if (!allOfUnit) return;
      expect(lawful('check', matter, who, NOW).ok).toBe(false);
      expect(lawful('close', matter, who, NOW).ok).toBe(false);
    });
  });

  it('only the intake body closes and calls back', () => {
    holds((matter, who) => {
      for (const action of ['close', 'call_back'] as const) {
        const answer = lawful(action, matter, who, NOW);
        if (answer.ok) expect(answer.value?.role).toBe('intake');
      }
    });
  });

  it('nobody acts outside the area or the unit of a grant held', () => {
    holds((matter, who) => {
      for (const action of ACTIONS) {
        const answer = lawful(action, matter, who, NOW);
        if (answer.ok && answer.value) {
          expect(reaches(answer.value, matter)).toBe(true);
          expect(TRANSITIONS[action].by).toContain(answer.value.role);
        }
      }
    });
  });

  it('administrators of the system, of security and of audit move nothing', () => {
    holds((matter, who) => {
      if (who.kind !== 'person') return;
      const administrators = ['system_admin', 'security_admin', 'audit_admin'];
      if (!who.grants.every((one) => administrators.includes(one.role))) return;
      expect(lawfulActions(matter, who, NOW)).toEqual([]);
    });
  });

  it('a reporter reopens only what is closed and only within the period', () => {
    holds((matter) => {
      const answer = lawful('reopen', matter, { kind: 'reporter' }, NOW);
      const within = matter.reopenUntil === LATER;
      const closed = ['closed', 'called_back', 'evaluated'].includes(matter.state);
      expect(answer.ok).toBe(within && closed);
    });
  });

  it('the clock does nothing but let a matter climb', () => {
    holds((matter) => {
      for (const action of lawfulActions(matter, { kind: 'clock' }, NOW)) {
        expect(action).toBe('escalate');
      }
    });
  });

  it('an open matter always has somebody who can move it on', () => {
    const everybody: Asking = {
      kind: 'person',
      personId: person('di'),
      grants: ROLES.map((role) => ({
        role,
        postId: 'post' as PostId,
        organisationId: role === 'handler' ? unit('lamps') : unit('street'),
        areaPath: '01',
        substitute: false,
      })),
    };
    for (const state of STATES.filter(isOpen)) {
      const matter: Standing = {
        state,
        areaPath: '0102',
        handlerOrganisationId: unit('lamps'),
        handledByPersons: [],
        handledByOrganisations: [],
        extensionUntil: null,
        reopenUntil: null,
        excluded: false,
        supervised: false,
        complaintAt: null,
      };
      const moves = lawfulActions(matter, everybody, NOW).filter(
        (action) => (TRANSITIONS[action] as Transition).to !== 'same',
      );
      expect(moves, state).not.toEqual([]);
      expect(NEXT_STEP[state], state).toBeDefined();
    }
  });

  it('what a state waits for is lawful in it and leads further', () => {
    for (const [state, action] of Object.entries(AWAITED)) {
      const row: Transition = TRANSITIONS[action];
      expect(row.from, action).toContain(state);
      expect(row.to, action).not.toBe('same');
    }
    expect(Object.keys(AWAITED).sort()).toEqual([...STATES.filter(isOpen), 'closed'].sort());
  });

  it('every state is reached from the report by some row, but the void one: an undone import alone leads there', () => {
    const reached = new Set<string>(['reported']);
    for (let size = 0; size !== reached.size; ) {
      size = reached.size;
      for (const action of ACTIONS) {
        const row: Transition = TRANSITIONS[action];
        if (row.from.some((state) => reached.has(state))) reached.add(row.to);
      }
    }
    expect(STATES.filter((state) => !reached.has(state))).toEqual(['void']);
  });
});
