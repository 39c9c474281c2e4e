/** Divisions of the compact file into the areas of a tenant: what a new tenant begins with. */
import type { Context } from '#kernel/context.ts';
import type { RefusalCode } from '#kernel/refusal.ts';
import { commitBatch } from '#platform/import/commit-batch.ts';
import type { ImportServices, RowOutcome } from '#platform/import/importer.ts';
import { editionOf, type NamedCode } from '../rules/division-file.ts';
import { AreaPlan, type NewArea } from './area-plan.ts';
import { areaStatements, areasFrom } from './area-statements.ts';
import { divisionsImporter } from './import-divisions.ts';
import { divisionsText, divisionsUnder } from './load-divisions.ts';

const BATCH = 500;

/** What the place did to a division since the edition: it dissolved it, or it said something of a later day. */
const KNOWN_BETTER: readonly RefusalCode[] = ['place.ended', 'place.period'];

/**
 * Copies the divisions under the codes, from their edition's day on; those
 * copied before are not touched, nor what the place itself renamed or dissolved since. One code of a city or county becomes the
 * tenant's own area where that has neither a code nor anything below it.
 * @param onProgress told how many divisions have been gone through
 * @returns how many areas were made
 */
export async function copyDivisions(
  services: ImportServices,
  context: Context,
  codes: readonly string[],
  onProgress: (count: number) => Promise<void> = async () => undefined,
): Promise<number> {
  const text = divisionsText();
  const from = editionOf(text);
  const all = [...divisionsUnder(text, codes)];
  const [top] = all;
  if (top !== undefined && codes.length === 1) await giveTheTop(services, context, top, from);
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
    const bad = outcomes.find((one) => !isSettled(one));
    if (bad !== undefined) throw new Error(`a division was refused: ${JSON.stringify(bad)}`);
    created += outcomes.filter((one) => one === 'created').length;
    await onProgress(at + rows.length);
  }
  return created;
}

/** The area at the top takes the code, where it has none and is alone. */
async function giveTheTop(
  services: ImportServices,
  context: Context,
  { code, name }: NamedCode,
  edition: string,
): Promise<void> {
  const area: NewArea = {
    code,
    localCode: false,
    kind: 'division',
    name,
    nameEn: '',
    from: null,
    geometry: null,
    sourceDigest: digestOf(code, edition),
  };
  await commitBatch(services, context, {
    name: 'import.divisions',
    opening: areaStatements(context.tenantId, [code]),
    options: { dryRun: false },
    decide: (opened) => {
      const { known, children } = areasFrom(opened);
      const plan = new AreaPlan(context, known, children);
      const { root } = plan;
      const alone = root !== undefined && root.code === null && !children.has(root.areaId);
      const taken = alone && plan.find(code) === undefined ? plan.take(root, area) : undefined;
      if (taken?.ok === false) throw new Error(`the area at the top: ${taken.refusal.code}`);
      return { outcomes: [], changes: plan.changes, also: plan.statements() };
    },
  });
}

function isSettled(outcome: RowOutcome): boolean {
  if (typeof outcome !== 'object') return true;
  return 'code' in outcome && KNOWN_BETTER.includes(outcome.code);
}

function rowOf({ code, name }: NamedCode, from: string, at: number) {
  return {
    number: at + 1,
    digest: digestOf(code, from),
    values: { code, name, nameEn: null, parentCode: null, parentName: null, from, shape: null },
  };
}

function digestOf(code: string, edition: string): string {
  return `${edition} ${code}`;
}
