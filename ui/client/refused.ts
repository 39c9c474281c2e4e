/** A refusal of the server as the browser meets it: the sentence, where it belongs, the present state. */
import type { RefusalCode } from '#kernel/refusal.ts';

export interface FieldSentence {
  readonly field: string;
  readonly message: string;
}

/** Refusals of the server, and the two the browser finds itself. */
export type ClientRefusalCode = RefusalCode | 'client.offline' | 'client.unreadable';

export interface ServerRefusal {
  readonly code: ClientRefusalCode;
  /** The sentence in the user's language; empty where the browser has to say it. */
  readonly message: string;
  readonly field?: string;
  readonly detail?: Readonly<Record<string, unknown>>;
  readonly present?: unknown;
  readonly fields?: readonly FieldSentence[];
  readonly requestId?: string;
}

export class RefusedError extends Error {
  override readonly name = 'RefusedError';
  readonly refusal: ServerRefusal;
  /** HTTP status; 0 where no answer came. */
  readonly status: number;
  constructor(refusal: ServerRefusal, answer: ErrorOptions & { readonly status: number }) {
    super(refusal.message || refusal.code, answer);
    this.refusal = refusal;
    this.status = answer.status;
  }
}

export function isRefused(error: unknown, code?: ClientRefusalCode): error is RefusedError {
  return error instanceof RefusedError && (code === undefined || error.refusal.code === code);
}

/** Sentences by field, `''` for what concerns the whole form. */
export function sentencesByField(refusal: ServerRefusal): ReadonlyMap<string, string> {
  const many = (refusal.fields ?? []).map(({ field, message }) => [field, message] as const);
  if (many.length > 0) return new Map(many);
  return new Map([[refusal.field ?? '', refusal.message]]);
}

/** Reads the body of a refused answer; what is none of ours becomes `client.unreadable`. */
export function refusalFrom(body: unknown): ServerRefusal {
  if (typeof body === 'object' && body !== null) {
    const code: unknown = Reflect.get(body, 'code');
    const message: unknown = Reflect.get(body, 'message');
    if (typeof code === 'string' && typeof message === 'string') return body as ServerRefusal;
  }
  return { code: 'client.unreadable', message: '' };
}
