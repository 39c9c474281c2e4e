/** Transactions over any engine: how they open, what may run in them, how they end. */
import type { Answer, Connection, Engine, Role } from './connection.ts';
import type { OwnerTransaction, Rows, Statement } from './database.ts';
import { fault } from './faults.ts';
import { asInside } from './guard.ts';

const plain = (sql: string): Statement => ({ sql, parameters: [] });

const BEGIN = plain('begin');
const BEGIN_READ = plain('begin read only');
const BEGIN_SNAPSHOT = plain('begin isolation level repeatable read read only');
const COMMIT = plain('commit');
const ROLLBACK = plain('rollback');

/** Reads in one flight, `begin | frame | … | commit`. */
export async function readOnce(
  engine: Engine,
  tenantId: string | undefined,
  statements: readonly Statement[],
): Promise<readonly Rows[]> {
  return flyFramed(engine, 'app', engine.frame('app', tenantId), statements);
}

function flyFramed(
  engine: Engine,
  role: Role,
  frame: readonly Statement[],
  statements: readonly Statement[],
): Promise<readonly Rows[]> {
  const begin = statements.length > 1 ? BEGIN_SNAPSHOT : BEGIN_READ;
  return engine.borrow(role, async (connection) => {
    try {
      const answers = await connection.flight([begin, ...frame, ...statements, COMMIT]);
      committed(answers);
      return answers.slice(1 + frame.length, -1);
    } catch (error) {
      // The embedded engine runs nothing behind a failed statement, the commit neither.
      await connection.flight([ROLLBACK]).catch(() => undefined);
      throw error;
    }
  });
}

/** One statement with nothing around it, for roles that the session has signed in as. */
export async function readAlone(engine: Engine, role: Role, statement: Statement): Promise<Rows> {
  const [answer] = await engine.borrow(role, (connection) => connection.flight([statement]));
  return answered(answer);
}

/** One statement in the frame that makes it the role's, in one flight. */
export async function readFramed(engine: Engine, role: Role, statement: Statement): Promise<Rows> {
  const [answer] = await flyFramed(engine, role, engine.frame(role, undefined), [statement]);
  return answered(answer);
}

function answered(answer: Rows | undefined): Rows {
  if (answer === undefined) throw new Error('a statement was not answered');
  return answer;
}

export interface Opening {
  readonly role: Role;
  readonly tenantId?: string;
  /** Travel with `begin` in the first flight. */
  readonly statements: readonly Statement[];
}

/** A transaction around `body`: commits when it returns, rolls back when it throws. */
export async function transact<T>(
  engine: Engine,
  opening: Opening,
  body: (transaction: OwnerTransaction, opened: readonly Rows[]) => Promise<T>,
): Promise<T> {
  const frame = engine.frame(opening.role, opening.tenantId);
  return engine.borrow(opening.role, async (connection) => {
    const transaction = new OpenTransaction(connection);
    try {
      const first = [BEGIN, ...frame, ...opening.statements];
      const opened = (await connection.flight(first)).slice(1 + frame.length);
      const result = await asInside(() => body(transaction, opened));
      await transaction.finish();
      return result;
    } catch (error) {
      await transaction.abandon();
      throw error;
    }
  });
}

class OpenTransaction implements OwnerTransaction {
  readonly #connection: Connection;
  #over = false;
  /** Statements still under way: a commit must not overtake them. */
  #last: Promise<unknown> = Promise.resolve();

  constructor(connection: Connection) {
    this.#connection = connection;
  }

  async run(...statements: readonly Statement[]): Promise<readonly Rows[]> {
    this.#mustBeOpen();
    return statements.length === 0 ? [] : this.#send(statements);
  }

  async runAndCommit(...statements: readonly Statement[]): Promise<readonly Rows[]> {
    this.#mustBeOpen();
    this.#over = true;
    const answers = await this.#send([...statements, COMMIT]);
    committed(answers);
    return answers.slice(0, -1);
  }

  async script(sql: string): Promise<void> {
    this.#mustBeOpen();
    await this.#connection.script(sql);
  }

  async finish(): Promise<void> {
    await this.#last.catch(() => undefined);
    if (this.#over) return;
    this.#over = true;
    committed(await this.#connection.flight([COMMIT]));
  }

  /** Rolls back; a session that cannot is thrown away by its engine. */
  async abandon(): Promise<void> {
    this.#over = true;
    await this.#last.catch(() => undefined);
    await this.#connection.flight([ROLLBACK]).catch(() => undefined);
  }

  #send(statements: readonly Statement[]): Promise<readonly Answer[]> {
    const answers = this.#connection.flight(statements);
    this.#last = answers;
    return answers;
  }

  #mustBeOpen(): void {
    if (this.#over) throw fault('over', 'the transaction is over; nothing may follow its commit');
  }
}

/** A failed transaction answers ROLLBACK to `commit`, without an error. */
function committed(answers: readonly Answer[]): void {
  if (answers.at(-1)?.tag === 'COMMIT') return;
  throw fault('rolledBack', 'the transaction was rolled back: a statement in it had failed');
}
