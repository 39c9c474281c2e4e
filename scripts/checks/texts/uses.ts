/** Which keys the code asks for. */
import ts from 'typescript';
import { FEATURES } from '../rooms.ts';
import { namespaceOf } from './locale-files.ts';

/** Functions that take a key, and which of their arguments it is. */
const KEY_ARGUMENT: Readonly<Record<string, number>> = { t: 0, say: 0, translate: 1 };

export interface Use {
  readonly line: number;
  /** The key as written, or its beginning where the rest is computed. */
  readonly key: string;
  readonly whole: boolean;
}

export interface Uses {
  readonly file: string;
  /** Names under which a key of this file may stand, the most particular first. */
  readonly namespaces: readonly string[];
  /** Keys handed to a translating function: these must exist. */
  readonly asked: readonly Use[];
  /** Every other text in the file: a key kept in a table counts as used. */
  readonly mentioned: ReadonlySet<string>;
  /** Beginnings of keys that are put together in a table: `time.weekday.`. */
  readonly begun: ReadonlySet<string>;
}

const BEGINNING = /^\w+(?:\.\w+)*[._]$/;

export function usesIn(source: ts.SourceFile, file: string): Uses {
  const namespaces = new Set<string>(namespacesOf(file));
  const asked: Use[] = [];
  const mentioned = new Set<string>();
  const begun = new Set<string>();
  const visit = (node: ts.Node): void => {
    if (ts.isStringLiteralLike(node)) mentioned.add(node.text);
    if (ts.isTemplateHead(node) && BEGINNING.test(node.text)) begun.add(node.text);
    if (ts.isCallExpression(node)) {
      const namespace = namespaceAskedFor(node);
      if (namespace !== null) namespaces.add(namespace);
      const use = askedIn(source, node);
      if (use !== null) asked.push(use);
    }
    ts.forEachChild(node, visit);
  };
  visit(source);
  return { file, namespaces: [...namespaces], asked, mentioned, begun };
}

/**
 * `features/matters/portal/a.ts` may mean `matters.portal.`, `matters.` or the
 * whole key; `apps/portal/a.ts` the portal's keys of any feature.
 */
function namespacesOf(file: string): readonly string[] {
  const [room = '', name = '', surface = ''] = file.split('/');
  const own = namespaceOf(file);
  if (room === 'features') return [`${own}.${surface}`, own, ''];
  return room === 'apps'
    ? [...FEATURES.map((feature) => `${feature}.${name}`), own, '']
    : [own, ''];
}

function nameOf(call: ts.CallExpression): string {
  const { expression } = call;
  if (ts.isIdentifier(expression)) return expression.text;
  return ts.isPropertyAccessExpression(expression) ? expression.name.text : '';
}

/** `useTranslation('ui')` */
function namespaceAskedFor(call: ts.CallExpression): string | null {
  const [first] = call.arguments;
  const names = nameOf(call) === 'useTranslation' && first !== undefined;
  return names && ts.isStringLiteralLike(first) ? first.text : null;
}

function askedIn(source: ts.SourceFile, call: ts.CallExpression): Use | null {
  const position = KEY_ARGUMENT[nameOf(call)];
  const argument = position === undefined ? undefined : call.arguments[position];
  if (argument === undefined) return null;
  const line = source.getLineAndCharacterOfPosition(argument.getStart(source)).line + 1;
  if (ts.isStringLiteralLike(argument)) return { line, key: argument.text, whole: true };
  if (ts.isTemplateExpression(argument)) return { line, key: argument.head.text, whole: false };
  return null;
}

/** All names a written key may have over the tree: `ui:save` is `ui.save` everywhere. */
export function namesOf(key: string, namespaces: readonly string[]): readonly string[] {
  const named = key.split(':');
  if (named.length === 2) return [named.join('.')];
  return namespaces.map((namespace) => (namespace === '' ? key : `${namespace}.${key}`));
}
