/**
 * Kernel and rules know no time, no chance, no network and no machine. The
 * compiler says what each name means, so a renamed or destructured
 * `Math.random` is found, and a parameter called `document` is not.
 */
import { relative, resolve, sep } from 'node:path';
import ts from 'typescript';
import type { Check, Finding } from './check.ts';
import { HOUSE } from './command.ts';
import { sourceFiles } from './source-files.ts';

const PURE_FILES = /^(?:kernel|features\/[^/]+\/rules)\/(?!.*\.test\.ts$)/;

/** Global names of the language and its surroundings that a pure file may use. */
const ALLOWED_SURROUNDINGS = new Set([
  'AbortController',
  'AbortSignal',
  'structuredClone',
  'TextDecoder',
  'TextEncoder',
  'URL',
  'URLSearchParams',
]);

/** Members of the language itself that depend on when or where they run. */
const AMBIENT_MEMBERS: Readonly<Record<string, readonly string[] | 'all'>> = {
  DateConstructor: ['now'],
  Math: ['random'],
  Date: [
    ...['getDate', 'getDay', 'getFullYear', 'getHours', 'getMinutes', 'getMonth', 'getSeconds'],
    ...['getTimezoneOffset', 'getYear', 'setDate', 'setFullYear', 'setHours', 'setMinutes'],
    ...['setMonth', 'setSeconds', 'toDateString', 'toLocaleDateString', 'toLocaleString'],
    ...['toLocaleTimeString', 'toString', 'toTimeString'],
  ],
  Atomics: 'all',
};

/** Names of the language whose mere use is a breach. */
const AMBIENT_NAMES = new Set(['globalThis', 'eval', 'Function']);

/** Clock of the polyfill: `Temporal.Now`. */
const TEMPORAL_CLOCK = 'Now';

interface Look {
  readonly checker: ts.TypeChecker;
  readonly program: ts.Program;
}

function settings(root: string): ts.CompilerOptions {
  const path = resolve(root, 'tsconfig.json');
  const { config, error } = ts.readConfigFile(path, ts.sys.readFile);
  if (error !== undefined) throw new Error(`tsconfig.json cannot be read: ${error.code}`);
  return ts.parseJsonConfigFileContent(config, ts.sys, root).options;
}

export const purity: Check = {
  name: 'purity',
  async run(root) {
    const files = (await sourceFiles(root, ['.ts'])).filter((file) => PURE_FILES.test(file));
    const program = ts.createProgram(
      files.map((file) => resolve(root, file)),
      { ...settings(root), typeRoots: [resolve(HOUSE, 'node_modules/@types')] },
    );
    const look = { checker: program.getTypeChecker(), program };
    return files.flatMap((file) => {
      const source = program.getSourceFile(resolve(root, file));
      if (source === undefined) throw new Error(`the compiler did not see ${file}`);
      return findingsIn(look, source, relative(root, source.fileName).split(sep).join('/'));
    });
  },
};

function findingsIn(look: Look, source: ts.SourceFile, file: string): readonly Finding[] {
  const findings: Finding[] = [];
  const visit = (node: ts.Node): void => {
    const says = impurity(look, node);
    if (says !== null) {
      const { line } = source.getLineAndCharacterOfPosition(node.getStart(source));
      findings.push({ at: `${file}:${line + 1}`, rule: 'purity', says });
    }
    ts.forEachChild(node, visit);
  };
  visit(source);
  return findings;
}

/** What is impure about this very node, null where nothing is. */
function impurity(look: Look, node: ts.Node): string | null {
  if (ts.isNewExpression(node) || ts.isCallExpression(node)) return impureDate(look, node);
  if (ts.isMetaProperty(node)) return 'import.meta says where it runs';
  if (ts.isIdentifier(node) && isUsed(node)) return impureName(look, node);
  return null;
}

/** Names in types and in imports are words, not uses. */
function isUsed(node: ts.Identifier): boolean {
  return ts.findAncestor(node, ts.isTypeNode) === undefined && !ts.isImportSpecifier(node.parent);
}

