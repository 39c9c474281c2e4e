/**
 * The text with which the next version of a scheme begins: as it was, and its
 * version one further where that ends in a number (`1`, `2026-3`, `第2版`).
 */
import { depthsOf } from './depths.ts';

/** The document's own `version`, not one of its parts'. */
const VERSION = /("version"\s*:\s*")((?:\\.|[^"\\])*)"/g;
const LAST_NUMBER = /\d+(?=\D*$)/;

/** @param text of a document; whatever is no document, or has no number there, stays as it is */
export function withNextVersion(text: string): string {
  const depths = depthsOf(text);
  const found = [...text.matchAll(VERSION)].find(({ index }) => depths[index] === 1);
  if (found === undefined) return text;
  const [whole, before = '', version = ''] = found;
  const next = version.replace(LAST_NUMBER, (number) => String(BigInt(number) + 1n));
  return `${text.slice(0, found.index)}${before}${next}"${text.slice(found.index + whole.length)}`;
}
