/**
 * The compact text of all divisions of the country: the first line is the day
 * of the edition, then one line per division in the order of a walk through
 * the tree: as many tabs as it is deep, how far its own digits lie after those
 * of the division before it under the same parent (nothing for one), a space,
 * the name. Usual endings of names are one letter each.
 */
import endings from '../data/endings.json' with { type: 'json' };

export interface NamedCode {
  /** 2, 4, 6, 9 or 12 digits. */
  readonly code: string;
  readonly name: string;
}

const WIDTHS = [2, 2, 2, 3, 3];
const STARTS = [0, 2, 4, 6, 9];
const DEPTHS: ReadonlyMap<number, number> = new Map(
  STARTS.map((start, depth) => [start + (WIDTHS[depth] ?? 0), depth]),
);
/** Usual endings and the letters that stand for them, the longer first. */
const ENDINGS = Object.entries(endings);

/** The text of these divisions; every parent must be among them. */
export function packDivisions(edition: string, divisions: readonly NamedCode[]): string {
  const before: number[] = [];
  const lines = divisions
    .toSorted((a, b) => (a.code < b.code ? -1 : 1))
    .map(({ code, name }) => {
      const depth = DEPTHS.get(code.length) ?? 0;
      const own = Number(code.slice(STARTS[depth]));
      const step = own - (before[depth] ?? 0);
      before.length = depth;
      before[depth] = own;
      return `${'\t'.repeat(depth)}${step === 1 ? '' : step} ${shortened(name)}`;
    });
  return [edition, ...lines].join('\n');
}

/** The divisions of a text in the order of their codes, those above before those below. */
export function* unpackDivisions(text: string): Generator<NamedCode> {
  const own: number[] = [];
  const codes: string[] = [];
  for (const line of lines(text)) {
    const depth = line.lastIndexOf('\t') + 1;
    const space = line.indexOf(' ', depth);
    const step = space === depth ? 1 : Number(line.slice(depth, space));
    const number = (own[depth] ?? 0) + step;
    own.length = depth;
    own[depth] = number;
    const code = (codes[depth - 1] ?? '') + String(number).padStart(WIDTHS[depth] ?? 0, '0');
    codes[depth] = code;
    yield { code, name: inFull(line.slice(space + 1)) };
  }
}

/** Day of the edition, `2023-06-30`. */
export function editionOf(text: string): string {
  return text.slice(0, text.indexOf('\n'));
}

function* lines(text: string): Generator<string> {
  let from = text.indexOf('\n') + 1;
  while (from < text.length) {
    const end = text.indexOf('\n', from);
    const to = end === -1 ? text.length : end;
    if (to > from) yield text.slice(from, to);
    from = to + 1;
  }
}

function shortened(name: string): string {
  const ending = ENDINGS.find(([text]) => name.endsWith(text));
  if (ending) return name.slice(0, -ending[0].length) + ending[1];
  // A name that ends in a letter itself is marked, so that it comes back as it was.
  return /[A-Z]$/.test(name) ? `${name}Z` : name;
}

function inFull(short: string): string {
  if (short.endsWith('Z')) return short.slice(0, -1);
  const ending = ENDINGS.find(([, letter]) => short.endsWith(letter));
  return ending ? short.slice(0, -1) + ending[0] : short;
}
