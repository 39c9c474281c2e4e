/** The whole demonstration, told to its end, with a browser for each of its people. */
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { makeLinks } from '#apps/server/demonstration-links.ts';
import { makeWallTokens } from '#apps/server/demonstration-wall.ts';
import { makeInstallation } from '#apps/server/services.ts';
import { startServer } from '#apps/server/start.ts';
import { systemContext } from '#apps/server/work.ts';
import { DEMONSTRATION_SLUG, openDemonstration } from '#demo/demonstration.ts';
import type { Database } from '#platform/database/database.ts';
import { builtSurfaces } from './built-surfaces.ts';
import { openChromium } from './chromium.ts';
import { Desk } from './desk.ts';
import { newPerson, type Person } from './person.ts';

export interface Told {
  /** The desk of `督查员` and the others, signed in once. */
  at(name: string): Promise<Desk>;
  visitor(): Promise<Person>;
  /** `http://localhost:1234/t/zhongyuan/`. */
  readonly portal: string;
  close(): Promise<void>;
}

/** @param database empty */
export async function tellDemonstration(database: Database): Promise<Told> {
  const folder = mkdtempSync(join(tmpdir(), 'lianxin-told-'));
  const secretsFile = join(folder, 'secrets.json');
  const installation = await makeInstallation(
    { dataFolder: folder, databaseUrl: undefined, secretsFile },
    { database },
  );
  const { fill } = await openDemonstration(installation.services, (tenant) =>
    systemContext(installation, tenant, 'demo'),
  );
  await fill();
  const server = await startServer(installation, {
    port: 0,
    version: '0.0.0',
    built: await builtSurfaces(),
    checkAnswers: true,
    publicCommandsPerMinute: 10_000,
    onFault: (fault, doing) => console.error(doing, fault),
  });
  // What was told is relayed and folded into the figures before anybody looks.
  await server.work.round();
  await database.tidy();
  const links = new Map(
    (await makeLinks(installation, server.access)).map(({ name, token }) => [name, token]),
  );
  await makeWallTokens(installation, server.access);
  const browser = await openChromium();
  const desks = new Map<string, Promise<Desk>>();
  const signIn = async (name: string): Promise<Desk> => {
    const desk = await Desk.before(browser, { origin: server.origin, now: Date.now() });
    await desk.signsIn(links.get(`演示·${name}`) ?? '');
    return desk;
  };
  return {
    at: (name) => {
      const known = desks.get(name) ?? signIn(name);
      desks.set(name, known);
      return known;
    },
    visitor: () => newPerson(browser, Date.now(), {}),
    portal: `${server.origin}/t/${DEMONSTRATION_SLUG}/`,
    close: async () => {
      await browser.close();
      await server.close();
      rmSync(folder, { recursive: true, force: true });
    },
  };
}
