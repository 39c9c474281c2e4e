import { describe, expect, it } from 'vitest';
import { deadCode } from '../../scripts/checks/dead-code.ts';
import { lint } from '../../scripts/checks/lint.ts';
import { suppressions } from '../../scripts/checks/suppressions.ts';
import { types } from '../../scripts/checks/types.ts';
import { findingsOf, rulesAt } from './planted-house.ts';

const LINT: readonly (readonly [rule: string, source: string])[] = [
  ['lint/suspicious/noExplicitAny', 'export function a(b: any): number {\n  return b;\n}\n'],
  ['lint/correctness/noUnusedVariables', 'const a = 1;\n'],
  ['lint/correctness/noUnusedImports', `import { query } from '#platform/query.ts';\n`],
  [
    'lint/correctness/noUnusedFunctionParameters',
    'export function a(b: number): number {\n  return 1;\n}\n',
  ],
  ['lint/style/noNonNullAssertion', 'export const a = (b: string | null): string => b!;\n'],
  [
    'lint/nursery/noFloatingPromises',
    'async function a(): Promise<number> {\n  return 1;\n}\na();\n',
  ],
  ['lint/style/useImportType', `import { Check } from './query.ts';\n\nexport type A = Check;\n`],
  ['lint/style/noEnum', 'export enum A {\n  b = 1,\n}\n'],
  ['lint/suspicious/noConsole', `console.log('a');\n`],
  [
    'lint/style/noNestedTernary',
    'export const a = (b: number): number => (b > 1 ? 1 : b > 0 ? 2 : 3);\n',
  ],
  ['format', `export const a = "b"\n`],
];

const deep = `export function a(b: number): number {\n  let c = 0;\n${[2, 4, 6, 8, 10, 12]
  .map((indent, depth) => `${' '.repeat(indent)}if (b > ${depth}) {\n`)
  .join('')}              c = 1;\n${[12, 10, 8, 6, 4, 2]
  .map((indent) => `${' '.repeat(indent)}}\n`)
  .join('')}  return c;\n}\n`;

describe('format and lint', () => {
  it('finds each planted breach', async () => {
    const planted = [...LINT, ['lint/complexity/noExcessiveCognitiveComplexity', deep] as const];
    const files = planted.map(([, source], index) => [`platform/planted-${index}.ts`, source]);
    const findings = await findingsOf(lint, {
      ...Object.fromEntries(files),
      'ui/planted.css': 'a { color: #ggg; colr: red }\n',
      'kernel/planted.json': '{"a":1,}\n',
      'platform/planted.test.ts': `import { it } from 'vitest';\n\nit.only('a', () => undefined);\n`,
    });
    planted.forEach(([rule], index) => {
      expect(rulesAt(findings, `platform/planted-${index}.ts`)).toContain(rule);
    });
    expect(rulesAt(findings, 'ui/planted.css')).not.toEqual([]);
    expect(rulesAt(findings, 'kernel/planted.json')).not.toEqual([]);
    expect(rulesAt(findings, 'platform/planted.test.ts')).toContain(
      'lint/suspicious/noFocusedTests',
    );
  });

  it('pass where nothing is planted', async () => {
    expect(await findingsOf(lint)).toEqual([]);
  });
});

describe('types', () => {
  it('find each planted breach and nothing in the rest', async () => {
    const findings = await findingsOf(types, {
      'platform/wrong.ts': `export const a: number = 'b';\n`,
      'platform/unchecked-index.ts': 'export const a = (b: string[]): string => b[0];\n',
      'platform/not-erasable.ts': 'export enum A {\n  b,\n}\n',
      'platform/plain-import.ts': `import { A } from './type.ts';\n\nexport type B = A;\n`,
      'platform/type.ts': 'export type A = number;\n',
    });
    expect(findings.map((finding) => finding.at.replace(/:\d+$/, '')).sort()).toEqual([
      'platform/not-erasable.ts',
      'platform/plain-import.ts',
      'platform/unchecked-index.ts',
      'platform/wrong.ts',
    ]);
  });
});

describe('dead code', () => {
  it('is found: a file, an export, a package', async () => {
    const findings = await findingsOf(deadCode, {
      'platform/forgotten.ts': 'export const forgotten = 1;\n',
      'platform/query.ts': `import { size } from '#kernel/size.ts';\n\nexport const query = size;\nexport const unused = 1;\n`,
      'package.json': JSON.stringify({
        name: 'planted',
        type: 'module',
        scripts: { start: 'node apps/server/main.ts' },
        imports: {
          '#kernel/*': './kernel/*',
          '#platform/*': './platform/*',
          '#features/*': './features/*',
        },
        dependencies: { zod: '*', 'never-imported': '*' },
        devDependencies: { knip: '*' },
      }),
    });
    expect(rulesAt(findings, 'platform/forgotten.ts')).toEqual(['unused: files']);
    expect(rulesAt(findings, 'platform/query.ts')).toEqual(['unused: exports']);
    expect(rulesAt(findings, 'package.json')).toEqual(['unused: dependencies']);
  });

  it('is not found where nothing is planted', async () => {
    expect(await findingsOf(deadCode)).toEqual([]);
  });
});

describe('suppressions', () => {
  it.each([
    ['biome', '-ignore lint: because'],
    ['@ts', '-ignore'],
    ['@ts', '-expect-error'],
    ['eslint', '-disable-next-line'],
    ['v8', ' ignore next'],
    ['TO', 'DO later'],
  ])('%s%s is found', async (first, second) => {
    const findings = await findingsOf(suppressions, {
      'platform/planted.ts': `// ${first}${second}\nexport const a = 1;\n`,
    });
    expect(rulesAt(findings, 'platform/planted.ts')).toEqual(['no suppression']);
  });

  it('are not found where nothing is planted', async () => {
    expect(await findingsOf(suppressions)).toEqual([]);
  });
});
