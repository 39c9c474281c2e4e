/** The script of readable files, built once after the installation (`npm run prepare`). */
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { ROOT } from '#platform/database/migration-files.ts';

/** @param built folder of what was built; `dist` unless said otherwise */
export function pageScript(built: string = join(ROOT, 'dist')): string | undefined {
  try {
    return readFileSync(join(built, 'statement', 'statement.js'), 'utf8');
  } catch (fault) {
    if (fault instanceof Error && 'code' in fault) return undefined;
    throw fault;
  }
}
