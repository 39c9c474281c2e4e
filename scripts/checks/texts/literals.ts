/** Words for people that stand in the code instead of a locale file. */
import ts from 'typescript';
import type { Finding } from '../check.ts';
import { isMarkup, visibleInMarkup } from './markup.ts';

const HAN = /\p{Script=Han}/u;
const LETTER = /\p{L}/u;

/** What the person sees or hears of an element. */
const VISIBLE = new Set([
  ...['title', 'placeholder', 'alt', 'label', 'description', 'summary', 'tooltip', 'tip', 'extra'],
  ...['aria-label', 'aria-description', 'aria-placeholder', 'aria-roledescription'],
  ...['aria-valuetext', 'okText', 'cancelText', 'emptyText', 'help'],
]);

export function literalFindings(source: ts.SourceFile, file: string): readonly Finding[] {
  const findings: Finding[] = [];
  const visit = (node: ts.Node): void => {
    const broken = brokenRule(node);
    if (broken !== null) {
      const { line } = source.getLineAndCharacterOfPosition(node.getStart(source));
      findings.push({ at: `${file}:${line + 1}`, ...broken });
    }
    ts.forEachChild(node, visit);
  };
  visit(source);
  return findings;
}

/** What is printed on a key is the same in every language. */
function isKeyCap(node: ts.JsxText): boolean {
  return ts.isJsxElement(node.parent) && node.parent.openingElement.tagName.getText() === 'kbd';
}

type Broken = Omit<Finding, 'at'> | null;

function brokenRule(node: ts.Node): Broken {
  if (ts.isJsxText(node))
    return isKeyCap(node) ? null : visibleText(node.text, 'text between tags');
  if (ts.isJsxExpression(node) && isJsxChild(node)) return visibleExpression(node.expression);
  if (ts.isJsxAttribute(node)) return visibleAttribute(node);
  if (isMarkup(node)) return markupText(node);
  if (isTextNode(node)) return chinese(node.text);
  return null;
}

function isTextNode(node: ts.Node): node is ts.LiteralLikeNode {
  return (
    ts.isStringLiteralLike(node) ||
    ts.isTemplateHead(node) ||
    ts.isTemplateMiddleOrTemplateTail(node) ||
    ts.isRegularExpressionLiteral(node)
  );
}

function markupText(node: ts.TaggedTemplateExpression): Broken {
  const { attributes, text } = visibleInMarkup(node, VISIBLE);
  for (const [name, value] of attributes) {
    const broken = visibleText(value, name);
    if (broken !== null) return broken;
  }
  return visibleText(text, 'text between tags');
}

function chinese(text: string): Broken {
  return HAN.test(text) ? { rule: 'no Chinese in code', says: text.trim().slice(0, 60) } : null;
}

function visibleText(text: string, where: string): Broken {
  return LETTER.test(text)
    ? { rule: 'no text in code', says: `${where}: ${text.trim().slice(0, 60)}` }
    : null;
}

function isJsxChild(node: ts.JsxExpression): boolean {
  return ts.isJsxElement(node.parent) || ts.isJsxFragment(node.parent);
}

function visibleExpression(expression: ts.Expression | undefined, where = 'text'): Broken {
  const text = expression === undefined ? '' : literalsIn(expression).join(' ');
  return visibleText(text, where);
}

function visibleAttribute(node: ts.JsxAttribute): Broken {
  const name = node.name.getText();
  if (!VISIBLE.has(name) || node.initializer === undefined) return null;
  if (ts.isStringLiteral(node.initializer)) return visibleText(node.initializer.text, name);
  if (!ts.isJsxExpression(node.initializer)) return null;
  return visibleExpression(node.initializer.expression, name);
}

/** Literals an expression can come to: also through a choice, never inside a call. */
function literalsIn(expression: ts.Expression): readonly string[] {
  if (ts.isStringLiteralLike(expression)) return [expression.text];
  if (ts.isTemplateExpression(expression)) {
    return [expression.head.text, ...expression.templateSpans.map((span) => span.literal.text)];
  }
  if (ts.isParenthesizedExpression(expression)) return literalsIn(expression.expression);
  if (ts.isConditionalExpression(expression)) {
    return [...literalsIn(expression.whenTrue), ...literalsIn(expression.whenFalse)];
  }
  if (ts.isBinaryExpression(expression)) return literalsOfOperands(expression);
  return [];
}

const JOINING = new Set([
  ts.SyntaxKind.PlusToken,
  ts.SyntaxKind.BarBarToken,
  ts.SyntaxKind.QuestionQuestionToken,
]);

function literalsOfOperands(expression: ts.BinaryExpression): readonly string[] {
  const right = literalsIn(expression.right);
  if (JOINING.has(expression.operatorToken.kind)) return [...literalsIn(expression.left), ...right];
  return expression.operatorToken.kind === ts.SyntaxKind.AmpersandAmpersandToken ? right : [];
}