/** `new Date(instant)` with one argument is arithmetic; none is the clock, two the local zone. */
function impureDate(look: Look, node: ts.NewExpression | ts.CallExpression): string | null {
  if (node.expression.kind === ts.SyntaxKind.ImportKeyword) return 'import() loads while it runs';
  const type = look.checker.getTypeAtLocation(node.expression).symbol;
  if (type?.name !== 'DateConstructor' || !isLanguage(look, type)) return null;
  const count = node.arguments?.length ?? 0;
  return ts.isNewExpression(node) && count === 1
    ? null
    : `Date with ${count} arguments takes the clock or the zone of the machine`;
}

function impureName(look: Look, node: ts.Identifier): string | null {
  const symbol = symbolOf(look.checker, node);
  if (symbol === undefined) return AMBIENT_NAMES.has(node.text) ? `${node.text} is ambient` : null;
  return (
    impureMember(look, symbol) ??
    impureGlobal(look, symbol) ??
    (isTemporalClock(symbol) ? 'Temporal.Now is the clock of the machine' : null)
  );
}

function symbolOf(checker: ts.TypeChecker, node: ts.Identifier): ts.Symbol | undefined {
  const { parent } = node;
  if (ts.isBindingElement(parent) && (parent.propertyName ?? parent.name) === node) {
    return checker.getTypeAtLocation(parent.parent).getProperty(node.text);
  }
  if (ts.isShorthandPropertyAssignment(parent)) {
    return checker.getShorthandAssignmentValueSymbol(parent);
  }
  return checker.getSymbolAtLocation(node);
}

function impureMember(look: Look, symbol: ts.Symbol): string | null {
  const owner = symbol.declarations?.[0]?.parent;
  if (owner === undefined || !ts.isInterfaceDeclaration(owner)) return null;
  if (!isLanguage(look, symbol)) return null;
  const members = AMBIENT_MEMBERS[owner.name.text];
  const ambient = members === 'all' || members?.includes(symbol.name) === true;
  return ambient ? `${owner.name.text}.${symbol.name} depends on when or where it runs` : null;
}

/** A value declared by the browser's or Node's surroundings rather than the language. */
function impureGlobal(look: Look, symbol: ts.Symbol): string | null {
  if (AMBIENT_NAMES.has(symbol.name) && isBuiltIn(symbol)) return `${symbol.name} is ambient`;
  const surrounding = symbol.declarations?.find((declaration) => isSurrounding(look, declaration));
  if (surrounding === undefined || ALLOWED_SURROUNDINGS.has(symbol.name)) return null;
  const isValue = (symbol.flags & ts.SymbolFlags.Value) !== 0;
  return isValue && isTopLevel(surrounding) ? `${symbol.name} reaches outside` : null;
}

function isTopLevel(declaration: ts.Declaration): boolean {
  const within = ts.findAncestor(
    declaration.parent,
    (node) => ts.isInterfaceDeclaration(node) || ts.isClassDeclaration(node),
  );
  return within === undefined;
}

/** In the DOM's library or Node's types, and not in the language's as well. */
function isSurrounding(look: Look, declaration: ts.Declaration): boolean {
  const source = declaration.getSourceFile();
  if (look.program.isSourceFileDefaultLibrary(source)) {
    return /lib\.(?:dom|webworker|scripthost)/.test(source.fileName);
  }
  return source.fileName.includes('node_modules/@types/node/');
}

/** Not one of ours: the compiler's own symbols, as `globalThis`, are declared nowhere. */
function isBuiltIn(symbol: ts.Symbol): boolean {
  return (symbol.declarations ?? []).every((declaration) => {
    const { fileName } = declaration.getSourceFile();
    return fileName.includes('/node_modules/');
  });
}

function isLanguage(look: Look, symbol: ts.Symbol): boolean {
  return (symbol.declarations ?? []).some((declaration) => {
    const source = declaration.getSourceFile();
    return look.program.isSourceFileDefaultLibrary(source) && !isSurrounding(look, declaration);
  });
}

function isTemporalClock(symbol: ts.Symbol): boolean {
  const declaration = symbol.declarations?.[0];
  return (
    symbol.name === TEMPORAL_CLOCK &&
    declaration?.getSourceFile().fileName.includes('temporal') === true
  );
}
