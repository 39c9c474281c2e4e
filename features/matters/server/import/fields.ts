/** What a record of a matter may tell; `docs/import.md` explains each for who writes a mapping. */
import type { FieldSpecs, RowOf } from '#platform/import/field-spec.ts';
import type { ImportRow } from '#platform/import/importer.ts';
import { TEXT_LIMIT } from '../../contract.ts';
import { IMPORTED_STATES, type ImportedState } from '../../rules/imported-past.ts';

const LONG = TEXT_LIMIT * 5;

export const MATTER_FIELDS = {
  key: { kind: 'text', required: true, most: 200 },
  reportedAt: { kind: 'instant', required: true },
  state: { kind: 'text', choices: IMPORTED_STATES },
  filedAt: { kind: 'instant' },
  dispatchedAt: { kind: 'instant' },
  answeredAt: { kind: 'instant' },
  closedAt: { kind: 'instant' },
  handleDueAt: { kind: 'instant' },
  categoryGroup: { kind: 'text', most: 200 },
  category: { kind: 'text', most: 200 },
  organisation: { kind: 'text', most: 200 },
  place: { kind: 'point' },
  area: { kind: 'text', most: 50 },
  placeText: { kind: 'text' },
  title: { kind: 'text', most: 2_000 },
  description: { kind: 'text', most: LONG },
  resolution: { kind: 'text', most: LONG },
  personal: { kind: 'boolean' },
  solved: { kind: 'boolean' },
  satisfaction: { kind: 'integer' },
  reporterName: { kind: 'text', most: 100 },
  reporterPhone: { kind: 'text', most: 50 },
} as const satisfies FieldSpecs;

export type MatterFields = typeof MATTER_FIELDS;
/** The state is one of its choices: the reader has checked it. */
export type MatterValues = RowOf<MatterFields> & { readonly state: ImportedState | null };

export interface MatterRow extends ImportRow<MatterFields> {
  readonly values: MatterValues;
}
