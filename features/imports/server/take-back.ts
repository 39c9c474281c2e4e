/**
 * Taking back what a run brought. The preview and the command run the same
 * statements and the same judgement (ADR 0027), so what is shown is what happens.
 */
import { type Context, instantNow } from '#kernel/context.ts';
import type { CommandId, ImportRunId, PersonId } from '#kernel/ids.ts';
import { done } from '#kernel/outcome.ts';
import type { Json } from '#platform/audit/canonical.ts';
import type { Change } from '#platform/command/change.ts';
import { command } from '#platform/command/command.ts';
import { snakeCase } from '#platform/command/identifiers.ts';
import type { Rows, Statement } from '#platform/database/database.ts';
import { rowsAs } from '#platform/database/query.ts';
import { type How, type Row, whenOf } from '#platform/import/take-back.ts';
import { reaches } from '#platform/scope/reach.ts';
import type { Services } from '#platform/services.ts';
import { IMPORT_KINDS } from '../rules/kinds.ts';
import { type Brought, judgeTakeBack, type Verdict } from '../rules/take-back.ts';
import { takesBack, usesOf } from './kinds.ts';
import { addedOn, notedOn, type RunRow } from './run-rows.ts';
import { settle } from './settle.ts';

/** Things of one command; short, since others wait for its locks. */
const AT_ONCE = 100;

/** Port: which of these people have an account, whatever it is that keeps accounts. */
export type AccountHolders = (
  tenantId: Context['tenantId'],
  people: readonly PersonId[],
) => Promise<ReadonlySet<string>>;

export interface Thing extends Brought {
  readonly type: string;
  readonly places: readonly number[];
}

export interface Judged {
  readonly thing: Thing;
  /** As people call it; null where nobody names such a thing, or may not read it. */
  readonly name: string | null;
  readonly verdict: Verdict;
}

/** Reporters go with their matters, and nobody counts them. */
export function isCounted({ thing }: Judged): boolean {
  return thing.type !== 'reporter';
}

/** What a run brought, the last first; what an undoing before a crash has settled is not among them. */
async function broughtBy(
  { database }: Pick<Services, 'database'>,
  { tenantId }: Context,
  runId: ImportRunId,
): Promise<{ readonly things: readonly Thing[]; readonly gone: Set<string> }> {
  const [found] = await database.read(tenantId, {
    sql: `select place, aggregate_type, aggregate_id, version_before, version_after, outcome
      from import_changes where tenant_id = $1 and run_id = $2 order by place desc`,
    parameters: [tenantId, runId],
  });
  const things = new Map<string, Thing>();
  const gone = new Set<string>();
  for (const row of rowsAs<ChangeRow>(found)) {
    const { aggregateId: id, aggregateType: type, place, versionBefore, versionAfter } = row;
    if (row.outcome === 'end') gone.add(id);
    if (row.outcome !== null) continue;
    const later = things.get(id);
    // Changed by two batches of one run: one step from what it was before the first.
    const after = later?.after ?? versionAfter;
    things.set(id, {
      id,
      type,
      before: versionBefore,
      after,
      places: [...(later?.places ?? []), place],
    });
  }
  return { things: [...things.values()], gone };
}

interface ChangeRow {
  readonly place: number;
  readonly aggregateType: string;
  readonly aggregateId: string;
  readonly versionBefore: number;
  readonly versionAfter: number;
  readonly outcome: string | null;
}

/** What would become of each; nothing is written. */
export async function judgeRun(
  services: Services,
  context: Context,
  run: RunRow,
  holders: AccountHolders,
): Promise<readonly Judged[]> {
  const { things, gone } = await broughtBy(services, context, run.runId);
  const judged: Judged[] = [];
  for (const part of parts(things)) {
    const plan = new Part(context, run, part, 'read', await accounts(context, part, holders));
    judged.push(
      ...plan.judge(await services.database.read(context.tenantId, ...plan.opening), gone),
    );
  }
  return judged;
}

/** Takes back part by part, each a command of its own; what a crash leaves is done when it is found again. */
export async function takeRunBack(
  services: Services,
  context: Context,
  run: RunRow,
  holders: AccountHolders,
): Promise<void> {
  const { tenantId, clock } = context;
  const { things, gone } = await broughtBy(services, context, run.runId);
  let at = 0;
  for (const part of parts(things)) {
    await takePartBack(services, context, run, part, { gone, holders });
    at += part.length;
    const note = notedOn(tenantId, run.runId, at / things.length, {});
    await services.database.write(tenantId, [note], async () => undefined);
  }
  await settle(services, context, run, 'undone', { set: { undoneAt: instantNow(clock) } });
}

