import { describe, expect, it } from 'vitest';
import { calculatorOf, HOUSEHOLD, WHOLE } from '#tests/worlds/schemes.ts';
import { factSentence } from '../rules/explain/fact-sentence.ts';
import {
  cellField,
  fieldOfProblem,
  formOf,
  MOST_ROWS,
  rawFacts,
  typedFacts,
  typedFrom,
} from '../rules/facts/form.ts';
import { voiceFor } from './texts.ts';

const calculator = calculatorOf(WHOLE);
const parts = formOf(calculator.plan, voiceFor('zh'));
const typed = (fields: Readonly<Record<string, string>>) =>
  typedFacts(parts, (field) => fields[field] ?? '');

describe('the facts of a scheme as a form', () => {
  it('have a field each, called by the scheme and named by their place', () => {
    expect(parts.map(({ field, label }) => [field, label]).slice(0, 3)).toEqual([
      ['f0', '面积'],
      ['f1', '人口'],
      ['f2', '区位'],
    ]);
    const [area] = parts;
    expect(area).toMatchObject({ kind: 'field', unit: '㎡', source: 'survey' });
  });

  it('come back from the form as they went into it', () => {
    expect(rawFacts(parts, typedFrom(parts, HOUSEHOLD))).toEqual(HOUSEHOLD);
    const none = { ...HOUSEHOLD, 树木: [] };
    expect(rawFacts(parts, typedFrom(parts, none))).toEqual(none);
  });

  it('that nobody wrote stay missing; an empty list is said to be one', () => {
    expect(rawFacts(parts, typed({}))).toEqual({});
    expect(rawFacts(parts, typed({ f0: ' 86.52 ' }))).toEqual({ 面积: '86.52' });
    expect(rawFacts(parts, typed({ f6none: 'yes' }))).toEqual({ 树木: [] });
    const row = { f6none: 'yes', f6r1c1: '4' };
    expect(rawFacts(parts, typed(row))).toEqual({ 树木: [{ 株数: '4' }] });
  });

  it('that are refused are told at the row in which they were written', () => {
    const one = typed({ f6r1c1: '半株' });
    const { problems } = calculator.readFacts(rawFacts(parts, one));
    const [problem] = problems;
    if (problem === undefined) throw new Error('it was taken');
    expect([problem.row, fieldOfProblem(parts, one, problem)]).toEqual([
      1,
      cellField('f6', 1, 'c1'),
    ]);
  });

  it('are refused in the words of the reader, names and units too', () => {
    const { problems } = calculator.readFacts({ 面积: '-3' });
    const said = (['zh', 'en'] as const).map((locale) =>
      problems.map((problem) =>
        factSentence(problem, { plan: calculator.plan, voice: voiceFor(locale) }),
      ),
    );
    expect(said).toEqual([
      ['“面积”为 -3，低于允许的 0 ㎡。'],
      ['“area” is -3, below the allowed 0 m².'],
    ]);
  });

  it('are refused with the choices there are, in the words of the reader', () => {
    const { problems } = calculator.readFacts({ 区位: '三类' });
    const said = (['zh', 'en'] as const).flatMap((locale) =>
      problems.map((problem) =>
        factSentence(problem, { plan: calculator.plan, voice: voiceFor(locale) }),
      ),
    );
    expect(said).toEqual([
      '“区位”没有“三类”这个选项，可选：一类；二类。',
      '“location” has no choice “三类”. Known: class 1; class 2.',
    ]);
  });

  it('offer no more rows than anybody fills in', () => {
    const many = typed({ f6rows: '1000000' });
    expect(many.lists['f6']?.rows).toHaveLength(MOST_ROWS);
    expect(typed({ f6rows: '-1' }).lists['f6']?.rows).toHaveLength(2);
  });
});
