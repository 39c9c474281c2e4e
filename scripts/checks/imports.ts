/**
 * Who imports whom, by dependency-cruiser. A cruise that sees too little would
 * pass everything, so what it saw is compared with the files and with the
 * imports the compiler finds in them.
 */
import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { cruise, type ICruiseResult, type IModule } from 'dependency-cruiser';
import ts from 'typescript';
import type { Check, Finding } from './check.ts';
import { IMPORT_RULES } from './import-rules.ts';
import { ROOMS } from './rooms.ts';
import { sourceFiles } from './source-files.ts';

const EXTENSIONS = ['.ts', '.tsx', '.js', '.mjs', '.cjs'];

async function look(root: string, files: readonly string[]): Promise<ICruiseResult> {
  const { output } = await cruise(
    [...files],
    {
      baseDir: root,
      ruleSet: { forbidden: IMPORT_RULES },
      validate: true,
      tsPreCompilationDeps: true,
      doNotFollow: { path: '(?:^|/)node_modules/' },
      enhancedResolveOptions: {
        exportsFields: ['exports'],
        conditionNames: ['import', 'node', 'default', 'types'],
      },
    },
    { extensions: EXTENSIONS, bustTheCache: true },
  );
  if (typeof output === 'string') throw new Error('dependency-cruiser answered with a text');
  return output;
}

function breaches(result: ICruiseResult): readonly Finding[] {
  return result.summary.violations.map((violation) => ({
    at: violation.from,
    rule: violation.rule.name,
    says: `imports ${violation.to}`,
  }));
}

function homeless(files: readonly string[]): readonly Finding[] {
  return files
    .filter((file) => !ROOMS.some((room) => new RegExp(room.files).test(file)))
    .map((at) => ({ at, rule: 'every file has a room', says: 'stands in no room of rooms.ts' }));
}

/** @param modules what dependency-cruiser saw of the files */
export async function unseen(
  root: string,
  files: readonly string[],
  modules: readonly IModule[],
): Promise<readonly Finding[]> {
  const seen = new Map(modules.map((module) => [module.source, module]));
  const findings = await Promise.all(
    files.map(async (file) => {
      const module = seen.get(file);
      if (module === undefined) return [missed(file, 'the file itself was not seen')];
      const known = new Set(module.dependencies.map((dependency) => bareName(dependency.module)));
      const written = await specifiersIn(join(root, file));
      return written
        .filter((specifier) => !known.has(specifier))
        .map((specifier) => missed(file, `its import of ${specifier} was not seen`));
    }),
  );
  return findings.flat();
}

function missed(at: string, says: string): Finding {
  return { at, rule: 'every import is seen', says };
}

/** Without the prefix of Node's modules, which the two write differently. */
function bareName(specifier: string): string {
  return specifier.replace(/^node:/, '');
}

/** What a file imports according to the compiler's own scanner. */
async function specifiersIn(path: string): Promise<readonly string[]> {
  const { importedFiles } = ts.preProcessFile(await readFile(path, 'utf8'), true, true);
  return importedFiles.map((file) => bareName(file.fileName));
}

export const imports: Check = {
  name: 'imports',
  async run(root) {
    const files = (await sourceFiles(root, EXTENSIONS)).filter((file) => !file.endsWith('.d.ts'));
    const result = await look(root, files);
    return [
      ...homeless(files),
      ...(await unseen(root, files, result.modules)),
      ...breaches(result),
    ];
  },
};
