/**
 * A small house in a folder of its own, with the settings of the real one, in
 * which a test plants what a check must find.
 */
import { copyFile, mkdir, mkdtemp, rm, symlink, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import type { Check, Finding } from '../../scripts/checks/check.ts';

const HOUSE = join(import.meta.dirname, '../..');
const SETTINGS = ['biome.json', 'knip.ts', 'tsconfig.json'];

/** Every file of the small house is used, and every room imports what it may. */
const SOUND: Readonly<Record<string, string>> = {
  'package.json': `${JSON.stringify(
    {
      name: 'planted',
      private: true,
      type: 'module',
      scripts: { start: 'node apps/server/main.ts' },
      imports: {
        '#kernel/*': './kernel/*',
        '#platform/*': './platform/*',
        '#features/*': './features/*',
        '#ui/*': './ui/*',
      },
      dependencies: { zod: '*' },
      devDependencies: { knip: '*' },
    },
    null,
    2,
  )}\n`,
  'kernel/size.ts': `import { z } from 'zod';\n\nexport const size = z.number();\n`,
  'kernel/locale/zh.json': `{ "greeting": "您好，{{name}}。" }\n`,
  'kernel/locale/en.json': `{ "greeting": "Good day, {{name}}." }\n`,
  'features/places/rules/area.ts': `import { size } from '#kernel/size.ts';\n\nexport const area = size;\n`,
  'features/matters/rules/matter.ts': `import { area } from '#features/places/rules/area.ts';\n\nexport const matter = area;\n`,
  'features/matters/contract.ts': `import { matter } from './rules/matter.ts';\n\nexport const contract = matter;\n`,
  'features/matters/server/public.ts': `import { readFileSync } from 'node:fs';\nimport { query } from '#platform/query.ts';\nimport { contract } from '../contract.ts';\n\nexport const serve = [contract, query, readFileSync];\n`,
  'platform/query.ts': `import { size } from '#kernel/size.ts';\n\nexport const query = size;\n`,
  'apps/server/main.ts': [
    `import { contract } from '#features/matters/contract.ts';`,
    `import { serve } from '#features/matters/server/public.ts';`,
    '',
    'function t(key: string): string {',
    '  return key;',
    '}',
    '',
    `process.stdout.write([t('greeting'), serve.length, contract === null].join());`,
    '',
  ].join('\n'),
};

export type Files = Readonly<Record<string, string>>;

/** Builds the small house with the planted files in it and runs one check over it. */
export async function findingsOf(check: Check, planted: Files = {}): Promise<readonly Finding[]> {
  const root = await mkdtemp(join(tmpdir(), 'planted-house-'));
  try {
    await symlink(join(HOUSE, 'node_modules'), join(root, 'node_modules'));
    await Promise.all(SETTINGS.map((name) => copyFile(join(HOUSE, name), join(root, name))));
    await Promise.all(
      Object.entries({ ...SOUND, ...planted }).map(async ([path, content]) => {
        await mkdir(dirname(join(root, path)), { recursive: true });
        await writeFile(join(root, path), content);
      }),
    );
    return await check.run(root);
  } finally {
    await rm(root, { recursive: true, force: true });
  }
}

/** Rules that were found broken in one file. */
export function rulesAt(findings: readonly Finding[], path: string): readonly string[] {
  return findings
    .filter((finding) => finding.at === path || finding.at.startsWith(`${path}:`))
    .map((finding) => finding.rule);
}
