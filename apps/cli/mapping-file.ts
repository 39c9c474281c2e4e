/** Reads the mapping file, before anything is opened. */
import { readFileSync } from 'node:fs';
import { type Mapping, readMapping } from '#kernel/mapping.ts';
import { Ended } from './exit.ts';

export function mappingFrom(path: string): Mapping {
  const read = readMapping(parsed(path, textOf(path)));
  if (read.ok) return read.value;
  throw new Ended('error.mapping', { values: { path, place: read.refusal.field ?? '' } });
}

function textOf(path: string): string {
  try {
    return readFileSync(path, 'utf8');
  } catch (fault) {
    throw new Ended('error.mapping_unread', { values: { path }, cause: fault });
  }
}

function parsed(path: string, text: string): unknown {
  try {
    return JSON.parse(text.replace(/^\uFEFF/, ''));
  } catch (fault) {
    if (fault instanceof SyntaxError)
      throw new Ended('error.mapping_json', { values: { path }, cause: fault });
    throw fault;
  }
}
