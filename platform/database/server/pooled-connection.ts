/** A session of the pool: statements named by their text, sent together, awaited together. */
import type { Duplex } from 'node:stream';
import type pg from 'pg';
import { type Answer, affectedOf, type Connection } from '../connection.ts';
import type { Statement } from '../database.ts';
import { wireValue } from '../parameters.ts';
import { statementName } from '../statement-names.ts';
import { parserOf } from '../values.ts';
import { databaseError } from './errors.ts';

const types = { getTypeParser: (oid: number) => parserOf(oid) } as pg.CustomTypesConfig;

export class PooledConnection implements Connection {
  readonly #client: pg.ClientBase;

  constructor(client: pg.ClientBase) {
    this.#client = client;
  }

  async flight(statements: readonly Statement[]): Promise<readonly Answer[]> {
    const configs = statements.map(configOf);
    const stream = streamOf(this.#client);
    stream?.cork();
    const sent = configs.map((config) => this.#client.query(config));
    stream?.uncork();
    const settled = await Promise.allSettled(sent);
    const failed = settled.find((result) => result.status === 'rejected');
    if (failed !== undefined) throw databaseError(failed.reason);
    return settled.flatMap((result) =>
      result.status === 'fulfilled' ? [answerOf(result.value)] : [],
    );
  }

  async script(sql: string): Promise<void> {
    try {
      await this.#client.query(sql);
    } catch (error) {
      throw databaseError(error);
    }
  }
}

function configOf({ sql, parameters, anew }: Statement): pg.QueryConfig {
  const name = anew === true ? undefined : statementName(sql);
  const values = parameters.map(wireValue);
  return { text: sql, values, types, ...(name === undefined ? {} : { name }) };
}

/** The socket, so that a flight leaves as one packet: `pg` writes each statement by itself. */
function streamOf(client: pg.ClientBase): Duplex | undefined {
  return (client as { connection?: { stream?: Duplex } }).connection?.stream;
}

function answerOf(result: pg.QueryResult<Record<string, unknown>>): Answer {
  const tag = tagOf(result);
  return { tag, affected: affectedOf(tag), rows: result.rows };
}

function tagOf({ command, rowCount }: pg.QueryResult): string {
  if (command === 'INSERT') return `INSERT 0 ${rowCount ?? 0}`;
  return rowCount === null ? command : `${command} ${rowCount}`;
}
