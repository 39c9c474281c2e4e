/** One statement wherever it is made: in Node, by the command line, in a browser. */
import { spawnSync } from 'node:child_process';
import { createReadStream, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import { pathToFileURL } from 'node:url';
import { afterAll, expect, it } from 'vitest';
import { canonicalText } from '#features/relocation/rules/canonical.ts';
import { ROOT } from '#platform/database/migration-files.ts';
import { householdsCsv, randomHouseholds } from '#tests/worlds/random-households.ts';
import { schemeOf, WHOLE } from '#tests/worlds/schemes.ts';
import { rulesForBrowser } from './bundled-rules.ts';
import { openChromium } from './chromium.ts';
import { digestsOf, statementsOf } from './compensation-in-browser.ts';

const SEED = 83;
/** `LIANXIN_HOUSEHOLDS=100000` compares as many; that takes minutes. */
const COUNT = Number(process.env['LIANXIN_HOUSEHOLDS'] ?? 10_000);
/** What is handed to the page at a time. */
const PIECE = 10_000;

const folder = mkdtempSync(join(tmpdir(), 'lianxin-runtimes-'));
afterAll(() => rmSync(folder, { recursive: true }));

const document = { ...WHOLE, columns: { key: '户号' } };
const scheme = schemeOf(document);

async function inBrowser(
  households: ReturnType<typeof randomHouseholds>,
): Promise<readonly string[]> {
  const page = join(folder, 'page.html');
  writeFileSync(page, '<!doctype html><meta charset="utf-8"><title>rules</title>');
  const browser = await openChromium();
  try {
    const tab = await browser.newPage();
    await tab.goto(pathToFileURL(page).href);
    await tab.addScriptTag({ path: await rulesForBrowser() });
    const digests: string[] = [];
    for (let from = 0; from < households.length; from += PIECE) {
      const work = { scheme, households: households.slice(from, from + PIECE) };
      digests.push(
        ...(await tab.evaluate((piece) => {
          const { compensation } = globalThis;
          return compensation.digestsOf(compensation.statementsOf(piece));
        }, work)),
      );
    }
    return digests;
  } finally {
    await browser.close();
  }
}

async function byCommandLine(
  households: ReturnType<typeof randomHouseholds>,
): Promise<readonly string[]> {
  const [schemeFile, rows, out] = ['scheme.json', 'rows.csv', 'out'].map((name) =>
    join(folder, name),
  );
  if (schemeFile === undefined || rows === undefined || out === undefined)
    throw new Error('no paths');
  writeFileSync(schemeFile, JSON.stringify(document));
  writeFileSync(rows, householdsCsv(households));
  const words = ['compensate', '--scheme', schemeFile, '--households', rows, '--out', out];
  const ended = spawnSync(process.execPath, [join(ROOT, 'bin/lianxin.js'), ...words], {
    encoding: 'utf8',
  });
  expect({ code: ended.status, error: ended.stderr }).toEqual({ code: 0, error: '' });
  const texts: string[] = [];
  for await (const line of createInterface({
    input: createReadStream(join(out, 'statements.jsonl')),
  }))
    texts.push(canonicalText((JSON.parse(line) as { readonly choices: unknown }).choices));
  return digestsOf(texts);
}

it(`gives ${COUNT} random households the same statements in Node, on the command line and in Chromium`, async () => {
  const households = randomHouseholds(COUNT, SEED);
  const here = await digestsOf(statementsOf({ scheme, households }));
  expect(here).toHaveLength(COUNT / 1000);
  expect(new Set(here).size).toBe(here.length);
  expect(await byCommandLine(households)).toEqual(here);
  expect(await inBrowser(households)).toEqual(here);
}, 900_000);
