/**
 * A scheme as somebody reads it: what is paid, by which rule, under which
 * condition, from which table, and in which article it stands. Desk and portal
 * show the same reading; both languages are made from the document itself.
 */

import { unitTextIn } from '../language/units.ts';
import type { Plan } from '../scheme/compile.ts';
import type { ItemKind, SingleFact } from '../scheme/document.ts';
import type { Entry, Formula, ItemEntry, LimitEntry, TableEntry } from '../scheme/names.ts';
import { labelOf, valueLabelOf } from './explain.ts';
import { boundText, type PlainScene, plainText, quotedText } from './plain.ts';
import type { Voice } from './say.ts';

/** Something that has a name in the scheme. */
interface Read {
  /** Unique on the page: `items-3`. */
  readonly anchor: string;
  readonly label: string;
  readonly cite: string | undefined;
  readonly note: string | undefined;
}

export interface ReadRule extends Read {
  /** What it comes to. */
  readonly formula: string;
  /** When it is due, its bounds, its rounding, when it is paid: a sentence each. */
  readonly terms: readonly string[];
}

export interface ReadTable extends Read {
  /** What it goes by. */
  readonly by: readonly string[];
  /** One cell for each `by`, then the value. */
  readonly rows: readonly (readonly string[])[];
}

export interface ReadFact extends Read {
  /** `数量，㎡`, `选项：一类、二类`. */
  readonly what: string;
  readonly source: string;
  /** Of the rows of a list. */
  readonly fields: readonly ReadFact[];
}

export interface Reading {
  readonly title: string;
  readonly choices: readonly ReadRule[];
  readonly items: readonly { readonly kind: ItemKind; readonly rules: readonly ReadRule[] }[];
  readonly limits: readonly ReadRule[];
  readonly values: readonly ReadRule[];
  readonly tables: readonly ReadTable[];
  readonly facts: readonly ReadFact[];
  /** Articles in the order in which they first appear, with what rests on each. */
  readonly articles: readonly { readonly cite: string; readonly of: readonly Read[] }[];
}

const ORDER: readonly ItemKind[] = ['compensation', 'subsidy', 'reward', 'deduction'];

/** @param plan of a scheme without errors */
export function readingOf(plan: Plan, voice: Voice): Reading {
  const scene = { plan, voice };
  const entries = [...plan.names.entries.values()];
  const rules = entries.flatMap((entry) => ruleOf(entry, scene));
  const bySort = (sort: Entry['sort']) =>
    rules.filter(([entry]) => entry.sort === sort).map(([, rule]) => rule);
  const items = rules.flatMap(([entry, rule]) =>
    entry.sort === 'item' ? [[entry.item.kind, rule] as const] : [],
  );
  const tables = entries.flatMap((entry) =>
    entry.sort === 'table' ? [tableOf(entry, scene)] : [],
  );
  const { title } = plan.scheme;
  return {
    title: voice.locale === 'en' ? (title.en ?? title.zh) : title.zh,
    choices: choicesOf(scene),
    items: ORDER.map((kind) => ({
      kind,
      rules: items.filter(([of]) => of === kind).map(([, rule]) => rule),
    })).filter(({ rules: own }) => own.length > 0),
    limits: bySort('limit'),
    values: bySort('value'),
    tables,
    facts: factsOf(scene),
    articles: articlesOf([...rules.map(([, rule]) => rule), ...tables]),
  };
}

function read(entry: Entry, scene: PlainScene, cite?: string, note?: string): Read {
  return { anchor: entry.path.join('-'), label: labelOf(entry.name, scene), cite, note };
}

type Ruled = readonly [entry: Entry, rule: ReadRule];

function ruleOf(entry: Entry, scene: PlainScene): readonly Ruled[] {
  switch (entry.sort) {
    case 'item': {
      const { cite, note } = entry.item;
      const formula = formulaText(entry.formula, scene);
      return [
        [entry, { ...read(entry, scene, cite, note), formula, terms: termsOf(entry, scene) }],
      ];
    }
    case 'value': {
      const { cite, note } = entry.value;
      const formula = formulaText(entry.formula, scene);
      const terms = eachTerm(entry.list, scene);
      return [[entry, { ...read(entry, scene, cite, note), formula, terms }]];
    }
    case 'limit': {
      const { cite, note, of } = entry.limit;
      const names = of.map((name) => labelOf(name, scene)).join(scene.voice.say('explain.listed'));
      const formula = scene.voice.say('reading.together', { names });
      return [[entry, { ...read(entry, scene, cite, note), formula, terms: bounds(entry, scene) }]];
    }
    default:
      return [];
  }
}

function formulaText(formula: Formula | undefined, scene: PlainScene): string {
  return formula === undefined ? '' : plainText(formula.node, scene);
}

function termsOf(entry: ItemEntry, scene: PlainScene): readonly string[] {
  return [
    ...eachTerm(entry.list, scene),
    ...bounds(entry, scene),
    ...roundTerm(entry, scene),
    ...paymentTerms(entry, scene),
  ];
}

function eachTerm(list: string | null, scene: PlainScene): readonly string[] {
  return list === null ? [] : [scene.voice.say('reading.each', { list: labelOf(list, scene) })];
}

function bounds({ when, min, max }: ItemEntry | LimitEntry, scene: PlainScene): readonly string[] {
  const { say } = scene.voice;
  return [
    ...(when === undefined ? [] : [say('reading.when', { of: plainText(when.node, scene) })]),
    ...(min === undefined ? [] : [say('reading.min', { of: plainText(min.node, scene) })]),
    ...(max === undefined ? [] : [say('reading.max', { of: plainText(max.node, scene) })]),
  ];
}

