/** A screen on the wall of the demonstration, paired as a leader does it: by the code that it shows. */
import type { Browser } from 'playwright-core';
import type { Desk } from '#tests/journeys/desk.ts';
import { WallScreen } from '#tests/journeys/wall-screen.ts';
import { word } from '#tests/journeys/words.ts';

/** @param leader whose desk speaks Chinese; answers when the first scene is there */
export async function hangWall(browser: Browser, leader: Desk, name: string): Promise<WallScreen> {
  const { origin, page } = leader;
  const screen = await WallScreen.hung(browser, { origin, now: Date.now() });
  const code = await screen.code();
  await page.goto(`${origin}/desk/walls?code=${code}`);
  const form = page.getByRole('form', { name: word('matters:web.walls.allow') });
  await form.getByRole('textbox', { name: word('matters:web.walls.name') }).fill(name);
  await form.getByRole('button', { name: word('matters:web.walls.submit') }).click();
  await screen.shows('map');
  return screen;
}
