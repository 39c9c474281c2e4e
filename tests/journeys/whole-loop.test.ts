/** What the house is for: from a resident's report to an evaluated closure, with everybody at a browser. */
import { describe, expect, it } from 'vitest';
import { engines } from '#tests/engines/engines.ts';
import { picture } from '#tests/worlds/pictures.ts';
import { choosesFrom, type Desk } from './desk.ts';
import { type Office, useOffice } from './harness.ts';
import type { Receipt } from './resident.ts';
import { LANE } from './told.ts';
import { word } from './words.ts';

const photo = async (name: string) => ({
  name,
  mimeType: 'image/jpeg',
  buffer: await picture('jpeg', 640, 480),
});

const step = (name: string, organisation = '市政设施养护所') =>
  word(`matters:portal.step.${name}`, { organisation });

describe.each(engines)('a broken street lamp, on the %s engine', (engine) => {
  const office = useOffice(engine);

  it('goes from a report on a phone to an evaluation, step by step in sight of the reporter', async () => {
    const resident = await office().resident({ at: LANE });
    const receipt = await resident.reports({
      words: '巷口第三根灯杆的灯不亮，三天了，老人摔过跤。',
      place: '巷口第三根灯杆',
      photo: await photo('lamp.jpg'),
    });
    expect(receipt.number).toMatch(/^\d{6}-\d+$/);
    expect(receipt.key).not.toBe('');
    expect(await resident.steps(receipt)).toEqual([step('report')]);

    await files(office(), receipt);
    expect(await resident.steps(receipt)).toContain(step('file'));

    await isDispatchedAsSuggested(office(), receipt);
    expect(await resident.steps(receipt)).toContain(step('dispatch'));

    await acceptsAndAnswers(office(), receipt);
    expect(await resident.steps(receipt)).toEqual(
      expect.arrayContaining([step('accept'), step('answer')]),
    );

    await knowsNothingOf(await office().at('south intake'), receipt);
    await knowsNothingOf(await office().at('road mender'), receipt);

    await checksWithEvidence(office(), receipt);
    const intake = await office().at('intake');
    await intake.takesFromToday(receipt.number);
    await intake.pressesNext('close');
    await intake.sendsByKey('close');
    expect((await resident.steps(receipt)).slice(-2)).toEqual([step('check'), step('close')]);

    await callsBack(office(), receipt);
    expect((await resident.steps(receipt)).at(-1)).toBe(step('call_back'));
    await resident.evaluates(receipt, 'yes', 5);
    expect((await resident.steps(receipt)).at(-1)).toBe(step('evaluate'));
  });

  it('can be reported and followed by a browser without script', async () => {
    const resident = await office().resident({ script: false });
    const receipt = await resident.reports({
      words: '巷口路灯不亮。',
      place: '巷口',
      area: 'lane',
      photo: await photo('lamp.jpg'),
      phone: '139 0000 0000',
    });
    expect(await resident.steps(receipt)).toEqual([step('report')]);
    await resident.leaves();
    expect(await resident.steps({ ...receipt, key: '13900000000' })).toEqual([step('report')]);
    const intake = await office().at('intake');
    await intake.takesFromToday(receipt.number);
    expect(await intake.detail.getByRole('img').count()).toBeGreaterThan(0);
  });
});

async function files(office: Office, { number }: Receipt): Promise<void> {
  const intake = await office.at('intake');
  await intake.takesFromToday(number);
  const form = await intake.pressesNext('file');
  await choosesFrom(form, word('matters:web.field.categoryId'), 'B0101');
  await intake.sendsByKey('file');
}

async function isDispatchedAsSuggested(office: Office, { number }: Receipt): Promise<void> {
  const dispatcher = await office.at('dispatcher');
  await dispatcher.go();
  await dispatcher.opens('dispatch');
  const units = dispatcher.page.getByRole('group', {
    name: word('matters:web.dispatch.units', { number }),
  });
  await units.getByRole('button').first().waitFor();
  expect(await units.getByRole('button').first().textContent()).toContain('市政设施养护所');
  await dispatcher.page.keyboard.press('a');
  await units.waitFor({ state: 'detached' });
}

async function acceptsAndAnswers(office: Office, { number }: Receipt): Promise<void> {
  const fitter = await office.at('lamp fitter');
  await fitter.takesFromToday(number);
  await fitter.pressesNext('accept');
  await fitter.page.keyboard.press('Enter');
  await fitter.happened('accept');
  const form = await fitter.pressesNext('answer');
  await fitter.page.keyboard.type('灯泡已更换，今晚会亮。');
  await form.getByLabel(word('ui:photo.file')).setInputFiles(await photo('after.jpg'));
  await form.getByRole('img').waitFor();
  await fitter.sends('answer');
}

async function checksWithEvidence(office: Office, { number }: Receipt): Promise<void> {
  const checker = await office.at('checker');
  await checker.takesFromToday(number);
  const form = await checker.pressesNext('check');
  await checker.page.keyboard.type('晚八点到场，灯亮。');
  await form.getByLabel(word('ui:photo.file')).setInputFiles(await photo('check.jpg'));
  await form.getByRole('img').waitFor();
  await checker.sends('check');
}

async function callsBack(office: Office, { number }: Receipt): Promise<void> {
  const caller = await office.at('second intake');
  await caller.takesFromToday(number);
  const form = await caller.pressesNext('call_back');
  const solved = word('matters:web.action.call_back.field.solvedIs.true');
  await form.getByRole('radio', { name: solved, exact: true }).check();
  await form.getByRole('radio', { name: word('matters:web.score.5'), exact: true }).check();
  await caller.sends('call_back');
}

/** Neither among what is found nor by its address. */
async function knowsNothingOf(desk: Desk, { number }: Receipt): Promise<void> {
  await desk.go('/matters');
  await desk.searches(number);
  await desk.page.getByText(word('matters:web.list.noneFits')).waitFor();
  expect(await desk.row(number).count()).toBe(0);
}
