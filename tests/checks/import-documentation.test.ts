import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { mattersImporter } from '#features/matters/server/public.ts';
import { organisationsImporter, peopleImporter } from '#features/organisations/server/public.ts';
import { placesImporters } from '#features/places/server/public.ts';
import { Mapping } from '#kernel/mapping.ts';
import { ROOT } from '#platform/database/migration-files.ts';

const TEXT = readFileSync(join(ROOT, 'docs', 'import.md'), 'utf8');
const IMPORTERS = [...placesImporters, organisationsImporter, peopleImporter, mattersImporter].map(
  ({ name, fields }) => ({ name, fields: Object.keys(fields) }),
);

/** The part of the page under a heading of the third level. */
function section(name: string): string {
  const [, after = ''] = TEXT.split(`\n### ${name}\n`);
  return after.split(/\n##/)[0] ?? '';
}

describe('the page on imports', () => {
  it.each(IMPORTERS)('names every field of $name, and no other', ({ name, fields }) => {
    const rows = section(name)
      .split('\n')
      .filter((line) => line.startsWith('| `'));
    const named = rows.flatMap((line) =>
      [...(line.split('|')[1] ?? '').matchAll(/`(\w+)`/g)].map(([, field]) => field),
    );
    expect(named.sort()).toEqual(fields.sort());
  });
  it('shows a mapping that is one', () => {
    const [, example = ''] = TEXT.split('```json\n');
    expect(Mapping.safeParse(JSON.parse(example.split('```')[0] ?? '')).success).toBe(true);
  });
  it.each(readdirSync(join(ROOT, 'docs/examples/import')))(
    'comes with %s, a mapping that is one',
    (file) => {
      const text = readFileSync(join(ROOT, 'docs/examples/import', file), 'utf8');
      expect(Mapping.safeParse(JSON.parse(text)).success).toBe(true);
    },
  );
});
