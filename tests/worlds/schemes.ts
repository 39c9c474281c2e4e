/** Small believable schemes, and the planted changes that spoil them. */
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { checkScheme } from '#features/relocation/rules/check/check-scheme.ts';
import type { Plan } from '#features/relocation/rules/scheme/compile.ts';
import type { Scheme } from '#features/relocation/rules/scheme/document.ts';
import type { Problem } from '#features/relocation/rules/scheme/problem.ts';
import { readScheme } from '#features/relocation/rules/scheme/read-scheme.ts';
import { Calculator } from '#features/relocation/rules/statement.ts';

export const PUBLISHED = join(import.meta.dirname, '../../docs/examples/compensation');

export function publishedSchemes(): readonly string[] {
  return readdirSync(PUBLISHED).filter((file) => file.endsWith('.json'));
}

export function publishedText(file: string): string {
  return readFileSync(join(PUBLISHED, file), 'utf8');
}

export function schemeOf(document: unknown): Scheme {
  const { scheme, problems } = readScheme(JSON.stringify(document));
  if (scheme === undefined) throw new Error(JSON.stringify(problems));
  return scheme;
}

/** Everything that is found in a document, its form included. */
export function problemsOf(document: unknown): readonly Problem[] {
  const { scheme, problems } = readScheme(JSON.stringify(document));
  return scheme === undefined ? problems : checkScheme(scheme).problems;
}

export function planOf(scheme: Scheme): Plan {
  const { plan, problems } = checkScheme(scheme);
  if (plan === undefined) throw new Error(JSON.stringify(problems, undefined, 1));
  return plan;
}

export function calculatorOf(document: unknown): Calculator {
  return new Calculator(planOf(schemeOf(document)));
}

/** A scheme that uses every concept once; nothing is wrong with it. */
export const WHOLE = {
  format: 'lianxin-scheme/1',
  id: 'whole',
  version: '1',
  title: { zh: '样例方案', en: 'Sample' },
  land: 'state_owned',
  units: [{ name: '株', en: 'tree' }],
  choices: {
    name: '方式',
    en: 'way',
    values: [
      { name: '货币', en: 'money' },
      { name: '住房', en: 'housing', when: '面积 > 20 ㎡' },
    ],
  },
  facts: [
    { name: '面积', en: 'area', type: 'number', unit: '㎡', max: '5000 ㎡', source: 'survey' },
    {
      name: '人口',
      en: 'members',
      type: 'number',
      unit: '人',
      decimals: 0,
      min: '1 人',
      source: 'register',
    },
    {
      ...{ name: '区位', en: 'location', type: 'choice', source: 'office' },
      values: [
        { name: '一类', en: 'class 1' },
        { name: '二类', en: 'class 2' },
      ],
    },
    { name: '签约', en: 'signing', type: 'moment', source: 'agreement', role: 'signed' },
    { name: '腾空', en: 'moving', type: 'date', source: 'agreement', role: 'vacated' },
    { name: '低保', en: 'on basic allowance', type: 'yes_no', source: 'register' },
    {
      ...{ name: '树木', en: 'trees', type: 'list', source: 'survey' },
      of: [
        {
          ...{ name: '树种', en: 'kind', type: 'choice', source: 'survey' },
          values: [
            { name: '果树', en: 'fruit' },
            { name: '杂树', en: 'other' },
          ],
        },
        { name: '株数', en: 'number', type: 'number', unit: '株', decimals: 0, source: 'survey' },
      ],
    },
  ],
  tables: [
    {
      ...{ name: '单价', en: 'price', by: ['区位'], cite: '第六条' },
      rows: [
        { when: { 区位: '一类' }, value: '8200 元/㎡' },
        { when: { 区位: '二类' }, value: '7600 元/㎡' },
      ],
    },
    {
      ...{
        name: '早签比例',
        en: 'share for signing early',
        by: ['签约'],
        cite: '第九条',
        otherwise: '0%',
      },
      rows: [
        { when: { 签约: '≤ 2024-03-20 17:30' }, value: '5%' },
        { when: { 签约: '> 2024-03-20 17:30，≤ 2024-04-10' }, value: '2%' },
      ],
    },
    {
      ...{ name: '分级补助', en: 'graded subsidy', by: ['面积'], cite: '第十条' },
      rows: [
        { when: { 面积: '≤ 60 ㎡' }, value: '100 元/㎡' },
        { when: { 面积: '> 60 ㎡，≤ 120 ㎡' }, value: '60 元/㎡' },
        { when: { 面积: '> 120 ㎡' }, value: '20 元/㎡' },
      ],
    },
    {
      ...{ name: '档次奖励', en: 'step reward', by: ['面积'], cite: '第十一条' },
      rows: [
        { when: { 面积: '< 60 ㎡' }, value: '1000 元' },
        { when: { 面积: '≥ 60 ㎡，< 120 ㎡' }, value: '2000 元' },
        { when: { 面积: '≥ 120 ㎡' }, value: '3000 元' },
      ],
    },
    {
      ...{ name: '树价', en: 'price of trees', by: ['树种'], cite: '第十二条' },
      rows: [
        { when: { 树种: '果树' }, value: '120.5 元/株' },
        { when: { 树种: '杂树' }, value: '15 元/株' },
      ],
    },
  ],
  values: [
    { name: '计费面积', en: 'area paid for', formula: '最大（面积，50 ㎡）', cite: '第八条' },
  ],
  items: [
    {
      name: '房屋',
      en: 'house',
      kind: 'compensation',
      cite: '第六条',
      when: '方式 = “货币”',
      formula: '面积 × 单价',
      pay: [{ at: '签约 + 10 天' }],
    },
    {
      name: '搬迁',
      en: 'moving',
      kind: 'subsidy',
      cite: '第七条',
      formula: '面积 × 8 元/㎡',
      min: '800 元',
      max: '20000 元',
    },
    {
      name: '过渡',
      en: 'transition',
      kind: 'subsidy',
      cite: '第八条',
      formula: '计费面积 × 15 元/㎡·月 × 6 月',
      pay: [{ from: '腾空', months: '6 月' }],
    },
    {
      name: '早签',
      en: 'early signing',
      kind: 'reward',
      cite: '第九条',
      formula: '（面积 × 单价） × 早签比例',
    },
    { name: '分级', en: 'graded', kind: 'subsidy', cite: '第十条', formula: '分段（分级补助）' },
    { name: '档次', en: 'step', kind: 'reward', cite: '第十一条', formula: '档次奖励' },
    {
      name: '林木',
      en: 'trees paid',
      kind: 'compensation',
      each: '树木',
      cite: '第十二条',
      formula: '株数 × 树价',
    },
    {
      name: '人口补助',
      en: 'members',
      kind: 'subsidy',
      cite: '第十三条',
      when: '低保',
      formula: '人口 × 1000 元/人',
    },
    {
      name: '补差',
      en: 'difference',
      kind: 'deduction',
      cite: '第十四条',
      when: '方式 = “住房”',
      formula: '面积 ÷ 3 × 70.01 元/㎡',
    },
  ],
  limits: [
    {
      name: '奖励封顶',
      en: 'cap of rewards',
      of: ['早签', '档次'],
      max: '8 万元',
      cite: '第十五条',
    },
  ],
};

export const HOUSEHOLD = {
  面积: '86.52',
  人口: '3',
  区位: '一类',
  签约: '2024-03-20 17:30',
  腾空: '2024-05-31',
  低保: '否',
  树木: [
    { 树种: '果树', 株数: '3' },
    { 树种: '杂树', 株数: '10' },
  ],
};
