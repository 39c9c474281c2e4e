/**
 * Formulas as people write them, by binding powers (ADR 0030):
 *
 *     若 结构 = “钢混” 则 建筑面积 × 970 元/㎡ 否则 0 元
 */
import words from '../words.json' with { type: 'json' };
import {
  type Arithmetic,
  type Comparison,
  FormulaError,
  type FunctionName,
  type Node,
} from './syntax.ts';
import { type Keyword, keywordBefore, type Token, tokensOf } from './tokens.ts';
import type { Lexicon } from './units.ts';

const KEYWORDS: ReadonlyMap<string, string> = new Map(Object.entries(words.keywords));
const FUNCTIONS: ReadonlyMap<string, string> = new Map(Object.entries(words.functions));
const DEEPEST = 60;

const BINDING: Readonly<Record<string, number>> = {
  or: 1,
  and: 2,
  in: 4,
  '=': 4,
  '!=': 4,
  '<': 4,
  '<=': 4,
  '>': 4,
  '>=': 4,
  '+': 5,
  '-': 5,
  '*': 6,
  '/': 6,
};
const NOT_BINDS = 3;
const COMPARES = 4;
const MINUS_BINDS = 7;

/** Reads a formula. @throws FormulaError with the place, caught where documents are compiled */
export function parse(source: string, lexicon: Lexicon): Node {
  return new Parser(tokensOf(source, lexicon)).whole();
}

/** `≥ 50 ㎡，< 100 ㎡`: comparisons of one value, all of which must hold. */
export interface Bound {
  readonly sign: Comparison;
  readonly value: Node;
}

export function parseBounds(source: string, lexicon: Lexicon): readonly Bound[] {
  return new Parser(tokensOf(source, lexicon)).bounds();
}

class Parser {
  private readonly tokens: readonly Token[];
  private at = 0;
  private depth = 0;

  constructor(tokens: readonly Token[]) {
    this.tokens = tokens;
  }

  whole(): Node {
    const node = this.expression(0);
    if (this.next.kind !== 'end') throw this.unexpected('formula.end');
    return node;
  }

  bounds(): readonly Bound[] {
    const found: Bound[] = [];
    do {
      const sign = comparisonOf(this.next);
      if (sign === undefined) throw this.unexpected('formula.expected');
      this.take();
      found.push({ sign, value: this.expression(COMPARES) });
    } while (this.skipped(','));
    if (this.next.kind !== 'end') throw this.unexpected('formula.end');
    return found;
  }

  private get next(): Token {
    const token = this.tokens[Math.min(this.at, this.tokens.length - 1)];
    if (token === undefined) throw new Error('a formula has an end');
    return token;
  }

  private take(): Token {
    const token = this.next;
    this.at += 1;
    return token;
  }

  private skipped(sign: string): boolean {
    if (this.next.kind !== 'sign' || this.next.text !== sign) return false;
    this.take();
    return true;
  }

  private unexpected(code: 'formula.end' | 'formula.expected'): FormulaError {
    const { kind, text, from, to } = this.next;
    const attached = this.attachedKeyword();
    if (attached !== undefined) return attached;
    return new FormulaError(kind === 'end' ? 'formula.expected' : code, { from, to }, { text });
  }

  /** `若面积 > 1 ㎡ 则 …`: the word was taken for a part of the name. */
  private attachedKeyword(): FormulaError | undefined {
    const before = this.tokens.slice(0, this.at);
    const isBranch = this.next.kind === 'keyword' && /^(?:then|else)$/.test(this.next.keyword);
    const suspects = isBranch ? before.filter(beginsBranch) : before.slice(-1);
    const token = suspects.find(({ kind, text }) => kind === 'name' && keywordBefore(text));
    const keyword = token && keywordBefore(token.text);
    return token && keyword
      ? new FormulaError('formula.keyword_attached', token, { text: token.text, keyword })
      : undefined;
  }

  private expression(binding: number): Node {
    this.depth += 1;
    if (this.depth > DEEPEST) throw new FormulaError('formula.deep', this.next);
    let left = this.first();
    for (let binds = this.bindingOfNext(); binds > binding; binds = this.bindingOfNext())
      left = this.continued(left, binds);
    this.depth -= 1;
    return left;
  }

  private bindingOfNext(): number {
    const { next } = this;
    if (next.kind === 'keyword') return BINDING[next.keyword] ?? 0;
    return next.kind === 'sign' ? (BINDING[next.text] ?? 0) : 0;
  }

