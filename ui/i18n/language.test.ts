import { describe, expect, it } from 'vitest';
import { chosenLanguage } from './language.ts';

describe('the language of the interface', () => {
  it('is the one chosen before, whatever the browser wants', () => {
    expect(chosenLanguage('a=1; lang=en; b=2', ['zh-CN'])).toBe('en');
  });
  it('is the first the browser wants and we have', () => {
    expect(chosenLanguage('', ['fr-FR', 'en-GB', 'zh-CN'])).toBe('en');
  });
  it('is Chinese where nothing fits', () => {
    expect(chosenLanguage('slang=en', ['fr'])).toBe('zh');
  });
});
