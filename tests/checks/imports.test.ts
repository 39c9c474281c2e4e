import { join } from 'node:path';
import { beforeAll, describe, expect, it } from 'vitest';
import type { Finding } from '../../scripts/checks/check.ts';
import { imports, unseen } from '../../scripts/checks/imports.ts';
import { type Files, findingsOf, rulesAt } from './planted-house.ts';

const PAST_THE_ENTRY = 'no way past the entry of a contract';

/** What is planted where, what it imports, and the rule that must stop it. */
const BREACHES: readonly (readonly [file: string, imported: string, rule: string])[] = [
  ['kernel/a.ts', '#platform/query.ts', 'kernel: imports'],
  ['kernel/b.ts', '#features/matters/rules/matter.ts', 'kernel: imports'],
  ['kernel/c.ts', 'node:fs', 'kernel: node'],
  ['kernel/d.ts', 'fastify', 'kernel: packages'],
  ['features/places/rules/a.ts', '#features/matters/rules/matter.ts', 'places/rules: imports'],
  ['features/matters/rules/a.ts', '#features/matters/contract.ts', 'matters/rules: imports'],
  ['features/matters/rules/b.ts', '#platform/query.ts', 'matters/rules: imports'],
  ['features/matters/rules/c.ts', 'node:crypto', 'matters/rules: node'],
  ['features/matters/rules/d.ts', 'kysely', 'matters/rules: packages'],
  ['features/places/contract.ts', '#features/matters/contract.ts', 'places/contract: imports'],
  ['features/stars/contract.ts', '#features/matters/rules/matter.ts', 'stars/contract: imports'],
  ['features/places/contract/a.ts', '#features/matters/contract.ts', 'places/contract/*: imports'],
  ['features/stars/contract/b.ts', '#features/matters/contract/a.ts', 'stars/contract/*: imports'],
  ['features/stars/contract/c.ts', '#features/stars/contract.ts', 'stars/contract/*: imports'],
  ['features/matters/contract/a.ts', '../server/inner.ts', 'matters/contract/*: imports'],
  ['features/matters/contract/b.ts', '#platform/query.ts', 'matters/contract/*: imports'],
  ['features/matters/contract/c.ts', 'node:crypto', 'matters/contract/*: node'],
  ['features/matters/contract/d.ts', 'kysely', 'matters/contract/*: packages'],
  ['features/matters/rules/e.ts', '../contract/wall.ts', 'matters/rules: imports'],
  ['features/matters/server/a.ts', '../contract/wall.ts', 'matters/server: imports'],
  ['features/matters/cli/a.ts', '../contract/wall.ts', 'matters/cli: imports'],
  ['features/matters/web/d.ts', '../contract/wall.ts', 'matters/web: imports'],
  ['features/matters/portal/b.ts', '../contract/wall.ts', 'matters/portal: imports'],
  ['features/stars/server/f.ts', '#features/matters/contract/wall.ts', 'stars/server: imports'],
  ['features/places/server/a.ts', '#features/matters/server/public.ts', 'places/server: imports'],
  ['features/stars/server/a.ts', '#features/matters/server/inner.ts', 'stars/server: imports'],
  ['features/stars/server/b.ts', '#features/matters/rules/matter.ts', 'stars/server: imports'],
  ['features/stars/server/c.ts', '#ui/page.ts', 'stars/server: imports'],
  ['features/places/cli/a.ts', '#features/matters/server/public.ts', 'places/cli: imports'],
  ['features/matters/web/a.ts', '#features/matters/server/public.ts', 'matters/web: imports'],
  ['features/matters/web/b.ts', '#platform/query.ts', 'matters/web: imports'],
  ['features/matters/web/c.ts', 'node:path', 'matters/web: node'],
  ['features/stars/web/a.ts', '#features/matters/field/public.ts', 'stars/web: imports'],
  ['features/places/field/a.ts', '#features/matters/field/public.ts', 'places/field: imports'],
  ['features/matters/portal/a.ts', '#features/matters/server/public.ts', 'matters/portal: imports'],
  ['features/stars/server/e.ts', '#features/matters/data/codes.json', 'stars/server: imports'],
  ['platform/a.ts', '#features/matters/contract.ts', 'platform: imports'],
  ['platform/b.ts', '#ui/page.ts', 'platform: imports'],
  ['ui/a.ts', '#features/matters/contract.ts', 'ui: imports'],
  ['ui/b.ts', '#platform/query.ts', 'ui: imports'],
  ['apps/server/a.ts', '#features/matters/server/inner.ts', 'apps: imports'],
  ['apps/server/c.ts', '#features/matters/contract/wall.ts', 'apps: imports'],
  ['apps/web/b.ts', '#features/matters/contract/wall.ts', 'apps in the browser: imports'],
  ['apps/cli/a.ts', '#features/matters/rules/matter.ts', 'apps: imports'],
  ['apps/web/a.ts', '#features/matters/server/public.ts', 'apps in the browser: imports'],
  ['platform/c.ts', '../tests/world.ts', 'platform: imports'],
  ['features/stars/server/d.ts', '../../../demo/street.ts', 'stars/server: imports'],
  ['apps/server/b.ts', '../../bench/load.ts', 'apps: imports'],
  ['platform/d.ts', 'vitest', 'no development package in the running system'],
  ['platform/e.ts', 'is-odd-or-even', 'no import that leads nowhere'],
  ['platform/f.ts', '#platform/g.ts', 'no cycle'],
  ['platform/h.ts', '#platform/i.test.ts', 'no import of a test'],
  ['tests/b.ts', '#features/matters/contract/wall.ts', PAST_THE_ENTRY],
  ['bench/a.ts', '#features/matters/contract/wall.ts', PAST_THE_ENTRY],
  ['features/matters/server/b.test.ts', '../contract/wall.ts', PAST_THE_ENTRY],
];

