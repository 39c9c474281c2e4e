/**
 * A real server in the test process, on a fresh database, with a district in it
 * and a browser of its own for everybody who takes part:
 *
 *     const office = useOffice('server');
 *     it('…', async () => {
 *       const intake = await office().at('intake');
 *       await intake.takesFromToday(number);
 *     });
 *
 * What a failed journey looked like at its end is photographed; the folder is named.
 * A script that failed in anybody's browser fails the journey.
 */
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Browser } from 'playwright-core';
import { afterAll, afterEach, beforeAll, beforeEach } from 'vitest';
import { type RunningServer, startServer } from '#apps/server/start.ts';
import { type FoundedPost, foundUnit } from '#demo/founding.ts';
import {
  findAccountOfPerson,
  makeAccount,
  makeSignInLink,
} from '#features/access/server/public.ts';
import type { AccountId } from '#kernel/ids.ts';
import { ROOT } from '#platform/database/migration-files.ts';
import { type EngineName, START_LIMIT, useDatabase } from '#tests/engines/engines.ts';
import { type District, foundDistrict, sure } from '#tests/worlds/district.ts';
import { foundRelocationOffice } from '#tests/worlds/relocation.ts';
import { type TileFile, writeTileFile } from '#tests/worlds/tile-file.ts';
import { builtSurfaces } from './built-surfaces.ts';
import { openChromium } from './chromium.ts';
import { Desk } from './desk.ts';
import type { Person } from './person.ts';
import { Resident } from './resident.ts';

const MINUTE = 60_000;
/** Shorter than the idle life of a session by the moved clock. */
const SIGN_IN_AGAIN = 25 * MINUTE;

export interface Office {
  readonly world: District;
  readonly server: RunningServer;
  readonly browser: Browser;
  /** The desk of whoever holds the post, signed in. */
  at(title: string): Promise<Desk>;
  resident(how?: {
    script?: boolean;
    at?: { longitude: number; latitude: number };
  }): Promise<Resident>;
  /** Time passes for everybody, and what it brings happens. */
  passes(milliseconds: number): Promise<void>;
  post(title: string): FoundedPost;
}

/** @param ground what its maps stand on; nothing, as in most offices, unless said */
export function useOffice(engine: EngineName, ground?: TileFile): () => Office {
  const database = useDatabase(engine);
  let folder = '';
  let office: RunningOffice | undefined;
  beforeAll(async () => {
    folder = mkdtempSync(join(tmpdir(), 'lianxin-office-'));
    const file = ground && writeTileFile(folder, ground);
    office = await RunningOffice.open(await foundDistrict(database()), file);
  }, START_LIMIT);
  afterAll(async () => {
    await office?.close();
    rmSync(folder, { recursive: true });
  }, START_LIMIT);
  beforeEach(({ onTestFailed, task }) => {
    onTestFailed(async () => {
      await office?.photograph(task.name);
    });
  });
  afterEach(() => {
    const faults = office?.takeFaults() ?? [];
    if (faults.length > 0) throw new Error(faults.join('\n\n'));
  });
  return () => {
    if (office === undefined) throw new Error('the office opens before the first journey');
    return office;
  };
}

class RunningOffice implements Office {
  readonly world: District;
  readonly server: RunningServer;
  readonly browser: Browser;
  readonly #posts: readonly FoundedPost[];
  readonly #desks = new Map<string, Desk>();
  readonly #residents: Resident[] = [];

  private constructor(
    world: District,
    server: RunningServer,
    browser: Browser,
    posts: readonly FoundedPost[],
  ) {
    this.world = world;
    this.server = server;
    this.browser = browser;
    this.#posts = posts;
  }

  static async open(world: District, ground: string | undefined): Promise<RunningOffice> {
    const posts = await foundNeighbours(world);
    await withoutSecondFactor(world);
    const server = await startServer(world.installation, {
      port: 0,
      version: '0.0.0',
      built: await builtSurfaces(),
      checkAnswers: true,
      publicCommandsPerMinute: 10_000,
      basemap: ground === undefined ? undefined : { kind: 'file', path: ground },
      onFault: (fault, doing) => console.error(doing, fault),
    });
    return new RunningOffice(world, server, await openChromium(), posts);
  }

