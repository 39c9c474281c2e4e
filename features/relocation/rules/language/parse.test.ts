import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import words from '../words.json' with { type: 'json' };
import { parse, parseBounds } from './parse.ts';
import { FormulaError, type Node } from './syntax.ts';
import { lexiconWith, unitText } from './units.ts';

const SEED = 44;
const lexicon = lexiconWith([{ name: '株', en: 'tree' }]);

/** The tree as a text with every bracket. */
function shape(node: Node): string {
  switch (node.kind) {
    case 'number':
      return `${node.value.toText()}${unitText(node.unit)}`;
    case 'name':
      return node.name;
    case 'arithmetic':
    case 'compare':
      return `(${shape(node.left)} ${node.sign} ${shape(node.right)})`;
    case 'and':
    case 'or':
      return `(${shape(node.left)} ${node.kind} ${shape(node.right)})`;
    case 'negative':
    case 'not':
      return `${node.kind}(${shape(node.of)})`;
    case 'if':
      return `if(${shape(node.condition)}; ${shape(node.then)}; ${shape(node.otherwise)})`;
    case 'call':
      return `${node.call}(${node.arguments.map(shape).join('; ')})`;
    case 'among':
      return `in(${shape(node.of)}; ${node.values.map(shape).join('; ')})`;
    default:
      return String(node.value);
  }
}

describe('a formula', () => {
  it.each([
    ['1 + 2 * 3 - 4', '((1 + (2 * 3)) - 4)'],
    ['a ÷ b ÷ c × d', '(((a / b) / c) * d)'],
    ['a - b - c', '((a - b) - c)'],
    ['-a * b', '(negative(a) * b)'],
    ['a 或 b 且 非 c', '(a or (b and not(c)))'],
    ['非 a = b', 'not((a = b))'],
    ['1 ≤ a < 2', '((1 <= a) and (a < 2))'],
    ['若 a 则 1 否则 若 b 则 2 否则 3', 'if(a; 1; if(b; 2; 3))'],
    ['（若 a 则 1 否则 2） × 3', '(if(a; 1; 2) * 3)'],
    ['最小（a，b、c）', 'min(a; b; c)'],
    ['a 属于 （“一”，"二"）', 'in(a; 一; 二)'],
    ['15元/㎡·月', '15元/㎡·月'],
    ['15 元/㎡/月', '15元/㎡·月'],
    ['15 元/(月·㎡)', '15元/㎡·月'],
    ['15 元/（平方米·月）', '15元/㎡·月'],
    ['8 万元', '80000元'],
    ['5%', '0.05'],
    ['1.5 倍 × a', '(1.5 * a)'],
    ['6 个月', '6月'],
    ['3 株', '3株'],
    ['2024年3月1日', '2024-03-01'],
    ['2024-3-1 9:05', '2024-03-01T09:05'],
    ['2024年3月20日17时30分', '2024-03-20T17:30'],
    ['100 元 / 面积', '(100元 / 面积)'],
    ['月租金 × 3', '(月租金 * 3)'],
  ])('%s is %s', (formula, tree) => {
    expect(shape(parse(formula, lexicon))).toBe(tree);
  });

  it('knows where each part of it stands', () => {
    const node = parse('面积 × 单价', lexicon);
    expect(
      node.kind === 'arithmetic' && [node.left.from, node.left.to, node.right.from, node.right.to],
    ).toEqual([0, 2, 5, 7]);
  });

  /** Pieces as people write them, in any order. */
  const pieces = fc.constantFrom(
    ...Object.keys(words.keywords),
    ...Object.keys(words.functions),
    ...[
      '面积',
      '单价',
      '1',
      '8.5 元/㎡',
      '8,200',
      '5%',
      '2024-03-01',
      '2024-02-30',
      '“一类',
      '”',
      '(',
      ')',
      '（',
      '，',
    ],
    ...['+', '-', '×', '÷', '=', '≤', '元', '㎡', '@', '\n', '。'],
  );
  it('is read, or refused with a place inside it; nothing else ever happens', () => {
    const source = fc.oneof(
      fc.string({ unit: 'binary' }),
      fc.array(pieces, { maxLength: 14 }).map((all) => all.join(' ')),
    );
    fc.assert(
      fc.property(source, fc.boolean(), (text, asBounds) => {
        try {
          if (asBounds) parseBounds(text, lexicon);
          else parse(text, lexicon);
        } catch (fault) {
          if (!(fault instanceof FormulaError)) throw fault;
          expect(fault.span.from).toBeGreaterThanOrEqual(0);
          expect(fault.span.to).toBeLessThanOrEqual(text.length);
          expect(fault.span.from).toBeLessThanOrEqual(fault.span.to);
        }
      }),
      { seed: SEED, numRuns: 5000 },
    );
  });
});
