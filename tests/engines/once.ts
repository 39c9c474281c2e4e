/** Makes something once per test run, whichever worker asks first; the others wait for it. */
import { existsSync, mkdirSync, readFileSync, renameSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';

/** Of this run, made by `global-setup.ts`; every worker process inherits it. */
export function runFolder(): string {
  const folder = process.env['LIANXIN_TEST_RUN'];
  if (folder === undefined) throw new Error('tests/engines/global-setup.ts has not run');
  return folder;
}

type Outcome<T> = { readonly made: T } | { readonly failed: string };

/** @param make answers what others need to know, as JSON */
export async function once<T>(name: string, make: () => Promise<T>): Promise<T> {
  const result = join(runFolder(), `${name}.json`);
  if (isFirst(join(runFolder(), `${name}.taken`))) {
    const outcome = await attempt(make);
    writeFileSync(`${result}.unfinished`, JSON.stringify(outcome));
    renameSync(`${result}.unfinished`, result);
  }
  while (!existsSync(result)) await pause(50);
  const outcome = JSON.parse(readFileSync(result, 'utf8')) as Outcome<T>;
  if ('failed' in outcome) throw new Error(`${name}: ${outcome.failed}`);
  return outcome.made;
}

async function attempt<T>(make: () => Promise<T>): Promise<Outcome<T>> {
  try {
    return { made: await make() };
  } catch (error) {
    return { failed: error instanceof Error ? (error.stack ?? error.message) : String(error) };
  }
}

function isFirst(mark: string): boolean {
  try {
    mkdirSync(mark);
    return true;
  } catch {
    return false;
  }
}
