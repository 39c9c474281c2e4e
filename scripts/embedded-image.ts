/** Makes `dist/embedded-image.zst` where it is missing or of other migrations; part of `prepare`. */
import { statSync } from 'node:fs';
import { hasDigest } from '#platform/database/embedded/image.ts';
import { makeImage } from '#platform/database/embedded/make-image.ts';
import { IMAGE } from '#platform/database/embedded/open-embedded.ts';
import { collectMigrations, digestOf } from '#platform/database/migration-files.ts';

const migrations = collectMigrations();
if (!hasDigest(IMAGE, digestOf(migrations))) await makeImage(migrations, IMAGE);
const megabytes = (statSync(IMAGE).size / 1e6).toFixed(1);
process.stdout.write(`${IMAGE}: ${migrations.length} migrations, ${megabytes} MB\n`);
