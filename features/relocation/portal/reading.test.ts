/** A scheme in plain words: what the document says, in both languages, with nothing left out. */
import { describe, expect, it } from 'vitest';
import {
  calculatorOf,
  planOf,
  publishedSchemes,
  publishedText,
  schemeOf,
  WHOLE,
} from '#tests/worlds/schemes.ts';
import { readingOf } from '../rules/explain/reading.ts';
import { voiceFor } from './texts.ts';

const rule = (locale: 'zh' | 'en', name: string) => {
  const { items, values, limits } = readingOf(planOf(schemeOf(WHOLE)), voiceFor(locale));
  const all = [...items.flatMap(({ rules }) => rules), ...values, ...limits];
  return all.find(({ label }) => label === name);
};

describe('a scheme in plain words', () => {
  it('says each rule with its article, its condition and its bounds', () => {
    expect(rule('zh', '房屋')).toMatchObject({
      cite: '第六条',
      formula: '面积 × 单价',
      terms: ['适用条件：方式 = “货币”', '付款时间：签约 + 10 天'],
    });
    expect(rule('zh', '搬迁')?.terms).toEqual(['不低于 800 元', '不超过 20000 元']);
    expect(rule('zh', '林木')?.terms).toEqual(['树木逐项计算']);
    expect(rule('zh', '早签')?.formula).toBe('面积 × 单价 × 早签比例');
    expect(rule('zh', '分级')?.formula).toBe('按“分级补助”逐段累计');
    expect(rule('zh', '奖励封顶')).toMatchObject({
      formula: '早签；档次合计',
      terms: ['不超过 8 万元'],
    });
  });

  it('says the same in English, by the names and units that the document gives', () => {
    expect(rule('en', 'house')?.terms).toEqual([
      'Applies where way = “money”',
      'Paid at signing + 10 day',
    ]);
    expect(rule('en', 'moving')?.formula).toBe('area × 8 yuan/m²');
    expect(rule('en', 'transition')?.formula).toBe('area paid for × 15 yuan/m²·month × 6 month');
    expect(rule('en', 'difference')?.formula).toBe('area ÷ 3 × 70.01 yuan/m²');
  });

  it('shows tables with what they go by, and the rest of the cases', () => {
    const { tables, facts, articles } = readingOf(planOf(schemeOf(WHOLE)), voiceFor('zh'));
    const early = tables.find(({ label }) => label === '早签比例');
    expect(early).toMatchObject({
      by: ['签约'],
      rows: [
        ['≤ 2024-03-20 17:30', '5%'],
        ['> 2024-03-20 17:30，且 ≤ 2024-04-10', '2%'],
        ['其他情形', '0%'],
      ],
    });
    expect(facts[0]).toMatchObject({ label: '面积', what: '数字，单位 ㎡', source: '丈量调查' });
    expect(facts.at(-1)?.fields.map(({ label }) => label)).toEqual(['树种', '株数']);
    expect(articles.find(({ cite }) => cite === '第九条')?.of.map(({ label }) => label)).toEqual([
      '早签',
      '早签比例',
    ]);
  });

  it.each(publishedSchemes())('%s is read without a hole in either language', (file) => {
    const { plan } = calculatorOf(JSON.parse(publishedText(file)));
    for (const locale of ['zh', 'en'] as const) {
      const reading = readingOf(plan, voiceFor(locale));
      const text = JSON.stringify(reading);
      expect(text).not.toMatch(/\{\{|undefined|NaN/);
      const rules = reading.items.flatMap((group) => group.rules);
      expect(rules).toHaveLength(plan.scheme.items.length);
      expect(rules.filter(({ formula }) => formula.trim() === '')).toEqual([]);
      expect(reading.tables.map(({ rows }) => rows.length)).toEqual(
        plan.scheme.tables.map(
          ({ rows, otherwise }) => rows.length + (otherwise === undefined ? 0 : 1),
        ),
      );
    }
  });
});