  async at(title: string): Promise<Desk> {
    const now = this.world.clock.now();
    const known = this.#desks.get(title);
    if (known !== undefined && now - known.signedInAt < SIGN_IN_AGAIN) return known;
    await known?.person.context.close();
    const desk = await Desk.before(this.browser, { origin: this.server.origin, now });
    this.#desks.set(title, desk);
    await desk.signsIn(await this.#tokenFor(this.post(title)));
    return desk;
  }

  async resident(how: Parameters<Office['resident']>[0] = {}): Promise<Resident> {
    const address = `${this.server.origin}/t/${this.world.slug}`;
    const resident = await Resident.at(this.browser, {
      address,
      now: this.world.clock.now(),
      ...how,
    });
    this.#residents.push(resident);
    return resident;
  }

  async passes(milliseconds: number): Promise<void> {
    this.world.clock.move(milliseconds);
    for (const [, person] of this.#people()) await person.believes(this.world.clock.now());
    await this.server.work.round();
  }

  post(title: string): FoundedPost {
    return this.#posts.find((post) => post.title === title) ?? this.world.post(title);
  }

  async #tokenFor({ personId, title }: FoundedPost): Promise<string> {
    if (personId === undefined) throw new Error(`nobody holds ${title}`);
    const { access } = this.server;
    const { tenantId } = this.world;
    const known = await findAccountOfPerson(access, tenantId, personId);
    const { accountId } =
      known ?? (await sure(makeAccount(access, { tenantId, personId, madeBy: 'system:test' })));
    return (await makeSignInLink(access, accountId as AccountId, 'system:test')).token;
  }

  /** Faults of scripts in all browsers since the last time. */
  takeFaults(): readonly string[] {
    return this.#people().flatMap(([who, { faults }]) =>
      faults.splice(0).map((fault) => `${who}: ${fault}`),
    );
  }

  async photograph(name: string): Promise<void> {
    const folder = join(ROOT, '.cache', 'journeys', name.replaceAll(/\W+/g, '-'));
    for (const [who, { page }] of this.#people()) {
      const path = join(folder, `${who.replaceAll(' ', '-')}.png`);
      await page.screenshot({ path, fullPage: true }).catch(() => undefined);
    }
    console.error(`${name}: what everybody saw at the end is in ${folder}`);
  }

  #people(): readonly (readonly [who: string, person: Person])[] {
    return [
      ...[...this.#desks].map(([title, { person }]) => [title, person] as const),
      ...this.#residents.map(({ person }, at) => [`resident-${at + 1}`, person] as const),
    ];
  }

  async close(): Promise<void> {
    await this.browser.close();
    await this.server.close();
  }
}

/** Who is not in the small district: another street's intake, who names substitutes, who writes schemes. */
async function foundNeighbours(world: District): Promise<readonly FoundedPost[]> {
  const founded = (plan: Parameters<typeof foundUnit>[2]) =>
    foundUnit(world.services, world.system, plan, '2026-01-01');
  const south = await founded({
    name: '南街道办事处',
    kind: 'street_office',
    area: world.areas.south,
    posts: [{ title: 'south intake', roles: ['intake'], rank: 1, holder: '南街受理员甲' }],
  });
  const administration = await founded({
    name: '信息化管理科',
    kind: 'section',
    area: world.areas.district,
    posts: [
      {
        title: 'security administrator',
        roles: ['security_admin'],
        rank: 2,
        holder: '安全管理员甲',
      },
      { title: 'system administrator', roles: ['system_admin'], rank: 2, holder: '系统管理员甲' },
    ],
  });
  const relocation = await foundRelocationOffice(world);
  return [...south.posts, ...administration.posts, ...relocation.posts];
}

/** People of a journey have no authenticator; second factors have tests of their own. */
async function withoutSecondFactor({ services, tenantId }: District): Promise<void> {
  const policy = {
    sql: `insert into access_policies (tenant_id, second_factor_roles) values ($1, '[]')`,
    parameters: [tenantId],
  };
  await services.database.write(tenantId, [policy], async () => undefined);
}
