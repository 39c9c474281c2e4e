/** Names for prepared statements: by a digest of their text, and only so many of them. */
import { createHash } from 'node:crypto';

/** A server keeps every named statement of a session until it ends; texts made of lists vary without end. */
const MOST = 1000;

const names = new Map<string, string | undefined>();

/** The name of a text from its second use on; `undefined` sends it unnamed. */
export function statementName(sql: string): string | undefined {
  const known = names.get(sql);
  if (known !== undefined) return known;
  if (!names.has(sql)) {
    if (names.size < MOST) names.set(sql, undefined);
    return undefined;
  }
  const name = `s${createHash('sha256').update(sql).digest('base64url').slice(0, 24)}`;
  names.set(sql, name);
  return name;
}
