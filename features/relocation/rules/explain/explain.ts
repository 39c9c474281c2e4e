/**
 * How a line came about, in plain Chinese or English, made from the formula
 * itself and the household's own values: "住宅 86.52 ㎡ × 8,200 元/㎡ =
 * 709,464.00 元，方案第六条". Nobody writes these sentences beside the rules,
 * so they cannot say something else than the rules do.
 */
import { Exact } from '../amounts/exact.ts';
import type {
  ArithmeticNode,
  CallNode,
  CompareNode,
  Comparison,
  IfNode,
  LogicNode,
  NameNode,
  Node,
} from '../language/syntax.ts';
import { NO_UNIT, type Unit } from '../language/units.ts';
import type { Frame } from '../run/frame.ts';
import { Absent, type Result } from '../run/result.ts';
import type { Plan } from '../scheme/compile.ts';
import type { Entry } from '../scheme/names.ts';
import words from '../words.json' with { type: 'json' };
import type { Voice } from './say.ts';
import { dateText, numberText } from './write.ts';

/** Where a formula is explained: for which household or row, in which language. */
export interface Scene {
  readonly plan: Plan;
  readonly frame: Frame;
  readonly list: string | null;
  readonly owner: string;
  readonly voice: Voice;
}

const PRODUCT = 6;
const SUM = 5;
const ATOM = 9;

interface Said {
  readonly text: string;
  /** How closely it holds together: a sum inside a product needs brackets. */
  readonly binds: number;
}

export function explained(node: Node, scene: Scene): string {
  return said(node, scene).text;
}

export function workedOut(node: Node, { plan, frame, list, owner }: Scene): Result {
  return plan.evaluate(node, list, owner)(frame);
}

function atom(text: string): Said {
  return { text, binds: ATOM };
}

function said(node: Node, scene: Scene): Said {
  switch (node.kind) {
    case 'number':
      return atom(literal(node, scene));
    case 'text':
      return atom(quoted(node.value, scene));
    case 'date':
    case 'moment':
      return atom(dateText(node.value));
    case 'truth':
      return atom(scene.voice.say(`explain.${node.value}`));
    case 'name':
      return atom(named(node, scene));
    case 'negative':
      return { text: `−${bracketed(node.of, scene, PRODUCT)}`, binds: PRODUCT };
    case 'arithmetic':
      return arithmetic(node, scene);
    case 'call':
      return atom(called(node, scene));
    case 'if':
      return branch(node, scene);
    default:
      return { text: condition(node, scene, workedOut(node, scene) === true), binds: 1 };
  }
}

function literal(node: Node & { readonly kind: 'number' }, scene: Scene): string {
  const percent = /[%％]$/.test(node.written);
  return number(node.value, node.unit, scene, percent);
}

function number(value: Exact, unit: Unit, { voice, plan }: Scene, percent = false): string {
  return numberText(value, unit, { voice, units: plan.names.lexicon, percent });
}

function quoted(text: string, scene: Scene): string {
  return `“${valueLabelOf(text, scene)}”`;
}

/** A written choice in the words of the reader. */
export function valueLabelOf(text: string, { voice, plan }: Pick<Scene, 'plan' | 'voice'>): string {
  return voice.locale === 'en' ? englishOfValue(plan, text) : text;
}

/** The English of a written choice, wherever the scheme gives it one. */
function englishOfValue(plan: Plan, text: string): string {
  for (const entry of plan.names.entries.values()) {
    const values = entry.sort === 'choice' ? entry.values : valuesOf(entry);
    const found = values.find(({ name }) => name === text)?.en;
    if (found !== undefined) return found;
  }
  return text;
}

function valuesOf(
  entry: Entry,
): readonly { readonly name: string; readonly en?: string | undefined }[] {
  return entry.sort === 'fact' && entry.fact.type === 'choice' ? entry.fact.values : [];
}

export function labelOf(name: string, { plan, voice }: Pick<Scene, 'plan' | 'voice'>): string {
  return voice.locale === 'en' ? (plan.names.entries.get(name)?.en ?? name) : name;
}

/** A name with what it stands for here. */
function named(node: NameNode, scene: Scene): string {
  const label = labelOf(node.name, scene);
  const value = workedOut(node, scene);
  const entry = scene.plan.names.entries.get(node.name);
  return `${label} ${resultText(value, node, scene, isPercent(entry))}`;
}

export function resultText(value: Result, node: Node, scene: Scene, percent = false): string {
  if (value instanceof Absent) return scene.voice.say('explain.unknown');
  if (typeof value === 'boolean') return scene.voice.say(`explain.${value}`);
  const type = scene.plan.typing.typeOf(node);
  if (typeof value === 'string')
    return type.kind === 'choice' || type.kind === 'text' ? quoted(value, scene) : dateText(value);
  return number(value, type.kind === 'number' ? type.unit : NO_UNIT, scene, percent);
}

/** A share that the scheme writes in per cent is shown so. */
export function isPercent(entry: Entry | undefined): boolean {
  switch (entry?.sort) {
    case 'fact':
      return entry.fact.type === 'number' && entry.fact.unit === '%';
    case 'table':
      return entry.rows.some(
        ({ value }) => value?.node.kind === 'number' && value.source.endsWith('%'),
      );
    case 'value':
      return entry.formula?.node.kind === 'number' && entry.formula.source.endsWith('%');
    default:
      return false;
  }
}

function bracketed(node: Node, scene: Scene, binds: number): string {
  const inner = said(node, scene);
  return inner.binds < binds
    ? scene.voice.say('explain.bracketed', { of: inner.text })
    : inner.text;
}

const SIGNS: Readonly<Record<ArithmeticNode['sign'], string>> = {
  '+': '+',
  '-': '−',
  '*': '×',
  '/': '÷',
};

