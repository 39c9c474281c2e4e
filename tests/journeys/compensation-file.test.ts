/** The file a household keeps: opened years later, without a network and without us. */
import { generateKeyPairSync } from 'node:crypto';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { signerFrom } from '#features/relocation/cli/signing.ts';
import { voiceIn } from '#features/relocation/cli/told.ts';
import { Calculator } from '#features/relocation/rules/statement.ts';
import { statementPage } from '#features/relocation/server/statement/page.ts';
import { ROOT } from '#platform/database/migration-files.ts';
import { loadTexts } from '#platform/http/i18n.ts';
import { HOUSEHOLD, planOf, schemeOf, WHOLE } from '#tests/worlds/schemes.ts';
import { findingsOn } from './accessible.ts';
import { statementScript } from './bundled-rules.ts';
import { openChromium } from './chromium.ts';

const folder = mkdtempSync(join(tmpdir(), 'lianxin-file-'));
let browser: Browser;
let script: string;
beforeAll(async () => {
  [browser, script] = await Promise.all([openChromium(), statementScript()]);
}, 180_000);
afterAll(async () => {
  await browser.close();
  rmSync(folder, { recursive: true });
});

const scheme = schemeOf(WHOLE);
const plan = planOf(scheme);

function pageOf(signed: boolean): string {
  const key = join(folder, 'key.pem');
  writeFileSync(
    key,
    generateKeyPairSync('ed25519').privateKey.export({ type: 'pkcs8', format: 'pem' }),
  );
  const signer = signerFrom(signed ? key : undefined);
  if (!signer.ok) throw new Error('no key');
  const calculator = new Calculator(plan);
  return statementPage({
    ...{
      key: '西关 17 号',
      raw: HOUSEHOLD,
      worked: calculator.work(calculator.readFacts(HOUSEHOLD).facts),
    },
    ...{
      asOf: undefined,
      scheme: { plan, scheme, digest: '0'.repeat(64) },
      script,
      signer: signer.value,
    },
    voice: voiceIn('zh', loadTexts(ROOT)),
  });
}

/** Opened from a disk, with the network off; whatever it would load is a failure. */
async function opened(
  content: string,
  width = 1100,
): Promise<{ page: Page; verdicts: readonly string[]; faults: readonly string[] }> {
  const path = join(folder, 'statement.html');
  writeFileSync(path, content);
  const context = await browser.newContext({ offline: true, viewport: { width, height: 800 } });
  const page = await context.newPage();
  const faults: string[] = [];
  page.on('pageerror', (error) => faults.push(String(error)));
  page.on('request', (request) => {
    if (!request.url().startsWith('file:')) faults.push(request.url());
  });
  await page.goto(pathToFileURL(path).href);
  await page.locator('[data-verdict="checking"]').waitFor({ state: 'hidden' });
  await page
    .locator('[data-verdict^="signature"]:visible, [data-signed="no"]')
    .first()
    .waitFor({ state: 'visible' });
  const verdicts = await page
    .locator('[data-verdict]:visible')
    .evaluateAll((all) => all.map((one) => one.getAttribute('data-verdict') ?? ''));
  return { page, verdicts, faults };
}

describe('a readable file', () => {
  it('recalculates itself and verifies its signature without a network', async () => {
    const { page, verdicts, faults } = await opened(pageOf(true));
    expect(verdicts).toEqual(['recalculated', 'signature_good']);
    expect(faults).toEqual([]);
    expect(await page.getByText('柒拾陆万叁仟陆佰贰拾陆元柒角整').isVisible()).toBe(true);
    expect((await findingsOn(page)).grave).toEqual([]);
  });

  it('can be read on a phone, where nothing is wider than the screen', async () => {
    const { page } = await opened(pageOf(true), 360);
    const wide = await page.evaluate(() => globalThis.document.documentElement.scrollWidth);
    expect(wide).toBeLessThanOrEqual(360);
  });

  it.each([
    ['an amount', '"amount":70946400', '"amount":70946500', ['differs', 'signature_bad']],
    ['a fact', '"面积":"86.52"', '"面积":"96.52"', ['differs', 'signature_bad']],
    ['the rules', '"value":"8200 元/㎡"', '"value":"8300 元/㎡"', ['differs', 'signature_bad']],
    ['a figure that is shown', '709,464.00', '709,465.00', ['differs', 'signature_good']],
    ['a fact that is shown', '86.52 ㎡', '96.52 ㎡', ['differs', 'signature_good']],
    [
      'the name of the household',
      '"household":"西关 17 号"',
      '"household":"西关 18 号"',
      ['differs', 'signature_bad'],
    ],
  ])('shows that %s was changed', async (_what, from, to, expected) => {
    const content = pageOf(true);
    expect(content).toContain(from);
    const { verdicts } = await opened(content.replaceAll(from, to));
    expect(verdicts).toEqual(expected);
  });

  it('shows no fingerprint but that of the key which signed it', async () => {
    const content = pageOf(true).replace(/(data-key>)([0-9a-f]{4})/, '$10000');
    expect((await opened(content)).verdicts).toEqual(['recalculated', 'signature_bad']);
  });

  it('without a signature says that it proves nothing about who made it', async () => {
    const { page, verdicts } = await opened(pageOf(false));
    expect(verdicts).toEqual(['recalculated']);
    expect(await page.getByText('没有签名').isVisible()).toBe(true);
  });
});
