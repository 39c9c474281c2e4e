/** Texts of kernel and features for what the server itself says: refusals, portal pages. */
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Locale } from '#kernel/context.ts';

const LOCALES = ['zh', 'en'] as const satisfies readonly Locale[];

export type TextValues = Readonly<Record<string, string | number | boolean | null | undefined>>;

/** The sentence under a dotted key, `{{name}}` filled in; the key itself where there is none. */
export type Translate = (locale: Locale, key: string, values?: TextValues) => string;

/**
 * Reads `kernel/locale/{zh,en}.json` (keys as they stand: `refusal.input.invalid`)
 * and `{features,platform,apps}/X/locale/{zh,en}.json` (keys behind the folder's name: `matters.state.filed`).
 * @param root the project's folder
 */
export function loadTexts(root: string): Translate {
  const texts = new Map<Locale, Map<string, string>>();
  for (const locale of LOCALES) {
    const sentences = new Map<string, string>();
    collect(readTexts(join(root, 'kernel', 'locale', `${locale}.json`)), '', sentences);
    for (const tree of ['platform', 'features', 'apps']) {
      for (const name of foldersOf(join(root, tree))) {
        const file = join(root, tree, name, 'locale', `${locale}.json`);
        collect(readTexts(file), name, sentences);
      }
    }
    texts.set(locale, sentences);
  }
  return (locale, key, values) => fill(texts.get(locale)?.get(key) ?? key, values ?? {});
}

/** Cookie `lang`, then Accept-Language in its order, then Chinese. */
export function chooseLocale(cookie: string | undefined, accept: string | undefined): Locale {
  if (cookie === 'zh' || cookie === 'en') return cookie;
  const wanted = (accept ?? '')
    .split(',')
    .map((part) => {
      const [tag = '', ...parameters] = part.trim().toLowerCase().split(';');
      const quality = parameters.find((parameter) => parameter.trim().startsWith('q='));
      return { tag, quality: quality === undefined ? 1 : Number(quality.trim().slice(2)) };
    })
    .filter(({ quality }) => quality > 0)
    .sort((a, b) => b.quality - a.quality);
  for (const { tag } of wanted) {
    const locale = LOCALES.find((known) => tag === known || tag.startsWith(`${known}-`));
    if (locale !== undefined) return locale;
  }
  return 'zh';
}

function fill(sentence: string, values: TextValues): string {
  return sentence.replace(/\{\{\s*(\w+)\s*\}\}/g, (hole, name: string) =>
    Object.hasOwn(values, name) ? String(values[name] ?? '') : hole,
  );
}

function collect(node: unknown, path: string, into: Map<string, string>): void {
  if (typeof node === 'string') into.set(path, node);
  if (typeof node !== 'object' || node === null) return;
  for (const [step, child] of Object.entries(node)) {
    collect(child, path === '' ? step : `${path}.${step}`, into);
  }
}

function readTexts(file: string): unknown {
  try {
    return JSON.parse(readFileSync(file, 'utf8')) as unknown;
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'ENOENT') return {};
    throw new Error(`${file} is no JSON`, { cause: error });
  }
}

function foldersOf(folder: string): string[] {
  return readdirSync(folder, { withFileTypes: true })
    .filter((entry) => entry.isDirectory())
    .map((entry) => entry.name);
}
