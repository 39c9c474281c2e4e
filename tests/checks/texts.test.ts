import { beforeAll, describe, expect, it } from 'vitest';
import type { Finding } from '../../scripts/checks/check.ts';
import { texts } from '../../scripts/checks/texts.ts';
import { findingsOf, rulesAt } from './planted-house.ts';

const WRITTEN_IN_CODE: readonly (readonly [file: string, source: string])[] = [
  ['features/matters/web/a.tsx', 'export const A = () => <p>Report</p>;\n'],
  ['features/matters/web/b.tsx', `export const A = () => <p>{'Report'}</p>;\n`],
  [
    'features/matters/web/c.tsx',
    `export const A = (p: { b: boolean }) => <p>{p.b && 'Yes'}</p>;\n`,
  ],
  ['features/matters/web/d.tsx', 'export const A = () => <input placeholder="Where" />;\n'],
  ['features/matters/web/e.tsx', 'export const A = () => <img alt="A lamp" src="x" />;\n'],
  ['features/matters/web/f.tsx', `export const A = () => <a aria-label={'Back'} href="/">←</a>;\n`],
  ['features/matters/portal/a.ts', 'export const a = html`<p class="x">Report</p>`;\n'],
  ['features/matters/portal/c.ts', 'export const a = html`Report`;\n'],
  ['features/matters/portal/b.ts', 'export const a = html`<input placeholder="Where">`;\n'],
];

const CHINESE: readonly (readonly [file: string, source: string])[] = [
  ['kernel/a.ts', `export const a = '上报';\n`],
  ['platform/b.ts', `export const a = (b: string): string => \`上报\${b}\`;\n`],
  ['features/matters/rules/c.ts', 'export const a = /上报/;\n'],
  ['features/matters/migrations/0001.sql', `insert into a values ('上报');\n`],
  ['apps/web/index.html', '<title>连心</title>\n'],
];

const PIECES_IN_TAGS = `export const a = (b: boolean) => html\`<p class='x\${b && html\` grave\`}' \${b && html\`hidden\`}>0</p>\`;\nexport const c = html\` aria-describedby="hint"\`;\n`;

const LAWFUL: readonly (readonly [file: string, source: string])[] = [
  ['kernel/lawful.ts', '/** 上报 is to report. */\nexport const a = 1;\n'],
  ['kernel/lawful.test.ts', `export const a = '上报';\n`],
  ['tests/lawful.ts', `export const a = '上报';\n`],
  ['demo/lawful.ts', `export const a = '上报';\n`],
  ['features/matters/migrations/0002.sql', '-- 上报\nselect 1;\n'],
  [
    'features/matters/web/lawful.tsx',
    `export const A = () => <p title={t('greeting')}>· {t('greeting')}</p>;\n`,
  ],
  ['features/matters/portal/pieces.ts', PIECES_IN_TAGS],
  ['features/matters/web/keys.tsx', 'export const A = () => <kbd>Ctrl</kbd>;\n'],
  [
    'features/matters/portal/lawful.ts',
    `export const a = html\`<p class="wide">\${t('greeting')}</p>\`;\n`,
  ],
];

describe('texts for people', () => {
  let findings: readonly Finding[];
  beforeAll(async () => {
    findings = await findingsOf(
      texts,
      Object.fromEntries([...WRITTEN_IN_CODE, ...CHINESE, ...LAWFUL]),
    );
  });

  it.each(WRITTEN_IN_CODE)('do not stand in %s', (file) => {
    expect(rulesAt(findings, file)).toContain('no text in code');
  });

  it.each(CHINESE)('in Chinese do not stand in %s', (file) => {
    expect(rulesAt(findings, file)).toContain('no Chinese in code');
  });

  it.each(LAWFUL)('are not seen in %s, which has none', (file) => {
    expect(rulesAt(findings, file)).toEqual([]);
  });

  it('pass where nothing is planted', async () => {
    expect(await findingsOf(texts)).toEqual([]);
  });
});

describe('locale files', () => {
  const locale = (language: string, content: object) => ({
    [`features/matters/locale/${language}.json`]: JSON.stringify(content),
  });
  const use = {
    'features/matters/web/use.ts': `t('a');\nt('b');\nt('c_one');\nt(\`state.\${x}\`);\n`,
  };
  const sound = { a: 'a {{n}}', b: 'b', c_one: 'c', state: { open: 'open', shut: 'shut' } };

  const rulesWith = async (zh: object, en: object, code: object = {}): Promise<string[]> => {
    const files = { ...use, ...code, ...locale('zh', zh), ...locale('en', en) };
    return (await findingsOf(texts, files)).map((finding) => finding.rule);
  };

  it('pass where both say the same and all of it is used, computed keys too', async () => {
    expect(await rulesWith(sound, sound)).toEqual([]);
  });

  it('fail where one language lacks a key', async () => {
    const { b: _missing, ...without } = sound;
    expect(await rulesWith(sound, without)).toContain('same keys');
    expect(await rulesWith(without, sound)).toContain('same keys');
  });

  it('fail where the placeholders differ', async () => {
    expect(await rulesWith(sound, { ...sound, a: 'a {{m}}' })).toContain('same placeholders');
  });

  it('fail on an empty text', async () => {
    expect(await rulesWith({ ...sound, b: ' ' }, sound)).toContain('no empty text');
  });

  it('fail on a key nobody asks for', async () => {
    const more = { ...sound, forgotten: 'forgotten' };
    expect(await rulesWith(more, more)).toContain('no unused key');
  });

  it('fail where a key is asked for that does not exist', async () => {
    const code = { 'features/matters/web/more.ts': `t('d');\n` };
    expect(await rulesWith(sound, sound, code)).toContain('no missing key');
  });

  it('fail where a computed key has no beginning that exists', async () => {
    const code = { 'features/matters/web/more.ts': `t(\`nowhere.\${x}\`);\n` };
    expect(await rulesWith(sound, sound, code)).toContain('no missing key');
  });

  it('take the plural forms of a sentence as one', async () => {
    const zh = { ...sound, waiting_other: '{{count}}' };
    const en = { ...sound, waiting_one: 'one', waiting_other: '{{count}}' };
    const code = { 'features/matters/web/more.ts': `t('waiting', { count: 2 });\n` };
    expect(await rulesWith(zh, en, code)).toEqual([]);
  });

  it('fail on a third language that only one place has', async () => {
    const files = { 'features/matters/locale/fr.json': '{}' };
    expect(await rulesWith(sound, sound, files)).toContain('languages');
  });
});
