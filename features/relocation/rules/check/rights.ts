/**
 * What the law and the rights of households say of a scheme (design.md section
 * 4): compensation comes before moving; nothing rests on who somebody is or
 * whom they know; what depends on the neighbours is calculated and warned of.
 */
import type { Compiled } from '../scheme/compile.ts';
import { allBehind, namesIn } from '../scheme/dependencies.ts';
import type { Entry, FactEntry, Formula, ItemEntry, Names } from '../scheme/names.ts';
import type { Report } from '../scheme/problem.ts';
import sensitive from './sensitive-words.json' with { type: 'json' };

export function checkRights({ names }: Compiled, report: Report): void {
  for (const entry of names.entries.values()) {
    if (entry.sort === 'fact') checkFact(entry, report);
    if (entry.sort !== 'item') continue;
    checkNeighbours(entry, names, report);
    if (names.scheme.homes) checkPayment(entry, names, report);
  }
}

function checkFact({ fact, path }: FactEntry, report: Report): void {
  const said =
    fact.type === 'choice' ? [fact.name, ...fact.values.map(({ name }) => name)] : [fact.name];
  const found = said.find((text) => speaksOf(text, sensitive.pressure));
  if (found !== undefined) report('fact.pressure', [...path, 'name'], { values: { name: found } });
}

function speaksOf(text: string, words: readonly string[]): boolean {
  const low = text.toLowerCase();
  return words.some((word) => low.includes(word));
}

function checkNeighbours(entry: ItemEntry, names: Names, report: Report): void {
  const behind = [...allBehind(names, [entry.name])].map((name) => names.entries.get(name));
  const fact = behind.find(isOfOthers);
  if (fact === undefined) return;
  report('reward.neighbours', entry.path, {
    severity: 'warning',
    values: { name: entry.name, fact: fact.name },
  });
}

function isOfOthers(entry: Entry | undefined): entry is FactEntry {
  return (
    entry?.sort === 'fact' &&
    (entry.fact.about === 'others' || speaksOf(entry.fact.name, sensitive.neighbours))
  );
}

/** A reward for having moved comes after it by its nature; what is owed for the home does not. */
function checkPayment(entry: ItemEntry, names: Names, report: Report): void {
  if (entry.item.kind !== 'compensation' && entry.item.kind !== 'subsidy') return;
  for (const part of entry.pay) {
    if (part.kind !== 'once' || part.at === undefined || !followsMove(part.at, names)) continue;
    report('pay.after_move', part.at.path, {
      severity: 'warning',
      values: { name: entry.name, article: names.scheme.land },
    });
  }
}

function followsMove({ node }: Formula, names: Names): boolean {
  return [...allBehind(names, namesIn(node))].some((name) => {
    const entry = names.entries.get(name);
    const role = entry?.sort === 'fact' && 'role' in entry.fact ? entry.fact.role : undefined;
    const own = entry?.sort === 'value' ? entry.value.role : role;
    return own === 'vacated' || own === 'vacate_by';
  });
}
