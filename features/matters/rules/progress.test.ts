import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Grant } from '#kernel/context.ts';
import type {
  AreaId,
  CategoryId,
  FileDigest,
  MatterId,
  OrganisationId,
  PersonId,
  PostId,
} from '#kernel/ids.ts';
import { ROLES, type Role } from '#kernel/role.ts';
import type { ActionInput } from './action-input.ts';
import { contributions, increments } from './figures.ts';
import { type Asking, lawful } from './lawful.ts';
import type { Matter } from './matter.ts';
import { type Deadlines, progress } from './progress.ts';
import { isOpen, isTimed } from './states.ts';
import { ACTIONS, type Action } from './transitions.ts';

const SEED = 20261122;
const START = Date.parse('2026-11-02T01:00:00.000Z');
const HOUR = 3_600_000;
const iso = (ms: number) => new Date(ms).toISOString();
const unit = (name: string) => name as OrganisationId;
const dayOf = (instant: string) => instant.slice(0, 10);

const deadlines: Deadlines = {
  stageEnd: (stage, from) => (stage === 'close' ? null : iso(Date.parse(from) + 4 * HOUR)),
  endOfDay: (day) => `${day}T15:59:59.999Z`,
  nextRung: (level, from) => (level >= 3 ? null : iso(Date.parse(from) + 8 * HOUR)),
  reopenEnd: (closedAt) => iso(Date.parse(closedAt) + 15 * 24 * HOUR),
};

const fresh: Matter = {
  matterId: 'm1' as MatterId,
  version: 1,
  number: '261102-000001',
  state: 'reported',
  round: 1,
  title: 'a lamp is dark',
  description: 'dark since Monday',
  categoryId: null,
  condition: '',
  source: 'portal',
  areaId: 'a' as AreaId,
  areaPath: '0102',
  filedAreaPath: null,
  gridId: null,
  lng: null,
  lat: null,
  exactness: 'none',
  placeText: '',
  reporterId: null,
  reporterShared: false,
  personal: false,
  accusedOrganisationId: null,
  handlerOrganisationId: null,
  handlerPostId: null,
  handledByPersons: [],
  handledByOrganisations: [],
  reportedAt: iso(START),
  filedAt: null,
  dispatchedAt: null,
  acceptedAt: null,
  answeredAt: null,
  checkedAt: null,
  closedAt: null,
  dueAt: iso(START + HOUR),
  handleDueAt: null,
  responseDueAt: null,
  escalationLevel: 0,
  escalatedPostId: null,
  escalateAt: iso(START + HOUR),
  supervised: false,
  extensionUntil: null,
  reviewOn: null,
  shelvedFrom: null,
  mergedInto: null,
  callBack: null,
  solved: null,
  satisfaction: null,
  reopenUntil: null,
  excluded: false,
  complaintAt: null,
};

const photo = 'f'.repeat(64) as FileDigest;
const category = 'c' as CategoryId;

/** One plain input per action, as somebody would give it. */
function inputFor(action: Action, at: string): ActionInput {
  const soon = iso(Date.parse(at) + 90 * HOUR);
  const inputs: { [A in Action]: Extract<ActionInput, { action: A }> } = {
    file: { action: 'file', categoryId: category, condition: '' },
    reject: { action: 'reject', class: 'no_matter', reason: 'r' },
    merge: { action: 'merge', targetId: 'm2' as MatterId },
    dispatch: { action: 'dispatch', organisationId: unit('lamps'), note: '' },
    recall: { action: 'recall', reason: 'r' },
    dispute: { action: 'dispute', reason: 'r' },
    settle_dispute: { action: 'settle_dispute', upheld: true, reason: 'r' },
    accept: { action: 'accept' },
    transfer: { action: 'transfer', organisationId: unit('roads'), reason: 'r' },
    answer: { action: 'answer', text: 'done', photos: [photo] },
    return: { action: 'return', reason: 'r', photos: [] },
    check: { action: 'check', text: '', photos: [photo] },
    close: { action: 'close', note: '' },
    call_back: { action: 'call_back', result: 'reached', solved: true, satisfaction: 5, note: '' },
    evaluate: { action: 'evaluate', solved: false, satisfaction: 2, text: '' },
    reopen: { action: 'reopen', reason: 'r' },
    withdraw: { action: 'withdraw', reason: '' },
    request_extension: { action: 'request_extension', until: soon, reason: 'r' },
    decide_extension: { action: 'decide_extension', granted: true, reason: 'r' },
    shelve: { action: 'shelve', reviewOn: soon.slice(0, 10), reason: 'r' },
    resume: { action: 'resume', reason: '' },
    supervise: { action: 'supervise', text: 't' },
    release: { action: 'release', reason: 'r' },
    instruct: { action: 'instruct', text: 't' },
    escalate: { action: 'escalate' },
    exclude: { action: 'exclude', reason: 'r' },
    reclassify: { action: 'reclassify', categoryId: category, condition: '' },
    comment: { action: 'comment', text: 't', told: false },
    complain: { action: 'complain', text: 't' },
    answer_complaint: { action: 'answer_complaint', text: 't' },
  };
  return inputs[action];
}

