/**
 * A formula in plain words, before any household is known: what the published
 * text says, not what it came to. Made from the formula itself, as the
 * sentences of a statement are.
 */
import type {
  ArithmeticNode,
  CallNode,
  CompareNode,
  IfNode,
  LogicNode,
  Node,
} from '../language/syntax.ts';
import type { Plan } from '../scheme/compile.ts';
import { labelOf, valueLabelOf } from './explain.ts';
import type { Voice } from './say.ts';
import { dateText, numberText } from './write.ts';

export interface PlainScene {
  readonly plan: Plan;
  readonly voice: Voice;
}

/** How closely the parts of a formula hold together; the looser one is bracketed inside the closer. */
const BINDS = { branch: 1, or: 2, and: 3, compare: 4, sum: 5, product: 6, atom: 9 } as const;

interface Said {
  readonly text: string;
  readonly binds: number;
}

/** `若区位 = “一类”，则面积 × 8,200 元/㎡；否则……` */
export function plainText(node: Node, scene: PlainScene): string {
  return said(node, scene).text;
}

/** What a table's bound says: `≥ 50 ㎡`. */
export function boundText(sign: CompareNode['sign'], value: Node, scene: PlainScene): string {
  return `${SHOWN[sign]} ${plainText(value, scene)}`;
}

function atom(text: string): Said {
  return { text, binds: BINDS.atom };
}

function said(node: Node, scene: PlainScene): Said {
  const { say, locale } = scene.voice;
  switch (node.kind) {
    case 'number':
      return atom(locale === 'zh' ? node.written : numberOf(node, scene));
    case 'text':
      return atom(quotedText(node.value, scene));
    case 'date':
    case 'moment':
      return atom(dateText(node.value));
    case 'truth':
      return atom(say(`explain.${node.value}`));
    case 'name':
      return atom(labelOf(node.name, scene));
    case 'negative':
      return { text: `−${within(node.of, scene, BINDS.product)}`, binds: BINDS.product };
    case 'not':
      return atom(say('explain.not', { of: plainText(node.of, scene) }));
    case 'arithmetic':
      return arithmetic(node, scene);
    case 'compare':
      return compared(node, scene);
    case 'and':
    case 'or':
      return joined(node, scene);
    case 'among': {
      const values = node.values.map((one) => plainText(one, scene)).join(say('explain.listed'));
      return atom(say('explain.among', { of: plainText(node.of, scene), values }));
    }
    case 'if':
      return branched(node, scene);
    case 'call':
      return atom(called(node, scene));
  }
}

function numberOf(
  { value, unit, written }: Node & { readonly kind: 'number' },
  { voice, plan }: PlainScene,
): string {
  const percent = /[%％]$/.test(written);
  return numberText(value, unit, { voice, units: plan.names.lexicon, percent });
}

/** A written choice, in the words of the reader. */
export function quotedText(text: string, { plan, voice }: PlainScene): string {
  return `“${valueLabelOf(text, { plan, voice })}”`;
}

function within(node: Node, scene: PlainScene, binds: number): string {
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
const SHOWN: Readonly<Record<CompareNode['sign'], string>> = {
  '=': '=',
  '!=': '≠',
  '<': '<',
  '<=': '≤',
  '>': '>',
  '>=': '≥',
};

function arithmetic({ sign, left, right }: ArithmeticNode, scene: PlainScene): Said {
  const binds = sign === '*' || sign === '/' ? BINDS.product : BINDS.sum;
  const second = within(right, scene, sign === '-' || sign === '/' ? binds + 1 : binds);
  return { text: `${within(left, scene, binds)} ${SIGNS[sign]} ${second}`, binds };
}

function compared({ sign, left, right }: CompareNode, scene: PlainScene): Said {
  const text = `${within(left, scene, BINDS.sum)} ${SHOWN[sign]} ${within(right, scene, BINDS.sum)}`;
  return { text, binds: BINDS.compare };
}

function joined({ kind, left, right }: LogicNode, scene: PlainScene): Said {
  const binds = BINDS[kind];
  const parts = { left: within(left, scene, binds), right: within(right, scene, binds) };
  return { text: scene.voice.say(`explain.${kind}`, parts), binds };
}

function branched({ condition, then, otherwise }: IfNode, scene: PlainScene): Said {
  const text = scene.voice.say('reading.branch', {
    condition: plainText(condition, scene),
    outcome: plainText(then, scene),
    otherwise: plainText(otherwise, scene),
  });
  return { text, binds: BINDS.branch };
}

function called({ call, arguments: parts }: CallNode, scene: PlainScene): string {
  const { say } = scene.voice;
  const [first = '', second = ''] = parts.map((one) => plainText(one, scene));
  switch (call) {
    case 'min':
    case 'max':
      return say(`explain.${call}`, {
        parts: parts.map((one) => plainText(one, scene)).join(say('explain.listed')),
      });
    case 'round':
    case 'round_up':
    case 'round_down':
      return say(`explain.${call}`, { of: first, step: second });
    case 'sum':
      return say('reading.sum', { list: first, of: second });
    case 'count':
      return say('reading.count', { list: first });
    case 'tiers':
      return say('reading.tiers', { table: first });
    case 'full_months':
    case 'begun_months':
      return say(`reading.${call}`, { from: first, to: second });
  }
}
