/** The sentences of a statement: one for each line, and for what its amounts rest on. */
import { Exact } from '../amounts/exact.ts';
import type { Frame } from '../run/frame.ts';
import { Absent } from '../run/result.ts';
import type { Plan } from '../scheme/compile.ts';
import { allBehind } from '../scheme/dependencies.ts';
import type { Entry, ItemEntry, ValueEntry } from '../scheme/names.ts';
import type { Line, Worked } from '../statement.ts';
import {
  condition,
  explained,
  isPercent,
  labelOf,
  resultText,
  type Scene,
  workedOut,
} from './explain.ts';
import { faultSentence, type Voice } from './say.ts';
import { grouped, moneyText } from './write.ts';

export interface ExplainedLine {
  readonly line: Line;
  readonly text: string;
  /** The quantities it rests on, each with its own working. */
  readonly basis: readonly string[];
}

/** @param worked of the same plan, from `Calculator.work` */
export function explainedLines(
  plan: Plan,
  { statement, frame }: Worked,
  voice: Voice,
): readonly ExplainedLine[] {
  return statement.lines.map((line) => {
    const entry = plan.names.entries.get(line.item);
    const list = entry?.sort === 'item' && line.row !== undefined ? entry.list : null;
    const scene: Scene = {
      plan,
      frame: rowOf(frame, list, line.row),
      list,
      owner: line.item,
      voice,
    };
    return { line, text: lineText(line, entry, scene), basis: basisOf(line.item, scene) };
  });
}

/** Why an item is not due: its condition as it turned out. */
export function notDueLines(
  plan: Plan,
  { statement, frame }: Worked,
  voice: Voice,
): readonly string[] {
  return statement.notDue.map((name) => {
    const entry = plan.names.entries.get(name);
    const scene: Scene = { plan, frame, list: null, owner: name, voice };
    const when = entry?.sort === 'item' && entry.list === null ? entry.when : undefined;
    const why =
      when === undefined ? voice.say('explain.unknown') : condition(when.node, scene, false);
    const item = labelOf(name, scene);
    return when === undefined ? item : voice.say('explain.not_due', { item, condition: why });
  });
}

function rowOf(frame: Frame, list: string | null, row: number | undefined): Frame {
  if (list === null || row === undefined) return frame;
  const rows = frame.rowsOf(list);
  const found = rows instanceof Absent ? undefined : rows[row - 1];
  if (found === undefined) throw new Error('a line of a row that is not there');
  return found;
}

function lineText(line: Line, entry: Entry | undefined, scene: Scene): string {
  const { say } = scene.voice;
  const name = labelOf(line.item, scene);
  const item = line.row === undefined ? name : say('explain.row', { item: name, row: line.row });
  const cite = line.cite === undefined ? '' : say('explain.cited', { cite: line.cite });
  if (line.amount === undefined) return absentText(line, item, cite, scene);
  const amount = moneyText(Math.abs(line.amount));
  if (line.held !== undefined) {
    const before = grouped(line.held.before.value);
    if (entry?.sort !== 'item')
      return say(`explain.limit_${line.held.by}`, { item, before, amount, cite });
    return say(`explain.held_${line.held.by}`, {
      item,
      formula: formulaText(entry, scene),
      before,
      amount,
      cite,
    });
  }
  if (entry?.sort !== 'item') return say('explain.line_plain', { item, amount, cite });
  const isPlain = entry.formula?.node.kind === 'number';
  if (isPlain) return say('explain.line_plain', { item, amount, cite });
  const rounded = roundedText(entry, line.amount, scene);
  return say('explain.line', { item, formula: formulaText(entry, scene), amount, rounded, cite });
}

function absentText(line: Line, item: string, cite: string, scene: Scene): string {
  const { say } = scene.voice;
  const [first] = line.faults ?? [];
  if (first !== undefined)
    return say('explain.absent_fault', { item, fault: faultSentence(first, say), cite });
  const missing = (line.missing ?? [])
    .map((name) => labelOf(name, scene))
    .join(say('explain.listed'));
  return say('explain.absent_missing', { item, missing, cite });
}

function formulaText(entry: ItemEntry, scene: Scene): string {
  return entry.formula === undefined ? '' : explained(entry.formula.node, scene);
}

function roundedText(entry: ItemEntry, amount: number, scene: Scene): string {
  const exact = entry.formula && workedOut(entry.formula.node, scene);
  if (!(exact instanceof Exact) || exact.equals(Exact.ofFen(amount))) return '';
  const before = grouped(exact.toText());
  const shown = exact.isWritten() ? before : scene.voice.say('explain.cut', { value: before });
  return scene.voice.say('explain.rounded', { before: shown });
}

/** Values behind an item, the deepest first; each once. */
function basisOf(item: string, scene: Scene): readonly string[] {
  const { entries } = scene.plan.names;
  return [...allBehind(scene.plan.names, [item])]
    .map((name) => entries.get(name))
    .filter((entry): entry is ValueEntry => entry?.sort === 'value')
    .filter(({ list }) => list === null || list === scene.list)
    .reverse()
    .flatMap((entry) => basisText(entry, scene));
}

function basisText(entry: ValueEntry, scene: Scene): readonly string[] {
  const { formula, name, list, value } = entry;
  if (formula === undefined || formula.node.kind === 'number') return [];
  const frame = list === null ? scene.frame.home : scene.frame;
  const own: Scene = { ...scene, frame, list, owner: name };
  const result = workedOut(formula.node, own);
  if (result instanceof Absent) return [];
  const { say } = scene.voice;
  const cite = value.cite === undefined ? '' : say('explain.cited', { cite: value.cite });
  const text = resultText(result, formula.node, own, isPercent(entry));
  const label = labelOf(name, own);
  const said = explained(formula.node, own);
  // A sum or a lookup says its value itself.
  return said.endsWith(text)
    ? [say('explain.basis_plain', { name: label, formula: said, cite })]
    : [say('explain.basis', { name: label, formula: said, value: text, cite })];
}