function grantOf(role: Role, organisationId: OrganisationId): Grant {
  return { role, organisationId, postId: 'p' as PostId, areaPath: '01', substitute: false };
}

/** Two lamp fitters and a road mender, two people of the street with all its roles, the reporter, the clock. */
const PEOPLE: readonly Asking[] = [
  { kind: 'person', personId: 'an' as PersonId, grants: [grantOf('handler', unit('lamps'))] },
  { kind: 'person', personId: 'bo' as PersonId, grants: [grantOf('handler', unit('lamps'))] },
  { kind: 'person', personId: 'chen' as PersonId, grants: [grantOf('handler', unit('roads'))] },
  {
    kind: 'person',
    personId: 'di' as PersonId,
    grants: ROLES.filter((role) => role !== 'handler').map((role) => grantOf(role, unit('street'))),
  },
  {
    kind: 'person',
    personId: 'er' as PersonId,
    grants: ROLES.map((role) => grantOf(role, unit('lamps'))),
  },
  { kind: 'reporter' },
  { kind: 'clock' },
];

interface Taken {
  readonly action: Action;
  readonly who: Asking;
  readonly before: Matter;
  readonly after: Matter;
  readonly at: string;
}

/** Actions that end the walk or stand still are tried more rarely than those that move on. */
const MOVES: readonly Action[] = ACTIONS.filter(
  (action) => !['withdraw', 'reject', 'merge', 'comment', 'instruct', 'shelve'].includes(action),
);

/** A walk through the table: random people try random actions, what is lawful happens. */
const walk = fc
  .array(
    fc.record({
      action: fc.oneof(
        { weight: 30, arbitrary: fc.constantFrom(...MOVES) },
        { weight: 1, arbitrary: fc.constantFrom(...ACTIONS) },
      ),
      who: fc.constantFrom(...PEOPLE),
      hours: fc.integer({ min: 0, max: 40 }),
    }),
    { minLength: 60, maxLength: 400, size: 'max' },
  )
  .map((tries) => {
    let matter = fresh;
    let now = START;
    const taken: Taken[] = [];
    for (const { action, who, hours } of tries) {
      now += hours * HOUR;
      const at = iso(now);
      const standpoint = lawful(action, matter, who, at);
      if (!standpoint.ok) continue;
      const moment = { at, asking: who, standpoint: standpoint.value, deadlines, surroundings: {} };
      const patch = progress(matter, inputFor(action, at), moment);
      if (!patch.ok) continue;
      const after = { ...matter, ...patch.value, version: matter.version + 1 };
      taken.push({ action, who, before: matter, after, at });
      matter = after;
    }
    return taken;
  });

function alongEveryWalk(law: (taken: readonly Taken[]) => void) {
  fc.assert(fc.property(walk, law), { seed: SEED, numRuns: 1_000 });
}

