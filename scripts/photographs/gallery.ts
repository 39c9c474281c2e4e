/** Takes the photographs and keeps what is wrong on them. */
import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Browser, BrowserContext, Page } from 'playwright-core';
import { findingsOn } from '#tests/journeys/accessible.ts';
import { Desk } from '#tests/journeys/desk.ts';
import { newPerson, type Person } from '#tests/journeys/person.ts';
import { opens, type PortalPage, type Screen } from '#tests/journeys/screens.ts';
import { HOUSE } from '../checks/command.ts';
import type { RunningDemonstration } from '../tour/demonstration.ts';
import type { Look } from './looks.ts';

const PLACE = 'zhongyuan';
/** Windows are as high as such devices are. */
const HEIGHT = { narrow: 844, wide: 900 };
const NARROW = 760;
/** Milliseconds that pictures and tiles take to arrive at a new width. */
const SETTLES = 600;

/** What was asked for. */
interface Taken {
  readonly widths: readonly number[];
  readonly parts: readonly string[];
  readonly languages: readonly string[];
  readonly themes: readonly string[];
}

interface Wrong {
  readonly photograph: string;
  readonly what: string;
}

export class Gallery {
  readonly browser: Browser;
  readonly demonstration: RunningDemonstration;
  readonly #folder: string;
  readonly #desks = new Map<string, Promise<Desk>>();
  readonly #wrong: Wrong[] = [];
  #taken = 0;

  constructor(browser: Browser, demonstration: RunningDemonstration, folder: string) {
    this.browser = browser;
    this.demonstration = demonstration;
    this.#folder = folder;
  }

  /** Signed in once; a link holds for one time. */
  desk(name: string): Promise<Desk> {
    const known = this.#desks.get(name);
    if (known !== undefined) return known;
    const { origin, tokens } = this.demonstration;
    const opened = Desk.before(this.browser, { origin, now: Date.now() }).then(async (desk) => {
      await desk.signsIn(tokens.get(`演示·${name}`) ?? '');
      return desk;
    });
    this.#desks.set(name, opened);
    return opened;
  }

  async take(screens: readonly (Screen | PortalPage)[], widths: readonly number[], look: Look) {
    const visitor = await newPerson(this.browser, Date.now(), { colorScheme: look.theme });
    for (const screen of screens) {
      const desk = 'who' in screen ? await this.desk(screen.who) : undefined;
      const person = desk?.person ?? visitor;
      await this.#wears(person.context, person.page, look);
      for (const width of widths) {
        const height = width < NARROW ? HEIGHT.narrow : HEIGHT.wide;
        await person.page.setViewportSize({ width, height });
        await this.#opens(person.page, screen, desk);
        await this.keep(person, `${screen.name}-${width}-${look.language}-${look.theme}`);
      }
    }
    await visitor.context.close();
  }

  async #opens(page: Page, screen: Screen | PortalPage, desk: Desk | undefined): Promise<void> {
    if (desk !== undefined && 'who' in screen) await opens(desk, screen);
    else await page.goto(this.#address(screen.path));
    await page.waitForTimeout(SETTLES);
  }

  async #wears(context: BrowserContext, page: Page, { language, theme }: Look): Promise<void> {
    const { origin } = this.demonstration;
    await context.addCookies([{ name: 'lang', value: language, url: origin }]);
    await page.emulateMedia({ colorScheme: theme });
    if (page.url().startsWith(origin)) {
      await page.evaluate(`localStorage.setItem('lianxin.theme', '${theme}')`);
    }
  }

  #address(path: string): string {
    return `${this.demonstration.origin}/t/${PLACE}/${path}`;
  }

  /** The whole window as a picture, with what is wrong with it. */
  async keep({ page, faults }: Person, name: string, more: readonly string[] = []): Promise<void> {
    await page.screenshot({ path: join(this.#folder, `${name}.png`), animations: 'disabled' });
    this.#taken += 1;
    const { grave, slight } = await findingsOn(page);
    const beyond = Number(await page.evaluate(BEYOND));
    const wide = beyond > 0 ? [`${beyond} px wider than the window`] : [];
    for (const what of [...grave, ...slight, ...wide, ...faults.splice(0), ...more]) {
      this.#wrong.push({ photograph: name, what });
    }
  }

  /** Writes the record and answers its text. */
  record({ widths, parts, languages, themes }: Taken): string {
    const day = new Date().toISOString().slice(0, 10);
    const lines = this.#wrong.map(({ photograph, what }) => `- ${photograph}: ${what}`);
    const text = `# Every screen, photographed

- Date: ${new Date().toISOString()}
- ${parts.join(', ')}; widths ${widths.join(', ')}; the wall at 1920 × 1080, 3840 × 2160 and 1080 × 1920; ${languages.join(', ')}; ${themes.join(', ')}
- By \`npm run photographs\`, with the demonstration

**${this.#taken} photographs, ${this.#wrong.length} findings** (axe: WCAG 2.2 AA and good practice; parts wider than the window; faults of scripts; on the wall also texts too small for five metres).

${lines.length === 0 ? 'Nothing was found.' : lines.join('\n')}
`;
    const folder = join(HOUSE, 'bench', 'results');
    mkdirSync(folder, { recursive: true });
    writeFileSync(join(folder, `${day}-photographs.md`), text);
    return text;
  }
}

const BEYOND = 'document.documentElement.scrollWidth - document.documentElement.clientWidth';