async function takePartBack(
  services: Services,
  context: Context,
  run: RunRow,
  part: readonly Thing[],
  known: { readonly gone: Set<string>; readonly holders: AccountHolders },
): Promise<void> {
  const id = context.ids.next<CommandId>();
  const plan = new Part(context, run, part, 'locked', await accounts(context, part, known.holders));
  const outcome = await command(services, context, {
    id,
    name: 'imports.take_back',
    body: { id },
    opening: plan.opening,
    decide: (opened) => {
      const judged = plan.judge(opened, new Set(known.gone));
      return done({
        answer: judged.flatMap(({ thing, verdict }) =>
          verdict.verdict === 'end' ? [thing.id] : [],
        ),
        ...plan.steps(judged),
      });
    },
  });
  if (!outcome.ok)
    throw new Error(`a part of an import was not taken back: ${outcome.refusal.code}`);
  for (const one of outcome.value) known.gone.add(one);
}

function parts(things: readonly Thing[]): readonly (readonly Thing[])[] {
  return Array.from({ length: Math.ceil(things.length / AT_ONCE) }, (_, at) =>
    things.slice(at * AT_ONCE, (at + 1) * AT_ONCE),
  );
}

/** Accounts lie apart from the tenants' tables, so they are asked before the command begins. */
function accounts({ tenantId }: Context, part: readonly Thing[], holders: AccountHolders) {
  const people = part.filter(({ type }) => type === 'person').map(({ id }) => id as PersonId);
  return people.length === 0 ? Promise.resolve(new Set<string>()) : holders(tenantId, people);
}

/** Some things of a run: what is read of them, what becomes of them, and the steps of it. */
class Part {
  readonly opening: readonly Statement[];
  readonly #context: Context;
  readonly #run: RunRow;
  readonly #things: readonly Thing[];
  readonly #accounts: ReadonlySet<string>;
  readonly #reads: readonly Read[];
  #found: Found = { rows: new Map(), uses: new Map(), events: new Map() };

  constructor(
    context: Context,
    run: RunRow,
    things: readonly Thing[],
    how: How,
    holders: ReadonlySet<string>,
  ) {
    this.#context = context;
    this.#run = run;
    this.#things = things;
    this.#accounts = holders;
    this.#reads = readsOf(context, things, how);
    this.opening = this.#reads.map(({ statement }) => statement);
  }

