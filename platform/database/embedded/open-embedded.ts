/** Opens the embedded engine on a data folder: from the image where it is empty, then migrated. */
import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { migrate } from '../migrate.ts';
import { digestOf, type Migration, ROOT } from '../migration-files.ts';
import { EmbeddedDatabase, type EmbeddedOptions } from './embedded-database.ts';
import { unpackImage } from './image.ts';

/** Where `prepare` puts the image. */
export const IMAGE = join(ROOT, 'dist', 'embedded-image.zst');

export interface OpenEmbedded extends EmbeddedOptions {
  readonly migrations: readonly Migration[];
  /** Path of the image; `dist/embedded-image.zst` unless told. */
  readonly image?: string;
}

/** @throws DatabaseError `LX008` where another process has the folder */
export async function openEmbedded(options: OpenEmbedded): Promise<EmbeddedDatabase> {
  const { migrations, image = IMAGE } = options;
  const database = new EmbeddedDatabase({
    ...options,
    prepareFolder: (folder) => {
      if (!existsSync(folder)) unpackImage(image, digestOf(migrations), folder);
    },
  });
  try {
    await migrate(database, migrations);
    return database;
  } catch (error) {
    await database.close();
    throw error;
  }
}