  private first(): Node {
    const token = this.take();
    switch (token.kind) {
      case 'number':
        return {
          ...span(token),
          kind: 'number',
          value: token.value,
          unit: token.unit,
          written: token.text,
        };
      case 'text':
        return { ...span(token), kind: 'text', value: token.text };
      case 'date':
      case 'moment':
        return { ...span(token), kind: token.kind, value: token.text };
      case 'truth':
        return { ...span(token), kind: 'truth', value: token.value };
      case 'name':
        return this.named(token);
      case 'keyword':
        return this.byKeyword(token);
      default:
        return this.bySign(token);
    }
  }

  private named(token: Token): Node {
    const call = FUNCTIONS.get(token.text);
    if (call === undefined || this.next.text !== '(')
      return { ...span(token), kind: 'name', name: token.text };
    this.take();
    const parts: Node[] = [];
    do parts.push(this.expression(0));
    while (this.skipped(','));
    const { to } = this.expect(')');
    return {
      ...{ from: token.from, to },
      kind: 'call',
      call: call as FunctionName,
      written: token.text,
      arguments: parts,
    };
  }

  private byKeyword(token: Token & { readonly kind: 'keyword' }): Node {
    if (token.keyword === 'not') {
      const of = this.expression(NOT_BINDS);
      return { kind: 'not', of, from: token.from, to: of.to };
    }
    if (token.keyword !== 'if') return this.refuse(token);
    const condition = this.expression(0);
    this.skipped(',');
    this.expectKeyword('then');
    const then = this.expression(0);
    this.skipped(',');
    this.expectKeyword('else');
    const otherwise = this.expression(0);
    return { kind: 'if', condition, then, otherwise, from: token.from, to: otherwise.to };
  }

  private bySign(token: Token): Node {
    if (token.kind === 'sign' && token.text === '(') {
      const inner = this.expression(0);
      this.expect(')');
      return inner;
    }
    if (token.kind === 'sign' && token.text === '-') {
      const of = this.expression(MINUS_BINDS);
      return { kind: 'negative', of, from: token.from, to: of.to };
    }
    return this.refuse(token);
  }

  /** The token taken last is none that a formula goes on with. */
  private refuse(_token: Token): never {
    this.at -= 1;
    throw this.unexpected('formula.expected');
  }

  private continued(left: Node, binds: number): Node {
    const token = this.take();
    if (token.kind === 'keyword' && token.keyword === 'in') return this.among(left);
    const sign = comparisonOf(token);
    if (sign !== undefined) return this.compared(left, sign);
    const right = this.expression(binds);
    const whole = { from: left.from, to: right.to };
    if (token.kind === 'keyword')
      return { ...whole, kind: token.keyword === 'and' ? 'and' : 'or', left, right };
    return { ...whole, kind: 'arithmetic', sign: token.text as Arithmetic, left, right };
  }

  /** `50 ㎡ ≤ 面积 < 100 ㎡` is both at once. */
  private compared(left: Node, sign: Comparison): Node {
    const right = this.expression(COMPARES);
    const first: Node = { kind: 'compare', sign, left, right, from: left.from, to: right.to };
    const more = comparisonOf(this.next);
    if (more === undefined) return first;
    this.take();
    const second = this.compared(right, more);
    return { kind: 'and', left: first, right: second, from: first.from, to: second.to };
  }

  private among(of: Node): Node {
    this.expect('(');
    const values: Node[] = [];
    do values.push(this.expression(COMPARES));
    while (this.skipped(','));
    const { to } = this.expect(')');
    return { kind: 'among', of, values, from: of.from, to };
  }

  private expect(sign: string): Token {
    if (this.next.kind !== 'sign' || this.next.text !== sign)
      throw this.unexpected('formula.expected');
    return this.take();
  }

  private expectKeyword(keyword: Keyword): void {
    if (this.next.kind !== 'keyword' || this.next.keyword !== keyword)
      throw this.unexpected('formula.expected');
    this.take();
  }
}

function beginsBranch({ kind, text }: Token): boolean {
  const keyword = kind === 'name' ? keywordBefore(text) : undefined;
  return keyword !== undefined && KEYWORDS.get(keyword) === 'if';
}

function span({ from, to }: Token): { readonly from: number; readonly to: number } {
  return { from, to };
}

function comparisonOf(token: Token): Comparison | undefined {
  return token.kind === 'sign' && /^(?:=|!=|<=|>=|<|>)$/.test(token.text)
    ? (token.text as Comparison)
    : undefined;
}
