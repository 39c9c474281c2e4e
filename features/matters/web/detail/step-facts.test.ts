import { describe, expect, it } from 'vitest';
import type { MatterDetail } from '#features/matters/contract.ts';
import { stepFacts } from './step-facts.ts';

const entry = (version: number, kind: string, organisation: string) => ({
  version,
  kind: `matter.${kind}`,
  at: '2026-11-20T00:12:00.000Z',
  by: '',
  organisation,
  text: '',
  told: false,
  photos: [],
  detail: {},
});

const handling = {
  nextStep: 'answer',
  reportedAt: '2026-11-20T00:12:00.000Z',
  filedAt: '2026-11-20T00:31:00.000Z',
  dispatchedAt: '2026-11-20T00:31:10.000Z',
  acceptedAt: '2026-11-20T01:05:00.000Z',
  answeredAt: null,
  checkedAt: null,
  closedAt: null,
  dueAt: '2026-11-21T04:00:00.000Z',
  timeline: [
    entry(1, 'report', ''),
    entry(2, 'file', '受理台'),
    entry(3, 'dispatch', '派遣组'),
    entry(4, 'transfer', '派遣二组'),
    entry(5, 'accept', '执法队'),
  ],
} as unknown as MatterDetail;

describe('the seven steps of a matter', () => {
  it('are done up to the one that waits, which carries the limit', () => {
    const facts = stepFacts(handling);
    expect(facts.map(({ stand }) => stand)).toEqual([
      'done',
      'done',
      'done',
      'done',
      'now',
      'ahead',
      'ahead',
    ]);
    expect(facts[4]?.limit).toBe(handling.dueAt);
  });

  it('say who did each last, and how long it took where that is worth telling', () => {
    const facts = stepFacts(handling);
    expect(facts.map(({ by }) => by).slice(0, 4)).toEqual(['', '受理台', '派遣二组', '执法队']);
    expect(facts[1]?.took).toBe(19 * 60_000);
    expect(facts[2]?.took).toBeNull();
  });

  it('show nothing of an earlier round behind the step that waits', () => {
    const again = stepFacts({ ...handling, nextStep: 'dispatch' });
    expect(again[3]).toMatchObject({ stand: 'ahead', at: null, by: '' });
  });

  it('are all done once the loop is through', () => {
    const done = stepFacts({ ...handling, nextStep: 'call_back' });
    expect(done.every(({ stand }) => stand === 'done')).toBe(true);
  });
});
