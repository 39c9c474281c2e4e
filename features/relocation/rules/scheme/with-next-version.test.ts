import { describe, expect, it } from 'vitest';
import { publishedSchemes, publishedText, WHOLE } from '#tests/worlds/schemes.ts';
import { withNextVersion } from './with-next-version.ts';

const versionIn = (text: string) => (JSON.parse(text) as { version: string }).version;

describe('the text of the next version', () => {
  it.each(publishedSchemes())('of %s differs in its version alone', (file) => {
    const text = publishedText(file);
    const before = JSON.parse(text) as { version: string };
    const after = JSON.parse(withNextVersion(text)) as { version: string };
    expect(after.version).not.toBe(before.version);
    expect({ ...after, version: before.version }).toEqual(before);
  });

  it.each([
    ['1', '2'],
    ['9', '10'],
    ['2026-3', '2026-4'],
    ['第2版', '第3版'],
    ['试行', '试行'],
  ])('after %s has %s', (before, after) => {
    const text = JSON.stringify({ note: '"version": "7"', ...WHOLE, version: before });
    expect(versionIn(withNextVersion(text))).toBe(after);
  });

  it('is the same where there is no document', () => {
    expect(withNextVersion('{ "title": ')).toBe('{ "title": ');
  });
});
