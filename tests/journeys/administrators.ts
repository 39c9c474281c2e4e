/** The administrators of a new place at their screens, by the names those screens say. */
import type { Locator, Page } from 'playwright-core';
import { choosesFrom, type Desk } from './desk.ts';
import { word } from './words.ts';

const units = (key: string, values?: Readonly<Record<string, string>>) =>
  word(`organisations:web.${key}`, values);
const places = (key: string, values?: Readonly<Record<string, string>>) =>
  word(`places:web.${key}`, values);
const accounts = (key: string, values?: Readonly<Record<string, string>>) =>
  word(`access:web.${key}`, values);
const start = (key: string) => word(`matters:web.start.${key}`);

export class Administrator {
  readonly desk: Desk;

  constructor(desk: Desk) {
    this.desk = desk;
  }

  get page(): Page {
    return this.desk.page;
  }

  async goesHome(): Promise<void> {
    const menu = this.page.getByRole('navigation', { name: word('ui:desk.nav') });
    await menu.getByRole('link', { name: word('matters:web.nav.today') }).click();
  }

  /** The list of first steps says that this one is to be done now. */
  async isAskedFor(step: string): Promise<void> {
    await this.goesHome();
    const list = this.page.getByRole('region', { name: start('title') });
    const next = list.getByRole('listitem').filter({ hasText: start('state.next') });
    await next.filter({ hasText: start(`step.${step}`) }).waitFor();
  }

  async setsPassword(password: string): Promise<void> {
    await this.page.getByRole('link', { name: accounts('noPassword.go') }).click();
    await this.page.getByLabel(accounts('password.new')).fill(password);
    await this.page.getByRole('button', { name: accounts('password.submit') }).click();
    await this.page.getByText(accounts('password.done')).waitFor();
  }

  /** One of the screens that the start page lists as one's own to keep. */
  async opensKept(title: string): Promise<void> {
    await this.goesHome();
    const kept = this.page.getByRole('region', { name: start('keeps') });
    await kept.getByRole('link', { name: new RegExp(`^${title}`) }).click();
  }

  /** The way that the list of first steps names. */
  async follows(step: string): Promise<void> {
    await this.page
      .getByRole('link', { name: start(`go.${step}`), exact: true })
      .first()
      .click();
  }

  async opensUnit(name: string): Promise<void> {
    const tree = this.page.getByRole('region', { name: units('title') });
    await tree.getByRole('button', { name: new RegExp(`^${name}`) }).click();
    await this.page.getByRole('complementary').getByRole('heading', { name }).waitFor();
  }

  /** A button that opens a form below it. */
  async asksFor(button: string, form: string): Promise<Locator> {
    await this.page.getByRole('button', { name: button, exact: true }).first().click();
    const opened = this.page.getByRole('form', { name: form });
    await opened.waitFor();
    return opened;
  }

  async sends(form: Locator, button: string): Promise<void> {
    await form.getByRole('button', { name: button, exact: true }).click();
    await form.waitFor({ state: 'detached' });
  }
}

export class SystemAdministrator extends Administrator {
  async copiesDivision(words: string, name: string): Promise<void> {
    const form = await this.asksFor(places('copy.button'), places('copy.title'));
    await form.getByLabel(places('copy.words')).fill(words);
    await form.getByRole('radio', { name: new RegExp(`^${name}`) }).check();
    await this.sends(form, places('copy.submit'));
    await this.page.getByText(new RegExp(`^${name}已复制完`)).waitFor();
  }

  /** By the keyboard alone, from the button on. */
  async addsLocalArea(below: string, name: string): Promise<void> {
    const tree = this.page.getByRole('region', { name: places('title') });
    await tree.getByRole('button', { name: new RegExp(`^${below}`) }).click();
    const button = this.page.getByRole('button', { name: places('add.button') });
    await button.focus();
    await this.page.keyboard.press('Enter');
    const form = this.page.getByRole('form', { name: places('add.title', { name: below }) });
    await form.waitFor();
    await this.page.keyboard.type(name);
    await this.page.keyboard.press('Enter');
    await form.waitFor({ state: 'detached' });
    const detail = this.page.getByRole('complementary');
    await detail
      .getByRole('status')
      .filter({ hasText: word('ui:form.done') })
      .waitFor();
  }

