/** From `lianxin init` to the first evaluated matter, by nothing but what the screens say. */
import type { Browser } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { picture } from '#tests/worlds/pictures.ts';
import { findingsOn } from './accessible.ts';
import { Administrator, SecurityAdministrator, SystemAdministrator } from './administrators.ts';
import { openChromium } from './chromium.ts';
import { choosesFrom, Desk } from './desk.ts';
import { type NewPlace, openNewPlace, signsInAsAdministrator } from './new-place.ts';
import type { Receipt } from './resident.ts';
import { Resident } from './resident.ts';
import { word } from './words.ts';

const LIMIT = 600_000;
const web = (key: string) => word(`matters:web.${key}`);
const photo = async (name: string) => ({
  name,
  mimeType: 'image/jpeg',
  buffer: await picture('jpeg', 640, 480),
});

const TOP = '瀍河区';
const CENTRE = '城市运行中心';
const STREET = '东关街道办事处';
const RULE = '本区接诉即办办法第八条';
const STAFF = [
  { name: '受理员甲', title: '受理员', role: 'intake', unit: CENTRE },
  { name: '派遣员甲', title: '派遣员', role: 'dispatcher', unit: CENTRE },
  { name: '核查员甲', title: '核查员', role: 'checker', unit: CENTRE },
  { name: '处置员甲', title: '处置员', role: 'handler', unit: STREET },
] as const;