function arithmetic({ sign, left, right }: ArithmeticNode, scene: Scene): Said {
  const binds = sign === '*' || sign === '/' ? PRODUCT : SUM;
  const first = bracketed(left, scene, binds);
  const second = bracketed(right, scene, sign === '-' || sign === '/' ? binds + 1 : binds);
  return { text: `${first} ${SIGNS[sign]} ${second}`, binds };
}

/** Only the branch that was taken, behind its reason. */
function branch(node: IfNode, scene: Scene): Said {
  const verdict = workedOut(node.condition, scene);
  if (verdict instanceof Absent) return atom(scene.voice.say('explain.unknown'));
  const because = scene.voice.say('explain.because', {
    condition: condition(node.condition, scene, verdict === true),
  });
  const taken = said(verdict === true ? node.then : node.otherwise, scene);
  return { text: `${because}${taken.text}`, binds: 1 };
}

const FLIPPED: Readonly<Record<Comparison, Comparison>> = {
  '=': '!=',
  '!=': '=',
  '<': '>=',
  '>=': '<',
  '>': '<=',
  '<=': '>',
};
const SHOWN: Readonly<Record<Comparison, string>> = {
  '=': '=',
  '!=': '≠',
  '<': '<',
  '<=': '≤',
  '>': '>',
  '>=': '≥',
};

/** A condition as it turned out: what does not hold is said the other way round. */
export function condition(node: Node, scene: Scene, verdict: boolean): string {
  switch (node.kind) {
    case 'compare':
      return compared(node, scene, verdict);
    case 'not':
      return condition(node.of, scene, !verdict);
    case 'and':
    case 'or':
      return joined(node, scene, verdict);
    case 'among':
      return amongText(node, scene, verdict);
    case 'if':
      return said(node, scene).text;
    default:
      return explained(node, scene);
  }
}

function compared({ sign, left, right }: CompareNode, scene: Scene, verdict: boolean): string {
  const holds = verdict ? sign : FLIPPED[sign];
  const isText = scene.plan.typing.typeOf(left).kind === 'choice' && left.kind === 'name';
  // That a choice is itself needs no second naming.
  const first = isText && holds === '=' ? labelOf(left.name, scene) : bracketed(left, scene, SUM);
  return `${first} ${SHOWN[holds]} ${bracketed(right, scene, SUM)}`;
}

function joined({ kind, left, right }: LogicNode, scene: Scene, verdict: boolean): string {
  const decides = kind === 'or';
  const [first, second] = [workedOut(left, scene), workedOut(right, scene)];
  // The one that decided is reason enough.
  if (verdict === decides) {
    const reason = first === decides ? left : right;
    return condition(reason, scene, decides);
  }
  return scene.voice.say('explain.and', {
    left: condition(left, scene, first === true),
    right: condition(right, scene, second === true),
  });
}

function amongText(
  node: Node & { readonly kind: 'among' },
  scene: Scene,
  verdict: boolean,
): string {
  const values = node.values
    .map((one) => explained(one, scene))
    .join(scene.voice.say('explain.listed'));
  const text = scene.voice.say('explain.among', { of: explained(node.of, scene), values });
  return verdict ? text : scene.voice.say('explain.not', { of: text });
}

function called(node: CallNode, scene: Scene): string {
  const { say } = scene.voice;
  const [first, second] = node.arguments;
  if (first === undefined) return '';
  const value = (): string => resultText(workedOut(node, scene), node, scene);
  switch (node.call) {
    case 'min':
    case 'max': {
      const parts = node.arguments.map((one) => explained(one, scene)).join(say('explain.listed'));
      return say(`explain.${node.call}`, { parts });
    }
    case 'round':
    case 'round_up':
    case 'round_down':
      return say(`explain.${node.call}`, {
        of: explained(first, scene),
        step: second === undefined ? '' : explained(second, scene),
      });
    case 'sum':
    case 'count':
      return say(`explain.${node.call}`, { list: listLabel(first, scene), value: value() });
    case 'tiers':
      return tiersText(first, scene);
    case 'full_months':
    case 'begun_months':
      return say(`explain.${node.call}`, {
        from: explained(first, scene),
        to: second === undefined ? '' : explained(second, scene),
        value: value(),
      });
  }
}

function listLabel(node: Node, scene: Scene): string {
  return node.kind === 'name' ? labelOf(node.name, scene) : words.nothing;
}

/** Part by part: `60 ㎡ × 100 元/㎡ + 26.52 ㎡ × 40 元/㎡`. */
function tiersText(table: Node, scene: Scene): string {
  const name = table.kind === 'name' ? table.name : '';
  const entry = scene.plan.names.entries.get(name);
  const [by = ''] = entry?.sort === 'table' ? entry.table.by : [];
  const quantity = workedOut({ kind: 'name', name: by, from: 0, to: 0 }, scene);
  const { typing } = scene.plan;
  const [type, rateType] = [typing.ofName(by), typing.ofName(name)];
  if (!(quantity instanceof Exact) || type.kind !== 'number' || rateType.kind !== 'number')
    return scene.voice.say('explain.unknown');
  const parts = scene.plan.tiersOf(name).flatMap(({ low, high, value }) => {
    const end = high !== undefined && high.compare(quantity) < 0 ? high : quantity;
    const rate = value(scene.frame);
    if (end.compare(low) <= 0 || !(rate instanceof Exact)) return [];
    const part = number(end.minus(low), type.unit, scene);
    return [`${part} × ${number(rate, rateType.unit, scene, isPercent(entry))}`];
  });
  const said = parts.length === 0 ? number(Exact.zero, type.unit, scene) : parts.join(' + ');
  return scene.voice.say('explain.tiers', { by: labelOf(by, scene), parts: said });
}
