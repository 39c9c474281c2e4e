/** The shared table of divisions, from the compact file that ships. */
import { readFileSync } from 'node:fs';
import { brotliDecompressSync } from 'node:zlib';
import { divisionCode, parentCode } from '#kernel/codes/index.ts';
import { multiInsert } from '#platform/command/row-statements.ts';
import type { Database } from '#platform/database/database.ts';
import { editionOf, type NamedCode, unpackDivisions } from '../rules/division-file.ts';

const FILE = new URL('../data/divisions.br', import.meta.url);
/** Rows of one transaction: other work goes on between them. */
const BATCH = 5_000;

/** The text of the compact file, some 12 MB. */
export function divisionsText(): string {
  return brotliDecompressSync(readFileSync(FILE)).toString('utf8');
}

/** Divisions under the codes (`4103`, `410102`), themselves included; all where none is given. */
export function* divisionsUnder(text: string, codes: readonly string[]): Generator<NamedCode> {
  for (const division of unpackDivisions(text)) {
    if (codes.length === 0 || codes.some((code) => division.code.startsWith(code))) yield division;
  }
}

/**
 * Fills the shared table; divisions that are there stay as they are.
 * @param codes only what lies under them, and what lies above them
 * @returns how many divisions were read
 */
export async function loadDivisions(
  database: Database,
  codes: readonly string[] = [],
  onProgress: (count: number) => void = () => undefined,
): Promise<number> {
  const text = divisionsText();
  const validFrom = editionOf(text);
  let rows: unknown[][] = [];
  let count = 0;
  const send = async (): Promise<void> => {
    const statements = multiInsert('divisions', COLUMNS, rows).map(({ sql, parameters }) => ({
      sql: `${sql} on conflict do nothing`,
      parameters,
    }));
    await database.asOwner((transaction) => transaction.run(...statements));
    count += rows.length;
    rows = [];
    onProgress(count);
  };
  for (const division of unpackDivisions(text)) {
    if (!isWanted(division.code, codes)) continue;
    rows.push(rowOf(division, validFrom));
    if (rows.length >= BATCH) await send();
  }
  if (rows.length > 0) await send();
  return count;
}

const COLUMNS = ['code', 'valid_from', 'name', 'parent_code', 'level', 'kind'];

function isWanted(code: string, codes: readonly string[]): boolean {
  return codes.length === 0 || codes.some((one) => code.startsWith(one) || one.startsWith(code));
}

function rowOf({ code, name }: NamedCode, validFrom: string): unknown[] {
  const read = divisionCode(code);
  if (!read.ok) throw new Error(`the compact file holds a code that is none: ${code}`);
  return [code, validFrom, name, parentCode(code) ?? null, read.value.level, read.value.kind];
}
