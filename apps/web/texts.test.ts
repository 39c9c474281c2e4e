import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { texts as english } from './texts-en.ts';
import { texts as chinese } from './texts-zh.ts';

const ROOT = join(import.meta.dirname, '..', '..');
/** Where the screens of a namespace stand. */
const FOLDERS = {
  ui: ['ui', 'apps/web'],
  access: ['features/access/web'],
  imports: ['features/imports/web'],
  matters: ['features/matters/web'],
  organisations: ['features/organisations/web'],
  places: ['features/places/web'],
} as const;
type Namespace = keyof typeof FOLDERS;
const NAMESPACES = Object.keys(FOLDERS) as Namespace[];

/** Dotted keys, plural forms as one. */
function keys(node: unknown, path: readonly string[] = []): string[] {
  if (typeof node !== 'object' || node === null) {
    return [path.join('.').replace(/_(one|other)$/, '')];
  }
  return Object.entries(node).flatMap(([step, child]) => keys(child, [...path, step]));
}

const shown = (texts: Record<Namespace, unknown>, namespace: Namespace): Set<string> =>
  new Set(keys(texts[namespace]).filter((key) => namespace === 'ui' || key.startsWith('web.')));

/** Keys that stand in the sources as plain texts, with the namespace they are looked up in. */
function used(namespace: Namespace): string[] {
  const sources = FOLDERS[namespace].flatMap((folder) =>
    readdirSync(join(ROOT, folder), { recursive: true, encoding: 'utf8' })
      .filter((file) => /\.tsx?$/.test(file) && !file.includes('.test.'))
      .map((file) => readFileSync(join(ROOT, folder, file), 'utf8')),
  );
  return sources.flatMap((source) =>
    [...source.matchAll(/\bt\('([\w.:]+)'/g)].map(([, key = '']) =>
      key.includes(':') ? key : `${namespace}:${key}`,
    ),
  );
}

describe('the texts of the desk', () => {
  it.each(NAMESPACES)('say the same things in both languages: %s', (namespace) => {
    expect([...shown(english, namespace)].toSorted()).toEqual(
      [...shown(chinese, namespace)].toSorted(),
    );
  });

  it.each(NAMESPACES)('are there for every key a screen names: %s', (namespace) => {
    const missing = used(namespace).filter((key) => {
      const [where = '', name = ''] = key.split(':');
      return !shown(chinese, where as Namespace).has(name);
    });
    expect(missing).toEqual([]);
  });
});
