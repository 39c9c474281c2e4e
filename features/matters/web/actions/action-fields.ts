/** What each action asks for: the forms of the desk are made from this table. */
import {
  type ActionInput,
  REJECTION_CLASSES,
  TEXT_LIMIT,
  TITLE_LIMIT,
} from '#features/matters/contract.ts';
import type { ChosenPhoto } from '#ui/forms/photo-field.tsx';

export type FieldKind =
  | 'line'
  | 'text'
  | 'category'
  | 'condition'
  | 'unit'
  | 'organisation'
  | 'area'
  | 'matter'
  | 'day'
  | 'instant'
  | 'photos'
  | 'flag'
  | 'decision'
  | 'score'
  | 'choice';

export interface ActionField {
  readonly name: string;
  readonly kind: FieldKind;
  readonly required: boolean;
  readonly most?: number;
  readonly choices?: readonly string[];
  /** Shown only while another field has this value. */
  readonly when?: readonly [field: string, value: unknown];
}

const must = (name: string, kind: FieldKind, more: Partial<ActionField> = {}): ActionField => ({
  name,
  kind,
  required: true,
  ...more,
});
const may = (name: string, kind: FieldKind, more: Partial<ActionField> = {}): ActionField => ({
  ...must(name, kind, more),
  required: false,
});

const reason = must('reason', 'text', { most: TEXT_LIMIT });
const text = must('text', 'text', { most: TEXT_LIMIT });
const note = may('note', 'text', { most: TEXT_LIMIT });
const photos = may('photos', 'photos');
const reached = ['result', 'reached'] as const;

export const ACTION_FIELDS = {
  file: [
    must('categoryId', 'category'),
    may('condition', 'condition'),
    may('title', 'line', { most: TITLE_LIMIT }),
    may('areaId', 'area'),
    may('accusedOrganisationId', 'organisation'),
    may('personal', 'flag'),
  ],
  reject: [must('class', 'choice', { choices: REJECTION_CLASSES }), reason],
  merge: [must('targetId', 'matter')],
  dispatch: [must('organisationId', 'unit'), note],
  recall: [reason],
  dispute: [reason],
  settle_dispute: [must('upheld', 'decision'), reason],
  accept: [],
  transfer: [must('organisationId', 'unit'), reason],
  answer: [text, photos],
  return: [reason, photos],
  check: [may('text', 'text', { most: TEXT_LIMIT }), photos],
  close: [note],
  call_back: [
    must('result', 'choice', { choices: ['reached', 'not_reached'] }),
    must('solved', 'decision', { when: reached }),
    must('satisfaction', 'score', { when: reached }),
    note,
  ],
  evaluate: [must('solved', 'decision'), must('satisfaction', 'score'), may('text', 'text')],
  reopen: [reason],
  withdraw: [may('reason', 'text', { most: TEXT_LIMIT })],
  request_extension: [must('until', 'instant'), reason],
  decide_extension: [must('granted', 'decision'), reason],
  shelve: [must('reviewOn', 'day'), reason],
  resume: [may('reason', 'text', { most: TEXT_LIMIT })],
  supervise: [text],
  release: [reason],
  instruct: [text],
  escalate: [],
  exclude: [reason],
  reclassify: [must('categoryId', 'category'), may('condition', 'condition')],
  comment: [text, may('told', 'flag')],
  complain: [text],
  answer_complaint: [text],
} as const satisfies Record<ActionInput['action'], readonly ActionField[]>;

export type Values = Readonly<Record<string, unknown>>;

/** The fields shown while the form holds these values. */
export function shownFields(action: ActionInput['action'], values: Values): readonly ActionField[] {
  const fields: readonly ActionField[] = ACTION_FIELDS[action];
  return fields.filter(({ when }) => when === undefined || values[when[0]] === when[1]);
}

/** Names of the fields that are empty and must not be. */
export function missingFields(action: ActionInput['action'], values: Values): readonly string[] {
  return shownFields(action, values)
    .filter(({ required, name }) => required && isEmpty(values[name]))
    .map(({ name }) => name);
}

function isEmpty(value: unknown): boolean {
  return (
    value === undefined || value === null || (typeof value === 'string' && value.trim() === '')
  );
}

/** Only what is shown and filled in goes out; photos by their digests. */
export function inputOf(fields: readonly ActionField[], values: Values): Record<string, unknown> {
  const entries = fields.flatMap(({ name, kind }) => {
    const value = values[name];
    if (value === undefined || value === null || value === '') return [];
    const sent =
      kind === 'photos' ? (value as readonly ChosenPhoto[]).map(({ digest }) => digest) : value;
    return [[name, sent] as const];
  });
  return Object.fromEntries(entries);
}
