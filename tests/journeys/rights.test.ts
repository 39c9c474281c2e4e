/** What residents may ask beside the work itself, on the running system: a complaint heard, data shown, a suggestion answered. */
import { describe, expect, it } from 'vitest';
import { useOffice } from './harness.ts';
import { inHand } from './told.ts';
import { word } from './words.ts';

const web = (key: string, values?: Readonly<Record<string, string>>) =>
  word(`matters:web.${key}`, values);
const portal = (key: string, values?: Readonly<Record<string, string>>) =>
  word(`matters:portal.${key}`, values);

describe('the rights of a resident', () => {
  const office = useOffice('server');

  it('a complaint about the handling is answered by a supervisor, and the resident reads it; the unit does not', async () => {
    const told = await inHand(office().world);
    const resident = await office().resident();
    await resident.follows(told);
    await resident.opens('complain');
    await resident.page.getByLabel(portal('act.complain_text')).fill('来的人没下车就走了。');
    await resident.page.getByRole('button', { name: portal('act.complain_send') }).click();
    await resident.page.getByText(portal('act.done_complain')).waitFor();

    const supervisor = await office().at('supervisor');
    await supervisor.takesFromToday(told.number);
    await supervisor.history.getByText('来的人没下车就走了。').waitFor();
    const form = await supervisor.pressesNext('answer_complaint');
    await form.getByRole('textbox').fill('已经约谈，明天重新去修。');
    await supervisor.sends('answer_complaint');

    expect((await resident.steps(told)).at(-1)).toBe(portal('step.answer_complaint'));
    await resident.page.getByText('已经约谈，明天重新去修。').waitFor();

    const fitter = await office().at('lamp fitter');
    await fitter.takesFromToday(told.number);
    await fitter.history.waitFor();
    expect(await fitter.page.getByText('没下车').count()).toBe(0);
    expect(await fitter.page.getByText('已经约谈').count()).toBe(0);
  });

  it('a resident sees what is held, and why the contact is not yet erased', async () => {
    const resident = await office().resident();
    const receipt = await resident.reports({
      words: '井盖松了。',
      place: '巷口',
      area: 'lane',
      phone: '13900000000',
    });
    await resident.follows(receipt);
    const { page } = resident;
    await page.getByRole('button', { name: portal('data.open') }).click();
    await page.getByRole('heading', { name: portal('data.title'), level: 1 }).waitFor();
    await page.getByText('139****0000').first().waitFor();
    await page.getByText(portal('data.looked_none')).waitFor();
    await page.getByText(portal('data.erase'), { exact: true }).first().click();
    await page.getByRole('radio', { name: portal('data.erase_contact') }).check({ force: true });
    await page.getByRole('button', { name: portal('data.erase_send') }).click();
    await page.getByRole('alert').getByText(portal('data.kept_under_way')).waitFor();
  });

  it('a suggestion about the system is answered on the desk, and shown to whom it came from', async () => {
    const { page } = await office().resident();
    const { origin } = office().server;
    await page.goto(`${origin}/t/${office().world.slug}/suggest`);
    await page.getByLabel(portal('suggest.text'), { exact: true }).fill('字再大一些就好了。');
    await page.getByRole('button', { name: portal('suggest.send'), exact: true }).click();
    const receipt = page.getByRole('definition');
    await receipt.first().waitFor();
    const [number = '', key = ''] = await receipt.allTextContents();

    const administrator = await office().at('system administrator');
    await administrator.go('/suggestions');
    const desk = administrator.page;
    const item = desk.getByRole('listitem').filter({ hasText: number });
    await item.getByLabel(web('suggestions.answer')).fill('右上角可以选“大字”。');
    await item.getByRole('button', { name: web('suggestions.answerSend') }).click();
    const answer = item.getByRole('paragraph').filter({ hasText: '右上角可以选“大字”。' });
    await answer.waitFor();

    await page.goto(`${origin}/t/${office().world.slug}/suggest`);
    await page.getByLabel(portal('follow.number')).fill(number);
    await page.getByLabel(portal('sent.key')).fill(key);
    await page.getByRole('button', { name: portal('suggest.look') }).click();
    await page.getByText('右上角可以选“大字”。').waitFor();
  });

  it('a member of staff says what is asked twice, and finds it among their own', async () => {
    const intake = await office().at('intake');
    await intake.go('/suggestions');
    const { page } = intake;
    expect(await page.getByText(web('suggestions.all')).count()).toBe(0);
    await page.getByLabel(web('suggestions.write')).fill('同一张表填了两次。');
    await page.getByRole('button', { name: web('suggestions.send') }).click();
    await page.getByRole('listitem').filter({ hasText: '同一张表填了两次。' }).waitFor();
  });
});
