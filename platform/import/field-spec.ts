/** What a kind of record has for fields, told to the import by each importer. */
import type { MultiPolygon, Point } from '#kernel/geometry/index.ts';

export type FieldKind =
  | 'text'
  | 'number'
  | 'integer'
  | 'boolean'
  /** Legal day `YYYY-MM-DD`. */
  | 'day'
  /** ISO instant in UTC. */
  | 'instant'
  | 'point'
  /** Any shape that is read: a point, or polygons as a multipolygon. */
  | 'shape';

export interface FieldSpec {
  readonly kind: FieldKind;
  readonly required?: boolean;
  /** Characters of a text; 500 unless told. */
  readonly most?: number;
  /** The only values a text may have. */
  readonly choices?: readonly string[];
}

export type FieldSpecs = Readonly<Record<string, FieldSpec>>;

/** A place as a record gives it; nobody knows more than its digits say. */
export interface PlaceValue {
  readonly lng: number;
  readonly lat: number;
  /** Fewer than three decimals (some hundred metres) are inexact. */
  readonly exactness: 'exact' | 'inexact';
}

interface ValueOfKind {
  text: string;
  number: number;
  integer: number;
  boolean: boolean;
  day: string;
  instant: string;
  point: PlaceValue;
  shape: MultiPolygon | Point;
}

export type FieldValue = ValueOfKind[FieldKind] | null;

type ValueOf<Spec extends FieldSpec> =
  | ValueOfKind[Spec['kind']]
  | (Spec['required'] extends true ? never : null);

/** The values of a row by the specification of its fields: what is not required may be null. */
export type RowOf<Specs extends FieldSpecs> = {
  readonly [Name in keyof Specs]: ValueOf<Specs[Name]>;
};
