/** The only place where a refusal becomes a status and a sentence. */
import type { Locale } from '#kernel/context.ts';
import { type Refusal, type RefusalKind, refusalKind } from '#kernel/refusal.ts';
import type { Translate } from './i18n.ts';

const STATUS: Readonly<Record<RefusalKind, number>> = {
  invalid: 400,
  unauthenticated: 401,
  forbidden: 403,
  missing: 404,
  conflict: 409,
  too_large: 413,
  too_many: 429,
  unavailable: 503,
};

/** One of several fields that were not accepted, so that a form can mark them all. */
export interface FieldRefusal {
  readonly field: string;
  readonly code: Refusal['code'];
  readonly detail?: NonNullable<Refusal['detail']>;
}

export interface RefusalAnswer {
  readonly code: Refusal['code'];
  readonly message: string;
  readonly field?: string;
  readonly detail?: NonNullable<Refusal['detail']>;
  readonly present?: unknown;
  readonly fields?: readonly (FieldRefusal & { readonly message: string })[];
  readonly requestId?: string;
}

export function statusOf(refusal: Refusal): number {
  return refusal.code === 'service.fault' ? 500 : STATUS[refusalKind(refusal.code)];
}

export function refusalAnswer(
  translate: Translate,
  locale: Locale,
  refusal: Refusal,
  fields: readonly FieldRefusal[] = [],
): RefusalAnswer {
  const message = translate(locale, `refusal.${refusal.code}`, refusal.detail);
  const said = fields.map((field) => ({
    ...field,
    message: translate(locale, `refusal.${field.code}`, field.detail),
  }));
  return { ...refusal, message, ...(said.length > 0 && { fields: said }) };
}
