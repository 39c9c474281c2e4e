/** Pages of the portal: escaped templates under the tag `html`, whole or in pieces. */
import ts from 'typescript';

/** Stands where the template has a value. */
const VALUE = '0';

const BARE_ATTRIBUTES =
  /^\s*(?:checked|selected|open|disabled|required|hidden|readonly|multiple)\s*$/;
const BEGINS_WITH_ATTRIBUTE = /^\s*[\w-]+="/;

export function isMarkup(node: ts.Node): node is ts.TaggedTemplateExpression {
  return ts.isTaggedTemplateExpression(node) && node.tag.getText() === 'html';
}

export interface Visible {
  /** Name and value of attributes that people see or hear. */
  readonly attributes: readonly (readonly [name: string, value: string])[];
  /** What stands between the tags. */
  readonly text: string;
}

/** @param names of attributes that people see or hear */
export function visibleInMarkup(
  node: ts.TaggedTemplateExpression,
  names: ReadonlySet<string>,
): Visible {
  const page = piecesOf(node)
    .join(VALUE)
    .replace(/<!--[\s\S]*?-->/g, '')
    .replace(/<(script|style)\b[\s\S]*?<\/\1>/gi, '');
  const attributes = [...page.matchAll(/(?:^|\s)([\w-]+)="([^"]*)"/g)]
    .map(([, name = '', value = '']) => [name, value] as const)
    .filter(([name]) => names.has(name));
  return { attributes, text: standsInTag(node, page) ? '' : textOf(page) };
}

function piecesOf({ template }: ts.TaggedTemplateExpression): readonly string[] {
  if (ts.isNoSubstitutionTemplateLiteral(template)) return [template.text];
  return [template.head.text, ...template.templateSpans.map((span) => span.literal.text)];
}

function textOf(page: string): string {
  return page
    .replace(/<[^>]*>?/g, ' ')
    .replace(/&#?\w+;/g, ' ')
    .trim();
}

/** A piece that is put inside a tag holds attributes and no text. */
function standsInTag(node: ts.TaggedTemplateExpression, page: string): boolean {
  if (BARE_ATTRIBUTES.test(page) || BEGINS_WITH_ATTRIBUTE.test(page)) return true;
  const span = ts.findAncestor(
    node.parent,
    (above) => ts.isTemplateSpan(above) && isMarkup(above.parent.parent),
  );
  return span !== undefined && ts.isTemplateSpan(span) && endsInsideTag(textBefore(span));
}

function textBefore(span: ts.TemplateSpan): string {
  const { head, templateSpans } = span.parent;
  const before = templateSpans.slice(0, templateSpans.indexOf(span));
  return [head.text, ...before.map((one) => one.literal.text)].join(VALUE);
}

function endsInsideTag(text: string): boolean {
  return text.lastIndexOf('<') > text.lastIndexOf('>');
}
