import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { skeleton } from '#tests/journeys/portal/skeleton.ts';
import { Html, html } from './html.ts';

const nasty = fc.oneof(
  fc.string({ unit: 'binary', maxLength: 60 }),
  fc
    .array(
      fc.constantFrom(
        '<',
        '>',
        '"',
        "'",
        '&',
        '`',
        '=',
        '/',
        '</p>',
        '<script>',
        '-->',
        ' onclick=',
        '\u0000',
        '\u202e',
        'x',
        ' ',
      ),
      { maxLength: 12 },
    )
    .map((parts) => parts.join('')),
);

describe('text that is filled in', () => {
  it('never leaves its place, in an element or in an attribute', () => {
    const page = (text: string) =>
      html`<p class="words" title="${text}">${text}</p><a href="/t/x?q=${text}">${[text, null, text]}</a>`;
    const shape = skeleton(`${page('x')}`);
    fc.assert(
      fc.property(nasty, (text) => {
        expect(skeleton(`${page(text)}`)).toEqual(shape);
      }),
      { seed: 20261122, numRuns: 2000 },
    );
  });

  it('reads as it was written', () => {
    expect(`${html`<p>${'1 < 2 & "so"'}</p>`}`).toBe('<p>1 &lt; 2 &amp; &quot;so&quot;</p>');
  });

  it('is markup only where html made it', () => {
    expect(`${html`<b>${html`<i>${'<u>'}</i>`}</b>`}`).toBe('<b><i>&lt;u&gt;</i></b>');
    expect(html`x`).toBeInstanceOf(Html);
  });

  it('leaves no trace of nothing', () => {
    expect(`${html`a${null}${undefined}${false}b${0}`}`).toBe('ab0');
  });

  it.each([
    ['an attribute without quotes', () => html`<p class=${'a'}>`],
    ['the inside of a script', () => html`<script>${'a'}</script>`],
    ['the inside of a style', () => html`<style>${'a'}</style>`],
    ['the name of an element', () => html`<${'a'}>`],
  ])('is refused in %s', (_place, build) => {
    expect(build).toThrow('no place for text');
  });
});
