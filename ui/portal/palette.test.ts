import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { type ThemeName, TOKENS } from '../theme/tokens.ts';

/** Where the portal has one tone for a text and its mark, it is the text's; the edge of a field is its own. */
const TEXT: Readonly<Record<string, string>> = { amber: 'amberInk' };
const OWN = ['field'];

function paletteOf(file: string): readonly (readonly [string, string])[] {
  const text = readFileSync(new URL(file, import.meta.url), 'utf8');
  return [...text.matchAll(/--([a-z-]+): (#[0-9a-f]+);/g)].map(([, name = '', colour = '']) => [
    name.replace(/-([a-z])/g, (_dash, letter: string) => letter.toUpperCase()),
    colour.length === 4 ? `#${[...colour.slice(1)].map((one) => one + one).join('')}` : colour,
  ]);
}

describe('the palette of the portal', () => {
  it.each([
    ['light', 'style/base.css'],
    ['dark', 'dark.css'],
  ] as const)('is the desk’s, %s', (theme: ThemeName, file) => {
    const tokens: Readonly<Record<string, string>> = { ...TOKENS[theme] };
    const palette = paletteOf(file).filter(([name]) => !OWN.includes(name));
    expect(palette).toHaveLength(16);
    expect(palette).toEqual(palette.map(([name]) => [name, tokens[TEXT[name] ?? name]]));
  });
});
