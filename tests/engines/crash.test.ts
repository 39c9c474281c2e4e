/** `kill -9` in the middle of writing: what was acknowledged is there, and whole. */
import { fork } from 'node:child_process';
import { describe, expect, it } from 'vitest';
import type { TenantId } from '#kernel/ids.ts';
import type { Database } from '#platform/database/database.ts';
import { openEmbedded } from '#platform/database/embedded/open-embedded.ts';
import { openServer } from '#platform/database/server/open-server.ts';
import { freshEmbeddedDatabase } from './embedded-engine.ts';
import { type EngineName, engines, START_LIMIT } from './engines.ts';
import { migrationsUpTo } from './migration-range.ts';
import { freshServerDatabase, TEST_PASSWORDS } from './server-engine.ts';

const tenant = '01890000-0000-7000-8000-000000000001' as TenantId;
const migrations = migrationsUpTo(9);
const KILLS = 3;
/** Acknowledgements to wait for before the kill; different ones, to hit different moments. */
const ENOUGH = [7, 40, 150];

const TABLE = `
  create table pairs (tenant_id uuid not null, number integer not null, half integer not null,
    primary key (tenant_id, number, half));
  call protect_tenant_table('pairs')`;

/** A database that can be opened again after its process has died. */
async function reopenable(engine: EngineName) {
  if (engine === 'embedded') {
    const { database, folder, drop } = await freshEmbeddedDatabase(migrations);
    return { database, where: folder, drop, open: () => openEmbedded({ folder, migrations }) };
  }
  const { database, url, drop } = await freshServerDatabase(migrations);
  const open = (): Promise<Database> => openServer({ url, migrations, passwords: TEST_PASSWORDS });
  return { database, where: url, drop, open };
}

/** Starts the writer, kills it after so many acknowledgements, answers the last one heard. */
function writeUntilKilled(where: string, from: number, acknowledgements: number): Promise<number> {
  return new Promise((resolve, reject) => {
    const writer = fork(new URL('./crash-writer.ts', import.meta.url), [tenant, where, `${from}`], {
      silent: true,
      execArgv: [],
    });
    let said = '';
    let complaint = '';
    writer.stdout?.on('data', (text: Buffer) => {
      said += text.toString();
      if (said.split('\n').length > acknowledgements) writer.kill('SIGKILL');
    });
    writer.stderr?.on('data', (text: Buffer) => (complaint += text.toString()));
    writer.on('close', (code, signal) => {
      const whole = said
        .slice(0, said.lastIndexOf('\n') + 1)
        .trim()
        .split('\n');
      if (signal === 'SIGKILL') resolve(Number(whole.at(-1)));
      else reject(new Error(`the writer ended by itself (${code}): ${complaint}`));
    });
  });
}

describe.each(engines)('a process killed while it writes on the %s engine', (engine) => {
  it(
    `loses nothing it acknowledged, ${KILLS} times`,
    async () => {
      const { database, where, drop, open } = await reopenable(engine);
      await database.asOwner((transaction) => transaction.script(TABLE));
      await database.close();
      let next = 0;
      for (const enough of ENOUGH.slice(0, KILLS)) {
        const last = await writeUntilKilled(where, next, enough);
        const again = await open();
        const sql = `select number, count(*) as halves from pairs where tenant_id = $1
          group by number order by number`;
        const [found] = await again.read(tenant, { sql, parameters: [tenant] });
        await again.close();
        const rows = found?.rows ?? [];
        expect(last).toBeGreaterThanOrEqual(next);
        // The one under way at the kill may or may not be there: its answer was never heard.
        expect(rows.length - 1).toBeGreaterThanOrEqual(last);
        expect(rows).toEqual(rows.map((_, number) => ({ number, halves: 2 })));
        next = rows.length;
      }
      await drop();
    },
    START_LIMIT,
  );
});
