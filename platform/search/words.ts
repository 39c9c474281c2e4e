/**
 * Words for full-text search, made here because the database has no Chinese
 * parser (engines.md): pairs of characters, by which a text is found, and the
 * words of a segmenter, by which it is compared with others.
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
const MOST_WORDS = 4_000;
const MOST_ASKED = 20;
const LONGEST_WORD = 100;

/** Text form of a tsvector without positions: `'路灯' '灯不' '不亮'`. */
export function searchVector(...texts: readonly string[]): string {
  const text = texts.join('\n');
  const pieces = runsOf(text).flatMap((run) =>
    isHan(run) ? [...pairsOf(run), lastOf(run)] : [run],
  );
  return [...new Set([...pieces, ...wordsOf(text)])].slice(0, MOST_WORDS).map(quotedWord).join(' ');
}

/**
 * Text form of a tsquery that wants every piece of what was typed; empty where
 * there is none. Chinese is asked for by pairs of characters, so that it is
 * found wherever it stands: a segmenter makes 路 | 灯不亮 of 路灯不亮, and who
 * looks for 路灯 would not find it. What is typed last may be the beginning of a word.
 */
export function searchQuery(text: string): string {
  const runs = runsOf(text);
  const asked = runs.flatMap((run, at) => {
    if (!isHan(run)) return [at === runs.length - 1 ? `${quotedWord(run)}:*` : quotedWord(run)];
    const pairs = pairsOf(run);
    // One character alone begins a pair or ends a run.
    return pairs.length === 0 ? [`${quotedWord(run)}:*`] : pairs.map(quotedWord);
  });
  return [...new Set(asked)].slice(0, MOST_ASKED).join(' & ');
}

/** Runs of Chinese characters, and runs of other letters and digits, in lower case. */
function runsOf(text: string): readonly string[] {
  const plain = text.normalize('NFKC').toLowerCase();
  return plain.match(/\p{Script=Han}+|(?:(?!\p{Script=Han})[\p{L}\p{N}])+/gu) ?? [];
}

function isHan(run: string): boolean {
  return /^\p{Script=Han}/u.test(run);
}

function pairsOf(run: string): readonly string[] {
  const characters = Array.from(run);
  return characters.slice(1).map((character, at) => `${characters[at] ?? ''}${character}`);
}

function lastOf(run: string): string {
  return Array.from(run).at(-1) ?? '';
}

function quotedWord(word: string): string {
  return `'${word.slice(0, LONGEST_WORD).replaceAll('\\', '\\\\').replaceAll("'", "''")}'`;
}
