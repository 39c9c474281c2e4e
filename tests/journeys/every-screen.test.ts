/**
 * Every screen of the demonstration, at its real density: opened by the mouse
 * and by keys alone, photographed in the width of a desk and of a phone; axe
 * finds nothing, nothing is wider than its window, every control is reached by
 * Tab and shows where one is. The pictures are in `.cache/screens`.
 */
import { join } from 'node:path';
import type { Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { screens } from '#apps/web/screens.ts';
import { ROOT } from '#platform/database/migration-files.ts';
import { useDatabase } from '#tests/engines/engines.ts';
import { findingsOn } from './accessible.ts';
import { walksByTab } from './by-keyboard.ts';
import { type Told, tellDemonstration } from './demonstration.ts';
import { tooWide } from './portal/expect-page.ts';
import { printed } from './printed.ts';
import {
  deskScreens,
  opensByKeyboard,
  opensByMouse,
  portalPages,
  screensElsewhere,
} from './screens.ts';

const LIMIT = 600_000;
const WIDTHS = [
  { width: 1440, height: 900 },
  { width: 390, height: 844 },
] as const;
const PICTURES = join(ROOT, '.cache', 'screens');

describe('every screen', () => {
  const database = useDatabase('server');
  let told: Told;
  beforeAll(async () => {
    told = await tellDemonstration(database());
  }, LIMIT);
  afterAll(async () => told.close(), LIMIT);

  const looksAt = async (page: Page, name: string): Promise<readonly string[]> => {
    const wrong: string[] = [];
    for (const viewport of WIDTHS) {
      await page.setViewportSize(viewport);
      await page.screenshot({ path: join(PICTURES, `${name}-${viewport.width}.png`) });
      const { grave, slight } = await findingsOn(page);
      const wide = await tooWide(page);
      const all = [...grave, ...slight, ...(wide > 0 ? [`${wide} px too wide`] : [])];
      wrong.push(...all.map((one) => `${name} at ${viewport.width}: ${one}`));
    }
    await page.setViewportSize(WIDTHS[0]);
    return wrong;
  };

  it('finds what a resident calls the own place, and names what the demonstration made in its language', async () => {
    const { page } = await told.visitor();
    const ask = async (name: string): Promise<string> => {
      await page.goto(`${told.portal}responsible?named=${encodeURIComponent(name)}`);
      return page.locator('main').innerText();
    };
    // Of the community itself, by another word for it, by several of one name, by what nobody is called.
    expect(await ask('碧沙岗')).toContain('林山寨街道');
    expect(await ask('碧沙岗小区')).toContain('没有正好叫“碧沙岗小区”的地方');
    expect(await ask('演示1号院')).toContain('找到这些地方');
    expect(await ask('演示花园')).toMatch(/演示花园.*第.网格/s);
    expect(await ask('没有这个名字')).toContain('从下面的列表里选社区或村');
    const supervisor = await told.at('督查员');
    await supervisor.go('/walls');
    await supervisor.page.getByText('演示大屏').waitFor();
  });

  it('is in the list that is looked at here, or in a journey of its own', () => {
    const looked = new Set([
      ...deskScreens.map(({ route }) => route),
      ...Object.keys(screensElsewhere),
    ]);
    expect(screens.map(({ path }) => path).filter((path) => !looked.has(path))).toEqual([]);
  });

  it(
    'of the desk is opened by the mouse, at the width of a desk and of a phone',
    async () => {
      const wrong: string[] = [];
      for (const screen of deskScreens) {
        const desk = await told.at(screen.who);
        await opensByMouse(desk, screen);
        if (screen.paper !== undefined) {
          expect([screen.name, ...(await printed(desk.page))]).toEqual([screen.name, screen.paper]);
        }
        wrong.push(...(await looksAt(desk.page, screen.name)), ...desk.person.faults.splice(0));
      }
      expect(wrong).toEqual([]);
    },
    LIMIT,
  );

  it(
    'of the desk is opened and walked through by keys alone',
    async () => {
      const wrong: unknown[] = [];
      for (const screen of deskScreens) {
        const desk = await told.at(screen.who);
        await opensByKeyboard(desk, screen);
        const { stops, ...found } = await walksByTab(desk.page);
        expect([screen.name, stops > 0]).toEqual([screen.name, true]);
        wrong.push({ name: screen.name, ...found });
      }
      const well = { unreached: [], unseen: [], endless: false };
      expect(wrong).toEqual(deskScreens.map(({ name }) => ({ name, ...well })));
    },
    LIMIT,
  );

  it(
    'of the portal',
    async () => {
      const wrong: unknown[] = [];
      const { page, context } = await told.visitor();
      for (const { name, path } of portalPages) {
        await page.setViewportSize(WIDTHS[0]);
        await page.goto(`${told.portal}${path}`);
        const seen = await looksAt(page, name);
        const { stops: _, ...walked } = await walksByTab(page);
        wrong.push({ name, seen, ...walked });
      }
      await context.close();
      const well = { seen: [], unreached: [], unseen: [], endless: false };
      expect(wrong).toEqual(portalPages.map(({ name }) => ({ name, ...well })));
    },
    LIMIT,
  );
});
