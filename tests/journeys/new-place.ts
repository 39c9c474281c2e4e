/**
 * A place as `lianxin init` leaves it: an empty embedded database with two
 * administrators and their one-time links, and a server on it.
 */
import { spawnSync } from 'node:child_process';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Browser } from 'playwright-core';
import { makeInstallation } from '#apps/server/services.ts';
import { type RunningServer, startServer } from '#apps/server/start.ts';
import { ROOT } from '#platform/database/migration-files.ts';
import { codeOf } from '#tests/worlds/totp.ts';
import { builtSurfaces } from './built-surfaces.ts';
import { Desk } from './desk.ts';
import { word } from './words.ts';

export interface NewPlace {
  readonly server: RunningServer;
  readonly slug: string;
  /** Tokens of the links of the two administrators. */
  readonly tokens: { readonly system: string; readonly security: string };
  close(): Promise<void>;
}

const SLUG = 'chanhe';

/** @param built folder of the built surfaces; made where absent */
export async function openNewPlace(built?: string): Promise<NewPlace> {
  const folder = mkdtempSync(join(tmpdir(), 'lianxin-new-place-'));
  const tokens = initialise(folder);
  const installation = await makeInstallation({
    dataFolder: folder,
    databaseUrl: undefined,
    secretsFile: join(folder, 'secrets.json'),
  });
  const server = await startServer(installation, {
    port: 0,
    version: '0.0.0',
    built: built ?? (await builtSurfaces()),
    checkAnswers: true,
    publicCommandsPerMinute: 10_000,
    onFault: (fault, doing) => console.error(doing, fault),
  });
  return {
    server,
    slug: SLUG,
    tokens,
    close: async () => {
      await server.close();
      rmSync(folder, { recursive: true, force: true });
    },
  };
}

interface Made {
  readonly administrators: readonly { readonly role: string; readonly address: string }[];
}

/** The command, as an operator runs it. */
function initialise(folder: string): NewPlace['tokens'] {
  const words = ['init', '--tenant', SLUG, '--name', '瀍河区', '--json'];
  const people = [
    '--system-administrator',
    '系统管理员甲',
    '--security-administrator',
    '安全管理员甲',
  ];
  const ended = spawnSync(process.execPath, [join(ROOT, 'bin/lianxin.js'), ...words, ...people], {
    cwd: folder,
    encoding: 'utf8',
    env: {
      PATH: process.env['PATH'] ?? '',
      LANG: 'zh_CN.UTF-8',
      LIANXIN_DATA: folder,
      LIANXIN_DATABASE_URL: '',
    },
  });
  if (ended.status !== 0) throw new Error(ended.stderr);
  const { administrators } = JSON.parse(ended.stdout) as Made;
  const tokenOf = (role: string): string => {
    const address = administrators.find((one) => one.role === role)?.address ?? '';
    return new URLSearchParams(new URL(address).hash.slice(1)).get('token') ?? '';
  };
  return { system: tokenOf('system_admin'), security: tokenOf('security_admin') };
}

/** By the link, setting up the second factor that the screen asks an administrator for. */
export async function signsInAsAdministrator(
  browser: Browser,
  origin: string,
  token: string,
): Promise<Desk> {
  const desk = await Desk.before(browser, { origin, now: Date.now() });
  const { page } = desk;
  await page.goto(`${origin}/desk#token=${token}`);
  await page.getByRole('button', { name: word('access:web.link.enter') }).click();
  await page.getByRole('button', { name: word('access:web.enrol.begin') }).click();
  const secret = await page.locator('.enrol-secret').textContent();
  const code = codeOf(`otpauth://totp/lianxin?secret=${secret}`);
  await page.getByLabel(word('access:web.code.label')).fill(code);
  await page.keyboard.press('Enter');
  await page.getByRole('navigation', { name: word('ui:desk.nav') }).waitFor();
  return desk;
}
