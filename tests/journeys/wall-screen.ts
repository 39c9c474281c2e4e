/** A screen on a wall: what stands on it, and that it can be read from five metres. */
import { connect, createServer, type Server, type Socket } from 'node:net';
import type { Browser, Download, Locator, Page } from 'playwright-core';
import type { Scene } from '#features/matters/contract.ts';
import { newPerson, type Person } from './person.ts';
import { word } from './words.ts';

const wall = (key: string) => word(`matters:web.wall.${key}`);

export interface Size {
  readonly width: number;
  readonly height: number;
}

export class WallScreen {
  readonly person: Person;
  readonly #origin: string;

  private constructor(person: Person, origin: string) {
    this.person = person;
    this.#origin = origin;
  }

  static async hung(
    browser: Browser,
    of: { readonly origin: string; readonly now: number; readonly size?: Size },
  ): Promise<WallScreen> {
    const viewport = of.size ?? { width: 1920, height: 1080 };
    const person = await newPerson(browser, of.now, { viewport, acceptDownloads: true });
    const screen = new WallScreen(person, of.origin);
    await screen.opens();
    return screen;
  }

  async opens(token?: string): Promise<void> {
    const hash = token === undefined ? '' : `#token=${token}`;
    await this.page.goto(`${this.#origin}/wall${hash}`);
  }

  get page(): Page {
    return this.person.page;
  }

  async code(): Promise<string> {
    const shown = this.page.getByRole('status', { name: wall('pair.code') });
    return (await shown.textContent()) ?? '';
  }

  async shows(scene: Scene): Promise<void> {
    await this.page.getByRole('heading', { name: wall(`scene.${scene}`) }).waitFor();
  }

  /** The number under a name among the totals. */
  figure(name: string): Locator {
    return this.page.locator('.wall-figure').filter({
      has: this.page.getByRole('term').filter({ hasText: new RegExp(`^${name}$`) }),
    });
  }

  async resize(size: Size): Promise<void> {
    await this.page.setViewportSize(size);
    // Layout by media query and by what fits on a page both have to come to rest.
    await this.page.waitForTimeout(300);
  }

  /** The picture that key P saves. */
  async takesPicture(): Promise<Download> {
    const coming = this.page.waitForEvent('download');
    await this.page.keyboard.press('p');
    return coming;
  }

  /** Texts too small for five metres, outside the screen, or wider than their place. */
  unreadable(): Promise<readonly string[]> {
    return this.page.evaluate(UNREADABLE);
  }
}

/** Runs in the page: a 40th of the shorter side is 17 mm on a screen of 55 inches. */
const UNREADABLE = `(() => {
  const least = Math.min(innerWidth, innerHeight) / 40;
  const found = [];
  for (const element of document.querySelectorAll('.wall *')) {
    const texts = [...element.childNodes].filter((node) => node.nodeType === 3);
    const text = texts.map((node) => node.textContent.trim()).join('');
    if (text === '') continue;
    const style = getComputedStyle(element);
    const box = element.getBoundingClientRect();
    if (parseFloat(style.fontSize) < least - 0.1) found.push('small: ' + text);
    const outside = box.left < -1 || box.right > innerWidth + 1 || box.top < -1 || box.bottom > innerHeight + 1;
    if (outside) found.push('outside: ' + text);
    if (style.display !== 'inline' && element.scrollWidth > element.clientWidth + 1) found.push('wide: ' + text);
  }
  return found;
})()`;

/** A line to the server that can be cut and mended. */
export class Line {
  readonly origin: string;
  readonly #server: Server;
  readonly #sockets = new Set<Socket>();
  #cut = false;

  private constructor(server: Server, port: number) {
    this.#server = server;
    this.origin = `http://127.0.0.1:${port}`;
  }

  static async to(origin: string): Promise<Line> {
    const target = Number(new URL(origin).port);
    const server = createServer();
    await new Promise<void>((resolve) => {
      server.listen(0, '127.0.0.1', resolve);
    });
    const address = server.address();
    if (address === null || typeof address === 'string') throw new Error('no port');
    const line = new Line(server, address.port);
    server.on('connection', (near) => line.#join(near, target));
    return line;
  }

  #join(near: Socket, target: number): void {
    if (this.#cut) {
      near.destroy();
      return;
    }
    const far = connect(target, '127.0.0.1');
    for (const socket of [near, far]) {
      this.#sockets.add(socket);
      socket.on('error', () => socket.destroy());
      socket.on('close', () => {
        this.#sockets.delete(socket);
        near.destroy();
        far.destroy();
      });
    }
    near.pipe(far).pipe(near);
  }

  cut(): void {
    this.#cut = true;
    for (const socket of this.#sockets) socket.destroy();
  }

  mend(): void {
    this.#cut = false;
  }

  async end(): Promise<void> {
    this.cut();
    await new Promise<void>((resolve) => {
      this.#server.close(() => resolve());
    });
  }
}
