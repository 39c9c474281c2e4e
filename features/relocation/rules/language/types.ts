/** What kind of thing a name or a formula stands for, known before any household is. */
import type { Unit } from './units.ts';

export type Type =
  | { readonly kind: 'number'; readonly unit: Unit }
  | { readonly kind: 'truth' }
  /** A choice among written values. */
  | { readonly kind: 'choice'; readonly values: readonly string[] }
  /** A text in a formula, which is compared with a choice. */
  | { readonly kind: 'text' }
  | { readonly kind: 'date' }
  | { readonly kind: 'moment' }
  | { readonly kind: 'list' }
  /** After an error that was reported already. */
  | { readonly kind: 'unknown' };

export const TRUTH: Type = { kind: 'truth' };
export const UNKNOWN: Type = { kind: 'unknown' };
export const DATE: Type = { kind: 'date' };
export const MOMENT: Type = { kind: 'moment' };
export const TEXT: Type = { kind: 'text' };

export function numberIn(unit: Unit): Type {
  return { kind: 'number', unit };
}

export function isDated(type: Type): boolean {
  return type.kind === 'date' || type.kind === 'moment';
}
