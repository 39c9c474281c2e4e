/** Fresh embedded databases in temporary folders, from an image made once. */
import { mkdtempSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import type { EmbeddedDatabase } from '#platform/database/embedded/embedded-database.ts';
import { hasDigest } from '#platform/database/embedded/image.ts';
import { makeImage } from '#platform/database/embedded/make-image.ts';
import { IMAGE, openEmbedded } from '#platform/database/embedded/open-embedded.ts';
import {
  collectMigrations,
  digestOf,
  type Migration,
  ROOT,
} from '#platform/database/migration-files.ts';
import { once, runFolder } from './once.ts';

/**
 * Engines of one process share what was compiled of them as long as one of them lives.
 * This one does nothing else; it ends with its worker.
 */
let keeper: Promise<EmbeddedDatabase> | undefined;

async function openKeeper(): Promise<EmbeddedDatabase> {
  const migrations = collectMigrations();
  const folder = mkdtempSync(join(runFolder(), 'keeper-'));
  return openEmbedded({ folder, migrations, image: await imageOf(migrations) });
}

export async function freshEmbeddedDatabase(
  migrations: readonly Migration[],
): Promise<{ database: EmbeddedDatabase; folder: string; drop: () => void }> {
  keeper ??= openKeeper();
  await keeper;
  const image = await imageOf(migrations);
  const folder = mkdtempSync(join(runFolder(), 'embedded-'));
  const database = await openEmbedded({ folder, migrations, image });
  return { database, folder, drop: () => rmSync(folder, { recursive: true, force: true }) };
}

/** That of the installation where it fits; else one kept from run to run, under the digest of its migrations. */
export async function imageOf(migrations: readonly Migration[]): Promise<string> {
  const digest = digestOf(migrations);
  if (hasDigest(IMAGE, digest)) return IMAGE;
  const name = `embedded-${digest.slice(0, 16)}`;
  return once(name, async () => {
    const image = join(ROOT, 'node_modules', '.cache', 'lianxin', `${name}.zst`);
    if (!hasDigest(image, digest)) await makeImage(migrations, image);
    return image;
  });
}