  /** Of the areas: from today on; its former name is read beside the new one. */
  async renamesArea(name: string, other: string): Promise<void> {
    const tree = this.page.getByRole('region', { name: places('title') });
    await tree.getByRole('button', { name: new RegExp(`^${name}`) }).click();
    const form = await this.asksFor(places('rename.button'), places('rename.title', { name }));
    await form.getByLabel(places('rename.name')).fill(other);
    await this.sends(form, places('rename.submit'));
    const detail = this.page.getByRole('complementary');
    await detail.getByRole('heading', { name: other }).waitFor();
    await detail.getByRole('listitem').filter({ hasText: name }).waitFor();
    await tree.getByRole('button', { name: new RegExp(`^${other}`) }).waitFor();
  }

  async buildsUnit(plan: {
    readonly below: string;
    readonly name: string;
    readonly kind: string;
    readonly area?: string;
  }): Promise<void> {
    await this.opensUnit(plan.below);
    const title = units('new.titleBelow', { name: plan.below });
    const form = await this.asksFor(units('new.below'), title);
    await form.getByLabel(units('new.name')).fill(plan.name);
    await choosesFrom(form, units('new.kind'), units(`kind.${plan.kind}`));
    if (plan.area !== undefined) await findsAndChooses(form, units('new.area'), plan.area);
    await this.sends(form, units('new.submit'));
  }

  async addsPost(unit: string, title: string, role: string): Promise<void> {
    await this.opensUnit(unit);
    const form = await this.asksFor(
      units('newPost.button'),
      units('newPost.title', { name: unit }),
    );
    await form.getByLabel(units('newPost.name')).fill(title);
    await form.getByRole('checkbox', { name: new RegExp(`^${accounts(`role.${role}`)}`) }).check();
    await this.sends(form, units('newPost.submit'));
    await this.post(title).waitFor();
  }

  async saysHowToReach(unit: string, phone: string): Promise<void> {
    await this.opensUnit(unit);
    const form = await this.asksFor(
      units('contact.button'),
      units('contact.title', { name: unit }),
    );
    await form.getByLabel(units('contact.phone')).fill(phone);
    await this.sends(form, units('contact.submit'));
  }

  post(title: string): Locator {
    return this.page
      .getByRole('listitem')
      .filter({ has: this.page.getByText(title, { exact: true }) });
  }
}

export class SecurityAdministrator extends Administrator {
  /** Adds a person and gives an account, on the screen of people. @returns the slip that is shown once */
  async adds(name: string): Promise<Locator> {
    const form = await this.asksFor(units('people.add'), units('people.add'));
    await form.getByLabel(units('people.name')).fill(name);
    await this.sends(form, units('people.submit'));
    await this.page.getByText(accounts('accounts.none', { name })).waitFor();
    const giving = await this.asksFor(
      accounts('accounts.give'),
      accounts('accounts.giveTitle', { name }),
    );
    await this.sends(giving, accounts('accounts.submit'));
    const slip = this.page.getByRole('region', { name: accounts('oneTime.title') });
    await slip.waitFor();
    return slip;
  }

  /** @returns the token of the link on the slip, which is gone then */
  async handsOver(slip: Locator): Promise<string> {
    const address = (await slip.getByRole('code').textContent()) ?? '';
    await slip.getByRole('button', { name: accounts('oneTime.close') }).click();
    return new URLSearchParams(new URL(address).hash.slice(1)).get('token') ?? '';
  }

  /** Beside a person without a post stands where one is given. */
  async followsToUnits(): Promise<void> {
    const detail = this.page.getByRole('complementary', { name: units('people.detail') });
    await detail.getByRole('link', { name: units('title') }).click();
  }

  /** @returns the form, filled in and not sent */
  async fillsAppointment(unit: string, title: string, person: string): Promise<Locator> {
    await this.opensUnit(unit);
    const bar = this.page.getByRole('toolbar', { name: units('actionsOf', { name: title }) });
    await bar.getByRole('button', { name: units('appoint.button'), exact: true }).click();
    const form = this.page.getByRole('form', { name: units('appoint.title', { title }) });
    await findsAndChooses(form, units('appoint.person'), person);
    return form;
  }

  async appoints(unit: string, title: string, person: string): Promise<void> {
    const form = await this.fillsAppointment(unit, title, person);
    await this.sends(form, units('appoint.submit'));
    await this.page.getByRole('complementary').getByText(person, { exact: true }).waitFor();
  }
}

/** Types a part of a name, waits for what the server finds, and takes it. */
async function findsAndChooses(form: Locator, label: string, name: string): Promise<void> {
  const box = form.getByRole('combobox', { name: label });
  await box.click();
  await box.fill(name);
  const option = form.page().locator('.ant-select-item-option', { hasText: name }).first();
  await option.waitFor();
  await option.click();
}
