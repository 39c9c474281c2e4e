/** Somebody at a browser of their own: what they see, and what went wrong in it. */
import type { Browser, BrowserContext, BrowserContextOptions, Page } from 'playwright-core';

/** Milliseconds that anything on a screen may take on a busy machine. */
export const PATIENCE = 30_000;

export interface Person {
  readonly context: BrowserContext;
  readonly page: Page;
  /** Faults of scripts and refusals of the page's policy; empty when all is well. */
  readonly faults: string[];
  /** Sets the clock of the device. */
  believes(now: number): Promise<void>;
}

/** @param now the instant at which the person's device believes to be, milliseconds */
export async function newPerson(
  browser: Browser,
  now: number,
  options: BrowserContextOptions,
): Promise<Person> {
  const context = await browser.newContext({
    locale: 'zh-CN',
    timezoneId: 'Asia/Shanghai',
    reducedMotion: 'reduce',
    ...options,
  });
  context.setDefaultTimeout(PATIENCE);
  const believes = async (instant: number): Promise<void> => {
    if (options.javaScriptEnabled !== false) await context.clock.setFixedTime(instant);
  };
  await believes(now);
  const page = await context.newPage();
  const faults: string[] = [];
  page.on('pageerror', (error) => faults.push(error.stack || error.message || String(error)));
  page.on('console', (message) => {
    if (message.type() === 'error' && !isAnswer(message.text())) faults.push(message.text());
  });
  return { context, page, faults, believes };
}

/** The browser's own line about an answer that refuses: refusals are part of the journeys. */
function isAnswer(line: string): boolean {
  return line.startsWith('Failed to load resource');
}
