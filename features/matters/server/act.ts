/**
 * One step of the loop as one command: lock the matter, ask the table whether it
 * is lawful, let the rule say what changes, write row, event, figures and words
 * together.
 */
import { sql } from 'kysely';
import { type Actor, type Context, grantsOf, instantNow } from '#kernel/context.ts';
import type { Answer } from '#kernel/endpoint.ts';
import type { CommandId, MatterId } from '#kernel/ids.ts';
import { done, type Outcome, refused } from '#kernel/outcome.ts';
import type { Change, Decision } from '#platform/command/change.ts';
import { command } from '#platform/command/command.ts';
import type { Rows, Statement } from '#platform/database/database.ts';
import { compile } from '#platform/database/query.ts';
import type { Services } from '#platform/services.ts';
import type { ActionInput, actOnMatter } from '../contract.ts';
import { type Asking, lawful, type Standpoint } from '../rules/lawful.ts';
import type { Matter, MatterPatch } from '../rules/matter.ts';
import { progress } from '../rules/progress.ts';
import { maySee } from '../rules/sight.ts';
import { matterAggregate } from './aggregates.ts';
import {
  deadlineStatements,
  deadlinesFrom,
  limitsOfCategory,
  limitsOfMatter,
} from './deadlines.ts';
import { figureRows } from './figure-rows.ts';
import { matterColumns, type StoredMatter, storedMatter } from './matter-row.ts';
import { mergeChange } from './merge.ts';
import { photoRows, photosOf } from './photo-rows.ts';
import { surroundings, surroundingsStatements } from './surroundings.ts';
import { commitmentOf, shownWords, wordsOfAction, wordsRow } from './words-of-action.ts';

export type Done = Answer<typeof actOnMatter>;

export interface Step {
  readonly commandId: CommandId;
  readonly matterId: MatterId;
  /** The version the person saw. */
  readonly version: number;
  readonly input: ActionInput;
  /** Who asks, where it is not the signed-in person: the reporter (proven before) or the clock. */
  readonly asking?: Exclude<Asking, { kind: 'person' }>;
}

/** How many answers of the opening belong to what. */
const MATTERS = 0;
const LIMITS = 1;
const SETTINGS = 2;
const REST = 3;

export function act(services: Services, context: Context, step: Step): Promise<Outcome<Done>> {
  return command<Done>(services, context, {
    id: step.commandId,
    name: `matters.${step.input.action}`,
    body: { matterId: step.matterId, version: step.version, input: step.input },
    opening: openingOf(context, step),
    decide: (opened) => decide(services, context, step, opened),
  });
}

function openingOf(context: Context, { matterId, input }: Step): readonly Statement[] {
  const { tenantId } = context;
  const limits =
    'categoryId' in input
      ? limitsOfCategory(tenantId, input.categoryId)
      : limitsOfMatter(tenantId, matterId);
  return [
    lockMatters(tenantId, input.action === 'merge' ? [matterId, input.targetId] : [matterId]),
    ...deadlineStatements(tenantId, limits),
    ...surroundingsStatements(tenantId, matterId, input),
  ];
}

/** Locked in the order of their ids, so that two merges never wait for each other. */
function lockMatters(tenantId: string, ids: readonly string[]): Statement {
  return compile(sql`
    select ${matterColumns} from matters m
    where m.tenant_id = ${tenantId} and m.matter_id in (${sql.join(ids)})
    order by m.matter_id for update`);
}

async function decide(
  services: Services,
  context: Context,
  step: Step,
  opened: readonly Rows[],
): Promise<Outcome<Decision<Done>>> {
  const locked = (opened[MATTERS]?.rows ?? []).map(storedMatter);
  const stored = locked.find(({ matter }) => matter.matterId === step.matterId);
  const asking = step.asking ?? askingOf(context.actor);
  if (stored === undefined || !sees(asking, stored.matter)) {
    return refused({ code: 'matter.unknown' });
  }
  const { matter } = stored;
  const at = instantNow(context.clock);
  const standpoint = lawful(step.input.action, matter, asking, at);
  if (!standpoint.ok) return withPresent(standpoint, matter);
  if (matter.version !== step.version) {
    return refused({ code: 'command.stale', present: presentOf(matter) });
  }
  const around = surroundings(step.input, opened.slice(REST), context);
  if (!around.ok) return around;
  const condition = 'condition' in step.input ? step.input.condition : matter.condition;
  const { deadlines, settings } = deadlinesFrom(
    opened[LIMITS],
    opened[SETTINGS],
    context,
    condition,
  );
  if (step.input.action === 'check' && settings.checkNeedsPhoto && step.input.photos.length === 0) {
    return refused({ code: 'matter.evidence_missing', field: 'photos' });
  }
  const patch = progress(matter, step.input, {
    at,
    asking,
    standpoint: standpoint.value,
    deadlines,
    surroundings: around.value,
  });
  if (!patch.ok) return patch;
  return decided(services, context, step, {
    stored,
    locked,
    asking,
    patch: patch.value,
    standpoint: standpoint.value,
  });
}

interface Decided {
  readonly stored: StoredMatter;
  readonly locked: readonly StoredMatter[];
  readonly asking: Asking;
  readonly patch: MatterPatch;
  readonly standpoint: Standpoint;
}

function decided(
  services: Services,
  context: Context,
  step: Step,
  { stored, locked, asking, patch, standpoint }: Decided,
): Outcome<Decision<Done>> {
  const { matter } = stored;
  const after: Matter = { ...matter, ...patch, version: matter.version + 1 };
  const words = wordsOfAction(step.input, matter);
  const photos = photosOf(step.input);
  const other = mergeChange(step.input, matter, locked, asking);
  if (!other.ok) return other;
  const change: Change = {
    ...changeOf(services, context, stored, patch),
    kind: `matter.${step.input.action}`,
    details: {
      ...shownWords(step.input),
      ...(standpoint && {
        organisationId: standpoint.organisationId,
        role: standpoint.role,
        postId: standpoint.postId,
      }),
      ...(words && { words: commitmentOf(services, context, 'matter_texts.body', words.body) }),
      ...(photos.length > 0 && { photos: photos.map((photo) => photo.digest) }),
    },
  };
  return done({
    answer: { matterId: matter.matterId, version: after.version, state: after.state },
    changes: [change, ...other.value],
    also: [
      ...(words ? [wordsRow(context.tenantId, matter.matterId, after.version, words)] : []),
      ...photoRows(context.tenantId, matter.matterId, after.version, photos),
      ...figureRows(context, matter, after),
    ],
  });
}

/** The patch as a change of the aggregate: people's words as commitments, the rest as it is. */
function changeOf(
  services: Services,
  context: Context,
  { matter, auditHead }: StoredMatter,
  patch: MatterPatch,
): Omit<Change, 'kind'> {
  const { title, description: _description, placeText: _placeText, ...set } = patch;
  const renamed = title !== undefined && title !== matter.title;
  return {
    type: matterAggregate.type,
    table: matterAggregate.table,
    idColumn: matterAggregate.idColumn,
    authority: matterAggregate.authority,
    id: matter.matterId,
    before: { version: matter.version, auditHead },
    set: set as Change['set'],
    ...(renamed && {
      protected: {
        title: {
          ciphertext: title,
          commitment: commitmentOf(services, context, 'matters.title', title),
        },
      },
    }),
  };
}

export function askingOf(actor: Actor): Asking {
  return actor.kind === 'person'
    ? { kind: 'person', personId: actor.personId, grants: actor.grants }
    : { kind: 'person', personId: '' as never, grants: grantsOf(actor) };
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
