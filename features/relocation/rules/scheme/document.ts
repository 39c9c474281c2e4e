/**
 * A published compensation scheme as a document: what people read and what is
 * calculated by are one text. Described for people in docs/compensation/, and
 * as a JSON Schema beside it, made from here.
 */
import { z } from 'zod';

/** A document of another form is refused, never read by guess. */
export const FORMAT = 'lianxin-scheme/1';

const Name = z
  .string()
  .regex(/^[\p{L}_][\p{L}\p{N}_]*$/u)
  .max(40)
  .meta({ description: 'A name to use in formulas: letters and digits, no spaces.' });
const Formula = z.string().trim().min(1).max(2000);
const Words = z.string().trim().min(1).max(2000);
const Cite = z
  .string()
  .trim()
  .min(1)
  .max(200)
  .meta({ description: 'The article of the published scheme this stands in.' });

/** What everything that has a name may carry. */
const named = {
  name: Name,
  en: z.string().trim().min(1).max(120).optional(),
  /** For whoever reads the document; never calculated with. */
  note: Words.optional(),
};

/** Where a fact comes from; whoever disagrees with it knows whom to ask. */
const SOURCES = [
  'survey',
  'register',
  'appraisal',
  'household',
  'agreement',
  'office',
  'as_of',
] as const;

/** What a date means in the procedure: the checks of payment look at it. */
const ROLES = ['announced', 'signed', 'sign_by', 'vacated', 'vacate_by'] as const;

const fact = {
  ...named,
  source: z.enum(SOURCES),
  cite: Cite.optional(),
  /** Of other households: what depends on it is warned of. */
  about: z.enum(['household', 'others']).default('household'),
};

const NumberFact = z.strictObject({
  ...fact,
  type: z.literal('number'),
  unit: z.string().trim().min(1).max(40).optional(),
  decimals: z.int().min(0).max(6).default(2),
  /** With its unit; 0 where nothing is said. */
  min: Formula.optional(),
  max: Formula.optional(),
});
const ChoiceFact = z.strictObject({
  ...fact,
  type: z.literal('choice'),
  values: z
    .array(z.strictObject({ name: z.string().trim().min(1).max(60), en: named.en }))
    .min(1)
    .max(200),
});
const YesNoFact = z.strictObject({ ...fact, type: z.literal('yes_no') });
const DateFact = z.strictObject({
  ...fact,
  type: z.enum(['date', 'moment']),
  role: z.enum(ROLES).optional(),
  min: Formula.optional(),
  max: Formula.optional(),
});
const SingleFact = z.discriminatedUnion('type', [NumberFact, ChoiceFact, YesNoFact, DateFact]);
const ListFact = z.strictObject({
  ...fact,
  type: z.literal('list'),
  of: z.array(SingleFact).min(1).max(60),
});
const Fact = z.discriminatedUnion('type', [NumberFact, ChoiceFact, YesNoFact, DateFact, ListFact]);

const Value = z.strictObject({
  ...named,
  each: Name.optional(),
  formula: Formula,
  cite: Cite.optional(),
  role: z.enum(ROLES).optional(),
});

/** A condition for one of the table's names: a text, several, or comparisons: `≥ 50 ㎡，< 100 ㎡`. */
const When = z.union([Formula, z.array(Formula).min(1)]);

const Table = z.strictObject({
  ...named,
  by: z.array(Name).min(1).max(6),
  rows: z
    .array(z.strictObject({ when: z.record(Name, When), value: Formula, note: Words.optional() }))
    .min(1)
    .max(2000),
  /** Where no row fits. Without it every gap is an error. */
  otherwise: Formula.optional(),
  cite: Cite.optional(),
});

const Round = z.strictObject({ to: Formula, how: z.enum(['half_up', 'up', 'down']) });

const Payment = z.union([
  z.strictObject({ at: Formula, share: Formula.optional() }),
  z.strictObject({ from: Formula, months: Formula }),
]);

export const KINDS = ['compensation', 'subsidy', 'reward', 'deduction'] as const;

const Item = z.strictObject({
  ...named,
  kind: z.enum(KINDS),
  each: Name.optional(),
  /** The item is due only where this holds. */
  when: Formula.optional(),
  formula: Formula,
  min: Formula.optional(),
  max: Formula.optional(),
  round: Round.optional(),
  pay: z.array(Payment).min(1).max(12).optional(),
  cite: Cite.optional(),
});

const Limit = z.strictObject({
  ...named,
  /** What these items come to together. */
  of: z.array(Name).min(1),
  when: Formula.optional(),
  min: Formula.optional(),
  max: Formula.optional(),
  cite: Cite.optional(),
});

const Choice = z.strictObject({
  ...named,
  /** Open only to households for whom this holds. */
  when: Formula.optional(),
  cite: Cite.optional(),
});

/** A fact as text: `86.52`, `2024-03-01`, `是`; a list as rows. */
const RawFact = z.union([
  z.string(),
  z.boolean(),
  z.null(),
  z.array(z.record(z.string(), z.union([z.string(), z.boolean(), z.null()]))),
]);
export const RawFacts = z.record(z.string(), RawFact);
export type RawFacts = Readonly<z.output<typeof RawFacts>>;

const Example = z.strictObject({
  name: Words,
  facts: RawFacts,
  choice: z.string().optional(),
  /** Amounts in yuan, worked out by hand: by the name of item or limit. */
  amounts: z.record(Name, z.string().regex(/^-?\d+(?:\.\d{1,2})?$/)).default({}),
  total: z
    .string()
    .regex(/^-?\d+(?:\.\d{1,2})?$/)
    .optional(),
  note: Words.optional(),
});

export const Scheme = z.strictObject({
  format: z.literal(FORMAT),
  id: z.string().regex(/^[a-z0-9][a-z0-9-]{0,60}$/),
  version: z.string().trim().min(1).max(40),
  title: z.strictObject({ zh: Words, en: Words.optional() }),
  authority: Words.optional(),
  document: Words.optional(),
  published: z.iso.date().optional(),
  note: Words.optional(),
  /** Selects the law that the checks hold payment against; the two never mix. */
  land: z.enum(['state_owned', 'collective']),
  homes: z.boolean().default(true),
  units: z
    .array(z.strictObject({ name: Name, en: named.en }))
    .max(50)
    .default([]),
  /** The ways between which a household chooses, and the name formulas know the choice by. */
  choices: z.strictObject({ ...named, values: z.array(Choice).min(1).max(12) }).optional(),
  facts: z.array(Fact).min(1).max(300),
  tables: z.array(Table).max(200).default([]),
  values: z.array(Value).max(300).default([]),
  items: z.array(Item).min(1).max(300),
  limits: z.array(Limit).max(100).default([]),
  /** Of every line, unless an item says otherwise: half up to the fen. */
  round: Round.optional(),
  examples: z.array(Example).max(100).default([]),
  /** Which column of a households' file holds which fact; a fact's own name unless told. */
  columns: z
    .strictObject({ key: z.string().min(1), facts: z.record(Name, z.string().min(1)).default({}) })
    .optional(),
});

export type Scheme = Readonly<z.output<typeof Scheme>>;
export type Fact = z.output<typeof Fact>;
export type SingleFact = z.output<typeof SingleFact>;
export type Table = z.output<typeof Table>;
export type Value = z.output<typeof Value>;
export type Item = z.output<typeof Item>;
export type Limit = z.output<typeof Limit>;
export type Payment = z.output<typeof Payment>;
export type Round = z.output<typeof Round>;
export type Example = z.output<typeof Example>;
export type ItemKind = (typeof KINDS)[number];
