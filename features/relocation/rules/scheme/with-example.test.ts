import { describe, expect, it } from 'vitest';
import { PUBLISHED, publishedSchemes, publishedText, WHOLE } from '#tests/worlds/schemes.ts';
import { withExample } from './with-example.ts';

const EXAMPLE = {
  name: '东巷“3”号]',
  facts: { 面积: '50' },
  amounts: { 搬迁: '800' },
  total: '800',
};

const read = (text: string) =>
  JSON.parse(text) as { examples: unknown[] } & Record<string, unknown>;

describe('a worked example put into the text', () => {
  it.each(publishedSchemes())(
    'of %s stands behind the others, and nothing else changes',
    (file) => {
      expect(PUBLISHED).not.toBe('');
      const text = publishedText(file);
      const before = read(text);
      const after = read(withExample(text, EXAMPLE));
      expect(after).toEqual({ ...before, examples: [...before.examples, EXAMPLE] });
    },
  );

  it('begins the list where there is none, or an empty one', () => {
    const text = JSON.stringify(WHOLE, undefined, 2);
    expect(read(withExample(text, EXAMPLE)).examples).toEqual([EXAMPLE]);
    const empty = JSON.stringify({ ...WHOLE, examples: [] }, undefined, 2);
    expect(read(withExample(empty, EXAMPLE)).examples).toEqual([EXAMPLE]);
  });

  it('is not misled by the word inside of other texts', () => {
    const misleading = { ...WHOLE, note: 'see "examples": [ below', units: [{ name: 'examples' }] };
    const text = JSON.stringify(misleading);
    expect(read(withExample(text, EXAMPLE))).toEqual({ ...misleading, examples: [EXAMPLE] });
  });

  it('can be followed by another one', () => {
    const twice = withExample(withExample(JSON.stringify(WHOLE), EXAMPLE), EXAMPLE);
    expect(read(twice).examples).toEqual([EXAMPLE, EXAMPLE]);
  });
});
