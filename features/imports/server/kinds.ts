/** What can be imported: the importers of the features, and how what they bring is taken back. */
import { mattersImporter, mattersTakeBack, mattersUses } from '#features/matters/server/public.ts';
import {
  organisationsImporter,
  organisationsTakeBack,
  organisationsUses,
  peopleImporter,
} from '#features/organisations/server/public.ts';
import { placesImporters, placesTakeBack, placesUses } from '#features/places/server/public.ts';
import { schemesUses } from '#features/relocation/server/public.ts';
import type { Importer } from '#platform/import/importer.ts';
import type { TakesBack, Uses } from '#platform/import/take-back.ts';
import type { FileField } from '../rules/fields.ts';
import type { ImportKind } from '../rules/kinds.ts';

export const IMPORTERS: readonly Importer[] = [
  ...placesImporters,
  organisationsImporter,
  peopleImporter,
  mattersImporter,
];

const TAKE_BACK: readonly TakesBack[] = [
  ...placesTakeBack,
  ...organisationsTakeBack,
  ...mattersTakeBack,
];

const USES: readonly Uses[] = [...placesUses, ...organisationsUses, ...mattersUses, ...schemesUses];

/** Posts are made by hand, by another administrator than the one who appoints. */
const NOT_AT_THE_DESK: readonly string[] = ['roles', 'rank'];

/** Shown to nobody but who has the file before them. */
const HIDDEN: readonly string[] = ['phone', 'identityNumber', 'reporterName', 'reporterPhone'];

/** @throws where a kind of the desk has no importer: a fault of the house */
export function importerOf(kind: ImportKind): Importer {
  const found = IMPORTERS.find(({ name }) => name === kind);
  if (found === undefined) throw new Error(`nobody imports ${kind}`);
  return found;
}

/** The fields of a kind as the desk offers them. */
export function fieldsOf(kind: ImportKind): readonly FileField[] {
  return Object.entries(importerOf(kind).fields)
    .filter(([name]) => !NOT_AT_THE_DESK.includes(name))
    .map(([name, { kind: type, required = false, choices = [] }]) => ({
      name,
      kind: type,
      required,
      choices: [...choices],
    }));
}

export function isHidden(field: string): boolean {
  return HIDDEN.includes(field);
}

export function takesBack(type: string): TakesBack | undefined {
  return TAKE_BACK.find(({ table }) => table.type === type);
}

export function usesOf(type: string): readonly Uses[] {
  return USES.filter((one) => one.of === type);
}
