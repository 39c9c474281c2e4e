/** Two people on one matter see each other, and neither overwrites what the other did or loses what they wrote. */
import { describe, expect, it } from 'vitest';
import { findingsOn } from './accessible.ts';
import { useOffice } from './harness.ts';
import { dispatchedTo, inHand } from './told.ts';
import { word } from './words.ts';

const web = (key: string, values?: Readonly<Record<string, string>>) =>
  word(`matters:web.${key}`, values);

describe('two people on one matter', () => {
  const office = useOffice('server');

  it('see that the other has it open, what they fill in, and that they are gone', async () => {
    const told = await dispatchedTo(office().world, 'lamps', { description: '两人同看的灯。' });
    const other = await dispatchedTo(office().world, 'lamps', { description: '另一盏灯。' });
    const first = await office().at('lamp fitter');
    const second = await office().at('second lamp fitter');
    await first.takesFromToday(told.number);
    await second.takesFromToday(told.number);
    const reading = (names: string) => web('present.reading', { names });
    await first.detail.getByText(reading('养护员乙')).waitFor();
    await second.detail.getByText(reading('养护员甲')).waitFor();
    expect((await findingsOn(first.page)).grave).toEqual([]);

    await second.chooses('dispute');
    const step = web('action.dispute.button');
    await first.detail.getByText(web('present.doing', { name: '养护员乙', step })).waitFor();

    await second.takesFromToday(other.number);
    await first.detail.getByText(/养护员乙/).waitFor({ state: 'detached' });
    expect(await second.detail.getByText(reading('养护员甲')).count()).toBe(0);
  });

  it('neither overwrite each other nor lose what they wrote', async () => {
    const told = await inHand(office().world, { description: '两人同办的灯。' });
    const first = await office().at('lamp fitter');
    const second = await office().at('second lamp fitter');
    await first.takesFromToday(told.number);
    // What was opened takes the focus, and who goes back goes on from there.
    await first.page.locator('main:focus').waitFor();
    await first.page.goBack();
    const left = first.page.locator('.today-row:focus').filter({ hasText: told.number });
    await left.waitFor();
    await first.page.keyboard.press('Enter');
    await first.stands(told.number);
    await first.chooses('comment');
    await first.page.keyboard.type('灯杆要换，先报材料。');
    await second.takesFromToday(told.number);
    await second.chooses('comment');
    await second.page.keyboard.type('材料已在路上。');
    await second.sendsByKey('comment');

    const form = await first.form('comment');
    await form.getByRole('button', { name: web('action.comment.submit') }).click();
    const stale = form.getByRole('alert').filter({ hasText: web('stale.title') });
    await stale.getByText('材料已在路上。').waitFor();
    expect(await form.getByRole('textbox').inputValue()).toBe('灯杆要换，先报材料。');
    await form.getByRole('button', { name: web('stale.again') }).click();
    await first.happened('comment');
    await first.history.getByText('灯杆要换，先报材料。').waitFor();
    await first.history.getByText('材料已在路上。').waitFor();
  });

  it('are told when the network is gone, and go on by themselves when it is back', async () => {
    const told = await dispatchedTo(office().world, 'lamps', { description: '断网时看的灯。' });
    const fitter = await office().at('lamp fitter');
    await fitter.go('/matters?mine=true');
    await fitter.row(told.number).waitFor();
    await fitter.page.context().setOffline(true);
    await fitter.row(told.number).click();
    await fitter.detail.getByText(word('ui:error.offline')).waitFor();
    await fitter.page.context().setOffline(false);
    await fitter.detail.getByText('断网时看的灯。').waitFor();
  });

  it('are not seen by who may not see the matter, whatever they ask', async () => {
    const told = await dispatchedTo(office().world, 'lamps', { description: '别人看不见的灯。' });
    const fitter = await office().at('lamp fitter');
    await fitter.takesFromToday(told.number);
    const mender = await office().at('road mender');
    const answer = await mender.page.request.post(
      `${mender.origin}/api/matters/${told.matterId}/presence`,
      { data: { seat: crypto.randomUUID() }, headers: { 'sec-fetch-site': 'same-origin' } },
    );
    expect(answer.status()).toBe(404);
    expect(await answer.text()).not.toContain('养护员');
  });
});
