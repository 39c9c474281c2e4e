/** One flight in PostgreSQL's own protocol: one message in, one message out. Runs in the worker. */
import { messages, type PGlite, protocol } from '@electric-sql/pglite';
import type { RawAnswer, RawError, SentStatement } from './messages.ts';

export interface Flown {
  readonly answers: readonly RawAnswer[];
  readonly error: RawError | undefined;
}

const { serialize } = protocol;

/**
 * Parses, binds and runs all statements with one `sync` at the end, so that
 * what follows a failed statement is not run.
 */
export async function fly(
  engine: PGlite,
  prepared: Set<string>,
  statements: readonly SentStatement[],
): Promise<Flown> {
  const parts: Uint8Array[] = [];
  const parsed: (string | undefined)[] = [];
  for (const { name, sql, values } of statements) {
    if (name === undefined || !(prepared.has(name) || parsed.includes(name))) {
      parts.push(serialize.parse(name === undefined ? { text: sql } : { text: sql, name }));
      parsed.push(name);
    }
    parts.push(
      serialize.bind({ ...(name === undefined ? {} : { statement: name }), values: [...values] }),
      serialize.describe({ type: 'P' }),
      serialize.execute({}),
    );
  }
  parts.push(serialize.sync());
  const { messages: received } = await engine.execProtocol(Buffer.concat(parts), OPTIONS);
  const flown = read(received);
  for (const name of parsed.slice(0, flown.parses)) if (name !== undefined) prepared.add(name);
  return flown;
}

/** A text of several statements, in the simple protocol. */
export async function runScript(engine: PGlite, sql: string): Promise<Flown> {
  const { messages: received } = await engine.execProtocol(serialize.query(sql), OPTIONS);
  return read(received);
}

const OPTIONS = { throwOnError: false, syncToFs: false };

function read(received: readonly unknown[]): Flown & { readonly parses: number } {
  const answers: RawAnswer[] = [];
  let error: RawError | undefined;
  let parses = 0;
  let fields: RawAnswer['fields'] = [];
  let rows: (string | null)[][] = [];
  for (const message of received) {
    if (message instanceof messages.DataRowMessage) rows.push(message.fields);
    else if (message instanceof messages.RowDescriptionMessage) fields = fieldsOf(message);
    else if (message instanceof messages.CommandCompleteMessage) {
      answers.push({ tag: message.text, fields, rows });
      fields = [];
      rows = [];
    } else if (message instanceof messages.DatabaseError) error ??= errorOf(message);
    else if (message === messages.parseComplete) parses += 1;
  }
  return { answers, error, parses };
}

function fieldsOf(message: messages.RowDescriptionMessage): RawAnswer['fields'] {
  return message.fields.map((field) => ({ name: field.name, oid: field.dataTypeID }));
}

function errorOf(error: messages.DatabaseError): RawError {
  return {
    message: error.message,
    code: error.code ?? 'XX000',
    constraint: error.constraint,
    table: error.table,
    detail: error.detail,
  };
}
