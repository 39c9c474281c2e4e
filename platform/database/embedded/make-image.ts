/** Makes the image: a new engine in a temporary folder, migrated, closed, packed. */
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { migrate } from '../migrate.ts';
import { digestOf, type Migration } from '../migration-files.ts';
import { EmbeddedDatabase } from './embedded-database.ts';
import { packImage } from './image.ts';

export async function makeImage(migrations: readonly Migration[], image: string): Promise<void> {
  const folder = mkdtempSync(join(tmpdir(), 'lianxin-image-'));
  try {
    const database = new EmbeddedDatabase({ folder });
    try {
      await migrate(database, migrations);
    } finally {
      await database.close();
    }
    packImage(join(folder, 'database'), digestOf(migrations), image);
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}
