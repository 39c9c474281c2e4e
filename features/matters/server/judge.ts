/**
 * Whether a step can be taken now and which columns it changes: from what the
 * statements of `openingOf` read, and nothing is written. A command locks the
 * matter first; a preview only looks.
 */
import { sql } from 'kysely';
import { type Context, instantNow } from '#kernel/context.ts';
import type { MatterId, TenantId } from '#kernel/ids.ts';
import { done, type Outcome, refused } from '#kernel/outcome.ts';
import type { Rows, Statement } from '#platform/database/database.ts';
import { compile } from '#platform/database/query.ts';
import type { ActionInput } from '../contract.ts';
import { type Asking, lawful, type Standpoint } from '../rules/lawful.ts';
import type { Matter, MatterPatch } from '../rules/matter.ts';
import { progress } from '../rules/progress.ts';
import { maySee } from '../rules/sight.ts';
import {
  deadlineStatements,
  deadlinesFrom,
  limitsOfCategory,
  limitsOfMatter,
} from './deadlines.ts';
import { matterColumns, type StoredMatter, storedMatter } from './matter-row.ts';
import { surroundings, surroundingsStatements } from './surroundings.ts';

export interface Asked {
  readonly matterId: MatterId;
  /** The version the person saw; undefined where they look now. */
  readonly version?: number;
  readonly input: ActionInput;
}

export interface Judged {
  readonly stored: StoredMatter;
  /** With it the other matter, where two are merged. */
  readonly found: readonly StoredMatter[];
  readonly patch: MatterPatch;
  readonly standpoint: Standpoint;
}

/** How many answers of the opening belong to what. */
const MATTERS = 0;
const LIMITS = 1;
const SETTINGS = 2;
const REST = 3;

/** @param how `locked` within a command, until it ends */
export function openingOf(
  tenantId: TenantId,
  { matterId, input }: Asked,
  how: 'locked' | 'read',
): readonly Statement[] {
  const limits =
    'categoryId' in input
      ? limitsOfCategory(tenantId, input.categoryId)
      : limitsOfMatter(tenantId, matterId);
  const ids = input.action === 'merge' ? [matterId, input.targetId] : [matterId];
  return [
    how === 'locked' ? lockedMatters(tenantId, ids) : mattersOf(tenantId, ids),
    ...deadlineStatements(tenantId, limits),
    ...surroundingsStatements(tenantId, matterId, input),
  ];
}

/** Locked in the order of their ids, so that two merges never wait for each other. */
function lockedMatters(tenantId: string, ids: readonly string[]): Statement {
  return compile(sql`
    select ${matterColumns} from matters m
    where m.tenant_id = ${tenantId} and m.matter_id in (${sql.join(ids)})
    order by m.matter_id for update`);
}

function mattersOf(tenantId: string, ids: readonly string[]): Statement {
  return compile(sql`
    select ${matterColumns} from matters m
    where m.tenant_id = ${tenantId} and m.matter_id in (${sql.join(ids)})`);
}

/** @param opened the answers of `openingOf`, in order */
export function judge(
  context: Context,
  asking: Asking,
  { matterId, version, input }: Asked,
  opened: readonly Rows[],
): Outcome<Judged> {
  const found = (opened[MATTERS]?.rows ?? []).map(storedMatter);
  const stored = found.find(({ matter }) => matter.matterId === matterId);
  if (stored === undefined || !sees(asking, stored.matter)) {
    return refused({ code: 'matter.unknown' });
  }
  const { matter } = stored;
  const at = instantNow(context.clock);
  const standpoint = lawful(input.action, matter, asking, at);
  if (!standpoint.ok) return withPresent(standpoint, matter);
  if (version !== undefined && matter.version !== version) {
    return refused({ code: 'command.stale', present: presentOf(matter) });
  }
  const around = surroundings(input, opened.slice(REST), context);
  if (!around.ok) return around;
  const condition = 'condition' in input ? input.condition : matter.condition;
  const { deadlines, settings } = deadlinesFrom(
    opened[LIMITS],
    opened[SETTINGS],
    context,
    condition,
  );
  if (input.action === 'check' && settings.checkNeedsPhoto && input.photos.length === 0) {
    return refused({ code: 'matter.evidence_missing', field: 'photos' });
  }
  const patch = progress(matter, input, {
    at,
    asking,
    standpoint: standpoint.value,
    deadlines,
    surroundings: around.value,
  });
  if (!patch.ok) return patch;
  return done({ stored, found, patch: patch.value, standpoint: standpoint.value });
}

function sees(asking: Asking, matter: Matter): boolean {
  return asking.kind !== 'person' || maySee(asking.grants, matter);
}

/** What the answer to a conflict shows: where the matter stands now. */
function presentOf(matter: Matter) {
  return { version: matter.version, state: matter.state, dueAt: matter.dueAt };
}

function withPresent<T>(outcome: Outcome<T>, matter: Matter): Outcome<never> {
  if (outcome.ok) throw new Error('only refusals carry the present state');
  const { refusal } = outcome;
  return refused(
    refusal.code === 'matter.state' ? { ...refusal, present: presentOf(matter) } : refusal,
  );
}
