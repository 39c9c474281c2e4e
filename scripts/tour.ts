/**
 * `npm run tour`: opens the demonstration, tells one matter through the screens
 * and photographs them into `docs/tour/`, for the README.
 */
import type { Browser } from 'playwright-core';
import { openChromium } from '#tests/journeys/chromium.ts';
import { choosesFrom, Desk } from '#tests/journeys/desk.ts';
import { type Receipt, Resident } from '#tests/journeys/resident.ts';
import { word } from '#tests/journeys/words.ts';
import { untilFilled } from './photographs/until-filled.ts';
import { type RunningDemonstration, startDemonstration } from './tour/demonstration.ts';
import { hangWall } from './tour/hang-wall.ts';
import { lampPicture } from './tour/lamp.ts';
import { photograph } from './tour/photographs.ts';

/** People of demo/units.ts who get links. */
const PEOPLE = 12;
const PLACE = 'zhongyuan';
/** Milliseconds that a map takes to be drawn. */
const DRAWN = 4_000;
const UNEVEN_TOWN = '建设路街道';
const SCHEME = /长治市潞州区/;
/** In the demonstration's district. */
const HERE = { longitude: 113.6, latitude: 34.75 };

const demonstration = await startDemonstration(PEOPLE);
const browser = await openChromium();
try {
  await tour(demonstration, browser);
} finally {
  await browser.close();
  await demonstration.stop();
}

async function tour({ origin, tokens }: RunningDemonstration, on: Browser): Promise<void> {
  // A link lets in once.
  const desks = new Map<string, Desk>();
  const at = async (name: string): Promise<Desk> => {
    const known = desks.get(name);
    if (known !== undefined) return known;
    const desk = await Desk.before(on, { origin, now: Date.now() });
    await desk.signsIn(tokens.get(`演示·${name}`) ?? '');
    desks.set(name, desk);
    return desk;
  };
  const supervisor = await at('督查员');
  await untilFilled(supervisor);
  const resident = await Resident.at(on, {
    address: `${origin}/t/${PLACE}`,
    now: Date.now(),
    at: HERE,
    sharpness: 2,
  });
  const receipt = await reports(resident);
  await isHandled(receipt, at);
  await photographsOfPortal(resident, receipt);
  await photographsOfDesk(await at('核查员'), supervisor, receipt);
  await photographsOfPlanning(await at('派遣员'));
  await photographsOfCompensation(await at('征收经办员'), resident);
  const screen = await hangWall(on, await at('分管领导'), '导览');
  await screen.page.waitForTimeout(DRAWN);
  await photograph(screen.page, 'wall-map');
}

async function reports(resident: Resident): Promise<Receipt> {
  await resident.go('report');
  await resident.fillsReport({
    words: '巷口第三根灯杆的路灯不亮，已经三天了，老人晚上回家看不清台阶。',
    place: '煤仓街 6 号院门口',
    photo: await lampPicture(false),
  });
  await resident.page.evaluate('document.activeElement.blur(); window.scrollTo(0, 0)');
  await photograph(resident.page, 'portal-report');
  await resident.page.getByRole('button', { name: word('matters:portal.report.send') }).click();
  return resident.receipt();
}

/** Filed, dispatched as suggested, accepted and answered with a picture. */
async function isHandled({ number }: Receipt, at: (name: string) => Promise<Desk>): Promise<void> {
  const intake = await at('受理员');
  await photographToday(intake);
  await intake.go('/matters');
  await intake.finds(number);
  const filing = await intake.pressesNext('file');
  await choosesFrom(filing, word('matters:web.field.categoryId'), 'B0101');
  await intake.sends('file');

  const dispatcher = await at('派遣员');
  await dispatcher.go('/dispatch');
  await dispatcher.rests();
  await photograph(dispatcher.page, 'desk-dispatch');
  await dispatcher.go('/matters');
  await dispatcher.finds(number);
  const form = await dispatcher.pressesNext('dispatch');
  await form.getByRole('radio').first().check();
  await dispatcher.sends('dispatch');

  const handler = await at('市政处置员');
  await handler.go('/matters');
  await handler.finds(number);
  await handler.pressesNext('accept');
  await handler.sends('accept');
  const answer = await handler.pressesNext('answer');
  await answer.getByRole('textbox').fill('灯泡和镇流器已更换，当晚试亮。');
  await answer.getByLabel(word('ui:photo.file')).setInputFiles(await lampPicture(true));
  await answer.getByRole('img').waitFor();
  await handler.sends('answer');
}

async function photographToday(intake: Desk): Promise<void> {
  await intake.go();
  await intake.rests();
  await photograph(intake.page, 'desk-today');
}

async function photographsOfPortal(resident: Resident, receipt: Receipt): Promise<void> {
  await resident.go();
  await photograph(resident.page, 'portal-home');
  await resident.follows(receipt);
  await photograph(resident.page, 'portal-follow');
  await resident.go('map');
  await resident.page.getByRole('button', { name: word('matters:portal.map.open') }).click();
  await resident.page.waitForTimeout(4_000);
  await photograph(resident.page, 'portal-map');
  await resident.go('?lang=en');
  await photograph(resident.page, 'portal-home-en');
}

async function photographsOfDesk(checker: Desk, supervisor: Desk, receipt: Receipt): Promise<void> {
  await checker.go('/matters?open=true');
  await checker.rests();
  await checker.finds(receipt.number);
  const { pathname } = new URL(checker.page.url());
  await checker.go(`${pathname.replace('/desk', '')}?open=true`);
  await checker.stands(receipt.number);
  await checker.rests();
  await photograph(checker.page, 'desk-detail');

  await supervisor.go('/matters?open=true');
  await supervisor.rests();
  await photograph(supervisor.page, 'desk-list');
  await supervisor.page.evaluate(`localStorage.setItem('lianxin.theme', 'dark')`);
  await supervisor.go('/matters?open=true');
  await supervisor.rests();
  await photograph(supervisor.page, 'desk-list-dark');
  await supervisor.page.evaluate(`localStorage.setItem('lianxin.theme', 'light')`);
  await supervisor.go('/figures');
  await supervisor.rests();
  await photograph(supervisor.page, 'desk-figures');
  await supervisor.go('/map');
  await supervisor.rests();
  await supervisor.page.waitForTimeout(6_000);
  await photograph(supervisor.page, 'desk-map');

  await supervisor.page.evaluate(`document.cookie = 'lang=en; path=/'`);
  await supervisor.go('/figures');
  await supervisor.rests();
  await photograph(supervisor.page, 'desk-figures-en');
}

/** The town whose grids fit no more, before anything is drawn anew. */
async function photographsOfPlanning(dispatcher: Desk): Promise<void> {
  const { page } = dispatcher;
  await dispatcher.go('/planning/table');
  await choosesFrom(page.getByRole('main'), word('places:web.planning.area'), UNEVEN_TOWN);
  await page.waitForTimeout(DRAWN * 2);
  await photograph(page, 'desk-planning-table');
}

/** The scheme as the office reads it, and as a household calculates by it. */
async function photographsOfCompensation(officer: Desk, resident: Resident): Promise<void> {
  await officer.go('/schemes');
  await officer.page.getByRole('link', { name: SCHEME }).first().click();
  await officer.page
    .getByRole('link', { name: word('relocation:web.list.version', { version: '1' }) })
    .click();
  await officer.rests();
  await photograph(officer.page, 'desk-scheme');
  await resident.go('compensation/changzhi-luzhou/calculate');
  await photograph(resident.page, 'portal-calculate');
}