/** What rooms may do, so that the rules do not forbid too much. */
const LAWFUL: readonly (readonly [file: string, imported: string])[] = [
  ['features/stars/rules/lawful.ts', '#features/matters/rules/matter.ts'],
  ['features/campaigns/contract.ts', './contract/target.ts'],
  ['features/campaigns/contract/target.ts', './indicator.ts'],
  ['features/campaigns/contract/indicator.ts', '#features/matters/contract.ts'],
  ['features/campaigns/contract/rule.ts', '../rules/lawful.ts'],
  ['features/campaigns/rules/lawful.ts', '#features/matters/rules/matter.ts'],
  ['features/stars/server/lawful.ts', '#features/matters/server/public.ts'],
  ['features/stars/field/lawful.ts', '#features/matters/field/public.ts'],
  ['features/stars/cli/lawful.ts', '#features/matters/server/public.ts'],
  ['apps/cli/lawful.ts', '#features/matters/server/public.ts'],
  ['apps/server/lawful.ts', '../../demo/street.ts'],
  ['features/matters/server/data.ts', '../data/codes.json'],
  ['features/matters/rules/data.ts', '../data/codes.json'],
  ['tests/lawful.ts', '#features/matters/server/inner.ts'],
  ['tests/lawful-too.ts', '#features/matters/contract.ts'],
  ['platform/lawful.test.ts', '../tests/world.ts'],
];

const STANDING: Files = {
  'package.json': JSON.stringify({
    name: 'planted',
    type: 'module',
    imports: {
      '#kernel/*': './kernel/*',
      '#platform/*': './platform/*',
      '#features/*': './features/*',
      '#ui/*': './ui/*',
    },
    dependencies: { zod: '*', fastify: '*', kysely: '*' },
    devDependencies: { vitest: '*' },
  }),
  'features/matters/contract/wall.ts': 'export const planted = 1;\n',
  'features/matters/server/inner.ts': 'export const planted = 1;\n',
  'features/matters/field/public.ts': 'export const planted = 1;\n',
  'features/matters/data/codes.json': '[]',
  'ui/page.ts': 'export const planted = 1;\n',
  'tests/world.ts': 'export const planted = 1;\n',
  'demo/street.ts': 'export const planted = 1;\n',
  'bench/load.ts': 'export const planted = 1;\n',
  'platform/g.ts': `export * from '#platform/f.ts';\n`,
  'platform/i.test.ts': 'export const planted = 1;\n',
};

const importing = (imported: string): string => `export * from '${imported}';\n`;

describe('the import table', () => {
  let findings: readonly Finding[];
  beforeAll(async () => {
    const planted = [...BREACHES, ...LAWFUL].map(([file, imported]) => [file, importing(imported)]);
    const types = { 'kernel/types.ts': `import type { query } from '#platform/query.ts';\n` };
    const homeless = { 'helpers/thing.ts': 'export const thing = 1;\n' };
    findings = await findingsOf(imports, {
      ...STANDING,
      ...Object.fromEntries(planted),
      ...types,
      ...homeless,
    });
  });

  it.each(BREACHES)('stops %s from importing %s', (file, _imported, rule) => {
    expect(rulesAt(findings, file)).toContain(rule);
  });

  it.each(LAWFUL)('lets %s import %s', (file) => {
    expect(rulesAt(findings, file)).toEqual([]);
  });

  it('sees imports of types', () => {
    expect(rulesAt(findings, 'kernel/types.ts')).toContain('kernel: imports');
  });

  it('knows a file that stands in no room', () => {
    expect(rulesAt(findings, 'helpers/thing.ts')).toContain('every file has a room');
  });

  it('does not trust a cruise that saw too little', async () => {
    const root = join(import.meta.dirname, '../..');
    const blind = await unseen(root, ['kernel/context.ts'], []);
    const short = { source: 'kernel/context.ts', valid: true, dependencies: [], dependents: [] };
    expect(blind).toHaveLength(1);
    expect(await unseen(root, ['kernel/context.ts'], [short])).not.toEqual([]);
  });

  it('passes a house without a breach', async () => {
    expect(await findingsOf(imports)).toEqual([]);
  });
});
