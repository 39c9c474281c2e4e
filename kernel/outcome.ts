/**
 * What a rule or a command answers: a value, or a refusal it expected.
 * Faults (a lost connection, a defect) are thrown and never travel here.
 */
import type { Refusal } from './refusal.ts';

export type Outcome<Value, Reason = Refusal> =
  | { readonly ok: true; readonly value: Value }
  | { readonly ok: false; readonly refusal: Reason };

export function done<Value>(value: Value): { readonly ok: true; readonly value: Value } {
  return { ok: true, value };
}

export function refused<Reason = Refusal>(
  refusal: Reason,
): { readonly ok: false; readonly refusal: Reason } {
  return { ok: false, refusal };
}
