/** Where the records lie that this project did not write: beside it, or where the setting says. */
import { readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';

const FOLDER =
  process.env['LIANXIN_RECORDS'] ?? fileURLToPath(new URL('../../../shared/data', import.meta.url));

export function recordPath(name: string): string {
  return `${FOLDER}/${name}`;
}

export function record(name: string): Buffer {
  return readFileSync(recordPath(name));
}
