/** What does not go straight: reopened, disputed, shelved, joined; each with those it concerns at a browser. */
import { describe, expect, it } from 'vitest';
import { useOffice } from './harness.ts';
import { closed, dispatchedTo, filed, inHand, reported } from './told.ts';
import { word } from './words.ts';

const web = (key: string, values?: Readonly<Record<string, string>>) =>
  word(`matters:web.${key}`, values);
const portal = (key: string, values?: Readonly<Record<string, string>>) =>
  word(`matters:portal.${key}`, values);
const DAY = 24 * 3_600_000;

describe('beside the straight way', () => {
  const office = useOffice('server');

  it('a resident for whom nothing is solved has it taken up again, and it is dispatched a second time', async () => {
    const told = await closed(office().world);
    const resident = await office().resident();
    await resident.asksAgain(told, '灯又灭了，和没修一样。');
    expect((await resident.steps(told)).at(-1)).toBe(portal('step.reopen'));

    const dispatcher = await office().at('dispatcher');
    await dispatcher.takesFromToday(told.number);
    await dispatcher.detail.getByText(web('list.round', { count: '2' })).waitFor();
    await dispatcher.history.getByText('灯又灭了，和没修一样。').waitFor();
    const form = await dispatcher.pressesNext('dispatch');
    await form.getByRole('radio').first().check();
    await dispatcher.sendsByKey('dispatch');

    const fitter = await office().at('lamp fitter');
    await fitter.takesFromToday(told.number);
    await fitter.pressesNext('accept');
    await fitter.page.keyboard.press('Enter');
    await fitter.happened('accept');
  });

  it('a unit to which a matter was wrongly sent disputes it; upheld, it goes to another one', async () => {
    const told = await dispatchedTo(office().world, 'roads');
    const mender = await office().at('road mender');
    await mender.takesFromToday(told.number);
    await mender.chooses('dispute');
    await mender.page.keyboard.type('路灯不属道路养护所管养。');
    await mender.sendsByKey('dispute');

    const dispatcher = await office().at('dispatcher');
    await dispatcher.go('/dispatch');
    const waiting = dispatcher.page.getByRole('listitem').filter({ hasText: told.number });
    await waiting.getByRole('link', { name: web('dispatch.decide') }).click();
    const settling = await dispatcher.form('settle_dispute');
    const upheld = web('action.settle_dispute.field.upheldIs.true');
    await settling.getByRole('radio', { name: upheld, exact: true }).check();
    await settling.getByRole('textbox').fill('按权属由市政设施养护所办理。');
    await dispatcher.sends('settle_dispute');
    const form = await dispatcher.pressesNext('dispatch');
    await form.getByRole('radio', { name: /市政设施养护所/ }).check();
    await dispatcher.sendsByKey('dispatch');

    const fitter = await office().at('lamp fitter');
    await fitter.go();
    await fitter.waiting(told.number).waitFor();
    // What is no longer theirs is no longer in their sight.
    await mender.go('/matters');
    await mender.searches(told.number);
    await mender.page.getByText(web('list.noneFits')).waitFor();
  });

  it('what cannot be solved now is shelved by a leader to a day, the reporter is told why, and it is taken up again', async () => {
    const told = await inHand(office().world);
    const leader = await office().at('leader');
    await leader.go('/matters');
    await leader.finds(told.number);
    const form = await leader.chooses('shelve');
    const day = form.getByRole('textbox', { name: web('field.reviewOn') });
    await day.fill('2026-12-05');
    await day.press('Enter');
    await form.getByRole('textbox', { name: web('field.reason') }).fill('灯杆产权待法院判定。');
    await leader.sendsByKey('shelve');

    const resident = await office().resident();
    expect((await resident.steps(told)).at(-1)).toBe(portal('step.shelve'));
    await resident.page.getByText('灯杆产权待法院判定。').waitFor();
    await resident.page.getByText(portal('matter.shelved')).waitFor();

    await leader.pressesNext('resume');
    await leader.sendsByKey('resume');
    expect((await resident.steps(told)).at(-1)).toBe(portal('step.resume'));
    const fitter = await office().at('lamp fitter');
    await fitter.takesFromToday(told.number);
    await fitter.pressesNext('answer');
  });

  it('two reports of one thing are joined, and both tell of it', async () => {
    const first = await inHand(office().world, { description: '巷口两盏路灯都不亮了。' });
    const second = await reported(office().world, { description: '巷口的两盏路灯不亮。' });
    const intake = await office().at('intake');
    await intake.takesFromToday(second.number);
    const form = await intake.chooses('merge');
    const target = form.getByRole('combobox', { name: web('field.targetId') });
    await target.fill(first.number);
    await intake.page.locator('.ant-select-item-option', { hasText: first.number }).waitFor();
    await target.press('Enter');
    await intake.sendsByKey('merge');
    await intake.detail.getByRole('link', { name: first.number }).first().click();
    await intake.stands(first.number);
    await intake.happened('joined');
    await intake.detail
      .getByRole('region', { name: web('detail.related') })
      .getByRole('link', { name: second.number })
      .waitFor();

    const resident = await office().resident();
    await resident.follows(second);
    await resident.page.getByText(portal('matter.merged', { number: first.number })).waitFor();
    const other = await office().resident();
    expect((await other.steps(first)).at(-1)).toBe(portal('step.joined'));
  });

  it('a list that stands open changes when somebody else acts, without being loaded again', async () => {
    const told = await filed(office().world);
    const watcher = await office().at('supervisor');
    await watcher.go('/matters?open=true');
    const row = watcher.row(told.number);
    await row.getByText('lane', { exact: true }).waitFor();
    await watcher.page.evaluate('window.loadedOnce = true');

    const dispatcher = await office().at('dispatcher');
    await dispatcher.takesFromToday(told.number);
    const form = await dispatcher.pressesNext('dispatch');
    await form.getByRole('radio').first().check();
    await dispatcher.sendsByKey('dispatch');

    await row.getByText('市政设施养护所').waitFor();
    const newcomer = await reported(office().world, { description: '又一盏灯坏了。' });
    await watcher.row(newcomer.number).waitFor();
    expect(await watcher.page.evaluate('window.loadedOnce')).toBe(true);
  });

  it('after the period nobody can have it taken up again', async () => {
    const told = await closed(office().world);
    const resident = await office().resident();
    await resident.follows(told);
    const ask = resident.page.getByText(portal('act.reopen'), { exact: true });
    expect(await ask.count()).toBe(1);
    await office().passes(16 * DAY);
    await resident.follows(told);
    expect(await ask.count()).toBe(0);
  });
});
