/** A process that opens a data folder, says how that went, and ends. */
import { DatabaseError } from '#platform/database/database.ts';
import { openEmbedded } from '#platform/database/embedded/open-embedded.ts';
import { migrationsUpTo } from './migration-range.ts';

try {
  const database = await openEmbedded({
    folder: process.argv[2] ?? '',
    migrations: migrationsUpTo(9),
  });
  await database.close();
  process.stdout.write('opened\n');
} catch (error) {
  if (!(error instanceof DatabaseError)) throw error;
  process.stdout.write(`${error.code} ${error.message}\n`);
  process.exitCode = 3;
}