describe('a matter on its way', () => {
  it('takes every action somewhere along these walks, so that the laws below are about something', () => {
    const seen = new Set<Action>();
    alongEveryWalk((taken) => {
      for (const { action } of taken) seen.add(action);
    });
    expect([...seen].sort()).toEqual([...ACTIONS].sort());
  });

  it('reaches the end when each does their part', () => {
    const [an, , , di] = PEOPLE as [Asking, Asking, Asking, Asking];
    const reporter: Asking = { kind: 'reporter' };
    const path: [Action, Asking][] = [
      ['file', di],
      ['dispatch', di],
      ['accept', an],
      ['answer', an],
      ['check', di],
      ['close', di],
      ['call_back', di],
      ['evaluate', reporter],
    ];
    let matter = { ...fresh, callBack: null };
    const states: string[] = [];
    for (const [action, who] of path) {
      const at = iso(START + states.length * HOUR);
      if (action === 'evaluate') matter = { ...matter, state: 'closed' } as typeof matter;
      const standpoint = lawful(action, matter, who, at);
      if (!standpoint.ok) throw new Error(`${action}: ${standpoint.refusal.code}`);
      const moment = { at, asking: who, standpoint: standpoint.value, deadlines, surroundings: {} };
      const patch = progress(matter, inputFor(action, at), moment);
      if (!patch.ok) throw new Error(`${action}: ${patch.refusal.code}`);
      matter = { ...matter, ...patch.value } as typeof matter;
      states.push(matter.state);
    }
    expect(states).toEqual([
      'filed',
      'dispatched',
      'handling',
      'answered',
      'checked',
      'closed',
      'called_back',
      'evaluated',
    ]);
  });

  it('is never closed by a person who handled it, nor by their unit', () => {
    alongEveryWalk((taken) => {
      for (const { action, who, before } of taken) {
        if (action !== 'close' || who.kind !== 'person') continue;
        expect(before.handledByPersons).not.toContain(who.personId);
        const others = who.grants.filter(
          (one) => !before.handledByOrganisations.includes(one.organisationId),
        );
        expect(others.length).toBeGreaterThan(0);
      }
    });
  });

  it('has been handled and checked before it is closed', () => {
    alongEveryWalk((taken) => {
      for (const { action, before } of taken) {
        if (action !== 'close') continue;
        expect(before.answeredAt).not.toBeNull();
        expect(before.checkedAt).not.toBeNull();
        expect(before.handledByPersons.length).toBeGreaterThan(0);
      }
    });
  });

  it('has a limit only where somebody owes something, and never climbs when nobody does', () => {
    alongEveryWalk((taken) => {
      for (const { after } of taken) {
        if (!isTimed(after.state) && after.state !== 'shelved') {
          expect(after.dueAt).toBeNull();
          expect(after.escalateAt).toBeNull();
        }
        if (after.escalateAt !== null) expect(isOpen(after.state)).toBe(true);
      }
    });
  });

  it('forgets no one who handled it', () => {
    alongEveryWalk((taken) => {
      for (const { before, after } of taken) {
        expect(after.handledByPersons).toEqual(
          expect.arrayContaining([...before.handledByPersons]),
        );
      }
    });
  });

  it('counts in the figures as the sum of its increments says', () => {
    alongEveryWalk((taken) => {
      const sum = new Map<string, number>();
      const add = (rows: readonly { delta: number; measure: string; day: string }[]) => {
        for (const { delta, ...rest } of rows) {
          const key = JSON.stringify(rest);
          sum.set(key, (sum.get(key) ?? 0) + delta);
        }
      };
      add(increments(null, fresh, dayOf));
      for (const { before, after } of taken) add(increments(before, after, dayOf));
      const last = taken.at(-1)?.after ?? fresh;
      const counted = [...sum]
        .filter(([, total]) => total !== 0)
        .map(([key, total]) => {
          expect(total).toBe(1);
          return key;
        });
      const expected = contributions(last, dayOf).map((one) => JSON.stringify(one));
      expect(counted.sort()).toEqual(expected.sort());
    });
  });

  it('shelved is never counted as closed or solved', () => {
    alongEveryWalk((taken) => {
      for (const { after } of taken) {
        if (after.state !== 'shelved') continue;
        const measures = contributions(after, dayOf).map((one) => one.measure);
        expect(measures).not.toContain('closed');
        expect(measures).not.toContain('solved');
      }
    });
  });

  it('not reached is neither solved nor unsolved', () => {
    const at = iso(START);
    const closed: Matter = { ...fresh, state: 'closed', closedAt: at };
    const answer = progress(
      closed,
      { action: 'call_back', result: 'not_reached', note: '' },
      { at, asking: { kind: 'reporter' }, standpoint: null, deadlines, surroundings: {} },
    );
    if (!answer.ok) throw new Error(answer.refusal.code);
    const measures = contributions({ ...closed, ...answer.value }, dayOf).map((one) => one.measure);
    expect(measures).toContain('closed');
    expect(measures).not.toContain('asked');
  });

  it('a check without words or photo is no check', () => {
    const at = iso(START);
    const answer = progress(
      { ...fresh, state: 'answered' },
      { action: 'check', text: '', photos: [] },
      { at, asking: { kind: 'reporter' }, standpoint: null, deadlines, surroundings: {} },
    );
    expect(answer).toMatchObject({ ok: false, refusal: { code: 'matter.evidence_missing' } });
  });

  it('is never dispatched to the unit its words accuse', () => {
    const answer = progress(
      { ...fresh, state: 'filed', accusedOrganisationId: unit('lamps') },
      { action: 'dispatch', organisationId: unit('lamps'), note: '' },
      {
        at: iso(START),
        asking: { kind: 'reporter' },
        standpoint: null,
        deadlines,
        surroundings: {},
      },
    );
    expect(answer).toMatchObject({ ok: false, refusal: { code: 'matter.accused_unit' } });
  });
});
