/** One person at the desk: reads and acts by the names that a screen reader would say. */
import type { Browser, Locator, Page } from 'playwright-core';
import type { Action } from '#features/matters/contract.ts';
import { newPerson, type Person } from './person.ts';
import { word } from './words.ts';

const web = (key: string) => word(`matters:web.${key}`);

export interface DeskOf {
  readonly origin: string;
  readonly now: number;
}

export class Desk {
  readonly person: Person;
  readonly origin: string;
  readonly signedInAt: number;

  private constructor(person: Person, { origin, now }: DeskOf) {
    this.person = person;
    this.origin = origin;
    this.signedInAt = now;
  }

  /** A browser of their own, not signed in yet. */
  static async before(browser: Browser, of: DeskOf): Promise<Desk> {
    const person = await newPerson(browser, of.now, { viewport: { width: 1440, height: 900 } });
    return new Desk(person, of);
  }

  /** By a one-time link, which is opened and pressed. */
  async signsIn(token: string): Promise<void> {
    await this.page.goto(`${this.origin}/desk#token=${token}`);
    await this.page.getByRole('button', { name: word('access:web.link.enter') }).click();
    await this.page.getByRole('navigation', { name: word('ui:desk.nav') }).waitFor();
  }

  get page(): Page {
    return this.person.page;
  }

  get detail(): Locator {
    return this.page.getByRole('complementary', { name: web('detail.title') });
  }

  async go(path = ''): Promise<void> {
    await this.page.goto(`${this.origin}/desk${path}`);
    await this.page.getByRole('main').waitFor();
  }

  /** Nothing on the screen is still being read. */
  async rests(): Promise<void> {
    await this.page.getByRole('main').getByText(/\S/).first().waitFor();
    const reading = this.page.getByRole('status', { name: word('ui:list.loading') });
    await reading.first().waitFor({ state: 'detached' });
  }

  /** Goes to a screen by the menu. */
  async opens(screen: 'today' | 'matters' | 'enter' | 'dispatch' | 'map' | 'figures') {
    const menu = this.page.getByRole('navigation', { name: word('ui:desk.nav') });
    await menu.getByRole('link', { name: web(`nav.${screen}`) }).click();
  }

  /** Finds a matter by its number, as one who has it from a telephone call. */
  async searches(words: string): Promise<void> {
    await this.page.keyboard.press('Control+k');
    await this.page.keyboard.type(words);
    await this.page.keyboard.press('Enter');
    await this.page.waitForURL((url) => url.searchParams.get('q') === words);
  }

  row(text: string): Locator {
    return this.page.getByRole('row').filter({ hasText: text });
  }

  async finds(number: string): Promise<void> {
    await this.searches(number);
    await this.row(number).click();
    await this.stands(number);
  }

  /** Opens what waits for me, from the first page. */
  async takesFromToday(number: string): Promise<void> {
    await this.go();
    await this.waiting(number).click();
    await this.stands(number);
  }

  /** A matter among those that wait for me. */
  waiting(number: string): Locator {
    const list = this.page.getByRole('region', { name: web('today.waits') });
    return list.getByRole('link').filter({ hasText: number });
  }

  async stands(number: string): Promise<void> {
    await this.detail.getByText(number).first().waitFor();
  }

  /** The next step, by its key. */
  async pressesNext(action: Action): Promise<Locator> {
    await this.detail.getByRole('toolbar', { name: web('detail.actions') }).waitFor();
    await this.page.keyboard.press('e');
    return this.form(action);
  }

  /** A step by its button, or from the list of the others. */
  async chooses(action: Action): Promise<Locator> {
    const bar = this.detail.getByRole('toolbar', { name: web('detail.actions') });
    const name = web(`action.${action}.button`);
    const button = bar.getByRole('button', { name });
    await bar.waitFor();
    if (await button.isVisible()) {
      await button.click();
    } else {
      await bar.getByRole('button', { name: web('detail.more') }).click();
      await this.page.getByRole('menuitem', { name }).click();
    }
    return this.form(action);
  }

  async form(action: Action): Promise<Locator> {
    const form = this.detail.getByRole('form', { name: web(`action.${action}.title`) });
    await form.waitFor();
    return form;
  }

  /** Sends the form that has the focus, as the hands on the keyboard do. */
  async sendsByKey(action: Action): Promise<void> {
    await this.page.keyboard.press('Control+Enter');
    await this.happened(action);
  }

  async sends(action: Action): Promise<void> {
    const form = await this.form(action);
    await form.getByRole('button', { name: web(`action.${action}.submit`) }).click();
    await this.happened(action);
  }

  /** The history of the matter tells of it, the latest first. */
  async happened(action: Action | 'joined'): Promise<void> {
    await this.history
      .getByText(web(`event.${action}`), { exact: true })
      .first()
      .waitFor();
    if (action !== 'joined') {
      await this.detail.getByRole('form').waitFor({ state: 'detached' });
    }
  }

  get history(): Locator {
    return this.detail.getByRole('region', { name: web('detail.timeline') });
  }
}

/** Types a part of a name into a list of choices and takes the first that fits. */
export async function choosesFrom(form: Locator, label: string, part: string): Promise<void> {
  const box = form.getByRole('combobox', { name: label });
  await box.click();
  await box.fill(part);
  await form
    .page()
    .getByRole('option')
    .or(form.page().locator('.ant-select-item-option'))
    .first()
    .waitFor({ state: 'attached' });
  await box.press('Enter');
}
