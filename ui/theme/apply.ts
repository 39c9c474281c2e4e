/** Puts the tokens on the document as custom properties: `lineStrong` becomes `--line-strong`. */
import { FONT_FAMILY, type ThemeName, TOKENS } from './tokens.ts';

export function applyTheme(name: ThemeName, root: HTMLElement): void {
  for (const [token, value] of Object.entries(TOKENS[name])) {
    root.style.setProperty(propertyOf(token), value);
  }
  root.style.setProperty('--font', FONT_FAMILY);
  root.style.colorScheme = name;
  root.dataset['theme'] = name;
}

/** `lineStrong` is `--line-strong`. */
export function propertyOf(token: string): string {
  return `--${token.replace(/[A-Z]/g, (letter) => `-${letter.toLowerCase()}`)}`;
}
