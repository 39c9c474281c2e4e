/** Part of the migrations: for tests and processes of the platform that need no feature's tables. */
import { collectMigrations, type Migration } from '#platform/database/migration-files.ts';

export function migrationsUpTo(number: number): readonly Migration[] {
  return collectMigrations().filter((migration) => migration.number <= number);
}
