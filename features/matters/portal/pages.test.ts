import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { pagesByState, pagesSaying, refusalPages } from '#tests/journeys/portal/all-pages.ts';
import { skeleton } from '#tests/journeys/portal/skeleton.ts';

const LOCALES = ['zh', 'en'] as const;

const nasty = fc
  .oneof(
    fc.string({ unit: 'binary', minLength: 1, maxLength: 40 }),
    fc
      .array(
        fc.constantFrom(
          '<',
          '>',
          '"',
          "'",
          '&',
          '=',
          '/',
          '</textarea>',
          '</option>',
          '<script>',
          ' onfocus=',
          '\n',
          '\u0000',
          '-->',
          'x',
        ),
        { minLength: 1, maxLength: 10 },
      )
      .map((parts) => parts.join('')),
  )
  // Half a surrogate pair never passes the door (platform/http); in an address it would be a fault.
  .filter((text) => text.isWellFormed() && text.trim() !== '');

/** The drawing of a QR code differs with its text; all else must not. */
function shape(page: string): readonly string[] {
  return skeleton(page.replace(/<svg class="qr".*?<\/svg>/s, '<svg></svg>'));
}

describe('words of people on the pages of the portal', () => {
  it('never leave their place in any page', () => {
    const plain = pagesSaying('x');
    const shapes = Object.fromEntries(
      Object.entries(plain).map(([name, page]) => [name, shape(page)]),
    );
    fc.assert(
      fc.property(nasty, (text) => {
        for (const [name, page] of Object.entries(pagesSaying(text))) {
          expect([name, withoutCalls(shape(page))]).toEqual([
            name,
            withoutCalls(shapes[name] ?? []),
          ]);
        }
      }),
      { seed: 20261122, numRuns: 100 },
    );
  }, 60_000);

  it('make the phone of a unit a link only where it has digits', () => {
    expect(pagesSaying('0371-1')['responsible']).toContain('href="tel:03711"');
    expect(pagesSaying('x')['responsible']).not.toContain('tel:');
  });
});

/** A phone with digits can be called, one without cannot: a link more or less. */
function withoutCalls(tags: readonly string[]): readonly string[] {
  return tags.filter((tag) => !/^<\/?a\b/.test(tag) || /class|lang|aria/.test(tag));
}

describe.each(LOCALES)('every page in %s', (locale) => {
  const pages = [
    ...Object.entries(pagesSaying('Wenhua', locale)),
    ...pagesByState(locale),
    ...Object.entries(refusalPages(locale)),
  ];

  it.each(pages)('%s has no sentence without its values', (_name, page) => {
    expect(page).not.toMatch(/\{\{|\bundefined\b|\bNaN\b|\[object/);
  });

  it.each(pages)('%s names its language, one heading and one main part', (_name, page) => {
    expect(page).toContain(locale === 'zh' ? '<html lang="zh-CN"' : '<html lang="en"');
    expect(page.match(/<h1[ >]/g)).toHaveLength(1);
    expect(page.match(/<main /g)).toHaveLength(1);
  });

  it.each(pages)(
    '%s gives every field a name of its own that its label and its notes know',
    (_name, page) => {
      const ids = [...page.matchAll(/\sid="([^"]+)"/g)].map((match) => match[1]);
      expect(new Set(ids).size).toBe(ids.length);
      const pointed = [
        ...page.matchAll(/\s(?:for|aria-describedby|aria-labelledby)="([^"]+)"/g),
      ].flatMap((match) => match[1]?.split(' ') ?? []);
      const linked = [...page.matchAll(/href="#([^"]+)"/g)].map((match) => match[1]);
      expect([...pointed, ...linked].filter((id) => !ids.includes(id))).toEqual([]);
    },
  );

  it.each(pages)('%s carries no script and no style of its own', (_name, page) => {
    expect(page).not.toMatch(/\sstyle="|<style|\son\w+="|<script(?![^>]*\ssrc=)/);
  });
});

describe('in English', () => {
  it.each(Object.entries(pagesSaying('Wenhua', 'en')))(
    '%s says nothing in Chinese but the way to Chinese',
    (_name, page) => {
      const said = page.replace('lang="zh-CN">中文</a>', '');
      expect(said).not.toMatch(/\p{Script=Han}/u);
    },
  );
});
