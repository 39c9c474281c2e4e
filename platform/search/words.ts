/**
 * Words for full-text search, segmented here because the database has no
 * Chinese parser (engines.md). A vector and a query are made the same way.
 */
import { Jieba } from '@node-rs/jieba';
import { dict } from '@node-rs/jieba/dict.js';

let segmenter: Jieba | undefined;

/** Distinct words of a text, lower case; punctuation and spaces are dropped. */
export function wordsOf(text: string): readonly string[] {
  segmenter ??= Jieba.withDict(dict);
  const words = segmenter.cutForSearch(text.normalize('NFKC').toLowerCase(), true);
  return [
    ...new Set(words.map((word) => word.trim()).filter((word) => /[\p{L}\p{N}]/u.test(word))),
  ];
}

/** Most words a vector or query holds; longer texts are cut, what is over is not found. */
const MOST_WORDS = 2_000;
const LONGEST_WORD = 100;

/** Text form of a tsvector without positions: `'路灯' '不亮'`. */
export function searchVector(...texts: readonly string[]): string {
  return wordsOf(texts.join('\n')).slice(0, MOST_WORDS).map(quotedWord).join(' ');
}

/** Text form of a tsquery that wants all words, the last one as a prefix; empty where there is none. */
export function searchQuery(text: string): string {
  const words = wordsOf(text).slice(0, 20).map(quotedWord);
  return words.map((word, at) => (at === words.length - 1 ? `${word}:*` : word)).join(' & ');
}

function quotedWord(word: string): string {
  return `'${word.slice(0, LONGEST_WORD).replaceAll('\\', '\\\\').replaceAll("'", "''")}'`;
}
