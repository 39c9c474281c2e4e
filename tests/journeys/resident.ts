/** A resident with a phone: reports on the portal, follows, evaluates. */
import type { Browser, Locator } from 'playwright-core';
import { newPerson, type Person } from './person.ts';
import { word } from './words.ts';

const portal = (key: string, values?: Readonly<Record<string, string>>) =>
  word(`matters:portal.${key}`, values);

export interface Receipt {
  readonly number: string;
  readonly key: string;
}

export interface Phone {
  /** The portal's address with its place. */
  readonly address: string;
  readonly now: number;
  /** True unless said otherwise. */
  readonly script?: boolean;
  /** Dots of the screen to a pixel of the page; 1 unless said otherwise. */
  readonly sharpness?: number;
  /** Where the phone is, for those who let it say so. */
  readonly at?: { readonly longitude: number; readonly latitude: number };
}

export interface Said {
  readonly words: string;
  readonly place: string;
  /** Name of the community, chosen from the list. */
  readonly area?: string;
  readonly photo?: { readonly name: string; readonly mimeType: string; readonly buffer: Buffer };
  readonly phone?: string;
}

export class Resident {
  readonly person: Person;
  readonly #phone: Phone;

  private constructor(person: Person, phone: Phone) {
    this.person = person;
    this.#phone = phone;
  }

  static async at(browser: Browser, phone: Phone): Promise<Resident> {
    const person = await newPerson(browser, phone.now, {
      viewport: { width: 390, height: 844 },
      deviceScaleFactor: phone.sharpness ?? 1,
      hasTouch: true,
      isMobile: true,
      javaScriptEnabled: phone.script !== false,
      ...(phone.at && { geolocation: phone.at, permissions: ['geolocation'] }),
    });
    return new Resident(person, phone);
  }

  get page() {
    return this.person.page;
  }

  go(path = ''): Promise<unknown> {
    return this.page.goto(`${this.#phone.address}/${path}`);
  }

  /** Fills in the form and sends it; the number and key stand on the page that answers. */
  async reports(said: Said): Promise<Receipt> {
    await this.go('report');
    await this.fillsReport(said);
    await this.page.getByRole('button', { name: portal('report.send') }).click();
    return this.receipt();
  }

  async fillsReport({ words, place, area, photo, phone }: Said): Promise<void> {
    const { page } = this;
    if (photo) await page.getByLabel(portal('report.choose_photo')).setInputFiles(photo);
    await page.getByLabel(portal('report.words')).fill(words);
    await page.getByLabel(portal('report.place_text'), { exact: true }).fill(place);
    if (area !== undefined) {
      const option = page.getByLabel(portal('report.area'), { exact: true });
      await option.selectOption({ label: await this.#labelOf(option, area) });
    }
    if (this.#phone.at) {
      await page.getByRole('button', { name: portal('report.locate') }).click();
      await page.getByText(/^位置已记下/).waitFor();
    }
    if (phone !== undefined) {
      await page.getByText(portal('report.contact'), { exact: true }).click();
      await page.getByLabel(portal('report.phone'), { exact: true }).fill(phone);
    }
  }

  /** The list shows areas below one another, so their names are indented. */
  async #labelOf(list: Locator, area: string): Promise<string> {
    const labels = await list.locator('option').allTextContents();
    return labels.find((label) => label.trim().endsWith(area)) ?? area;
  }

  async receipt(): Promise<Receipt> {
    const { page } = this;
    await page.getByRole('heading', { name: portal('sent.title'), level: 1 }).waitFor();
    const shown = await page.getByRole('definition').allTextContents();
    const [number = '', key = ''] = shown.map((text) => text.replaceAll(/\s/g, ''));
    return { number, key };
  }

  /** Opens the page of a matter: remembered by this browser, or asked for by number and proof. */
  async follows(receipt: Receipt): Promise<void> {
    await this.go('follow');
    const form = this.page.getByLabel(portal('follow.number'), { exact: true });
    const history = this.page.getByRole('heading', { name: portal('matter.history') });
    await form.or(history).first().waitFor();
    if (await form.isVisible()) await this.asksFor(receipt);
    await history.waitFor();
    await this.page.getByText(portal('matter.number_label', { number: receipt.number })).waitFor();
  }

  async asksFor({ number, key }: Receipt): Promise<void> {
    await this.page.getByLabel(portal('follow.number'), { exact: true }).fill(number);
    await this.page.getByLabel(portal('follow.proof'), { exact: true }).fill(key);
    await this.page.getByRole('button', { name: portal('follow.look') }).click();
  }

  /** Leaves nothing behind on a device that others use. */
  async leaves(): Promise<void> {
    await this.page.getByRole('button', { name: portal('follow.leave') }).click();
    await this.page.waitForLoadState();
  }

  /** What the page of the matter says has happened, in order; read anew. */
  async steps(receipt: Receipt): Promise<readonly string[]> {
    await this.follows(receipt);
    const history = this.page.getByRole('region', { name: portal('matter.history') });
    const passed = history.getByRole('listitem').filter({ hasText: portal('matter.passed') });
    const titles = await passed.getByRole('heading').allTextContents();
    return titles.map((title) => title.replace(portal('matter.passed'), '').trim());
  }

  /** Opens one of the things a reporter can do, where it is not open yet. */
  async opens(action: 'reopen' | 'evaluate' | 'withdraw' | 'complain'): Promise<void> {
    const field = this.page.getByRole('button', { name: portal(`act.${action}_send`) });
    if (await field.isVisible()) return;
    await this.page.getByText(portal(`act.${action}`), { exact: true }).click();
  }

  async evaluates(receipt: Receipt, solved: 'yes' | 'no', satisfaction: number): Promise<void> {
    const { page } = this;
    await this.follows(receipt);
    await this.opens('evaluate');
    await page.getByRole('radio', { name: portal(`act.solved_${solved}`), exact: true }).check();
    const grade = portal(`act.satisfaction_${satisfaction}`);
    await page.getByRole('radio', { name: grade, exact: true }).check();
    await page.getByRole('button', { name: portal('act.evaluate_send') }).click();
    await page.getByText(portal('act.done_evaluate')).waitFor();
  }

  async asksAgain(receipt: Receipt, reason: string): Promise<void> {
    await this.follows(receipt);
    await this.opens('reopen');
    await this.page.getByLabel(portal('act.reopen_reason')).fill(reason);
    await this.page.getByRole('button', { name: portal('act.reopen_send') }).click();
    await this.page.getByText(portal('act.done_reopen')).waitFor();
  }
}
