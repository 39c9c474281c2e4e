/**
 * Texts for people stand in `locale/{zh,en}.json` and nowhere else; both
 * languages are complete; every key asked for exists and every key is used.
 */
import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import ts from 'typescript';
import type { Check, Finding } from './check.ts';
import { sourceFiles } from './source-files.ts';
import { languageFindings, withoutPlural } from './texts/languages.ts';
import { literalFindings } from './texts/literals.ts';
import { LANGUAGES, type LocaleFolder, readLocales } from './texts/locale-files.ts';
import { namesOf, type Uses, usesIn } from './texts/uses.ts';

const SPEAKING = /^(?:kernel|platform|features|apps|ui|bin)\/(?!.*\.(?:test|d)\.tsx?$)/;

/** Keys whose names come from a catalogue; what reads them computes the key. */
const DYNAMIC = ['refusal.'];

export const texts: Check = {
  name: 'texts',
  async run(root) {
    const locales = await readLocales(root);
    const sources = await readSources(root);
    const uses = sources.map(({ file, source }) => usesIn(source, file));
    const keys = keysOf(locales.folders);
    return [
      ...locales.findings,
      ...locales.folders.flatMap(languageFindings),
      ...sources.flatMap(({ file, source }) => literalFindings(source, file)),
      ...(await chineseElsewhere(root)),
      ...doubleKeys(locales.folders),
      ...missingKeys(uses, keys),
      ...unusedKeys(uses, keys),
    ];
  },
};

interface Source {
  readonly file: string;
  readonly source: ts.SourceFile;
}

async function readSources(root: string): Promise<readonly Source[]> {
  const files = await sourceFiles(root, ['.ts', '.tsx', '.js', '.mjs']);
  return Promise.all(
    files
      .filter((file) => SPEAKING.test(file))
      .map(async (file) => {
        const content = await readFile(join(root, file), 'utf8');
        return { file, source: ts.createSourceFile(file, content, ts.ScriptTarget.Latest, true) };
      }),
  );
}

/** Pages, styles and statements, without their comments. */
async function chineseElsewhere(root: string): Promise<readonly Finding[]> {
  const files = (await sourceFiles(root, ['.html', '.css', '.sql'])).filter((file) =>
    SPEAKING.test(file),
  );
  const found = await Promise.all(
    files.map(async (file) => {
      const content = (await readFile(join(root, file), 'utf8'))
        .replace(/\/\*[\s\S]*?\*\/|<!--[\s\S]*?-->/g, (comment) => comment.replace(/[^\n]/g, ''))
        .replace(/--.*$/gm, '');
      return content
        .split('\n')
        .flatMap((line, index) =>
          /\p{Script=Han}/u.test(line)
            ? [{ at: `${file}:${index + 1}`, rule: 'no Chinese in code', says: line.trim() }]
            : [],
        );
    }),
  );
  return found.flat();
}

/** Full key to the place it stands. */
type Keys = ReadonlyMap<string, string>;

function fullKey(folder: LocaleFolder, key: string): string {
  const base = withoutPlural(folder, key);
  return folder.namespace === '' ? base : `${folder.namespace}.${base}`;
}

function keysOf(folders: readonly LocaleFolder[]): Keys {
  return new Map(
    folders.flatMap((folder) =>
      LANGUAGES.flatMap((language) =>
        [...folder.sentences[language].keys()].map(
          (key) => [fullKey(folder, key), folder.folder] as const,
        ),
      ),
    ),
  );
}

function doubleKeys(folders: readonly LocaleFolder[]): readonly Finding[] {
  const owner = new Map<string, string>();
  return folders.flatMap((folder) => {
    const keys = new Set([...folder.sentences.zh.keys()].map((key) => fullKey(folder, key)));
    return [...keys].flatMap((key) => {
      const other = owner.get(key);
      owner.set(key, folder.folder);
      return other === undefined
        ? []
        : [{ at: folder.folder, rule: 'one place for a text', says: `${key} is in ${other} too` }];
    });
  });
}

function missingKeys(uses: readonly Uses[], keys: Keys): readonly Finding[] {
  const all = [...keys.keys()];
  return uses.flatMap(({ file, namespaces, asked }) =>
    asked
      .filter(({ key, whole }) => {
        if (!whole && key === '') return false;
        const names = namesOf(key, namespaces);
        return !names.some((name) =>
          whole ? keys.has(name) : all.some((known) => known.startsWith(name)),
        );
      })
      .map(({ key, line }) => ({ at: `${file}:${line}`, rule: 'no missing key', says: key })),
  );
}

function unusedKeys(uses: readonly Uses[], keys: Keys): readonly Finding[] {
  const whole = new Set<string>();
  const beginnings = [...DYNAMIC];
  for (const { namespaces, asked, mentioned, begun } of uses) {
    for (const text of mentioned) for (const name of namesOf(text, namespaces)) whole.add(name);
    for (const text of begun) beginnings.push(...namesOf(text, namespaces));
    for (const use of asked) {
      if (!use.whole && use.key !== '') beginnings.push(...namesOf(use.key, namespaces));
    }
  }
  return [...keys]
    .filter(([key]) => !whole.has(key) && !beginnings.some((start) => key.startsWith(start)))
    .map(([key, at]) => ({ at, rule: 'no unused key', says: key }));
}
