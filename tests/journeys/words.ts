/** The sentences people see, from the locale files: so journeys name what the screen says. */
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { ROOT } from '#platform/database/migration-files.ts';

type Texts = { readonly [key: string]: string | Texts };

const read = new Map<string, Texts>();

function textsOf(source: string): Texts {
  const known = read.get(source);
  if (known !== undefined) return known;
  const folder = source === 'ui' || source === 'kernel' ? source : join('features', source);
  const texts = JSON.parse(readFileSync(join(ROOT, folder, 'locale', 'zh.json'), 'utf8')) as Texts;
  read.set(source, texts);
  return texts;
}

/**
 * The Chinese sentence of a key, `matters:web.action.file.title`.
 * @throws where there is none: a journey never waits for words nobody wrote
 */
export function word(address: string, values: Readonly<Record<string, string>> = {}): string {
  const [source = '', key = ''] = address.split(':');
  let found: string | Texts | undefined = textsOf(source);
  for (const part of key.split('.')) {
    found = typeof found === 'object' ? found[part] : undefined;
  }
  if (typeof found !== 'string') throw new Error(`no text ${address}`);
  return found.replace(/\{\{(\w+)\}\}/g, (whole, name: string) => values[name] ?? whole);
}
