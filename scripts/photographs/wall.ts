/** The wall's scenes at the sizes of the screens it hangs on. */
import { SCENES } from '#features/matters/contract.ts';
import { WallScreen } from '#tests/journeys/wall-screen.ts';
import { word } from '#tests/journeys/words.ts';
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
  const screen = await WallScreen.hung(gallery.browser, { origin, now: Date.now() });
  const { page } = screen;
  const code = await screen.code();
  const { page: desk, person } = await gallery.desk('分管领导');
  // The words below are the Chinese ones.
  await person.context.addCookies([{ name: 'lang', value: 'zh', url: origin }]);
  await desk.goto(`${origin}/desk/walls?code=${code}`);
  const form = desk.getByRole('form', { name: word('matters:web.walls.allow') });
  await form
    .getByRole('textbox', { name: word('matters:web.walls.name') })
    .fill(`photographs ${language}`);
  await form.getByRole('button', { name: word('matters:web.walls.submit') }).click();
  await screen.shows('map');
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