describe(
  'an empty system',
  () => {
    let place: NewPlace;
    let browser: Browser;
    let system: SystemAdministrator;
    let security: SecurityAdministrator;
    const tokens = new Map<string, string>();
    let receipt: Receipt;

    beforeAll(async () => {
      place = await openNewPlace();
      browser = await openChromium();
    }, LIMIT);
    afterAll(async () => {
      await browser.close();
      await place.close();
    }, LIMIT);

    /** By axe, while there is little on them; `every-screen` looks at them full, in both widths. */
    const seen = async (desk: Desk): Promise<void> => {
      await desk.rests();
      const { grave, slight } = await findingsOn(desk.page);
      expect([...grave, ...slight]).toEqual([]);
    };

    it('lets both administrators in by their links, and tells the first what to do', async () => {
      const { origin } = place.server;
      system = new SystemAdministrator(
        await signsInAsAdministrator(browser, origin, place.tokens.system),
      );
      security = new SecurityAdministrator(
        await signsInAsAdministrator(browser, origin, place.tokens.security),
      );
      await system.isAskedFor('areas');
      await seen(system.desk);
    });

    it('asks who came by a link to set a password, and then no more', async () => {
      await system.setsPassword('grey heron by the weir');
      await system.goesHome();
      await system.page.getByText(/还没有密码/).waitFor({ state: 'detached' });
    });

    it('gets its areas from the country’s divisions, a local one by the keyboard, and renames one', async () => {
      await system.follows('areas');
      await seen(system.desk);
      await system.copiesDivision('瀍河', '瀍河回族区');
      await system.addsLocalArea('东关街道', '东关新区');
      await system.renamesArea('瀍西街道', '瀍西老街街道');
      await seen(system.desk);
      await system.isAskedFor('posts');
    });

    it('gets its units and posts', async () => {
      await system.follows('posts');
      await system.buildsUnit({ below: TOP, name: CENTRE, kind: 'command_centre' });
      await system.buildsUnit({
        below: TOP,
        name: STREET,
        kind: 'street_office',
        area: '东关街道',
      });
      for (const { unit, title, role } of STAFF) await system.addsPost(unit, title, role);
      await seen(system.desk);
      await system.isAskedFor('people');
    });

    it('tells residents how to reach a unit', async () => {
      await system.opensKept(word('organisations:web.title'));
      await system.saysHowToReach(STREET, '0371-67770000');
      const page = await browser.newPage({ locale: 'zh-CN' });
      await page.goto(`${place.server.origin}/t/${place.slug}/responsible?named=东关新区`);
      expect(await page.locator('.answer').textContent()).toContain(STREET);
      await page.getByRole('link', { name: '0371-67770000' }).waitFor();
      await page.close();
    });

    it('gets its people, their accounts and appointments from the security administrator', async () => {
      await security.isAskedFor('people');
      await security.follows('people');
      for (const { name } of STAFF) {
        const slip = await security.adds(name);
        if (tokens.size === 0) await seen(security.desk);
        tokens.set(name, await security.handsOver(slip));
      }
      await seen(security.desk);
      await security.followsToUnits();
      for (const { unit, title, name } of STAFF) await security.appoints(unit, title, name);
      await seen(security.desk);
      await security.isAskedFor('entered');
    });

    it('says in place why nobody appoints themselves, and keeps what was typed', async () => {
      await security.opensKept(word('organisations:web.title'));
      const form = await security.fillsAppointment(CENTRE, '核查员', '安全管理员甲');
      await form.getByRole('button', { name: word('organisations:web.appoint.submit') }).click();
      await form.getByText(word('organisations:web.refusal.own')).waitFor();
      expect(await form.textContent()).toContain('安全管理员甲');
      await seen(security.desk);
      await security.page.keyboard.press('Escape');
      await form.waitFor({ state: 'detached' });
    });

    it('gives the third administrator a post, who reads what happened', async () => {
      await system.opensKept(word('organisations:web.title'));
      await system.addsPost(TOP, '审计员', 'audit_admin');
      await security.opensKept(word('organisations:web.people.title'));
      const token = await security.handsOver(await security.adds('审计管理员甲'));
      await security.followsToUnits();
      await security.appoints(TOP, '审计员', '审计管理员甲');
      const { origin } = place.server;
      const audit = new Administrator(await signsInAsAdministrator(browser, origin, token));
      await audit.opensKept(word('access:web.events.title'));
      const made = audit.page.getByRole('row').filter({
        hasText: word('access:web.event.account_created'),
      });
      await made.first().waitFor();
      expect(await made.count()).toBeGreaterThanOrEqual(STAFF.length);
      await seen(audit.desk);
    });

    it('keeps its limits by the rules of the place', async () => {
      const lamps = '公用设施 / 路灯';
      await system.opensKept(web('catalogue.title'));
      await system.page.getByRole('button', { name: new RegExp(`^${lamps}`) }).click();
      const title = word('matters:web.catalogue.limit.title', { name: lamps });
      const form = await system.asksFor(web('catalogue.limit.button'), title);
      await form.getByLabel(web('catalogue.limit.amount')).fill('5');
      await form.getByLabel(web('catalogue.limit.rule')).fill(RULE);
      await seen(system.desk);
      await system.sends(form, web('catalogue.limit.submit'));
      const kept = system.page.getByRole('complementary').getByRole('listitem');
      await kept.filter({ hasText: RULE }).getByText('5 个工作日').waitFor();
    });

    it('keeps nobody out of the other screens of administration', async () => {
      for (const title of ['organisations:web.orphans.title', 'access:web.policy.title']) {
        await security.opensKept(word(title));
        await security.page.getByRole('heading', { name: word(title) }).waitFor();
        await seen(security.desk);
      }
    });

    const at = async (name: string): Promise<Desk> => {
      const desk = await Desk.before(browser, { origin: place.server.origin, now: Date.now() });
      await desk.signsIn(tokens.get(name) ?? '');
      return desk;
    };

    it('brings its first matter from the counter to an evaluation', async () => {
      const intake = await at('受理员甲');
      await intake.opens('enter');
      const form = intake.page.getByRole('form', { name: web('entry.title') });
      await form.getByLabel(web('entry.description')).fill('东关街口的路灯不亮，晚上看不清路。');
      await choosesFrom(form, web('field.areaId'), '东关街道');
      await form.getByRole('button', { name: web('entry.submit') }).click();
      const done = intake.page.getByRole('status').filter({ hasText: web('entry.readOut') });
      const number = (await done.locator('.entry-number').textContent()) ?? '';
      const key = (await done.getByRole('code').textContent()) ?? '';
      receipt = { number, key };

      await intake.takesFromToday(number);
      await choosesFrom(await intake.pressesNext('file'), web('field.categoryId'), 'B0101');
      await intake.sends('file');

      const dispatcher = await at('派遣员甲');
      await dispatcher.takesFromToday(number);
      const dispatching = await dispatcher.pressesNext('dispatch');
      await dispatching.getByRole('radio', { name: new RegExp(`^${STREET}`) }).check();
      await dispatcher.sends('dispatch');

      const handler = await at('处置员甲');
      await handler.takesFromToday(number);
      await handler.pressesNext('accept');
      await handler.sends('accept');
      const answer = await handler.pressesNext('answer');
      await answer.getByRole('textbox').first().fill('灯泡已更换。');
      await answer.getByLabel(word('ui:photo.file')).setInputFiles(await photo('after.jpg'));
      await answer.getByRole('img').waitFor();
      await handler.sends('answer');

      const checker = await at('核查员甲');
      await checker.takesFromToday(number);
      const check = await checker.pressesNext('check');
      await check.getByRole('textbox').first().fill('到场，灯亮。');
      await check.getByLabel(word('ui:photo.file')).setInputFiles(await photo('check.jpg'));
      await check.getByRole('img').waitFor();
      await checker.sends('check');

      await intake.takesFromToday(number);
      await intake.pressesNext('close');
      await intake.sends('close');

      const resident = await Resident.at(browser, {
        address: `${place.server.origin}/t/${place.slug}`,
        now: Date.now(),
      });
      await resident.evaluates(receipt, 'yes', 5);
    });

    it('shows the list of first steps no more', async () => {
      await system.goesHome();
      await system.page.reload();
      await system.page.getByRole('heading', { name: web('start.keeps') }).waitFor();
      await system.desk.rests();
      expect(await system.page.getByRole('heading', { name: web('start.title') }).count()).toBe(0);
      await seen(system.desk);
    });
  },
  LIMIT,
);
