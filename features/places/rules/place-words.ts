/** How people write the name of where they live, and how lists write it. */
import words from './place-words.json' with { type: 'json' };

/** The fewest letters a name is looked for by. */
const LETTERS = 2;
const SPACES = /\s+/gu;
/** The longest first, so that 社区居委会 is not taken for 居委会. */
const KINDS = words.kinds.toSorted((a, b) => b.length - a.length);

/** A name without its spaces: 演示 3 号院 and 演示3号院 are the same. */
export function closeUp(name: string): string {
  return name.replace(SPACES, '');
}

/**
 * What is left of a name without the word for its kind, by which it may be
 * written otherwise: 碧沙岗小区 is 碧沙岗社区居委会 in the list. Undefined where
 * there is no such word, or too little is left to look for.
 */
export function withoutKind(name: string): string | undefined {
  const close = closeUp(name);
  const kind = KINDS.find((word) => close.endsWith(word));
  const left = kind === undefined ? '' : close.slice(0, -kind.length);
  return left.length < LETTERS ? undefined : left;
}
