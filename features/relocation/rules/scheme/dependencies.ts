/** Which names an entry asks for, and what those ask for in turn. */
import { type Node, partsOf } from '../language/syntax.ts';
import type { Entry, Formula, Names, TableEntry } from './names.ts';

/** Every formula by which the value of an entry is worked out; not how it is paid. */
export function formulasOf(entry: Entry): readonly Formula[] {
  switch (entry.sort) {
    case 'value':
      return present([entry.formula]);
    case 'table':
      return present([...entry.rows.map(({ value }) => value), entry.otherwise]);
    case 'item':
      return present([entry.formula, entry.when, entry.min, entry.max]);
    case 'limit':
      return present([entry.when, entry.min, entry.max]);
    default:
      return [];
  }
}

function present(formulas: readonly (Formula | undefined)[]): readonly Formula[] {
  return formulas.filter((formula) => formula !== undefined);
}

export function namesIn(node: Node): readonly string[] {
  return node.kind === 'name' ? [node.name] : partsOf(node).flatMap(namesIn);
}

function directlyOf(entry: Entry): readonly string[] {
  const asked = formulasOf(entry).flatMap(({ node }) => namesIn(node));
  return [...asked, ...moreNames(entry)];
}

function moreNames(entry: Entry): readonly string[] {
  if (entry.sort === 'table') return (entry as TableEntry).table.by;
  return entry.sort === 'limit' ? entry.limit.of : [];
}

/** Every name on which the given ones depend, themselves included. */
export function allBehind(names: Names, first: readonly string[]): ReadonlySet<string> {
  const found = new Set<string>();
  const open = [...first];
  for (let name = open.pop(); name !== undefined; name = open.pop()) {
    if (found.has(name)) continue;
    found.add(name);
    const entry = names.entries.get(name);
    if (entry !== undefined) open.push(...directlyOf(entry));
  }
  return found;
}
