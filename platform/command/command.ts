/**
 * One command, one transaction, two flights: state, audit events, outbox and
 * the record of idempotency stand or fall together (design 3.9, engines.md).
 */
import { actorName, type Context, instantNow } from '#kernel/context.ts';
import type { CommandId } from '#kernel/ids.ts';
import { done, type Outcome, refused } from '#kernel/outcome.ts';
import type { Refusal } from '#kernel/refusal.ts';
import { raiseAuthority } from '#platform/authority/raise-authority.ts';
import type { Database } from '#platform/database/database.ts';
import { DatabaseError, type Rows, type Statement } from '#platform/database/database.ts';
import type { Keys } from '#platform/protection/keys.ts';
import { type Decision, mayChangeAuthority } from './change.ts';
import { eventStatements } from './event-statements.ts';
import { rowStatements } from './row-statements.ts';
import { takeSteps } from './steps.ts';
import { answerOfOnce, bodyHash, findStored, keepAnswer, reserve } from './stored-command.ts';

/** What a command needs of the services. */
export interface CommandServices {
  readonly database: Database;
  readonly keys: Keys;
  /** Told of a tenant whose outbox has something new, after the commit. */
  readonly waker: { wake(tenantId: Context['tenantId']): void };
}

export interface CommandRequest<T> {
  /** The command id the caller made: `Idempotency-Key`. */
  readonly id: CommandId;
  /** `matters.file`; the same id under another name is a conflict. */
  readonly name: string;
  /** All that the caller said, for the hash: params and body. */
  readonly body: unknown;
  /** Sent with the first flight: lock the aggregate `for update`, read what the rules need. */
  readonly opening: readonly Statement[];
  /** The rules. Gets the answers of `opening` in order; a refusal leaves nothing behind. */
  readonly decide: (
    opened: readonly Rows[],
  ) => Outcome<Decision<T>> | Promise<Outcome<Decision<T>>>;
  /** Constraints whose violation is expected, by name: `reporters_phone_key`. */
  readonly onConstraint?: Readonly<Record<string, Refusal>>;
}

/** Ends a transaction without a trace: carries an expected refusal through the rollback. */
class RolledBack extends Error {
  readonly refusal: Refusal;
  constructor(refusal: Refusal) {
    super(refusal.code);
    this.refusal = refusal;
  }
}

/**
 * Runs a command. The same id with the same body again answers what the first
 * time answered; with another body, name or actor it is `command.reused_id`.
 * `decide` may run again where the database undid the first attempt; it may
 * use nothing of the database but what `opening` read.
 * @throws faults of the database and of `decide`; then nothing was done
 */
export async function command<T>(
  services: CommandServices,
  context: Context,
  request: CommandRequest<T>,
): Promise<Outcome<T>> {
  for (let attempt = 1; ; attempt += 1) {
    try {
      const outcome = await carryOut(services, context, request);
      if (outcome.ok) services.waker.wake(context.tenantId);
      return outcome;
    } catch (error) {
      if (attempt < ATTEMPTS && wasUndone(error)) continue;
      const refusal = expected(error, request.onConstraint ?? {});
      if (refusal === undefined) throw error;
      return refused(refusal);
    }
  }
}

const ATTEMPTS = 5;

/** Deadlock or serialization failure: the database chose one of two to give way. */
function wasUndone(error: unknown): boolean {
  return error instanceof DatabaseError && (error.code === '40P01' || error.code === '40001');
}

function carryOut<T>(
  services: CommandServices,
  context: Context,
  request: CommandRequest<T>,
): Promise<Outcome<T>> {
  const { tenantId } = context;
  const actor = actorName(context.actor);
  const recordedAt = instantNow(context.clock);
  const { id, name } = request;
  const hash = bodyHash(name, request.body);
  const first = reserve({ tenantId, id, actor, name, hash, recordedAt });
  return services.database.write<Outcome<T>>(
    tenantId,
    [first, ...request.opening],
    async (transaction, [reserved, ...opened]) => {
      if (reserved?.rows.length !== 1) {
        const [stored] = await transaction.runAndCommit(findStored(tenantId, id));
        return answerOfOnce<T>(stored, actor, hash);
      }
      const decision = await request.decide(opened);
      if (!decision.ok) throw new RolledBack(decision.refusal);
      await transaction.runAndCommit(
        ...secondFlight(services, context, { actor, id, recordedAt }, decision.value),
      );
      return done(decision.value.answer);
    },
  );
}

function secondFlight<T>(
  services: CommandServices,
  context: Context,
  command: { actor: string; id: CommandId; recordedAt: string },
  decision: Decision<T>,
): Statement[] {
  const { tenantId, ids } = context;
  const { actor, id, recordedAt } = command;
  const key = services.keys.current('audit', tenantId);
  const recorder = { tenantId, commandId: id, actor, recordedAt, ids, key };
  const { events, rows } = takeSteps(recorder, decision.changes);
  return [
    ...rowStatements(tenantId, rows),
    ...eventStatements(events),
    ...(decision.also ?? []),
    keepAnswer(tenantId, id, decision.answer),
    ...(mayChangeAuthority(decision) ? [raiseAuthority(tenantId)] : []),
  ];
}

const UNIQUE_VIOLATION = '23505';

function expected(
  error: unknown,
  onConstraint: Readonly<Record<string, Refusal>>,
): Refusal | undefined {
  if (error instanceof RolledBack) return error.refusal;
  if (!(error instanceof DatabaseError) || error.constraint === undefined) return undefined;
  // Somebody took this step of the aggregate first and the caller had not locked it.
  if (error.code === UNIQUE_VIOLATION && error.constraint.startsWith('audit_events_pkey')) {
    return { code: 'command.stale' };
  }
  return onConstraint[error.constraint];
}
