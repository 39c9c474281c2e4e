/** What travels between the main thread and the worker that holds the embedded engine. */

export interface WorkerStart {
  /** Folder of the engine's files; made when missing. */
  readonly folder: string;
}

export interface SentStatement {
  readonly name: string | undefined;
  readonly sql: string;
  readonly values: readonly (string | null)[];
}

export type Request =
  | { readonly id: number; readonly kind: 'flight'; readonly statements: readonly SentStatement[] }
  | { readonly id: number; readonly kind: 'script'; readonly sql: string }
  | { readonly id: number; readonly kind: 'count-fsyncs' }
  | { readonly id: number; readonly kind: 'close' };

/** The rows of one statement, as text; values are made of them in the main thread. */
export interface RawAnswer {
  readonly tag: string;
  readonly fields: readonly { readonly name: string; readonly oid: number }[];
  readonly rows: readonly (readonly (string | null)[])[];
}

/** An error's fields, copied one by one: the class does not travel. */
export interface RawError {
  readonly message: string;
  readonly code: string;
  readonly constraint: string | undefined;
  readonly table: string | undefined;
  readonly detail: string | undefined;
}

export type Reply =
  | { readonly id: 0; readonly kind: 'ready' }
  | {
      readonly id: number;
      readonly kind: 'answers';
      readonly answers: readonly RawAnswer[];
      readonly error: RawError | undefined;
    }
  | { readonly id: number; readonly kind: 'fsyncs'; readonly count: number }
  | { readonly id: number; readonly kind: 'closed' };
