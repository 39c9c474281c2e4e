/**
 * `npm run photographs -- FOLDER [--widths 390,1440] [--only desk|portal|wall]
 * [--languages zh,en] [--themes light,dark]`:
 * opens the demonstration and photographs every screen at every width, in both
 * languages and both themes. What axe finds and what is wider than its window
 * is written beside the figures of the bench; the pictures stay in FOLDER.
 */
import { mkdirSync } from 'node:fs';
import { parseArgs } from 'node:util';
import { openChromium } from '#tests/journeys/chromium.ts';
import { deskScreens, portalPages } from '#tests/journeys/screens.ts';
import { Gallery } from './photographs/gallery.ts';
import { LANGUAGES, THEMES } from './photographs/looks.ts';
import { untilFilled } from './photographs/until-filled.ts';
import { photographWall } from './photographs/wall.ts';
import { startDemonstration } from './tour/demonstration.ts';

const { values, positionals } = parseArgs({
  allowPositionals: true,
  options: {
    widths: { type: 'string', default: '390,1024,1440' },
    only: { type: 'string', default: 'desk,portal,wall' },
    languages: { type: 'string', default: LANGUAGES.join(',') },
    themes: { type: 'string', default: THEMES.join(',') },
  },
});
const [folder] = positionals;
if (folder === undefined) throw new Error('say into which folder the pictures go');
mkdirSync(folder, { recursive: true });
const widths = values.widths.split(',').map(Number);
const parts = values.only.split(',');
const languages = LANGUAGES.filter((one) => values.languages.split(',').includes(one));
const themes = THEMES.filter((one) => values.themes.split(',').includes(one));

/** People of demo/units.ts who get links. */
const PEOPLE = 12;

const demonstration = await startDemonstration(PEOPLE);
const browser = await openChromium();
const gallery = new Gallery(browser, demonstration, folder);
try {
  await untilFilled(await gallery.desk('督查员'));
  for (const language of languages) {
    for (const theme of themes) {
      const look = { language, theme };
      if (parts.includes('desk')) await gallery.take(deskScreens, widths, look);
      if (parts.includes('portal')) await gallery.take(portalPages, widths, look);
    }
    if (parts.includes('wall')) await photographWall(gallery, language);
  }
} finally {
  await browser.close();
  await demonstration.stop();
}
console.log(gallery.record({ widths, parts, languages, themes }));
