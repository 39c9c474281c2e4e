import { describe, expect, it } from 'vitest';
import en from './locale/en.json' with { type: 'json' };
import zh from './locale/zh.json' with { type: 'json' };
import { REFUSALS } from './refusal.ts';

/** The sentence under a dotted key, undefined where there is none. */
function sentence(texts: unknown, key: string): unknown {
  return key
    .split('.')
    .reduce<unknown>(
      (node, step) =>
        node !== null && typeof node === 'object' && Object.hasOwn(node, step)
          ? Reflect.get(node, step)
          : undefined,
      texts,
    );
}

/** Dotted keys of all sentences below a node. */
function keys(node: unknown, path: readonly string[] = []): string[] {
  if (node === null || typeof node !== 'object') return [path.join('.')];
  return Object.entries(node).flatMap(([step, child]) => keys(child, [...path, step]));
}

describe.each([
  ['Chinese', zh],
  ['English', en],
])('refusals in %s', (_language, texts) => {
  it.each(Object.keys(REFUSALS))('has a sentence for %s', (code) => {
    const found = sentence(texts.refusal, code);
    expect(typeof found === 'string' && found.trim().length > 0).toBe(true);
  });

  it('has no sentence for a code that does not exist', () => {
    expect(keys(texts.refusal).filter((code) => !Object.hasOwn(REFUSALS, code))).toEqual([]);
  });
});
