import { describe, expect, it } from 'vitest';
import { visitIn } from '#tests/journeys/portal/all-pages.ts';
import { BY_STATE, followed } from '#tests/journeys/portal/small-place.ts';
import { STATES } from '../contract.ts';
import { matterPage } from './matter-page.ts';
import { hereSentence, pastSteps, stepName, stepsAhead } from './steps.ts';

const visit = visitIn('zh');
const facts = {
  proof: { number: 'x', phone: '', key: 'x' },
  commandIds: { next: () => '01930000-0000-7000-8000-0000000000ff' },
};
const said = (change: Parameters<typeof followed>[0]) =>
  matterPage(visit, { ...facts, matter: followed(change) });

describe('the page of one matter', () => {
  it.each(STATES)('says in the state %s what is going on', (state) => {
    const page = matterPage(visit, { ...facts, matter: BY_STATE[state] });
    expect(page).toContain(
      visit.say(`matter.${state}`, {
        handler: BY_STATE[state].handlerName,
        number: '261119-037702',
      }),
    );
  });

  it('says by when in the place’s own hours', () => {
    const page = said({ urgency: 'in_hand', dueAt: '2026-11-25T04:00:00.000Z' });
    expect(page).toContain('应在 11月25日 周三 12:00 前办完');
  });

  it('does not call a matter due soon to who waits for it', () => {
    const page = said({ urgency: 'soon', dueAt: '2026-11-25T04:00:00.000Z' });
    expect(page).toMatch(/class="chip in_hand">.*正在办/s);
  });

  it('never names a limit that has passed as one still to come', () => {
    expect(said({ urgency: 'waits', state: 'answered' })).not.toMatch(/应在 .* 前/);
  });

  it('says that a limit has passed, with its day where that is the one that passed', () => {
    expect(said({})).toContain('已经超过期限（11月21日 周六 12:00）');
    const handledLater = said({ dueAt: '2026-11-30T04:00:00.000Z', state: 'dispatched' });
    expect(handledLater).toContain('这一步超过了规定时间');
    expect(handledLater).not.toContain('11月30日');
  });

  it('names the unit that has it last, not the desk that handed it over', () => {
    const sentences = pastSteps(visit, followed()).map((step) => step.sentence);
    expect(sentences).toEqual(['您反映了这件事', '已经登记立案', '交给综合执法队办']);
  });

  it('shows the reason why it was not accepted', () => {
    expect(matterPage(visit, { ...facts, matter: BY_STATE.not_accepted })).toContain(
      '正在诉讼中，由法院处理。',
    );
  });

  it('offers exactly what the reporter may do', () => {
    const actions = (page: string) =>
      [...page.matchAll(/name="action" value="(\w+)"/g)].map((match) => match[1]);
    expect(actions(said({ actions: ['withdraw', 'complain'] }))).toEqual(['complain', 'withdraw']);
    expect(actions(said({ actions: [] }))).toEqual([]);
  });

  it('says who will not see a complaint before it is written', () => {
    expect(said({ actions: ['complain'] })).toContain('不交给办这件事的单位');
  });
});

describe('the steps of a matter', () => {
  it('end with the evaluation wherever something is still going on', () => {
    for (const state of STATES) {
      const goesOn = hereSentence(visit, followed({ state })) !== undefined;
      expect([state, stepsAhead(state).at(-1)]).toEqual([
        state,
        goesOn || state === 'called_back' ? 'evaluate' : undefined,
      ]);
    }
  });

  it('take the name of an event and of its action for the same', () => {
    expect(['matter.dispatch', 'dispatched', 'dispatch'].map(stepName)).toEqual([
      'dispatch',
      'dispatch',
      'dispatch',
    ]);
    expect(stepName('constructor')).toBe('other');
  });
});