  judge(opened: readonly Rows[], gone: Set<string>): readonly Judged[] {
    this.#found = foundIn(this.#reads, opened);
    return this.#things.map((thing) => {
      const judged = this.#judge(thing, gone);
      if (judged.verdict.verdict === 'end') gone.add(thing.id);
      return judged;
    });
  }

  #judge(thing: Thing, gone: ReadonlySet<string>): Judged {
    const row = this.#found.rows.get(thing.id);
    const how = takesBack(thing.type);
    const uses = [
      ...(this.#found.uses.get(thing.id) ?? []),
      ...(this.#accounts.has(thing.id) ? [{ by: 'accounts', userId: null }] : []),
    ];
    const inReach = row !== undefined && this.#reaches(row);
    const verdict = judgeTakeBack(
      thing,
      {
        version: Number(row?.['version'] ?? 0),
        inReach,
        uses,
        restorable: how?.restores === true,
      },
      gone,
    );
    return { thing, name: inReach ? ((row['name'] as string | null) ?? null) : null, verdict };
  }

  #reaches(row: Row): boolean {
    const path = row['area_path'];
    if (typeof path !== 'string') return true;
    return reaches(this.#context.actor, path, ...IMPORT_KINDS[this.#run.kind]);
  }

  steps(judged: readonly Judged[]): { changes: readonly Change[]; also: readonly Statement[] } {
    const { tenantId } = this.#context;
    const { runId } = this.#run;
    const changes: Change[] = [];
    const also: Statement[] = [];
    for (const { thing, verdict } of judged) {
      const step = this.#step(thing, verdict);
      if (step !== undefined) {
        changes.push(step.change);
        also.push(...step.also);
      }
      also.push(settled(tenantId, runId, thing, verdict));
    }
    const counted = judged.filter(isCounted);
    const takenBack = counted.filter(({ verdict }) => verdict.verdict !== 'keep').length;
    also.push(addedOn(tenantId, runId, { takenBack, kept: counted.length - takenBack }));
    return { changes, also };
  }

  #step(thing: Thing, { verdict }: Verdict) {
    const how = takesBack(thing.type);
    const row = this.#found.rows.get(thing.id);
    if (verdict === 'keep' || how === undefined || row === undefined) return undefined;
    const common = { ...how.table, id: thing.id, before: beforeOf(row) };
    const details = { importRun: this.#run.runId };
    if (verdict === 'end') {
      const change: Change = { ...common, ...how.end(this.#context, row), details };
      return { change, also: how.alsoEnding?.(this.#context, row) ?? [] };
    }
    const { set, kind } = restoring(thing, this.#found.events.get(thing.id) ?? []);
    const change: Change = { ...common, kind: `${thing.type}.restored`, set, details };
    const version = thing.after + 1;
    return { change, also: how.alsoRestoring?.(this.#context, row, kind, version) ?? [] };
  }
}

function beforeOf(row: Row) {
  return { version: Number(row['version']), auditHead: String(row['audit_head']) };
}

interface EventRow {
  readonly id: string;
  readonly version: number;
  readonly kind: string;
  readonly fields: string;
}

/** The columns that the run changed, with what the events before say of them. */
function restoring({ before }: Thing, events: readonly EventRow[]) {
  const state: Record<string, Json> = {};
  const changed = new Set<string>();
  let kind = '';
  for (const event of events) {
    const fields = JSON.parse(event.fields) as Readonly<Record<string, Json>>;
    if (event.version <= before) {
      for (const [name, value] of Object.entries(fields)) state[snakeCase(name)] = value;
    } else {
      kind = event.kind;
      for (const name of Object.keys(fields)) changed.add(name);
    }
  }
  const set = Object.fromEntries(
    [...changed].map((name) => [name, state[snakeCase(name)] ?? null]),
  );
  return { set, kind };
}

type Read =
  | { readonly reads: 'rows'; readonly statement: Statement }
  | { readonly reads: 'events'; readonly statement: Statement }
  | { readonly reads: 'uses'; readonly by: string; readonly statement: Statement };

interface Found {
  readonly rows: Map<string, Row>;
  readonly uses: Map<string, { by: string; userId: string | null }[]>;
  readonly events: Map<string, EventRow[]>;
}

function readsOf(context: Context, things: readonly Thing[], how: How): readonly Read[] {
  const { tenantId } = context;
  const when = whenOf(context);
  const byType = Map.groupBy(things, ({ type }) => type);
  return [...byType].flatMap(([type, alike]): Read[] => {
    const known = takesBack(type);
    if (known === undefined) return [];
    const ids = alike.map(({ id }) => id);
    const begun = alike.filter(({ before }) => before === 0).map(({ id }) => id);
    const changed = alike.filter(({ before }) => before > 0).map(({ id }) => id);
    return [
      { reads: 'rows', statement: known.rows(tenantId, ids, how) },
      ...(begun.length === 0
        ? []
        : usesOf(type).map(({ by, statement }) => ({
            reads: 'uses' as const,
            by,
            statement: statement(tenantId, begun, when),
          }))),
      ...(changed.length > 0 && known.restores
        ? [{ reads: 'events' as const, statement: eventsOf(tenantId, changed) }]
        : []),
    ];
  });
}

function foundIn(reads: readonly Read[], opened: readonly Rows[]): Found {
  const found: Found = { rows: new Map(), uses: new Map(), events: new Map() };
  for (const [at, read] of reads.entries()) {
    for (const row of opened[at]?.rows ?? []) {
      const id = String(row['id']);
      if (read.reads === 'rows') found.rows.set(id, row);
      else if (read.reads === 'events') push(found.events, id, eventOf(row));
      else push(found.uses, id, { by: read.by, userId: (row['user_id'] as string | null) ?? null });
    }
  }
  return found;
}

function push<T>(map: Map<string, T[]>, key: string, value: T): void {
  map.set(key, [...(map.get(key) ?? []), value]);
}

function eventOf(row: Row): EventRow {
  return {
    id: String(row['id']),
    version: Number(row['version']),
    kind: String(row['kind']),
    fields: String(row['fields']),
  };
}

function eventsOf(tenantId: string, ids: readonly string[]): Statement {
  return {
    sql: `select aggregate_id as id, version, kind, fields from audit_events
      where tenant_id = $1 and aggregate_id = any($2::uuid[]) order by aggregate_id, version`,
    parameters: [tenantId, ids],
  };
}

function settled(tenantId: string, runId: string, { places }: Thing, verdict: Verdict): Statement {
  const kept = verdict.verdict === 'keep';
  return {
    sql: `update import_changes set outcome = $4, used_by = $5
      where tenant_id = $1 and run_id = $2 and place = any($3::int[])`,
    parameters: [
      tenantId,
      runId,
      [...places],
      kept ? verdict.reason : verdict.verdict,
      kept ? verdict.usedBy : null,
    ],
  };
}
