/** The script of readable files, built once after the installation (`npm run prepare`). */
import { join } from 'node:path';
import { ROOT } from '#platform/database/migration-files.ts';
import { textOf } from './scheme-file.ts';

export function pageScript(): string | undefined {
  return textOf(join(ROOT, 'dist', 'statement', 'statement.js'));
}
