/** The texts of a tree: what every `locale/{zh,en}.json` says, under one name each. */
import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { Finding } from '../check.ts';
import { sourceFiles } from '../source-files.ts';

export const LANGUAGES = ['zh', 'en'] as const;
type Language = (typeof LANGUAGES)[number];

/** One `locale` folder: its namespace and its sentences by key, in both languages. */
export interface LocaleFolder {
  readonly folder: string;
  /** Feature or room the keys belong to; empty for the kernel, whose keys stand as they are. */
  readonly namespace: string;
  readonly sentences: Readonly<Record<Language, ReadonlyMap<string, string>>>;
}

export interface Locales {
  readonly folders: readonly LocaleFolder[];
  readonly findings: readonly Finding[];
}

export async function readLocales(root: string): Promise<Locales> {
  const files = await sourceFiles(root, ['.json']);
  const names = files
    .filter((file) => /(?:^|\/)locale\/[^/]+\.json$/.test(file))
    .filter((file) => !/^(?:tests|demo|bench)\//.test(file));
  const folders = [...new Set(names.map((file) => file.slice(0, file.lastIndexOf('/'))))];
  const findings: Finding[] = names
    .filter((file) => !LANGUAGES.some((language) => file.endsWith(`/${language}.json`)))
    .map((at) => ({ at, rule: 'languages', says: `only ${LANGUAGES.join(' and ')} stand here` }));
  const read = await Promise.all(folders.map((folder) => readFolder(root, folder, findings)));
  return { folders: read, findings };
}

async function readFolder(
  root: string,
  folder: string,
  findings: Finding[],
): Promise<LocaleFolder> {
  const [zh, en] = await Promise.all(
    LANGUAGES.map((language) => readTexts(root, `${folder}/${language}.json`, findings)),
  );
  return {
    folder,
    namespace: namespaceOf(folder),
    sentences: { zh: zh ?? new Map(), en: en ?? new Map() },
  };
}

/**
 * `features/matters/locale` is `matters`, `platform/audit/locale` is `audit`,
 * `ui/locale` is `ui`, and `kernel/locale` has no name.
 */
export function namespaceOf(path: string): string {
  const [room = '', name = ''] = path.split('/');
  if (room === 'kernel') return '';
  return ['features', 'apps', 'platform'].includes(room) && name !== 'locale' ? name : room;
}

async function readTexts(
  root: string,
  file: string,
  findings: Finding[],
): Promise<ReadonlyMap<string, string>> {
  try {
    const content: unknown = JSON.parse(await readFile(join(root, file), 'utf8'));
    return new Map(flatten(content, '', file, findings));
  } catch (cause) {
    findings.push({ at: file, rule: 'readable', says: String(cause) });
    return new Map();
  }
}

function flatten(
  node: unknown,
  key: string,
  file: string,
  findings: Finding[],
): readonly (readonly [string, string])[] {
  if (typeof node === 'string') return [[key, node]];
  if (node === null || typeof node !== 'object' || Array.isArray(node)) {
    findings.push({
      at: file,
      rule: 'sentences',
      says: `${key} is neither a sentence nor a group`,
    });
    return [];
  }
  return Object.entries(node).flatMap(([step, child]) =>
    flatten(child, key === '' ? step : `${key}.${step}`, file, findings),
  );
}
