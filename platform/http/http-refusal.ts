/** A refusal made inside the server's own machinery (body, rate, origin), on its way to the answer. */
import type { Refusal } from '#kernel/refusal.ts';
import { type FieldRefusal, statusOf } from './refusal-answer.ts';

export class HttpRefusal extends Error {
  override readonly name = 'HttpRefusal';
  readonly refusal: Refusal;
  readonly fields: readonly FieldRefusal[];
  readonly statusCode: number;
  constructor(refusal: Refusal, fields: readonly FieldRefusal[] = []) {
    super(refusal.code);
    this.refusal = refusal;
    this.fields = fields;
    this.statusCode = statusOf(refusal);
  }
}
