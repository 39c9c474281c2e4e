import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { chooseLocale, loadTexts, type Translate } from './i18n.ts';

describe('texts of the server', () => {
  let root: string;
  let translate: Translate;
  beforeAll(async () => {
    root = await mkdtemp(join(tmpdir(), 'lianxin-texts-'));
    const write = async (folder: string, locale: string, texts: unknown): Promise<void> => {
      await mkdir(join(root, folder, 'locale'), { recursive: true });
      await writeFile(join(root, folder, 'locale', `${locale}.json`), JSON.stringify(texts));
    };
    await write('kernel', 'zh', { refusal: { input: { too_long: '最多 {{limit}} 字' } } });
    await write('kernel', 'en', { refusal: { input: { too_long: 'At most {{ limit }}' } } });
    await write('features/matters', 'zh', { state: { filed: '已立案' } });
    await write('features/matters', 'en', { state: { filed: 'Filed' } });
    await mkdir(join(root, 'platform', 'command'), { recursive: true });
    await mkdir(join(root, 'apps', 'server'), { recursive: true });
    translate = loadTexts(root);
  });
  afterAll(() => rm(root, { recursive: true }));

  it('are found under their dotted key, those of a feature behind its name', () => {
    expect(translate('en', 'refusal.input.too_long', { limit: 10 })).toBe('At most 10');
    expect(translate('zh', 'refusal.input.too_long', { limit: 10 })).toBe('最多 10 字');
    expect(translate('zh', 'matters.state.filed')).toBe('已立案');
  });

  it('show the key where there is none, and the hole where a value is missing', () => {
    expect(translate('zh', 'matters.state.unknown')).toBe('matters.state.unknown');
    expect(translate('en', 'refusal.input.too_long')).toBe('At most {{ limit }}');
  });

  it('never fill in what an object only inherits', () => {
    expect(translate('en', 'refusal.input.too_long', {})).not.toContain('function');
  });
});

describe('the language of a request', () => {
  it.each([
    ['en', 'zh', 'en'],
    ['xx', 'en', 'en'],
    [undefined, undefined, 'zh'],
    [undefined, '', 'zh'],
    [undefined, 'zh-CN,zh;q=0.9,en;q=0.8', 'zh'],
    [undefined, 'en-US,en;q=0.9', 'en'],
    [undefined, 'zh;q=0.1, en;q=0.2', 'en'],
    [undefined, 'en;q=0', 'zh'],
    [undefined, 'fr', 'zh'],
    [undefined, ';;q=,,', 'zh'],
  ])('with cookie %j and browser %j is %s', (cookie, accept, locale) => {
    expect(chooseLocale(cookie, accept)).toBe(locale);
  });
});
