/** The words by which columns and their values are recognised, beside the fields of each kind. Pure. */
import type { Field, GuessedKind, PlaceWords } from './guess.ts';
import type { ImportKind } from './kinds.ts';
import words from './words.json' with { type: 'json' };

/** A field as the server tells it. */
export interface FileField {
  readonly name: string;
  readonly kind: GuessedKind;
  readonly required: boolean;
  readonly choices: readonly string[];
}

type Words = Readonly<Record<string, readonly string[]>>;

const FIELDS: Readonly<Record<string, Words>> = words.fields;
const CHOICES: Readonly<Record<string, Readonly<Record<string, Words>>>> = words.choices;

export const placeWords: PlaceWords = words.place;

/** What a row is known by where the file has no number of its own. */
const KNOWN_BY: Readonly<Record<ImportKind, readonly string[]>> = {
  divisions: ['name'],
  grids: ['name'],
  sites: ['areaCode', 'name'],
  organisations: ['name'],
  people: ['name', 'organisationCode'],
  matters: [],
};

/**
 * The fields of a kind with the words for them.
 * @param say what the person sees for a field or one of its choices: a word for it too
 */
export function fieldsToGuess(
  kind: ImportKind,
  fields: readonly FileField[],
  say: (field: string, choice?: string) => string,
): readonly Field[] {
  return fields.map(({ name, kind: type, choices }) => ({
    name,
    kind: type,
    words: [say(name), ...(FIELDS[kind]?.[name] ?? [])],
    choices: choices.map((value) => ({
      value,
      words: [say(name, value), ...(CHOICES[kind]?.[name]?.[value] ?? [])],
    })),
  }));
}

export function knownBy(kind: ImportKind): readonly string[] {
  return KNOWN_BY[kind];
}
