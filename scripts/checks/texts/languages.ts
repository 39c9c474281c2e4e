/** Both languages say the same things with the same values to fill in. */
import type { Finding } from '../check.ts';
import { LANGUAGES, type LocaleFolder } from './locale-files.ts';

const PLURAL = /_(?:one|other)$/;

/**
 * Names a sentence without its plural ending: `waiting_one` and
 * `waiting_other` are one, where the latter counts. A `reason_other` that
 * counts nothing keeps its name.
 */
export function withoutPlural(folder: LocaleFolder, key: string): string {
  const base = key.replace(PLURAL, '');
  if (base === key) return key;
  const counts = LANGUAGES.some((language) => isCounted(folder.sentences[language], base));
  return counts ? base : key;
}

/** It fills in a count, or stands in both forms that a count chooses between. */
function isCounted(sentences: ReadonlyMap<string, string>, base: string): boolean {
  const many = sentences.get(`${base}_other`);
  return many?.includes('{{count') === true || (many !== undefined && sentences.has(`${base}_one`));
}

export function languageFindings(folder: LocaleFolder): readonly Finding[] {
  return [...emptySentences(folder), ...differences(folder)];
}

function emptySentences({ folder, sentences }: LocaleFolder): readonly Finding[] {
  return LANGUAGES.flatMap((language) =>
    [...sentences[language]]
      .filter(([, sentence]) => sentence.trim() === '')
      .map(([key]) => ({ at: `${folder}/${language}.json`, rule: 'no empty text', says: key })),
  );
}

function differences(texts: LocaleFolder): readonly Finding[] {
  const { folder } = texts;
  const chinese = placeholdersByKey(texts, 'zh');
  const english = placeholdersByKey(texts, 'en');
  const keys = [...new Set([...chinese.keys(), ...english.keys()])];
  return keys.flatMap((key) => {
    const zh = chinese.get(key);
    const en = english.get(key);
    if (zh === undefined) return [finding(`${folder}/zh.json`, 'same keys', `${key} is missing`)];
    if (en === undefined) return [finding(`${folder}/en.json`, 'same keys', `${key} is missing`)];
    if (zh === en) return [];
    return [finding(folder, 'same placeholders', `${key}: {${zh}} in zh, {${en}} in en`)];
  });
}

function finding(at: string, rule: string, says: string): Finding {
  return { at, rule, says };
}

/** Sorted names of what is filled in, over all plural forms of a key. */
function placeholdersByKey(
  texts: LocaleFolder,
  language: (typeof LANGUAGES)[number],
): ReadonlyMap<string, string> {
  const names = new Map<string, Set<string>>();
  for (const [key, sentence] of texts.sentences[language]) {
    const base = withoutPlural(texts, key);
    const found = names.get(base) ?? new Set<string>();
    for (const match of sentence.matchAll(/\{\{\s*([\w.]+)[^}]*\}\}/g)) found.add(match[1] ?? '');
    names.set(base, found);
  }
  return new Map([...names].map(([key, found]) => [key, [...found].sort().join(', ')]));
}
