/** Divisions of the compact file into the areas of a tenant: what a new tenant begins with. */
import type { Context } from '#kernel/context.ts';
import type { ImportServices } from '#platform/import/importer.ts';
import { editionOf, type NamedCode } from '../rules/division-file.ts';
import { divisionsImporter } from './import-divisions.ts';
import { divisionsText, divisionsUnder } from './load-divisions.ts';

const BATCH = 500;

/**
 * Copies the divisions under the codes, from their edition's day on; those
 * copied before are not touched.
 * @returns how many areas were made
 */
export async function copyDivisions(
  services: ImportServices,
  context: Context,
  codes: readonly string[],
): Promise<number> {
  const text = divisionsText();
  const from = editionOf(text);
  const all = [...divisionsUnder(text, codes)];
  const accepted = new Set<string>();
  let created = 0;
  for (let at = 0; at < all.length; at += BATCH) {
    const rows = all
      .slice(at, at + BATCH)
      .map((division, index) => rowOf(division, from, at + index));
    const outcomes = await divisionsImporter.write(services, context, rows, {
      dryRun: false,
      accepted,
    });
    const bad = outcomes.find((one) => typeof one === 'object');
    if (bad !== undefined) throw new Error(`a division was refused: ${JSON.stringify(bad)}`);
    created += outcomes.filter((one) => one === 'created').length;
  }
  return created;
}

function rowOf({ code, name }: NamedCode, from: string, at: number) {
  return {
    number: at + 1,
    digest: `${from} ${code}`,
    values: { code, name, nameEn: null, parentCode: null, parentName: null, from, shape: null },
  };
}