function roundTerm({ item, roundTo }: ItemEntry, scene: PlainScene): readonly string[] {
  if (item.round === undefined || roundTo === undefined) return [];
  const step = plainText(roundTo.node, scene);
  return [scene.voice.say(`reading.round_${item.round.how}`, { step })];
}

function paymentTerms({ pay }: ItemEntry, scene: PlainScene): readonly string[] {
  const { say } = scene.voice;
  return pay.map((part) => {
    if (part.kind === 'monthly')
      return say('reading.pay_monthly', {
        from: formulaText(part.from, scene),
        months: formulaText(part.months, scene),
      });
    const at = formulaText(part.at, scene);
    return part.share === undefined
      ? say('reading.pay_once', { at })
      : say('reading.pay_share', { at, share: plainText(part.share.node, scene) });
  });
}

function choicesOf(scene: PlainScene): readonly ReadRule[] {
  const entry = [...scene.plan.names.entries.values()].find(({ sort }) => sort === 'choice');
  if (entry?.sort !== 'choice') return [];
  return entry.values.map(({ name, when, cite }, at) => ({
    anchor: `choices-${at}`,
    label: valueLabelOf(name, scene),
    cite,
    note: undefined,
    formula:
      when === undefined
        ? scene.voice.say('reading.choice_all')
        : scene.voice.say('reading.choice_when', { of: plainText(when.node, scene) }),
    terms: [],
  }));
}

function tableOf(entry: TableEntry, scene: PlainScene): ReadTable {
  const { table, rows, otherwise } = entry;
  const { say } = scene.voice;
  const cells = rows.map(({ when, value }) => [
    ...table.by.map((by) => conditionText(when.get(by), scene)),
    formulaText(value, scene),
  ]);
  const rest = table.by.map((_, at) => (at === 0 ? say('reading.otherwise') : ''));
  return {
    ...read(entry, scene, table.cite, table.note),
    by: table.by.map((name) => labelOf(name, scene)),
    rows: otherwise === undefined ? cells : [...cells, [...rest, formulaText(otherwise, scene)]],
  };
}

type Conditions =
  TableEntry['rows'][number]['when'] extends ReadonlyMap<string, infer C> ? C : never;

function conditionText(conditions: Conditions | undefined, scene: PlainScene): string {
  const { say } = scene.voice;
  if (conditions === undefined) return say('reading.any');
  return conditions
    .map((one) =>
      'text' in one
        ? valueLabelOf(one.text, scene)
        : one.bounds
            .map(({ sign, value }) => boundText(sign, value, scene))
            .join(say('reading.and_bound')),
    )
    .join(say('explain.listed'));
}

function factsOf(scene: PlainScene): readonly ReadFact[] {
  return scene.plan.scheme.facts.map((fact, at) =>
    fact.type === 'list'
      ? {
          anchor: `facts-${at}`,
          label: labelOf(fact.name, scene),
          cite: fact.cite,
          note: fact.note,
          what: scene.voice.say('type_name.list'),
          source: scene.voice.say(`source.${fact.source}`),
          fields: fact.of.map((field, inner) => factRead(field, `facts-${at}-${inner}`, scene)),
        }
      : factRead(fact, `facts-${at}`, scene),
  );
}

function factRead(fact: SingleFact, anchor: string, scene: PlainScene): ReadFact {
  return {
    anchor,
    label: labelOf(fact.name, scene),
    cite: fact.cite,
    note: fact.note,
    what: whatOf(fact, scene),
    source: scene.voice.say(`source.${fact.source}`),
    fields: [],
  };
}

function whatOf(fact: SingleFact, scene: PlainScene): string {
  const { say } = scene.voice;
  switch (fact.type) {
    case 'number': {
      const unit = factUnit(fact.name, scene);
      return unit === '' ? say('reading.number') : say('reading.number_in', { unit });
    }
    case 'choice':
      return say('reading.one_of', {
        values: fact.values.map(({ name }) => quotedText(name, scene)).join(say('explain.listed')),
      });
    case 'yes_no':
      return say('type_name.truth');
    case 'date':
    case 'moment':
      return say(`type_name.${fact.type}`);
  }
}

/** The unit in which a fact is given, in the words of the reader; nothing for a pure number. */
export function factUnit(name: string, { plan, voice }: PlainScene): string {
  const entry = plan.names.entries.get(name);
  if (entry?.sort !== 'fact' || entry.fact.type !== 'number') return '';
  const written = entry.fact.unit ?? '';
  const type = plan.typing.ofName(name);
  if (voice.locale === 'zh' || type.kind !== 'number' || type.unit.length === 0) return written;
  // A hundredfold of a unit (万元) has no English word of its own.
  const isPlain = written.split(/[/·]/).every((word) => timesOf(word, plan) === '1');
  if (!isPlain) return written;
  return unitTextIn(type.unit, (symbol) => plan.names.lexicon.english.get(symbol) ?? symbol);
}

function timesOf(word: string, { names }: Plan): string {
  return names.lexicon.words.get(word.trim())?.times ?? '1';
}

function articlesOf(all: readonly Read[]): Reading['articles'] {
  const cited = all.filter(({ cite }) => cite !== undefined);
  return [...Map.groupBy(cited, ({ cite }) => cite ?? '')].map(([cite, of]) => ({ cite, of }));
}
