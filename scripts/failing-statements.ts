/**
 * 6,000 failing statements of every kind of failure against the embedded engine:
 * run before moving to another version of PGlite (0.5.8 died after some hundreds).
 *
 *     node scripts/failing-statements.ts [how many]
 */
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { DatabaseError } from '#platform/database/database.ts';
import { EmbeddedDatabase } from '#platform/database/embedded/embedded-database.ts';

const FAILING = [
  'select 1 / 0',
  'select * from nowhere',
  'selec 1',
  `select 'x'::int`,
  'insert into one values (1)',
  `select st_geomfromtext('POLYGON((0 0, 1')`,
];

const count = Number(process.argv[2] ?? 6000);
const folder = mkdtempSync(join(tmpdir(), 'lianxin-failing-'));
let deaths = 0;
const database = new EmbeddedDatabase({ folder });
try {
  await database.asOwner((transaction) =>
    transaction.script(`create extension postgis;
      create table one (n integer primary key); insert into one values (1)`),
  );
  for (let number = 0; number < count; number += 1) {
    const sql = FAILING[number % FAILING.length] ?? '';
    const error: unknown = await database
      .asOwner((transaction) => transaction.run({ sql, parameters: [] }))
      .catch((caught: unknown) => caught);
    if (!(error instanceof DatabaseError)) throw new Error(`did not fail: ${sql}`);
    if (error.code.startsWith('LX')) deaths += 1;
  }
  const [answer] = await database.asOwner((transaction) =>
    transaction.run({ sql: 'select count(*) as n from one', parameters: [] }),
  );
  process.stdout.write(`${count} failed, ${deaths} deaths, then ${answer?.rows[0]?.['n']} row\n`);
  if (deaths > 0) process.exitCode = 1;
} finally {
  await database.close();
  rmSync(folder, { recursive: true, force: true });
}
