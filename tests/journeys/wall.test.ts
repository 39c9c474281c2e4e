/** A wall in a meeting room: paired from a desk, live, readable, turned by hand, honest when it hears nothing. */
import { mkdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import sharp from 'sharp';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { makeDeviceToken } from '#features/access/server/public.ts';
import { SCENES } from '#features/matters/contract.ts';
import { makeWall } from '#features/matters/server/public.ts';
import { START_LIMIT } from '#tests/engines/engines.ts';
import { sure } from '#tests/worlds/district.ts';
import { findingsOn } from './accessible.ts';
import { type Office, useOffice } from './harness.ts';
import { closed, filed, reported } from './told.ts';
import { Line, type Size, WallScreen } from './wall-screen.ts';
import { word } from './words.ts';

const wall = (key: string) => word(`matters:web.wall.${key}`);
const walls = (key: string, values?: Record<string, string>) =>
  word(`matters:web.walls.${key}`, values);

const SIZES: Readonly<Record<string, Size>> = {
  wide: { width: 1920, height: 1080 },
  fine: { width: 3840, height: 2160 },
  tall: { width: 1080, height: 1920 },
};

/** Where photographs are wished for: a folder to look at them. */
const PHOTOGRAPHS = process.env['LIANXIN_PHOTOGRAPHS'];

describe('a wall', () => {
  const office = useOffice('server');
  const screens: WallScreen[] = [];
  let line: Line;
  let number: string;
  beforeAll(async () => {
    for (let count = 0; count < 12; count += 1) number = (await filed(office().world)).number;
    line = await Line.to(office().server.origin);
  }, START_LIMIT);
  afterAll(async () => {
    for (const { person } of screens) await person.context.close();
    await line.end();
  }, START_LIMIT);

  const hang = async (origin = office().server.origin): Promise<WallScreen> => {
    const { browser, world } = office();
    const screen = await WallScreen.hung(browser, { origin, now: world.clock.now() });
    screens.push(screen);
    return screen;
  };
  const paired = async (origin?: string) => {
    const screen = await hang(origin);
    const { token, wallId } = await deviceOf(office());
    await screen.opens(token);
    await screen.shows('map');
    return { screen, wallId };
  };

  it('waits with a code, is allowed at a desk, and shows its area without a password', async () => {
    const screen = await hang();
    const code = await screen.code();
    expect((await findingsOn(screen.page)).grave).toEqual([]);
    const leader = await office().at('leader');
    await leader.go(`/walls?code=${code}`);
    const form = leader.page.getByRole('form', { name: walls('allow') });
    expect(await form.getByRole('textbox', { name: walls('code') }).inputValue()).toBe(code);
    // What is missing is said at its field, and the hand is led there.
    await form.getByRole('button', { name: walls('submit') }).click();
    await form.getByText(word('ui:form.missing')).waitFor();
    await leader.page.locator('[aria-invalid="true"]:focus').waitFor();
    await form.getByRole('textbox', { name: walls('name') }).fill('三楼会议室');
    await form.getByRole('button', { name: walls('submit') }).click();
    await leader.page.getByText(walls('allowed', { name: '三楼会议室' })).waitFor();
    await screen.shows('map');
    await screen.page
      .getByText('test district')
      .or(screen.page.getByText('district'))
      .first()
      .waitFor();
    expect((await findingsOn(leader.page)).grave).toEqual([]);
    expect(screen.person.faults).toEqual([]);
  });

  it('goes dark when it is ended at a desk', async () => {
    const { screen } = await paired();
    const leader = await office().at('leader');
    await leader.go('/walls');
    const row = leader.page.getByRole('listitem').filter({ hasText: WALL_NAME }).first();
    await row.getByRole('button', { name: walls('revoke') }).click();
    const asked = leader.page.getByRole('tooltip').or(leader.page.locator('.ant-popover'));
    await asked.getByRole('button', { name: walls('revoke') }).click();
    await screen.page.getByRole('heading', { name: wall('pair.title') }).waitFor();
    expect(await screen.page.locator('.wall').count()).toBe(0);
    // Who may not allow a screen reads who may.
    const supervisor = await office().at('supervisor');
    await supervisor.go('/walls');
    await supervisor.page.getByText(walls('leadOthers')).waitFor();
    expect(await supervisor.page.getByRole('form', { name: walls('allow') }).count()).toBe(0);
  });

  it('changes after a report without being loaded anew, and shows no word of it', async () => {
    const { screen } = await paired();
    await screen.figure(wall('total.open')).waitFor();
    const before = Number(await screen.figure(wall('total.open')).locator('dd').textContent());
    await screen.page.evaluate('window.neverLoadedAnew = true');
    await reported(office().world, { title: '只有经办人看得到的标题', placeText: '三号楼二单元' });
    await screen
      .figure(wall('total.open'))
      .filter({ hasText: String(before + 1) })
      .waitFor();
    expect(await screen.page.evaluate('window.neverLoadedAnew')).toBe(true);
    const text = await screen.page.locator('body').innerText();
    expect([text.includes('标题'), text.includes('三号楼')]).toEqual([false, false]);
  });

  it('says loudly that its data are old when the line is cut, and comes back by itself', async () => {
    const { screen } = await paired(line.origin);
    const stale = screen.page.getByText(wall('stale.text'));
    expect(await stale.count()).toBe(0);
    line.cut();
    await stale.waitFor();
    expect((await findingsOn(screen.page)).grave).toEqual([]);
    await reported(office().world);
    line.mend();
    await stale.waitFor({ state: 'detached' });
    const open = screen.figure(wall('total.open'));
    const other = (await paired()).screen.figure(wall('total.open'));
    await open.filter({ hasText: (await other.locator('dd').textContent()) ?? '' }).waitFor();
  });

  it('is turned, held, spoken to in English and photographed by keys', async () => {
    const { screen } = await paired();
    const { page } = screen;
    await page.keyboard.press(' ');
    await page.getByText(wall('held')).waitFor();
    for (const scene of [...SCENES.slice(1), 'map'] as const) {
      await page.keyboard.press('ArrowRight');
      await screen.shows(scene);
    }
    await page.keyboard.press('ArrowLeft');
    await screen.shows('ended');
    await page.keyboard.press(' ');
    await page.getByText(wall('held')).waitFor({ state: 'detached' });
    const picture = await screen.takesPicture();
    expect(picture.suggestedFilename()).toMatch(/^lianxin-ended-[\dT-]+\.png$/);
    const path = await picture.path();
    const drawn = await sharp(readFileSync(path)).stats();
    const { width, height } = await sharp(path).metadata();
    expect([width, height]).toEqual([1920, 1080]);
    // Light letters on a dark ground, not a blank sheet.
    expect(drawn.channels[0]?.max).toBeGreaterThan(200);
    expect(drawn.channels[0]?.mean).toBeLessThan(80);
    if (PHOTOGRAPHS !== undefined) await picture.saveAs(join(PHOTOGRAPHS, 'key-p.png'));
    await page.keyboard.press('l');
    await page.getByRole('heading', { name: 'Lately brought to an end' }).waitFor();
    expect(screen.person.faults).toEqual([]);
  });

  it('is turned by a presenter at another device, who opens the records behind a number', async () => {
    const { screen, wallId } = await paired();
    const supervisor = await office().at('supervisor');
    await supervisor.go(`/walls/${wallId}`);
    const control = supervisor.page.getByRole('region', { name: walls('control') });
    const pressed = control.getByRole('button', { pressed: true });
    // It turns by itself: no page of it is claimed to stand there.
    await pressed.first().waitFor();
    expect(await pressed.allTextContents()).toEqual([walls('goOn')]);
    await control.getByRole('button', { name: wall('short.matrix') }).click();
    await screen.shows('matrix');
    await screen.page.getByText(wall('held')).waitFor();
    // Another hand turns it: the first device follows.
    const leader = await office().at('leader');
    await leader.go(`/walls/${wallId}`);
    await leader.page.getByRole('button', { name: wall('short.ended') }).click();
    await pressed.filter({ hasText: wall('short.ended') }).waitFor();
    await screen.shows('ended');
    expect((await findingsOn(supervisor.page)).grave).toEqual([]);
    await control.getByRole('button', { name: walls('goOn') }).click();
    await screen.page.getByText(wall('held')).waitFor({ state: 'detached' });
    await control.getByRole('button', { name: wall('short.map') }).click();
    const records = supervisor.page.getByRole('region', {
      name: walls('figures', { scene: wall('scene.map') }),
    });
    await records
      .getByRole('link', { name: walls('openOf') })
      .first()
      .click();
    await supervisor.page.waitForURL(/\/desk\/matters\?open=true/);
    await supervisor.row(number).waitFor();
  });

  it('can be read from five metres at every size and in both languages, and keeps nobody out', async () => {
    await closed(office().world);
    const { screen } = await paired();
    const seen: [string, readonly string[], readonly string[]][] = [];
    await screen.page.keyboard.press(' ');
    for (const language of ['zh', 'en']) {
      for (const [name, size] of Object.entries(SIZES)) {
        await screen.resize(size);
        for (const scene of SCENES) {
          const grave = name === 'wide' ? (await findingsOn(screen.page)).grave : [];
          seen.push([`${language} ${name} ${scene}`, await screen.unreadable(), grave]);
          await photograph(screen, `${language}-${name}-${scene}`);
          await screen.page.keyboard.press('ArrowRight');
          await screen.page.waitForTimeout(100);
        }
      }
      await screen.page.keyboard.press('l');
    }
    expect(seen).toEqual(seen.map(([name]) => [name, [], []]));
  });
});

const WALL_NAME = '测试大屏';

/** A wall of the district with a screen that is paired already. */
async function deviceOf({ world, server }: Office) {
  const { services, system, tenantId, areas } = world;
  const { wallId } = await sure(
    makeWall(services, system, {
      commandId: world.commandId(),
      body: { name: WALL_NAME, areaId: areas.district.areaId, days: 30 },
      mayBegin: true,
    }),
  );
  const device = { tenantId, deviceId: wallId };
  return { wallId, token: await makeDeviceToken(server.access, device, 'system:test') };
}

async function photograph(screen: WallScreen, name: string): Promise<void> {
  if (PHOTOGRAPHS === undefined) return;
  mkdirSync(PHOTOGRAPHS, { recursive: true });
  await screen.page.screenshot({ path: join(PHOTOGRAPHS, `${name}.png`) });
}
