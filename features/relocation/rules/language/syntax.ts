/** A formula as a tree. Every node knows where it stands in the text. */
import type { Exact } from '../amounts/exact.ts';
import type { Unit } from './units.ts';

export interface Span {
  /** Characters from the beginning of the formula, `[from, to)`. */
  readonly from: number;
  readonly to: number;
}

export type FunctionName =
  | 'min'
  | 'max'
  | 'round'
  | 'round_up'
  | 'round_down'
  | 'sum'
  | 'count'
  | 'tiers'
  | 'full_months'
  | 'begun_months';

export type Comparison = '=' | '!=' | '<' | '<=' | '>' | '>=';
export type Arithmetic = '+' | '-' | '*' | '/';

export type NumberNode = Span & {
  readonly kind: 'number';
  readonly value: Exact;
  readonly unit: Unit;
  /** As it stands in the formula: `5%`, `8 万元`. */
  readonly written: string;
};
export type TextNode = Span & { readonly kind: 'text'; readonly value: string };
/** `YYYY-MM-DD` or `YYYY-MM-DDTHH:MM`. */
export type DateNode = Span & { readonly kind: 'date' | 'moment'; readonly value: string };
export type TruthNode = Span & { readonly kind: 'truth'; readonly value: boolean };
export type NameNode = Span & { readonly kind: 'name'; readonly name: string };
export type CallNode = Span & {
  readonly kind: 'call';
  readonly call: FunctionName;
  readonly written: string;
  readonly arguments: readonly Node[];
};
export type NegativeNode = Span & { readonly kind: 'negative' | 'not'; readonly of: Node };
export type ArithmeticNode = Span & {
  readonly kind: 'arithmetic';
  readonly sign: Arithmetic;
  readonly left: Node;
  readonly right: Node;
};
export type CompareNode = Span & {
  readonly kind: 'compare';
  readonly sign: Comparison;
  readonly left: Node;
  readonly right: Node;
};
export type LogicNode = Span & {
  readonly kind: 'and' | 'or';
  readonly left: Node;
  readonly right: Node;
};
export type AmongNode = Span & {
  readonly kind: 'among';
  readonly of: Node;
  readonly values: readonly Node[];
};
export type IfNode = Span & {
  readonly kind: 'if';
  readonly condition: Node;
  readonly then: Node;
  readonly otherwise: Node;
};

export type Node =
  | NumberNode
  | TextNode
  | DateNode
  | TruthNode
  | NameNode
  | CallNode
  | NegativeNode
  | ArithmeticNode
  | CompareNode
  | LogicNode
  | AmongNode
  | IfNode;

/** The parts of a node, in the order in which they stand. */
export function partsOf(node: Node): readonly Node[] {
  switch (node.kind) {
    case 'call':
      return node.arguments;
    case 'negative':
    case 'not':
      return [node.of];
    case 'arithmetic':
    case 'compare':
    case 'and':
    case 'or':
      return [node.left, node.right];
    case 'among':
      return [node.of, ...node.values];
    case 'if':
      return [node.condition, node.then, node.otherwise];
    default:
      return [];
  }
}

/** A formula that cannot be read; thrown inside this folder only. */
export class FormulaError extends Error {
  override readonly name = 'FormulaError';
  readonly code: FormulaErrorCode;
  readonly span: Span;
  readonly values: Readonly<Record<string, string>>;
  constructor(code: FormulaErrorCode, span: Span, values: Readonly<Record<string, string>> = {}) {
    super(code);
    this.code = code;
    this.span = span;
    this.values = values;
  }
}

export type FormulaErrorCode =
  | 'formula.sign'
  | 'formula.expected'
  | 'formula.end'
  | 'formula.date'
  | 'formula.grouping'
  | 'formula.unit'
  | 'formula.quote'
  | 'formula.number'
  | 'formula.deep'
  | 'formula.keyword_attached';
