/** The wall's scenes at the sizes of the screens it hangs on. */
import { SCENES } from '#features/matters/contract.ts';
import { hangWall } from '../tour/hang-wall.ts';
import type { Gallery } from './gallery.ts';
import type { Look } from './looks.ts';

const SIZES = {
  '1920': { width: 1920, height: 1080 },
  '3840': { width: 3840, height: 2160 },
  tall: { width: 1080, height: 1920 },
} as const;
/** Turns to the next scene; as many as there are pages at most. */
const TURNS = 12;
const DRAWN = 2_500;

/** Paired as a leader does it, by the code on its screen; then turned scene by scene. */
export async function photographWall(gallery: Gallery, language: Look['language']): Promise<void> {
  const { origin } = gallery.demonstration;
  const leader = await gallery.desk('分管领导');
  // The words below are the Chinese ones.
  await leader.person.context.addCookies([{ name: 'lang', value: 'zh', url: origin }]);
  const screen = await hangWall(gallery.browser, leader, `photographs ${language}`);
  const { page } = screen;
  await page.keyboard.press('Space');
  if (language === 'en') await page.keyboard.press('l');
  for (const [size, viewport] of Object.entries(SIZES)) {
    await screen.resize(viewport);
    const seen = new Set<string>();
    for (let turn = 0; turn < TURNS && seen.size < SCENES.length; turn += 1) {
      const scene = (await page.locator('h1').first().textContent()) ?? '';
      if (!seen.has(scene)) {
        seen.add(scene);
        await page.waitForTimeout(DRAWN);
        const name = `wall-${seen.size}-${size}-${language}`;
        await gallery.keep(screen.person, name, await screen.unreadable());
      }
      await page.keyboard.press('ArrowRight');
      await page.waitForTimeout(DRAWN / 2);
    }
  }
  await screen.person.context.close();
}
